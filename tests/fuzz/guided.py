"""Inputs bred by what they reach: one that runs a line of the program that none has run before is bred from further.

Slower than atheris by far (every line is counted in Python), but it needs nothing, and a seed makes it the same again.
"""

from __future__ import annotations

import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from tests.fuzz.readers import Reader

APP = str(Path(__file__).parents[2] / "app")
LONGEST = 40_000  # bytes
PATIENCE = 20  # seconds for one input
ODD = (
    *(b"\0", b"\xff", b"\xef\xbb\xbf", b"\r\n", b'"', b"\\", b"<", b"&x;", b"[", b"{", b"}", b"-1", b"0"),
    *(b"99999999999999999999", b"1e999", b"NaN", b"null", b"true", b"\\ud800", b"%s", b"=1+1", b"\t\t", b"\n\n"),
    *("\u202e".encode(), "👍🏽".encode(), "ﷺ".encode(), "\u0651".encode(), "\u2028".encode()),
    *(b"../", b"PK\x03\x04", b"<!DOCTYPE a [<!ENTITY b 'c'>]>"),
)


@dataclass(slots=True)
class Bred:
    """What came of breeding for one reader: how many inputs, how many lines of the program they ran, what was found."""

    reader: str
    seed: int
    runs: int = 0
    lines: int = 0
    seconds: float = 0.0
    faults: dict[str, bytes] = field(default_factory=dict)


class _TooLong(BaseException):
    pass


def breed(reader: Reader, seed: int, *, runs: int = 0, seconds: float = 0.0) -> Bred:
    """Feed the reader for so many inputs or seconds, whichever is given."""
    chance, found = random.Random(f"{reader.name} {seed}"), Bred(reader.name, seed)
    reached: set[tuple[str, int]] = set()
    kept: list[bytes] = []
    _fed(reader.read, reader.seeds[0], set())  # imports what it needs
    begun = time.monotonic()
    for content in _inputs(reader.seeds, kept, chance):
        if (runs and found.runs >= max(runs, len(reader.seeds))) or (seconds and time.monotonic() - begun > seconds):
            break
        found.runs += 1
        before = len(reached)
        fault = _fed(reader.read, content, reached)
        if fault is not None:
            found.faults.setdefault(fault, content)
        if len(reached) > before or not kept:
            kept.append(content)
    found.lines, found.seconds = len(reached), time.monotonic() - begun
    return found


def _inputs(seeds: tuple[bytes, ...], kept: list[bytes], chance: random.Random) -> Iterator[bytes]:
    yield from seeds
    yield b""
    while True:
        one = bytearray(chance.choice(kept[-30:] if chance.random() < 0.5 else kept))
        for _ in range(chance.choice((1, 1, 2, 4, 12))):
            _change(one, kept, chance)
        yield bytes(one[:LONGEST])


def _change(one: bytearray, kept: list[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(one) + 1)
    to = min(len(one), at + chance.choice((1, 2, 4, 16, 64, 400)))
    match chance.randrange(8):
        case 0 if one:
            one[min(at, len(one) - 1)] ^= 1 << chance.randrange(8)
        case 1:
            del one[at:to]
        case 2:
            one[at:at] = one[at:to]
        case 3:
            one[at:at] = chance.choice(ODD)
        case 4:
            one[at:to] = chance.choice(ODD)
        case 5:
            other = chance.choice(kept)
            begin = chance.randrange(len(other) + 1)
            one[at:to] = other[begin : begin + chance.choice((4, 40, 400))]
        case 6:
            del one[at:]
        case _:
            one[at:to] = chance.randbytes(to - at)


def _fed(read: Callable[[bytes], None], content: bytes, reached: set[tuple[str, int]]) -> str | None:
    """Where and how the reader failed, None when it did not. Adds the lines that were run."""
    try:
        with _patience(), _watched(reached):
            read(content)
    except _TooLong:
        return f"no end after {PATIENCE} seconds"
    except RecursionError:
        return "RecursionError"
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}: {error}"[:300]
    return None


@contextmanager
def _watched(reached: set[tuple[str, int]]) -> Iterator[None]:
    def look(frame: FrameType, event: str, _: Any) -> Any:
        name = frame.f_code.co_filename
        return line if name.startswith(APP) else None

    def line(frame: FrameType, event: str, _: Any) -> Any:
        reached.add((frame.f_code.co_filename, frame.f_lineno))
        return line

    before = sys.gettrace()
    sys.settrace(look)
    try:
        yield
    finally:
        sys.settrace(before)


@contextmanager
def _patience() -> Iterator[None]:
    if not hasattr(signal, "SIGALRM"):
        yield
        return

    def stop(*_: object) -> None:
        raise _TooLong

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
