"""The true edges of the focused mark: a bar where it begins or ends inside a word, and what cannot be seen at its ends.

The bars lie under the letters, so that no letter is hidden and none looks cut off from its word.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.domain.annotation import Annotation
from app.domain.span import Span
from app.domain.text.folding import is_invisible
from app.domain.text.graphemes import next_edge, previous_edge
from app.domain.text.quotation import MARKS
from app.ui.article.brushes import bar
from app.ui.article.decoration import Decoration
from app.ui.article.geometry import Stretch, x_at
from app.ui.article.page import Page
from app.ui.article.painting import MarkPainter, Sheet
from app.workbench.bench import Workbench

_MOST = 8  # signs that are shown at one end
_TINT = 58  # of 255: how strongly the cell of a sign is tinted


class EdgeSigns(Decoration):
    """Paints at the ends of the mark that has the focus: of each of its fragments, if it has several."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def below(self, painter: QPainter, brushes: MarkPainter, page: Page, sheets: list[Sheet]) -> None:
        """The bars inside words, and the tinted cells of spaces and quotation marks."""
        for mark, span, sheet in self._shown(page, sheets):
            ink = brushes.ink(mark)
            for start in (True, False):
                piece = self._cut(page, sheet, span, start)
                if piece is not None:
                    box = brushes.box(sheet, piece)
                    x = box.left() if piece.forward == start else box.right()
                    unit = brushes.scale.unit
                    bar(painter, x, box.top() - 3 * unit, box.bottom() + 0.4 * unit, "solid", ink, 1.8 * unit)
            tint = QColor(ink)
            tint.setAlpha(_TINT)
            for sign in loose_ends(page_text(self._bench), span):
                for piece in page.pieces(sheet.block, sign, sheet.numbers):
                    painter.fillRect(brushes.box(sheet, piece), tint)

    def above(self, painter: QPainter, brushes: MarkPainter, page: Page, sheets: list[Sheet]) -> None:
        """An open box on each space at an end, a small diamond on each character that has no width."""
        text = page_text(self._bench)
        for mark, span, sheet in self._shown(page, sheets):
            for sign in loose_ends(text, span):
                letter = text[sign.start]
                if letter not in MARKS:
                    self._sign(painter, brushes, page, sheet, sign, brushes.ink(mark), letter.isspace())

    def _shown(self, page: Page, sheets: list[Sheet]) -> Iterator[tuple[Annotation, Span, Sheet]]:
        mark = self._bench.marks.get(self._bench.focus)
        if mark is None or not self._bench.ready:
            return
        for span in mark.fragments:
            for sheet in sheets:
                if _in_block(page, sheet, span.start) is not None or _in_block(page, sheet, span.end - 1) is not None:
                    yield mark, span, sheet

    def _cut(self, page: Page, sheet: Sheet, span: Span, start: bool) -> Stretch | None:
        """The piece of the fragment's outermost letter, where its edge is inside a word."""
        reading, text = self._bench.reading, page_text(self._bench)
        edge = span.start if start else span.end
        if reading is None or not reading.is_inside_word(edge):
            return None
        letter = Span(edge, next_edge(text, edge)) if start else Span(previous_edge(text, edge), edge)
        return next(iter(page.pieces(sheet.block, letter, sheet.numbers)), None)

    def _sign(
        self, painter: QPainter, brushes: MarkPainter, page: Page, sheet: Sheet, sign: Span, ink: QColor, space: bool
    ) -> None:
        unit = brushes.scale.unit
        pieces = page.pieces(sheet.block, sign, sheet.numbers)
        place = _in_block(page, sheet, sign.start)
        if not pieces and place is not None:  # it has no width, or hangs over the line's end
            line = sheet.block.layout().lineForTextPosition(place)
            if line.lineNumber() not in sheet.numbers:
                return
            x, wide = x_at(line, place), 5 * unit if space else 0.0
            pieces = [Stretch(line.lineNumber(), x - wide if page.rtl else x, x if page.rtl else x + wide, *_NEITHER)]
        for piece in pieces:
            box = brushes.box(sheet, piece)
            if space:
                open_box(painter, box, ink, unit)
            else:
                diamond(painter, QPointF(box.center().x(), box.top()), ink, 2.6 * unit)


_NEITHER = (False, False, False)


def page_text(bench: Workbench) -> str:
    return bench.article.text if bench.article else ""


def loose_ends(text: str, span: Span) -> list[Span]:
    """White space, invisible characters and quotation marks at both ends of ``span``, one span each, in code points."""
    start = span.start
    found: list[Span] = []
    while start < span.end and len(found) < _MOST and _is_loose(text[start]):
        found.append(Span(start, start + 1))
        start += 1
    end, last = span.end, max(start, span.end - _MOST)
    while end > last and _is_loose(text[end - 1]):
        found.append(Span(end - 1, end))
        end -= 1
    return found


def _is_loose(letter: str) -> bool:
    return letter.isspace() or letter in MARKS or is_invisible(letter)


def _in_block(page: Page, sheet: Sheet, position: int) -> int | None:
    """The position as UTF-16 units in the sheet's paragraph; None where it is in another."""
    unit = page.offsets.to_qt(position) - sheet.block.position()
    return unit if 0 <= unit < sheet.block.length() else None


def open_box(painter: QPainter, box: QRectF, ink: QColor, unit: float) -> None:
    """The sign for a space, under the baseline of its cell."""
    foot, rise = box.bottom() - 4.5 * unit, 3.2 * unit
    inset = min(unit, box.width() * 0.15)
    left, right = box.left() + inset, box.right() - inset
    painter.setPen(QPen(ink, 1.3 * unit))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = [(left, foot - rise), (left, foot), (right, foot), (right, foot - rise)]
    painter.drawPolyline([QPointF(x, y) for x, y in corners])


def diamond(painter: QPainter, middle: QPointF, ink: QColor, reach: float) -> None:
    """The sign for a character without width, on the frame's upper line."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    around = [(0, -reach), (reach, 0), (0, reach), (-reach, 0)]
    painter.drawPolygon([middle + QPointF(x, y) for x, y in around])
