"""Edges that a mark should have: none in white space, on invisible characters, or behind a comma."""

from __future__ import annotations

from app.domain.span import Span
from app.domain.text.folding import INVISIBLE
from app.domain.text.graphemes import ceil_edge, floor_edge
from app.domain.text.paragraphs import strip
from app.domain.text.patterns import pattern
from app.domain.text.tokens import PUNCT, tokens

_LOOSE = pattern(rf"[\s{INVISIBLE}،؛:.,;]*+")
_LOOSE_BACKWARD = pattern(rf"(?r)[\s{INVISIBLE}،؛:.,;]*+")
_LONGEST_WORD = 64


def snap(text: str, span: Span) -> Span:
    """``span`` with both edges moved outward to grapheme edges of ``text``."""
    return Span(floor_edge(text, span.start), ceil_edge(text, span.end))


def trim(text: str, span: Span) -> Span | None:
    """``span``, snapped, without white space, invisible characters, commas and points at its edges.

    Quotation marks and brackets stay, and so does the point of an abbreviation (U.S.). None when nothing is left.
    """
    found = strip(text, snap(text, span), _LOOSE, _LOOSE_BACKWARD)
    if found and text.startswith(".", found.end) and found.end < span.end and _belongs(text, found.end):
        return Span(found.start, found.end + 1)
    return found


def _belongs(text: str, point: int) -> bool:
    """Whether the full stop at ``point`` is part of a word."""
    before = tokens(text, max(0, point - _LONGEST_WORD), point + 1)
    return bool(before) and before[-1].kind != PUNCT and before[-1].end > point
