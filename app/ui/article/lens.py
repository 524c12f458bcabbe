"""The lens on the page: a hairline of dots under each word that reports somebody's words and is not framed yet."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPen

from app.domain.span import Span
from app.domain.text.lexicon import ReportingVerb
from app.ui import settings
from app.ui.article.decoration import Decoration
from app.ui.article.matches import shown
from app.ui.article.page import Page
from app.ui.article.painting import MarkPainter, Sheet
from app.ui.article.sight import in_view
from app.ui.article.view import ArticleView
from app.ui.theme import colour
from app.workbench.announcing import Following
from app.workbench.bench import Workbench
from app.workbench.lens import Lens

_SLICE = 0.003  # seconds of reading at once, and one step more: a quarter of what a key has
_REST = 150  # milliseconds after a key before reading goes on
_BETWEEN = 5  # milliseconds from slice to slice
_EDGE = 400  # code points, more than a line has
_OFF = "off"
_FREE, _MERE = 0.75, 0.4  # how much of the faint ink is in the line, by whether anything is left to do there
_TICKS = {"doubting": 1, "denying": 2}


class LensLight(QObject):
    """Has the lens read the article while the hands rest, what is in view first, and shows what it finds."""

    def __init__(self, bench: Workbench, view: ArticleView) -> None:
        super().__init__(view)
        self._bench, self._view, self._lens = bench, view, bench.lens
        self._seen: Span | None = None  # what is in view, while a slice is read
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._read)
        self._lens.on = settings.read("lens") != _OFF
        view.decorate(LensLines(self._lens))
        self._heard = Following()
        self._heard.listen(bench.opened, self._rest)
        self._heard.listen(bench.said, self._rest)  # with each key that does something
        self._heard.listen(bench.moved, self._rest)
        self._heard.listen(bench.seeking.changed, self._rest)
        self._heard.listen(bench.reworded, self._show_anew)
        self._heard.listen(self._lens.changed, self._show)
        self._rest(None)

    def detach(self) -> None:
        """Stop following the bench."""
        self._timer.stop()
        self._heard.end()

    def switch(self) -> None:
        """Through the lens, or without it; remembered."""
        self._lens.switch(not self._lens.on)
        settings.write("lens", "on" if self._lens.on else _OFF)
        self._show_anew(None)

    def wake(self) -> None:
        """The word lists are there."""
        self._timer.start(_BETWEEN)

    def _rest(self, _news: object) -> None:
        """Wait until the hands rest."""
        if not self._lens.finished:
            self._timer.start(_REST)

    def _show_anew(self, _news: object) -> None:
        """What was shown is true no longer."""
        self._view.repaint_spans(None)
        self._rest(None)

    def _read(self) -> None:
        if not (self._bench.ready and self._lens.serves and self._bench.article is not None):
            return
        until, self._seen = perf_counter() + _SLICE, self._in_view()
        while (more := self._lens.step(self._seen.start)) and perf_counter() < until:
            pass
        self._seen = None
        if more:
            self._timer.start(_BETWEEN)

    def _show(self, spans: list[Span]) -> None:
        """Where a span out of sight stands need not even be known."""
        seen = (self._seen or self._in_view()) if spans else Span(0, 0)
        self._view.repaint_spans([span for span in spans if span.meets(seen)])

    def _in_view(self) -> Span:
        """What is in view, with the lines that are only partly so."""
        top = float(self._view.verticalScrollBar().value())
        found = in_view(self._view.page, top, top + self._view.viewport().height())
        return Span(max(found.start - _EDGE, 0), found.end + _EDGE)


class LensLines(Decoration):
    """Draws what the lens has read of the lines in view."""

    def __init__(self, lens: Lens) -> None:
        self._lens = lens

    def above(self, painter: QPainter, brushes: MarkPainter, page: Page, sheets: list[Sheet]) -> None:
        if not self._lens.serves:
            return
        for sheet in sheets:
            for verb, free in self._lens.expressions(shown(page, sheet)):
                self._draw(painter, brushes, page, sheet, verb, free)

    def _draw(
        self, painter: QPainter, brushes: MarkPainter, page: Page, sheet: Sheet, verb: ReportingVerb, free: bool
    ) -> None:
        unit = brushes.scale.unit
        ink = QColor(colour(brushes.theme.faint))
        ink.setAlphaF(_FREE if free else _MERE)
        pen = QPen(ink, 1.3 * unit * brushes.scale.weight)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.2])
        for piece in page.pieces(sheet.block, verb.span, sheet.numbers):
            box = brushes.box(sheet, piece)
            painter.setPen(pen)
            painter.drawLine(QPointF(box.right(), box.bottom()), QPointF(box.left(), box.bottom()))
            if piece.last:
                painter.setPen(QPen(ink, unit))
                self._ticks(painter, box.left() if piece.forward is False else box.right(), box.bottom(), unit, verb)

    def _ticks(self, painter: QPainter, x: float, y: float, unit: float, verb: ReportingVerb) -> None:
        """One stroke across the line's end where the reporter doubts, two where the speaker denies."""
        for number in range(_TICKS.get(verb.strength, 0)):
            at = x + (2 + 3 * number) * unit
            painter.drawLine(QPointF(at - unit, y + 3 * unit), QPointF(at + unit, y - 3 * unit))
