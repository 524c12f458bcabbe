"""What is drawn on one line: marks turned into stretches, lanes and grounds, kept until something changes there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from PySide6.QtGui import QTextLine

from app.domain.annotation import REJECTED, Annotation
from app.domain.codebook import QUOTE
from app.domain.span import Span
from app.domain.values import frozen
from app.ui.article.geometry import Stretch, joined
from app.ui.article.lanes import Piece, Placed, Underline, arrange, depth, tie_between

_OPEN = 3.5  # gaps: how far a tie reaches out towards a fragment on another line
_MARGIN = 5.0  # pixels beside the line that such a tie may use


@frozen
class Ground:
    """A quote's tinted ground on one line."""

    annotation: Annotation
    stretch: Stretch
    opens: bool
    closes: bool


@frozen
class Bridge:
    """What joins the grounds of an interrupted quote on one line, or reaches out for one on another line."""

    annotation: Annotation
    line: int
    left: float
    right: float


@frozen
class LineDrawing:
    """Everything drawn on one line, in the paragraph's own pixels across: grounds, and lanes under the letters.

    How high the line stands is asked when it is painted, so that a paragraph may gain room without being drawn anew.
    """

    grounds: tuple[Ground, ...]
    lanes: tuple[Placed, ...]
    annotations: dict[str, Annotation]
    depth: int
    bridges: tuple[Bridge, ...] = ()


Pieces = Callable[[Span], list[Stretch]]


def draw_line(line: QTextLine, annotations: Iterable[Annotation], pieces_of: Pieces, gap: float) -> LineDrawing:
    """Lay the marks of one line out around its text: ``annotations`` are those that meet it, ``pieces_of`` finds the
    pieces on it of a span."""
    grounds: list[Ground] = []
    bridges: list[Bridge] = []
    underlines: list[Underline] = []
    shown = {each.id: each for each in annotations if each.state != REJECTED}
    low, high = line.x(), line.x() + line.width()
    for each in shown.values():
        pieces = [pieces_of(span) for span in each.fragments]
        found = [stretch for piece in pieces for stretch in piece]
        ties = _ties(pieces, _OPEN * gap, low - _MARGIN, high + _MARGIN) if len(pieces) > 1 and found else []
        if each.kind == QUOTE:
            grounds += [Ground(each, stretch, stretch.first, stretch.last) for stretch in found]
            bridges += [Bridge(each, line.lineNumber(), left, right) for left, right in ties]
        elif found:
            begins = bool(pieces[0]) and found[0].first
            underlines.append(_underline(each, found, begins, tuple(ties)))
    lanes = arrange(underlines, low, high, gap)
    grounds.sort(key=lambda ground: -ground.annotation.length)
    return LineDrawing(tuple(grounds), tuple(lanes), shown, depth(lanes), tuple(bridges))


def _underline(annotation: Annotation, found: list[Stretch], begins: bool, ties: tuple[Piece, ...]) -> Underline:
    """The mark's pieces on one line; the chip hangs where the mark begins, on its first line only."""
    return Underline(
        annotation.id,
        _from_start(found),
        annotation.length,
        annotation.label.upper() if begins else None,
        all(stretch.forward for stretch in found),
        ties,
    )


def _ties(pieces: list[list[Stretch]], reach: float, low: float, high: float) -> list[Piece]:
    """What joins a mark's fragments on one line, and, where the next or the last one stands on another line, a short
    open end of ``reach`` pixels, between ``low`` and ``high``."""
    found: list[Piece | None] = []
    for one, other in pairwise(pieces):
        if one and other:
            found.append(tie_between(joined(one), joined(other)))
        found += [_open_end(each, reach, True) for each in one if each.last and not other]
        found += [_open_end(each, reach, False) for each in other if each.first and not one]
    cut = [(max(tie[0], low), min(tie[1], high)) for tie in found if tie]
    return [tie for tie in cut if tie[0] < tie[1]]


def _open_end(stretch: Stretch, reach: float, onward: bool) -> Piece:
    """Beside a stretch, towards what comes after it in reading order or what comes before it."""
    if stretch.forward == onward:
        return stretch.right, stretch.right + reach
    return stretch.left - reach, stretch.left


def _from_start(here: list[Stretch]) -> tuple[tuple[float, float], ...]:
    """The joined pieces of one line, the one in which the mark begins at the head: its chip hangs there."""
    start = here[0].left if here[0].forward else here[0].right
    pieces = joined(here)
    pieces.sort(key=lambda piece: not piece[0] - 1 <= start <= piece[1] + 1)
    return tuple(pieces)
