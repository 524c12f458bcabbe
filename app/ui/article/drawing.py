"""What is drawn on one line: marks turned into stretches, lanes and grounds, kept until something changes there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtGui import QTextLine

from app.domain.annotation import REJECTED, Annotation
from app.domain.codebook import QUOTE
from app.domain.span import Span
from app.ui.article.geometry import Stretch, joined
from app.ui.article.lanes import Placed, Underline, arrange, depth


@dataclass(frozen=True, slots=True)
class Ground:
    """A quote's tinted ground on one line."""

    annotation: Annotation
    stretch: Stretch
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class LineDrawing:
    """Everything drawn on one line, in the paragraph's own pixels across: grounds, and lanes under the letters.

    How high the line stands is asked when it is painted, so that a paragraph may gain room without being drawn anew.
    """

    grounds: tuple[Ground, ...]
    lanes: tuple[Placed, ...]
    annotations: dict[str, Annotation]
    depth: int


Pieces = Callable[[Span], list[Stretch]]


def draw_line(line: QTextLine, annotations: Iterable[Annotation], pieces_of: Pieces, gap: float) -> LineDrawing:
    """Lay the marks of one line out around its text: ``annotations`` are those that meet it, ``pieces_of`` finds the
    pieces on it of a span."""
    grounds: list[Ground] = []
    underlines: list[Underline] = []
    shown = {each.id: each for each in annotations if each.state != REJECTED}
    for each in shown.values():
        pieces = [pieces_of(span) for span in each.fragments]
        found = [stretch for piece in pieces for stretch in piece]
        if each.kind == QUOTE:
            grounds += [Ground(each, stretch, stretch.first, stretch.last) for stretch in found]
        elif found:
            underlines.append(_underline(each, found, begins=bool(pieces[0]) and found[0].first))
    lanes = arrange(underlines, line.x(), line.x() + line.width(), gap)
    grounds.sort(key=lambda ground: -ground.annotation.length)
    return LineDrawing(tuple(grounds), tuple(lanes), shown, depth(lanes))


def _underline(annotation: Annotation, found: list[Stretch], begins: bool) -> Underline:
    """The mark's pieces on one line; the chip hangs where the mark begins, on its first line only."""
    return Underline(
        annotation.id,
        _from_start(found),
        annotation.length,
        annotation.label.upper() if begins else None,
        all(stretch.forward for stretch in found),
    )


def _from_start(here: list[Stretch]) -> tuple[tuple[float, float], ...]:
    """The joined pieces of one line, the one in which the mark begins at the head: its chip hangs there."""
    start = here[0].left if here[0].forward else here[0].right
    pieces = joined(here)
    pieces.sort(key=lambda piece: not piece[0] - 1 <= start <= piece[1] + 1)
    return tuple(pieces)
