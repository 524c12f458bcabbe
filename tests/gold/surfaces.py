"""Where the words of an annotation stand in their article: found strictly, never guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.span import Span, check_fragments

Surface = str | Mapping[str, Any]


class Unresolved(ValueError):
    """A surface is not in the text, or in more places than one."""


def find(text: str, surface: Surface) -> Span:
    """The one place of a surface, in code points.

    A surface is the words themselves where they stand once in the text, else a table: ``at`` with the words, and
    ``after`` or ``before`` with what touches them on that side, or ``nth`` (from 1). Anything but one place is refused.
    """
    table = {"at": surface} if isinstance(surface, str) else surface
    words, left, right = table["at"], table.get("after", ""), table.get("before", "")
    places = [start + len(left) for start in _places(text, left + words + right)]
    if "nth" in table:
        places = places[table["nth"] - 1 : table["nth"]]
    if len(places) != 1:
        raise Unresolved(f"{len(places)} places for {dict(table)}")
    span = Span(places[0], places[0] + len(words))
    check_fragments(text, (span,))
    return span


def _places(text: str, words: str) -> Iterator[int]:
    if not words:
        raise Unresolved("an empty surface")
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def without_marks(text: str, fragments: tuple[Span, ...], marks: str) -> tuple[Span, ...]:
    """The fragments without the quotation marks that enclose them.

    ``marks`` are the opening and the closing one as they follow each other in the text; one mark: it is never closed;
    none: nothing encloses the words. Every fragment begins with the opening mark, the last ends with the closing one.
    """
    if not marks:
        return fragments
    opening, closing = marks[0], marks[1:]
    for span in fragments:
        if text[span.start] != opening:
            raise Unresolved(f"{text[span.start : span.end]} does not begin with {opening}")
    if closing and text[fragments[-1].end - 1] != closing:
        raise Unresolved(f"{text[fragments[-1].start : fragments[-1].end]} does not end with {closing}")
    return tuple(
        Span(span.start + 1, span.end - 1 if closing and text[span.end - 1] == closing else span.end)
        for span in fragments
    )
