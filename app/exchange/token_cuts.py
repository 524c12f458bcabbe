"""Tokens for formats that mark tokens: our own, cut wherever a mark begins or ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from app.domain.text.tokens import tokens

Pair = tuple[int, int]


def cut_tokens(text: str, marks: Iterable[Pair]) -> list[Pair]:
    """Tokens as ``(start, end)`` in code points, in order and disjoint; each mark begins and ends at an edge.

    What no token holds (white space, invisible characters) is a token of its own only where a mark needs it: where it
    is more than white space, or where the mark begins or ends in it.
    """
    spans = [pair for pair in marks if pair[0] < pair[1]]
    edges = sorted({edge for pair in spans for edge in pair})
    found: list[Pair] = []
    last = 0
    for token in tokens(text):
        found += _needed(text, last, token.start, spans, edges)
        found += _cut(token.start, token.end, edges)
        last = token.end
    found += _needed(text, last, len(text), spans, edges)
    return found


def _cut(start: int, end: int, edges: list[int]) -> Iterator[Pair]:
    inside = edges[bisect_right(edges, start) : bisect_left(edges, end)]
    at = start
    for edge in (*inside, end):
        if at < edge:
            yield at, edge
        at = edge


def _needed(text: str, start: int, end: int, spans: list[Pair], edges: list[int]) -> Iterator[Pair]:
    """Of a gap between tokens what a mark cannot do without."""
    if start == end or bisect_left(edges, end) == 0 or bisect_right(edges, start) == len(edges):
        return
    inside = set(edges)
    for first, last in _cut(start, end, edges):
        if not any(begin <= first and last <= stop for begin, stop in spans):
            continue
        if first in inside or last in inside or text[first:last].strip():
            yield first, last


def token_range(cuts: list[Pair], start: int, end: int) -> Pair:
    """The first and the last token (inclusive!) of a mark that begins and ends at tokens' edges."""
    first = bisect_left(cuts, (start, -1))
    last = bisect_left(cuts, (end, -1)) - 1
    return first, max(first, last)
