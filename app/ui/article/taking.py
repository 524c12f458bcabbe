"""What the mouse takes: letters, stems, sentences or paragraphs, by how often it was pressed. No Qt."""

from __future__ import annotations

from app.domain.span import Span
from app.domain.text.graphemes import ceil_edge, floor_edge
from app.workbench.place import Place
from app.workbench.reading import Reading

LETTER, STEM, SENTENCE, PARAGRAPH = 1, 2, 3, 4


def unit_at(reading: Reading, position: int, presses: int) -> Span:
    """What one, two, three or four quick presses at ``position`` (a code point) take.

    One press takes a place between letters; inside a letter with its marks, that letter. Where no word stands, two do
    the same.
    """
    if presses >= PARAGRAPH:
        return reading.paragraph(position)
    if presses == SENTENCE:
        return reading.sentence(position)
    token = reading.words.at(position) if presses == STEM else None
    if token is not None:
        return reading.stems(token)[0].span
    return Span(floor_edge(reading.text, position), ceil_edge(reading.text, position))


def stretched(base: Span, here: Span) -> Place:
    """The place from the unit in which the mouse went down to the one that it is over now, the caret on that side."""
    if here.start < base.start:
        return Place(base.end, here.start)
    return Place(base.start, max(base.end, here.end))
