"""Tokens for formats that mark tokens: our own, cut wherever a mark begins or ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from app.domain.text.tokens import tokens

Pair = tuple[int, int]


def cut_tokens(text: str, marks: Iterable[Pair]) -> list[Pair]:
    """Tokens as ``(start, end)`` in code points, in order and disjoint; each mark begins and ends at an edge.

    What no token holds (white space, invisible characters) is a token of its own only where a mark needs it: where it
    is more than white space, or where the mark begins or ends in it.
    """
    spans = sorted(pair for pair in marks if pair[0] < pair[1])
    if not spans:
        return [(token.start, token.end) for token in tokens(text)]
    gaps = _Gaps(text, spans)
    found: list[Pair] = []
    last = 0
    for token in tokens(text):
        found += gaps.needed(last, token.start)
        found += _cut(token.start, token.end, gaps.edges)
        last = token.end
    found += gaps.needed(last, len(text))
    return found


class _Gaps:
    """What stands between tokens, and which of it a mark cannot do without."""

    def __init__(self, text: str, spans: list[Pair]) -> None:
        self.edges = sorted({edge for pair in spans for edge in pair})
        self._text = text
        self._starts, self._ends = ({pair[end] for pair in spans} for end in (0, 1))
        self._begins = [begin for begin, _ in spans]
        self._reach = list(accumulate((stop for _, stop in spans), max))  # how far those go that begin up to here

    def needed(self, start: int, end: int) -> Iterator[Pair]:
        if start == end:
            return
        for first, last in _cut(start, end, self.edges):
            before = bisect_right(self._begins, first)
            if before and self._reach[before - 1] >= last:  # it lies in a mark
                touches = first in self._starts or last in self._ends
                if touches or self._text[first:last].strip():
                    yield first, last


def _cut(start: int, end: int, edges: list[int]) -> Iterator[Pair]:
    inside = edges[bisect_right(edges, start) : bisect_left(edges, end)]
    at = start
    for edge in (*inside, end):
        if at < edge:
            yield at, edge
        at = edge


def token_range(cuts: list[Pair], start: int, end: int) -> Pair:
    """The first and the last token (inclusive!) of a mark that begins and ends at tokens' edges."""
    first = bisect_left(cuts, (start, -1))
    last = bisect_left(cuts, (end, -1)) - 1
    return first, max(first, last)
