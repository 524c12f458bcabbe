"""The zones of the article, told quietly in the margin: a hairline beside each, and its name where it begins."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.domain.annotation import Record
from app.domain.article import Details, Zone
from app.domain.edit import Edit
from app.domain.span import Span
from app.ui.article.view import ArticleView
from app.ui.theme import colour
from app.ui.words import said
from app.workbench.announcing import Following
from app.workbench.bench import Workbench
from app.workbench.silence import BODY

_GAP, _TEXT, _END = 9, 16, 6  # pixels from the column to the hairline, to the name, and from the name to the window
_SIZE, _LEAST = 12, 26  # pixels of the letters; of the least room for a name
_WIDEST = 170
_LAYS_OUT = (QEvent.Type.Resize, QEvent.Type.PaletteChange, QEvent.Type.LayoutDirectionChange)


class ZoneMargin(QWidget):
    """Lies in the margin where the article's lines begin; the mouse reaches what is under it.

    The running text has no sign. Nothing is worked out while one scrolls: the rows are known until the page is laid out
    anew.
    """

    def __init__(self, bench: Workbench, view: ArticleView) -> None:
        super().__init__(view)
        self._bench, self._view = bench, view
        self._rows: list[tuple[Zone, float, float]] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._heard = Following()
        self._heard.listen(bench.opened, self._renew)
        self._heard.listen(bench.edited, self._follow)
        view.verticalScrollBar().valueChanged.connect(self.update)
        view.document().documentLayout().documentSizeChanged.connect(self._renew)
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)
        self._renew()

    def detach(self) -> None:
        """Stop following the bench."""
        self._heard.end()

    def names(self) -> list[str]:
        """What stands in the margin, from top to bottom."""
        return [self._name(zone) for zone, _, _ in self._known()]

    def _renew(self, _news: object = None) -> None:
        self._rows = None
        self._settle()
        self.update()

    def _follow(self, edit: Edit) -> None:
        records: list[Record] = [change.record for change in edit.changes]
        if any(isinstance(record, Details) for record in records):
            with self._view.scrolling.held():
                self._view.set_margins()
            self._renew()

    def _settle(self) -> None:
        """Between the column and the edge of the view, where lines begin; a scroll bar there keeps its room."""
        column, inside = self._view.viewport().geometry(), self._view.contentsRect()
        bar = self._view.verticalScrollBar()
        at = bar.mapTo(self._view, bar.rect().topLeft()).x() if bar.isVisible() else -1
        if self._view.page.rtl:
            end = at if at > column.right() else inside.right()
            place = QRect(column.right() + 1, column.top(), min(end - column.right(), _WIDEST), column.height())
        else:
            start = at + bar.width() if 0 <= at < column.left() else inside.left()
            wide = min(column.left() - start, _WIDEST)
            place = QRect(column.left() - wide, column.top(), wide, column.height())
        if place != self.geometry():
            self.setGeometry(place)
        self.setVisible(bool(self._bench.article is not None and self._bench.article.zones))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _LAYS_OUT or (event.type() == QEvent.Type.Move and watched is self._view.viewport()):
            self._renew()
        return False

    def _known(self) -> list[tuple[Zone, float, float]]:
        if self._rows is None:
            self._rows = list(self._find())
        return self._rows

    def _find(self) -> Iterator[tuple[Zone, float, float]]:
        """Zones with the document's rows that they take, one beside the other on a line only once."""
        page, article = self._view.page, self._bench.article
        for zone in article.zones if article is not None else ():
            if zone.name != BODY and zone.span.end <= len(article.text if article else ""):
                top = page.rows(Span(zone.span.start, zone.span.start + 1))[0]
                yield zone, top, page.rows(Span(zone.span.end - 1, zone.span.end))[1]

    def _name(self, zone: Zone) -> str:
        known = next((each for each in self._bench.codebook.zones if each.id == zone.name), None)
        return said(known.name) if known is not None else zone.name

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = QFont(self.font())
        font.setPixelSize(_SIZE)
        painter.setFont(font)
        ink = QColor(colour(self._view.theme.faint))
        line = QColor(ink)
        line.setAlphaF(0.55)
        shift = -self._view.verticalScrollBar().value()
        for zone, top, bottom in self._known():
            if bottom + shift > 0 and top + shift < self.height():
                self._draw(painter, zone, QRectF(0, top + shift, self.width(), bottom - top), ink, line)
        painter.end()

    def _draw(self, painter: QPainter, zone: Zone, rows: QRectF, ink: QColor, line: QColor) -> None:
        """A hairline, and the name beside its first row, both from the column outwards."""
        rtl = self._view.page.rtl
        x = _GAP if rtl else self.width() - _GAP
        painter.setPen(QPen(line, 1.2 * self._view.theme.weight))
        painter.drawLine(QPointF(x, rows.top() + 7), QPointF(x, rows.bottom() - 9))
        room = self.width() - _TEXT - _END
        if room < _LEAST:
            return
        metrics = QFontMetricsF(painter.font())
        name = metrics.elidedText(self._name(zone), Qt.TextElideMode.ElideRight, room)
        first = min(rows.height(), self._view.page.pitch)
        box = QRectF(_TEXT if rtl else _END, rows.top(), room, first - 22)
        painter.setPen(ink)
        side = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
        painter.drawText(box, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter, name)
