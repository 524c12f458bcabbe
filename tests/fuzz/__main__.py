"""``python -m tests.fuzz --seconds 60 --seed 7``: feeds every reader, and prints what was tried and what was found.

With atheris (``pip install 'tawsim[fuzz]'``) libFuzzer breeds the inputs, each reader in a process of its own; without
it, or with ``--plain``, the breeding in ``guided.py`` does. ``--seconds 0`` goes on until it is stopped.
"""

from __future__ import annotations

import argparse
import importlib.util
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.fuzz.guided import Bred, breed
from tests.fuzz.readers import own_place, readers

ROOT = Path(__file__).parents[2]
FOREVER = 10**9


def main() -> int:
    told = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    told.add_argument("readers", nargs="*", help="only these readers")
    told.add_argument("--seconds", type=float, default=10, help="for each reader; 0: until it is stopped")
    told.add_argument("--seed", type=int, default=int(time.time()))
    told.add_argument("--plain", action="store_true", help="without atheris")
    told.add_argument("--keep", type=Path, default=Path("faults"), help="where inputs that fail are left")
    asked = told.parse_args()
    place = own_place()
    try:
        every = readers(place)
        plain = asked.plain or importlib.util.find_spec("atheris") is None
        made = []
        for name in asked.readers or every:
            seconds = asked.seconds or FOREVER
            found = breed(every[name], asked.seed, seconds=seconds) if plain else _libfuzzer(name, asked.seed, seconds)
            for number, content in enumerate(found.faults.values()):
                asked.keep.mkdir(exist_ok=True)
                (asked.keep / f"{name.replace(' ', '-')}-{asked.seed}-{number}").write_bytes(content)
            made.append(found)
            sys.stdout.write(row_of(found) + "\n")
            sys.stdout.flush()
    finally:
        shutil.rmtree(place, ignore_errors=True)
    faults = sum(len(each.faults) for each in made)
    runs = sum(each.runs for each in made)
    sys.stdout.write(
        f"{runs} inputs, seed {asked.seed}, by {'lines' if plain else 'libFuzzer'}: {faults or 'no'} faults\n"
    )
    return 1 if faults else 0


def row_of(found: Bred) -> str:
    row = f"{found.reader:18} {found.runs:9} inputs {found.lines:6} reached {found.seconds:7.1f} s  "
    return "\n    ".join([row + f"{len(found.faults) or 'nothing'} found", *found.faults])


def _libfuzzer(name: str, seed: int, seconds: float) -> Bred:
    """The same in a process with atheris, which ends with the first fault."""
    place = own_place()
    words = [sys.executable, "-m", "tests.fuzz.instrumented", name, str(place), str(seed % 2**31), str(int(seconds))]
    begun = time.monotonic()
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, errors="replace")
    found = Bred(name, seed, seconds=time.monotonic() - begun)
    counts = re.findall(r"^#(\d+)\s.*?cov: (\d+)", done.stderr, re.MULTILINE)
    found.runs, found.lines = map(int, counts[-1]) if counts else (0, 0)
    for fault in place.glob("fault-*"):
        last = [line for line in done.stderr.splitlines() if re.match(r"\w+(\.\w+)*(Error|Exception|Fault)\b", line)]
        found.faults[last[0] if last else done.stderr[-300:]] = fault.read_bytes()
    if done.returncode and not found.faults:
        found.faults[done.stderr[-400:]] = b""
    shutil.rmtree(place, ignore_errors=True)
    return found


if __name__ == "__main__":
    sys.exit(main())
