"""Which mark is painted at a point: the boxes of chips, underlines and bars are those that the painter uses."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF

from app.domain.annotation import Annotation
from app.ui.article.painting import MarkPainter, Sheet

_REACH = 3.5  # how far from a line of two pixels one may press, in the unit of the scale


def mark_at(brushes: MarkPainter, sheets: list[Sheet], point: QPointF) -> Annotation | None:
    """The mark whose chip holds the point, else whose underline or bar is near it; of several the shortest."""
    for boxes in (chip_boxes, line_boxes):
        hit = [mark for sheet in sheets for mark, box in boxes(brushes, sheet) if box.contains(point)]
        if hit:
            return min(hit, key=lambda mark: (mark.length, mark.id))
    return None


def chip_boxes(brushes: MarkPainter, sheet: Sheet) -> Iterator[tuple[Annotation, QRectF]]:
    """Every chip of the sheet's lines, in the viewport's pixels."""
    for number, drawing in sheet.drawings:
        for placed in drawing.lanes:
            row = brushes.lane_row(placed, _baseline(sheet, number))
            name, box = brushes.chip_box(placed, sheet.origin.x(), row)
            if name:
                yield drawing.annotations[placed.underline.mark], box


def line_boxes(brushes: MarkPainter, sheet: Sheet) -> Iterator[tuple[Annotation, QRectF]]:
    """Where every underline and every bar at a quote's edge can be pressed."""
    reach, x = _REACH * brushes.scale.unit, sheet.origin.x()
    for number, drawing in sheet.drawings:
        for placed in drawing.lanes:
            row = brushes.lane_row(placed, _baseline(sheet, number))
            for left, right in placed.underline.pieces:
                yield drawing.annotations[placed.underline.mark], QRectF(x + left, row - reach, right - left, 2 * reach)
        for ground in drawing.grounds:
            for bar in brushes.bars(sheet, ground):
                yield ground.annotation, QRectF(bar.p1(), bar.p2()).adjusted(-reach, 0, reach, 0)


def _baseline(sheet: Sheet, number: int) -> float:
    line = sheet.line(number)
    return sheet.origin.y() + line.y() + line.ascent()
