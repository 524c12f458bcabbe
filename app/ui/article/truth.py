"""The truth about the letters (F2): invisible characters, spaces, directions and the true edges of marks, all painted
around the text. No letter moves."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextBlock

from app.domain.span import Span
from app.domain.text.quotation import SWAPPED, doubtful_marks
from app.domain.text.unseen import FLAGGED, ODD_SPACE, SPACE
from app.ui.article.brushes import underline
from app.ui.article.decoration import Decoration
from app.ui.article.geometry import Stretch
from app.ui.article.page import Page
from app.ui.article.painting import MarkPainter, Sheet
from app.ui.article.truthlines import Box, LineTruth, Run, Sign, fanned, truth_of
from app.ui.theme import colour
from app.workbench.bench import Workbench

_LONGEST = 20_000  # code points of a paragraph whose quotation marks are compared


class Truth(Decoration):
    """Draws it over the lines in view while it is ``shown``."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self.shown = False
        self._lines: dict[tuple[int, int], LineTruth] = {}
        self._doubts: dict[int, dict[int, str]] = {}
        self._laid_out: tuple[object, ...] = ()

    def above(self, painter: QPainter, brushes: MarkPainter, page: Page, sheets: list[Sheet]) -> None:
        if not self.shown or self._bench.article is None:
            return
        pen = _Pen(painter, brushes)
        for sheet in sheets:
            doubts = self.doubts(page, sheet.block)
            for number, drawing in sheet.drawings:
                pen.begin(sheet, number)
                truth = self.line(page, sheet.block, number)
                pen.line(truth, page.rtl, last=number == sheet.block.layout().lineCount() - 1)
                for at, why in doubts.items():
                    for piece in page.pieces(sheet.block, Span(at, at + 1), range(number, number + 1)):
                        pen.doubt(piece.left, piece.right, why)
                for each in drawing.annotations.values():
                    for span in each.fragments:
                        pen.edges(page.pieces(sheet.block, span, range(number, number + 1)), brushes.ink(each))

    def line(self, page: Page, block: QTextBlock, number: int) -> LineTruth:
        """What there is to show of one line, found once as long as the page is laid out the same."""
        laid_out = (page.offsets, page.document.textWidth(), page.scale)
        if laid_out != self._laid_out:
            if not self._laid_out or laid_out[0] is not self._laid_out[0]:
                self._doubts.clear()
            self._laid_out = laid_out
            self._lines.clear()
        key = block.blockNumber(), number
        if key not in self._lines:
            self._lines[key] = truth_of(block.layout().lineAt(number), page.text_of(block), page.rtl)
        return self._lines[key]

    def doubts(self, page: Page, block: QTextBlock) -> dict[int, str]:
        """The paragraph's doubtful quotation marks by code point. A very long paragraph is not read for them."""
        article, number = self._bench.article, block.blockNumber()
        if article is None or block.length() > _LONGEST:
            return {}
        if not self._laid_out or page.offsets is not self._laid_out[0]:
            self._doubts.clear()
        if number not in self._doubts:
            self._doubts[number] = doubtful_marks(article.text, page.offsets.to_text(block.position()))
        return self._doubts[number]


class _Pen:
    """Draws the truth of one line after the other."""

    def __init__(self, painter: QPainter, brushes: MarkPainter) -> None:
        self._painter, self._unit = painter, brushes.scale.unit
        theme = brushes.theme
        self._accent, self._faint, self._grave = (colour(each) for each in (theme.accent, theme.faint, theme.grave))
        self._page = colour(theme.page)
        self._font = brushes.scale.chip_font()
        self._font.setFamilies(["IBM Plex Sans Arabic", "DejaVu Sans"])
        self._font.setPixelSize(max(6, round(7.2 * self._unit)))
        self._font.setWeight(QFont.Weight.Medium)
        self._metrics = QFontMetricsF(self._font)
        self._widths: dict[str, float] = {}
        self._x = self._top = self._baseline = self._height = 0.0
        self._left = self._right = 0.0

    def begin(self, sheet: Sheet, number: int) -> None:
        line = sheet.line(number)
        self._x = sheet.origin.x()
        self._top = sheet.origin.y() + line.y()
        self._baseline = self._top + line.ascent()
        self._height = line.height()
        self._left, self._right = line.x(), line.x() + line.width()
        self._painter.setFont(self._font)

    def line(self, truth: LineTruth, rtl: bool, last: bool) -> None:
        if len(truth.runs) > 1 or any(run.turned for run in truth.runs):
            for order, run in enumerate(truth.runs, start=1):
                self._run(run, order, rtl)
        self._dots([box for box in truth.boxes if box.what.kind == SPACE])
        for box in truth.boxes:
            self._box(box)
        if last:
            self._end(truth.end, rtl)
        self._signs(truth.signs, rtl)

    def _signs(self, signs: tuple[Sign, ...], rtl: bool) -> None:
        """Small labels over the letters, fanned out, each with a stem to the very place of its character."""
        if not signs:
            return
        order = sorted(signs, key=lambda sign: (sign.x, -sign.unit if rtl else sign.unit))
        high, pad = self._metrics.height() * 0.92, 2.2 * self._unit
        spots = [(sign.x, self._width(sign.what.short) + 2 * pad) for sign in order]
        middles = fanned(spots, self._left, self._right, 1.0)
        top = self._baseline - 22 * self._unit - high
        for sign, (x, width), middle in zip(order, spots, middles, strict=True):
            ink = self._faint if sign.what.kind == FLAGGED else self._accent
            self._painter.setPen(QPen(ink, 0.9 * self._unit))
            knee = QPointF(self._x + x, self._baseline - 15 * self._unit)
            self._painter.drawLine(knee, QPointF(self._x + middle, top + high))
            if sign.hidden:
                self._painter.drawLine(knee, QPointF(self._x + x, self._baseline + 4 * self._unit))
            box = QRectF(self._x + middle - width / 2, top, width, high)
            self._painter.setBrush(self._page)
            self._painter.drawRoundedRect(box, 2.5, 2.5)
            self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign.what.short)

    def _dots(self, spaces: list[Box]) -> None:
        pen = QPen(_clear(self._faint, 150), 2 * self._unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._painter.setPen(pen)
        y = self._baseline - 5 * self._unit
        self._painter.drawPoints([QPointF(self._x + (box.left + box.right) / 2, y) for box in spaces])

    def _box(self, box: Box) -> None:
        if box.what.kind == SPACE:
            return
        left, right = self._x + box.left, self._x + box.right
        ink = self._accent if box.what.kind == ODD_SPACE else _clear(self._faint, 170)
        y, high = self._baseline + 5 * self._unit, 3 * self._unit
        self._painter.setPen(QPen(ink, 1.1 * self._unit))
        self._stroke((left + 0.5, y - high), (left + 0.5, y), (right - 0.5, y), (right - 0.5, y - high))

    def _stroke(self, *points: tuple[float, float]) -> None:
        self._painter.drawPolyline([QPointF(x, y) for x, y in points])

    def _run(self, run: Run, order: int, rtl: bool) -> None:
        """A thin line under a stretch of one direction, an arrow where reading it ends, its number where it begins."""
        ink = self._accent if run.forward == rtl else _clear(self._faint, 130)
        ink = self._grave if run.turned else ink
        y = self._baseline + 10.5 * self._unit
        start, end = (run.left, run.right) if run.forward else (run.right, run.left)
        start, end, on = self._x + start, self._x + end, 1 if run.forward else -1
        self._painter.setPen(QPen(ink, 0.9 * self._unit))
        self._painter.drawLine(QLineF(start + on, y, end - on, y))
        tip, head, half = end - on, 3 * self._unit * on, 2 * self._unit
        self._painter.setBrush(ink)
        self._painter.drawPolygon([QPointF(tip, y), QPointF(tip - head, y - half), QPointF(tip - head, y + half)])
        width, high = self._width(str(order)) + 2, self._metrics.height()
        box = QRectF(start if run.forward else start - width, y - high / 2, width, high)
        if abs(end - start) > 2.2 * width:
            self._painter.fillRect(box, self._page)
            self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(order))

    def _end(self, x: float, rtl: bool) -> None:
        """The end of a paragraph: a faint hook."""
        on = (-1 if rtl else 1) * self._unit
        at = self._x + x + 5 * on
        y = self._baseline - min(5 * self._unit, self._height / 3)
        self._painter.setPen(QPen(_clear(self._faint, 150), 1.0 * self._unit))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._stroke((at + 6 * on, y - 5 * self._unit), (at + 6 * on, y), (at, y))
        self._stroke((at + 2.5 * on, y - 2 * self._unit), (at, y), (at + 2.5 * on, y + 2 * self._unit))

    def doubt(self, left: float, right: float, why: str) -> None:
        """A sign under a quotation mark: a wave when its partner is missing, two lines when the two are swapped."""
        spare = max(10 * self._unit - (right - left), 0) / 2
        y = self._baseline + 2.5 * self._unit
        pattern = "double" if why == SWAPPED else "wave"
        underline(
            self._painter, self._x + left - spare, self._x + right + spare, y, pattern, self._grave, 2 * self._unit
        )

    def edges(self, pieces: list[Stretch], ink: QColor) -> None:
        """Bars with feet that turn inward, where a mark truly begins and ends."""
        for piece in pieces:
            near, far = (piece.left, piece.right) if piece.forward else (piece.right, piece.left)
            on = 1 if piece.forward else -1
            if piece.first:
                self._bar(self._x + near, on, ink)
            if piece.last:
                self._bar(self._x + far, -on, ink)

    def _bar(self, x: float, inward: int, ink: QColor) -> None:
        top, bottom, foot = self._baseline - 19 * self._unit, self._baseline + 9 * self._unit, 3.5 * self._unit * inward
        self._painter.setPen(QPen(ink, 1.1 * self._unit))
        self._stroke((x + foot, top), (x, top), (x, bottom), (x + foot, bottom))

    def _width(self, short: str) -> float:
        if short not in self._widths:
            self._widths[short] = self._metrics.horizontalAdvance(short)
        return self._widths[short]


def _clear(ink: QColor, alpha: int) -> QColor:
    made = QColor(ink)
    made.setAlpha(alpha)
    return made
