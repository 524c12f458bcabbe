"""The elements of a long JSON list one after the other, without holding the list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

_TOKEN = re.compile(rb'\\.|["\[\]{},]', re.DOTALL)
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Element:
    """The bytes of one element, or (when it was too long to hold) its offset and length; ``whole`` unless the file
    breaks off in it, or goes on behind the end of the list."""

    raw: bytes
    stretch: tuple[int, int] | None = None
    whole: bool = True


def elements(file: BinaryIO, longest: int) -> Iterator[Element]:
    """The elements of the list that the file holds. What stands in them is not looked at, only where they end."""
    begun = 3 if file.read(3) == b"\xef\xbb\xbf" else 0
    file.seek(begun)
    scan = _Scan(longest, begun)
    while chunk := file.read(_CHUNK):
        yield from scan.feed(chunk)
    yield from scan.rest()


class _Scan:
    """Where it stands: how deep, whether within a string, and what was read of the element that is not over."""

    def __init__(self, longest: int, begun: int = 0) -> None:
        self._longest = longest
        self._buffer = bytearray()
        self._begun = begun  # offset of the buffer's first byte in the file
        self._looked = 0  # how much of the buffer was looked at
        self._depth = 0
        self._quoted = False
        self._long_from: int | None = None

    def feed(self, chunk: bytes) -> Iterator[Element]:
        self._buffer += chunk
        start = 0
        for token in _TOKEN.finditer(self._buffer, self._looked, self._end()):
            end = self._ends_at(token)
            if end is not None:
                yield from self._element(start, end)
                start = end + 1
        self._looked = self._end()
        self._drop(start)

    def rest(self) -> Iterator[Element]:
        """What is left when the file is over: nothing, or an element that broke off."""
        left = bytes(self._buffer)
        if self._long_from is not None:
            yield Element(b"", (self._long_from, self._begun + len(left) - self._long_from), whole=False)
        elif left.strip() or self._depth:
            yield Element(left, whole=False)

    def _end(self) -> int:
        """Up to where can be looked: a backslash at the very end waits for its letter."""
        size = len(self._buffer)
        backslashes = size - len(self._buffer.rstrip(b"\\"))
        return size - 1 if backslashes % 2 else size

    def _ends_at(self, token: re.Match[bytes]) -> int | None:
        """Where the element ends when this token ends one; where the list begins is such a place too."""
        sign = token[0]
        if self._quoted or sign == b'"':
            self._quoted ^= sign == b'"'
            return None
        if sign in b"[{":
            self._depth += 1
            return token.start() if self._depth == 1 else None
        if sign in b"]}":
            self._depth -= 1
            return token.start() if self._depth == 0 else None
        return token.start() if sign == b"," and self._depth == 1 else None

    def _element(self, start: int, end: int) -> Iterator[Element]:
        if self._long_from is not None:
            yield Element(b"", (self._long_from, self._begun + end - self._long_from))
            self._long_from = None
        elif found := bytes(self._buffer[start:end]).strip():
            yield Element(found)

    def _drop(self, start: int) -> None:
        """Let go of what is through; of an element that is too long, everything but where it began."""
        if len(self._buffer) - start > self._longest and self._long_from is None:
            self._long_from = self._begun + start
        if self._long_from is not None:
            start = self._looked
        del self._buffer[:start]
        self._begun += start
        self._looked -= start
