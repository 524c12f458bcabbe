"""Paragraphs: the lines of an article that are not blank."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.domain.span import Span
from app.domain.text.folding import INVISIBLE
from app.domain.text.graphemes import ceil_edge
from app.domain.text.patterns import pattern

if TYPE_CHECKING:
    import regex

_BREAK = pattern(r"[\n\r\u2028\u2029]")
_BREAK_BACKWARD = pattern(r"(?r)[\n\r\u2028\u2029]")


def paragraphs(text: str) -> list[Span]:
    """Every line that is not blank, without white space and invisible characters at its edges."""
    return [found for line in _lines(text) if (found := strip_blank(text, line))]


def paragraph_at(text: str, position: int) -> Span | None:
    """The paragraph on the line of ``position``; None on a blank line."""
    return strip_blank(text, line_at(text, position))


def line_at(text: str, position: int) -> Span:
    """The line that holds ``position``, its line break left out. Only this line and its borders are read."""
    position = min(max(position, 0), len(text))
    after = _BREAK.search(text, position)
    before = _BREAK_BACKWARD.search(text, 0, position)
    return Span(before.end() if before else 0, after.start() if after else len(text))


def paragraph_before(text: str, start: int) -> Span | None:
    """The last paragraph that ends before the line that begins at ``start``."""
    while start > 0:
        line = line_at(text, start - 1)
        found = strip_blank(text, line)
        if found:
            return found
        start = line.start
    return None


def strip_blank(text: str, span: Span) -> Span | None:
    """``span`` without white space and invisible characters at its edges; None when nothing is left."""
    return strip(text, span, _BLANK, _BLANK_BACKWARD)


def strip(text: str, span: Span, forward: regex.Pattern[str], backward: regex.Pattern[str]) -> Span | None:
    """``span`` without what ``forward`` matches at its start and ``backward`` at its end, on grapheme edges.

    Both patterns match anywhere, if only nothing. Of a cluster that they would cut nothing stays at the start and
    everything at the end. None when nothing is left.
    """
    start, before = span.start, -1
    while before < start < span.end:
        loose = forward.match(text, start, span.end)
        before, start = start, ceil_edge(text, loose.end()) if loose else start
    if start >= span.end:
        return None
    loose = backward.match(text, start, span.end)
    end = ceil_edge(text, loose.start()) if loose else span.end
    return Span(start, min(end, span.end)) if start < end else None


_BLANK = pattern(rf"[\s{INVISIBLE}]*+")
_BLANK_BACKWARD = pattern(rf"(?r)[\s{INVISIBLE}]*+")


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for found in _BREAK.finditer(text):
        yield Span(start, found.start())
        start = found.end()
    yield Span(start, len(text))
