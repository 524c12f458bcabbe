"""A disk that fails under the program: every write of a piece of work in turn is refused, by ``failing_disk.c``.

``python -m tests.storms.failing`` is the process in which it does; ``walk`` starts it and gives what came of it.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import random
import shutil
import subprocess
import sys
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

SOURCE = Path(__file__).with_name("failing_disk.c")
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Fault:
    """What fails: with which number of ``errno``, from the n-th call on or at that one alone, writing or reading."""

    name: str
    number: int
    lasting: bool
    reading: bool = False


FAULTS = (
    Fault("disk full", errno.ENOSPC, lasting=True),
    Fault("one error", errno.EIO, lasting=False),
    Fault("dead disk", errno.EIO, lasting=True),
    Fault("unreadable", errno.EIO, lasting=True, reading=True),
)


@dataclass(slots=True)
class Walked:
    """One piece of work under one fault: at how many of its ``calls`` the disk failed, how often the work was refused
    in a sentence and how often done all the same, and what was wrong afterwards."""

    work: str
    fault: str
    calls: int = 0
    tried: int = 0
    refused: int = 0
    done: int = 0
    sentences: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def compiled(folder: Path) -> Path | None:
    """The library that makes the disk fail; None where there is no compiler for it."""
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None or not sys.platform.startswith("linux"):
        return None
    library = folder / "failing_disk.so"
    done = subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE), "-ldl"])
    return library if done.returncode == 0 else None


def walk(library: Path, folder: Path, seed: int, most: int, works: Sequence[str] = ()) -> Iterator[Walked]:
    """Walk through all works, or those, with at most so many points each (0: all), the choice of them by the seed."""
    words = [sys.executable, "-m", "tests.storms.failing", str(folder), str(seed), str(most), *works]
    with subprocess.Popen(
        words, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=os.environ | {"LD_PRELOAD": str(library)}
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            yield Walked(**json.loads(line))
    if process.returncode:
        yield Walked("all", "all", wrong=[f"the process that walks ended with {process.returncode}"])


def walks_table(walked: Sequence[Walked], seed: int) -> str:
    """What was tried on a failing disk, and what was wrong afterwards."""
    lines = [f"{'work':20} {'fault':12} {'calls':>6} {'failed at':>10} {'refused':>8} {'done':>6}"]
    lines += [
        f"{each.work:20} {each.fault:12} {each.calls:6} {each.tried:10} {each.refused:8} {each.done:6}"
        for each in walked
    ]
    wrong = [f"{each.work}, {each.fault}: {one}" for each in walked for one in each.wrong]
    tried = sum(each.tried for each in walked)
    lines += ["", f"a disk that fails (seed {seed}): {tried} times; lost or wrong: {len(wrong) or 'nothing'}", *wrong]
    return "\n".join(lines)


class Disk:
    """The disk of this process, which has the library loaded."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._library.disk_is_mended.restype = self._library.disk_failed.restype = ctypes.c_long

    def fails(self, folder: Path, at: int, fault: Fault) -> None:
        number, lasting, reading = map(int, (fault.number, fault.lasting, fault.reading))
        self._library.disk_fails(os.fsencode(folder), ctypes.c_long(at), number, lasting, reading)

    def mended(self) -> int:
        """How many calls there were meanwhile."""
        return int(self._library.disk_is_mended())

    def failed(self) -> int:
        return int(self._library.disk_failed())


def walk_here(work: str, fault: Fault, place: Path, seed: int, most: int) -> Walked:
    """Do the work once to count its calls, then once for each of them, the disk failing there."""
    from tests.storms.walks import WALKS

    made, disk = Walked(work, fault.name), Disk()
    prepared = WALKS[work](place / "prepared")
    prepared.folder.mkdir(parents=True)
    prepared.prepare()

    def once(at: int) -> None:
        folder = place / "now"
        shutil.copytree(prepared.folder, folder)
        one = WALKS[work](folder)
        one.__dict__.update({name: value for name, value in vars(prepared).items() if name != "folder"})
        one.told = list(prepared.told)
        one.begin()
        done, said = _act(one, disk, at, fault)
        failed = disk.failed()
        made.calls = max(made.calls, 0 if at else disk.mended())
        if at:
            made.tried += bool(failed)
            made.done += done and bool(failed)
            made.refused += not done
            if said and said.replace(str(place), "") not in made.sentences:
                made.sentences.append(said.replace(str(place), ""))
        if "Traceback" in said:
            made.wrong.append(f"at call {at} of seed {seed}: {said}")
        made.wrong += [f"at call {at} of seed {seed}: {each}" for each in _wrong(one, done)]
        shutil.rmtree(folder)

    once(0)
    points = list(range(1, made.calls + 1))
    if most and len(points) > most:
        some = random.Random(seed).sample(points[most // 2 :], most - most // 2)
        points = points[: most // 2] + sorted(some)
    for at in points:
        once(at)
    return made


def _act(one: object, disk: Disk, at: int, fault: Fault) -> tuple[bool, str]:
    """Do it while the disk fails; whether it was done, and else the sentence that says why not."""
    from app.domain.errors import TawsimError

    disk.fails(one.folder, at or 1 << 40, fault)  # type: ignore[attr-defined]
    try:
        one.act()  # type: ignore[attr-defined]
    except TawsimError as error:
        disk.mended()
        return False, str(error)
    except BaseException:
        disk.mended()
        return False, traceback.format_exc()
    disk.mended()
    return True, ""


def _wrong(one: object, done: bool) -> Iterator[str]:
    try:
        yield from one.finish()  # type: ignore[attr-defined]
        yield from one.look(done)  # type: ignore[attr-defined]
    except Exception:
        yield traceback.format_exc()


def main() -> int:
    folder, seed, most, *works = sys.argv[1:]
    from tests.storms.walks import WALKS

    for work in works or WALKS:
        for fault in FAULTS:
            place = Path(folder) / f"{work}-{fault.name}"
            place.mkdir()
            made = walk_here(work, fault, place, int(seed), int(most))
            sys.stdout.write(json.dumps(asdict(made)) + "\n")
            sys.stdout.flush()
            shutil.rmtree(place)
    return 0


if __name__ == "__main__":
    sys.exit(main())
