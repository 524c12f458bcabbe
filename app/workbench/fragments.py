"""A mark's fragments as they grow, shrink, join and leave. Plain functions on values; positions are code points."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.annotation import Annotation
from app.domain.span import Fragments, Span
from app.domain.values import frozen


def joined(spans: Iterable[Span]) -> Fragments:
    """The spans in order, those that overlap or touch taken together. A gap of white space stays a gap."""
    made: list[Span] = []
    for span in sorted(spans):
        if made and span.start <= made[-1].end:
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return tuple(made)


def fragment_at(annotation: Annotation, caret: int) -> int | None:
    """Which fragment the caret is in or touches; None where it is in a gap or beside the mark."""
    around = (number for number, span in enumerate(annotation.fragments) if span.start <= caret <= span.end)
    return next(around, None)


@frozen
class Edge:
    """The edge that a key moves: of which fragment, and whether it is its start or its end."""

    fragment: int
    is_start: bool

    def of(self, annotation: Annotation) -> int:
        """Where it stands."""
        span = annotation.fragments[self.fragment]
        return span.start if self.is_start else span.end

    def moved(self, annotation: Annotation, to: int) -> Fragments | None:
        """The fragments with this edge at ``to``, or at the neighbouring fragment, which it joins, if that comes first;
        None when nothing would be left of its own."""
        spans = list(annotation.fragments)
        here = spans[self.fragment]
        if self.is_start:
            before = spans[self.fragment - 1].end if self.fragment else 0
            made = Span(max(to, before), here.end)
        else:
            after = spans[self.fragment + 1].start if self.fragment + 1 < len(spans) else to
            made = Span(here.start, min(to, after))
        if made.start >= made.end:
            return None
        spans[self.fragment] = made
        return joined(spans)


def edge_at(annotation: Annotation, caret: int, is_start: bool) -> Edge:
    """The edge of the fragment at the caret, else the outer edge of the whole mark."""
    number = fragment_at(annotation, caret)
    if number is None:
        number = 0 if is_start else len(annotation.fragments) - 1
    return Edge(number, is_start)
