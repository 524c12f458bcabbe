"""Half-open ranges of code points, and the rules that a run of them must keep."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.errors import N_, SpanError
from app.domain.text.graphemes import is_edge


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]``: code points, 0-based, end exclusive."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end


Fragments = tuple[Span, ...]


def fragments_of(pairs: Iterable[Sequence[int]]) -> Fragments:
    """Fragments from ``[[start, end], ...]`` as they stand in a file; nothing is checked yet."""
    return tuple([Span(int(start), int(end)) for start, end in pairs])


def surface(text: str, fragments: Sequence[Span]) -> str:
    """The text at the fragments, joined with nothing in between."""
    if len(fragments) == 1:  # as most marks have
        return text[fragments[0].start : fragments[0].end]
    return "".join(text[span.start : span.end] for span in fragments)


def check_fragments(text: str, fragments: Sequence[Span]) -> None:
    """Raise ``SpanError`` unless the fragments are sorted, disjoint, non-empty, in ``text`` and on grapheme edges."""
    if not fragments:
        raise SpanError(N_("A mark needs at least one fragment."))
    previous = 0
    for span in fragments:
        if span.start >= span.end:
            raise SpanError(N_("The fragment {start}-{end} is empty."), start=span.start, end=span.end)
        if span.start < previous:
            raise SpanError(
                N_("The fragment {start}-{end} is out of order or overlaps the one before."),
                start=span.start,
                end=span.end,
            )
        if span.start < 0 or span.end > len(text):
            raise SpanError(
                N_("The fragment {start}-{end} lies outside the text of {length} characters."),
                start=span.start,
                end=span.end,
                length=len(text),
            )
        for edge in (span.start, span.end):
            if not is_edge(text, edge):
                raise SpanError(
                    N_("The edge {edge} of the fragment {start}-{end} splits a letter from its marks."),
                    edge=edge,
                    start=span.start,
                    end=span.end,
                )
        previous = span.end
