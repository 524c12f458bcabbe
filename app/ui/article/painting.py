"""Paints the marks of the paragraphs in view: grounds under the text, lines, chips and frames over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextBlock, QTextLine

from app.domain.annotation import ACCEPTED, Annotation
from app.domain.codebook import CUE, Codebook
from app.domain.values import frozen
from app.ui.article.brushes import Cut, Scale, bar, cuts, ends, frame, tie, underline
from app.ui.article.drawing import Bridge, Ground, LineDrawing
from app.ui.article.geometry import Stretch, joined
from app.ui.article.lanes import Placed
from app.ui.article.plates import Plates
from app.ui.article.strokes import Strokes, Surface
from app.ui.theme import Theme, colour

_MOST_LINES = 600  # lines whose strokes are kept, several windows full


@frozen
class Sheet:
    """The lines of a paragraph that are painted: the block, where its top left corner stands in the viewport, the
    lines' numbers, and their drawings."""

    block: QTextBlock
    origin: QPointF
    numbers: range
    drawings: list[tuple[int, LineDrawing]]

    def line(self, number: int) -> QTextLine:
        return self.block.layout().lineAt(number)


class MarkPainter:
    """Draws sheets with one codebook, theme and scale."""

    def __init__(self, codebook: Codebook, theme: Theme, scale: Scale) -> None:
        self.theme, self.scale = theme, replace(scale, weight=theme.weight)
        self._inks = {(label.kind, label.id): (theme.of(label), label.pattern) for label in codebook.labels()}
        self._codebook = codebook
        font = scale.chip_font()
        self._metrics = QFontMetricsF(font)
        self._plates = Plates(font, QColor(theme.chip_text), QColor(theme.page))
        self._names: dict[str, list[Cut]] = {}
        self._kept: dict[int, tuple[LineDrawing, Strokes]] = {}

    def ink(self, annotation: Annotation) -> QColor:
        return self._look(annotation)[0]

    def _look(self, annotation: Annotation) -> tuple[QColor, str]:
        """Colour and pattern of its label; a neutral look where the codebook has no such label any more."""
        key = (annotation.kind, annotation.label)
        if key not in self._inks:
            label = self._codebook.shown(*key)
            self._inks[key] = (self.theme.of(label), label.pattern)
        return self._inks[key]

    def below(self, painter: QPainter, sheet: Sheet) -> None:
        """What lies under the text: the tinted ground of quotes.

        Its edges are not smoothed: of so large a box that takes ten times as long, and nobody sees it in a pale tint.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for number, drawing in sheet.drawings:
            if drawing.grounds:
                strokes = self._strokes(sheet, number, drawing)
                strokes.below(painter, sheet.origin.x(), sheet.origin.y() + sheet.line(number).y())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def above(self, painter: QPainter, sheet: Sheet) -> None:
        """What is drawn over and under the letters: edges of quotes, lanes with their chips."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for number, drawing in sheet.drawings:
            if drawing.grounds or drawing.bridges or drawing.lanes:
                strokes = self._strokes(sheet, number, drawing)
                strokes.above(painter, sheet.origin.x(), sheet.origin.y() + sheet.line(number).y(), self._plates)

    def _strokes(self, sheet: Sheet, number: int, drawing: LineDrawing) -> Strokes:
        """The strokes of one line's drawing, kept with it."""
        kept = self._kept.get(id(drawing))
        if kept is None or kept[0] is not drawing:
            if len(self._kept) >= _MOST_LINES:
                self._kept.clear()
            kept = self._kept[id(drawing)] = drawing, self._drawn(replace(sheet, origin=QPointF()), number, drawing)
        return kept[1]

    def _drawn(self, sheet: Sheet, number: int, drawing: LineDrawing) -> Strokes:
        line = sheet.line(number)
        made = Strokes(line.y())
        for ground in drawing.grounds:
            tint = QColor(self.ink(ground.annotation))
            accepted = ground.annotation.state == ACCEPTED
            tint.setAlpha(self.theme.quote_alpha if accepted else self.theme.quote_alpha // 3)
            made.washes.append((self.box(sheet, ground.stretch), tint))
            self._edges(made.pad, sheet, ground)
        for bridge in drawing.bridges:
            self._bridge(made.pad, sheet, bridge)
        for each in drawing.lanes:
            self._lane(made, drawing.annotations[each.underline.mark], each, line.y() + line.ascent())
        return made

    def target(self, painter: QPainter, sheet: Sheet, pieces: list[Stretch]) -> None:
        """The soft ground on what a label key would mark."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(self.theme.target))
        for box in self._joined_boxes(sheet, pieces):
            painter.drawRoundedRect(box.adjusted(-1, 2, 1, -2), 4, 4)

    def frame(
        self,
        painter: QPainter,
        sheet: Sheet,
        pieces: list[Stretch],
        ink: QColor,
        cut: tuple[bool, ...],
    ) -> None:
        """The solid frame of the focused mark, open where the mark goes on elsewhere. ``cut``: whether its start and
        its end are inside a word; there the frame ends square at the very edge, and the bar below the letters shows
        it."""
        painter.setPen(QPen(ink, 1.5 * self.scale.unit * self.scale.weight))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for box in self._joined_boxes(sheet, pieces):
            shut = dict(self._true_edges(sheet, pieces, box, cut))
            frame(painter, box, shut.get(box.left()), shut.get(box.right()))

    def _true_edges(
        self, sheet: Sheet, pieces: list[Stretch], box: QRectF, cut: tuple[bool, ...]
    ) -> Iterator[tuple[float, bool]]:
        """The sides of ``box`` where the mark really begins or ends, and whether that is inside a word."""
        for piece in pieces:
            own = self.box(sheet, piece)
            for is_edge, at_left, is_cut in (
                (piece.first, piece.forward, cut[0]),
                (piece.last, not piece.forward, cut[1]),
            ):
                x, side = (own.left(), box.left()) if at_left else (own.right(), box.right())
                if is_edge and own.top() == box.top() and abs(x - side) < 1:
                    yield side, is_cut

    def boxes(self, sheet: Sheet, pieces: list[Stretch]) -> list[QRectF]:
        """Where pieces stand in the viewport, as high as the letters; those that touch are one box."""
        return self._joined_boxes(sheet, pieces)

    def _joined_boxes(self, sheet: Sheet, pieces: list[Stretch]) -> list[QRectF]:
        """One box a line and place: pieces that touch are framed together."""
        boxes = []
        for number in sorted({piece.line for piece in pieces}):
            here = [piece for piece in pieces if piece.line == number]
            whole = self.box(sheet, here[0])
            for left, right in joined(here):
                boxes.append(QRectF(sheet.origin.x() + left, whole.top(), right - left, whole.height()))
        return boxes

    def box(self, sheet: Sheet, piece: Stretch) -> QRectF:
        """The letters' own height around a piece, without the space that lanes take."""
        line = sheet.line(piece.line)
        baseline = sheet.origin.y() + line.y() + line.ascent()
        top = baseline - min(line.ascent(), 23.0 * self.scale.unit)
        return QRectF(sheet.origin.x() + piece.left, top, piece.width, baseline + self.scale.reach - top)

    def bars(self, sheet: Sheet, ground: Ground) -> list[QLineF]:
        """The bars at a quote's true edges on one line, from top to bottom."""
        box = self.box(sheet, ground.stretch)
        near, far = (box.left(), box.right()) if ground.stretch.forward else (box.right(), box.left())
        at = [x for x, stands in ((near, ground.opens), (far, ground.closes)) if stands]
        return [QLineF(x, box.top(), x, box.bottom()) for x in at]

    def _edges(self, pad: Surface, sheet: Sheet, ground: Ground) -> None:
        box = self.box(sheet, ground.stretch)
        ink, pattern = self._look(ground.annotation)
        for edge in self.bars(sheet, ground):
            bar(pad, edge.x1(), edge.y1(), edge.y2(), pattern, ink, self.scale.stroke)
        if ground.annotation.state != ACCEPTED:
            underline(pad, box.left(), box.right(), box.bottom(), "dotted", ink, self.scale.stroke)

    def _bridge(self, pad: Surface, sheet: Sheet, bridge: Bridge) -> None:
        """From ground to ground over the words between, which are not the quote's."""
        box = self.box(sheet, Stretch(bridge.line, bridge.left, bridge.right, False, False, False))
        tie(pad, box.left(), box.right(), box.top() + self.scale.stroke, self.ink(bridge.annotation), self.scale)

    def _lane(self, made: Strokes, annotation: Annotation, placed: Placed, baseline: float) -> None:
        accepted = annotation.state == ACCEPTED
        ink, pattern = self._look(annotation)
        y = self.lane_row(placed, baseline)
        for left, right in placed.underline.pieces:
            underline(made.pad, left, right, y, pattern if accepted else "dotted", ink, self.scale.stroke)
            if annotation.kind == CUE:
                ends(made.pad, left, right, y, ink, self.scale.stroke)
        for left, right in placed.underline.ties:
            tie(made.pad, left, right, y, ink, self.scale)
        name, box = self.chip_box(placed, 0.0, y)
        if name:
            made.chips.append((box, name, ink, not accepted))

    def lane_row(self, placed: Placed, baseline: float) -> float:
        """The row of an underline's middle."""
        return baseline + self.scale.first_lane + placed.lane * self.scale.lane

    def chip_box(self, placed: Placed, x: float, y: float) -> tuple[str, QRectF]:
        """As much of the chip's name as there is room for, and the box it is painted in; no name where there is none.

        ``x`` is where the paragraph begins, ``y`` the row of the underline.
        """
        whole = placed.underline.chip
        if whole is None:
            return "", QRectF()
        names = self._names.get(whole)
        if names is None:
            names = self._names[whole] = cuts(whole, self._metrics, 3.2 * self.scale.unit)
        room = placed.chip_to - placed.chip_from
        name, width = next((cut for cut in names if cut[1] <= room), ("", 0.0))
        left = placed.chip_from if placed.underline.chip_left else placed.chip_to - width
        return name, QRectF(x + left, y + self.scale.stroke * 0.5, width, self.scale.chip)
