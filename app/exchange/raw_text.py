"""Positions in a text as a file counts them, and where they are in the article that is made of it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import accumulate

import regex

from app.domain.article import checksum
from app.exchange.decoding import article_text

_CLUSTER = regex.compile(r"\X")


class RawText:
    """A text of a file as the text of an article. ``sha256`` is what the file says about it, if it says something.

    A text that has this checksum stays as it is: Tawsim wrote it. Any other loses its byte order mark, and CR LF and
    CR become LF; positions are led over what went away. ``NotText`` when it is blank or no text.
    """

    def __init__(self, raw: str, sha256: str | None = None) -> None:
        self.raw = raw
        self.kept = sha256 is not None and checksum(raw) == sha256
        self.text = raw if self.kept else article_text(raw)
        self._gone = [] if len(self.text) == len(raw) else _gone(raw)

    def at(self, position: int) -> int:
        """Where a position in the file's text (code points) is in the article."""
        return position - bisect_left(self._gone, position) if self._gone else position

    def said(self, words: str) -> str:
        """Words of the file as they stand in the article."""
        return words if self.kept else words.replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def units(self) -> list[int]:
        """The position in UTF-16 units of each code point of the raw text, its end included."""
        return [0, *accumulate(2 if letter > "\uffff" else 1 for letter in self.raw)]

    @cached_property
    def clusters(self) -> list[int]:
        """The position in code points of each grapheme cluster of the raw text, its end included."""
        return [0, *(found.end() for found in _CLUSTER.finditer(self.raw))]

    def from_units(self, unit: int) -> int | None:
        """The code point at a position in UTF-16 units; None inside a pair and outside the text."""
        at = bisect_left(self.units, unit)
        return at if at < len(self.units) and self.units[at] == unit else None

    def from_clusters(self, number: int) -> int | None:
        """The code point at a position in grapheme clusters; None outside the text."""
        return self.clusters[number] if 0 <= number < len(self.clusters) else None


def _gone(raw: str) -> list[int]:
    """Positions of the code points that an article does not keep."""
    mark = [0] if raw.startswith("\ufeff") else []
    return mark + [found.start() for found in regex.finditer(r"\r(?=\n)", raw)]
