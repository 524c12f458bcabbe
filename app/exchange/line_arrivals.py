"""Formats that have one article a line: every line an arrival, and none so long that it could not be held."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import BinaryIO

from app.domain.errors import N_, TawsimError
from app.exchange.errors import BadLine
from app.exchange.format import Arrival, Source
from app.exchange.json_lines import refuse_other, unreadable

LONGEST_LINE = 16 << 20
"""In bytes. A longer line is told and passed over, never held in memory."""

_CHUNK = 1 << 20


def line_arrivals(source: Source, arrive: Callable[[int, bytes], Arrival]) -> Iterator[Arrival]:
    """What ``arrive`` makes of the number (from 1) and bytes of each line that is not blank; its errors are arrivals.

    Only LF ends a line: U+2028 and the like may stand inside of JSON. ``CannotRead`` when the file cannot be opened,
    ``NotText`` when its first line is no text.
    """
    try:
        with source.path.open("rb") as file:
            for number, raw, stretch in _lines(file):
                if number == 1:
                    refuse_other(raw)
                if stretch is not None:
                    yield Arrival(too_long(stretch[1]), number, stretch=stretch)
                elif raw.strip():
                    yield _arrival(number, raw, arrive)
    except OSError as error:
        raise unreadable(source.shown, error) from error


def _arrival(number: int, raw: bytes, arrive: Callable[[int, bytes], Arrival]) -> Arrival:
    try:
        return arrive(number, raw)
    except TawsimError as error:
        return Arrival(error, number, raw)


def _lines(file: BinaryIO) -> Iterator[tuple[int, bytes, tuple[int, int] | None]]:
    number = 0
    while raw := file.readline(LONGEST_LINE):
        number += 1
        if len(raw) < LONGEST_LINE or raw.endswith(b"\n"):
            yield number, raw, None
            continue
        begun = file.tell() - len(raw)
        while (more := file.readline(_CHUNK)) and not more.endswith(b"\n"):
            pass
        yield number, raw[:_CHUNK], (begun, file.tell() - begun)


def too_long(size: int) -> BadLine:
    """The refusal of a line or record that is too long to be read."""
    return BadLine(
        N_("The line has {size} million bytes; at most {most} million are read: end each record with a line break."),
        size=size >> 20,
        most=LONGEST_LINE >> 20,
    )
