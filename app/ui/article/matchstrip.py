"""A thin strip beside the scroll bar: where in the whole article the matches are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextBlock
from PySide6.QtWidgets import QWidget

from app.domain.span import Span
from app.ui.article.matches import INK
from app.ui.article.view import ArticleView
from app.workbench.seeking import Seeking

_WIDTH, _TICK = 4, 2  # pixels
_LATER = 60  # milliseconds after the last letter


class MatchStrip(QWidget):
    """Lies on the view while matches are shown; the mouse reaches what is under it."""

    def __init__(self, seeking: Seeking, view: ArticleView) -> None:
        super().__init__(view)
        self._seeking, self._view = seeking, view
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ticks: list[tuple[float, float]] = []
        self._soon = QTimer(self)  # the strip may come a moment after the letters
        self._soon.setSingleShot(True)
        self._soon.setInterval(_LATER)
        self._soon.timeout.connect(self._show)
        view.verticalScrollBar().installEventFilter(self)
        self.hide()

    def refresh(self) -> None:
        """The matches are others, or none are shown."""
        bar = self._view.verticalScrollBar()
        if self._seeking.shown and len(self._seeking.matches) and bar.isVisible():
            self._soon.start()
        else:
            self._soon.stop()
            self.hide()

    def _show(self) -> None:
        self._settle()
        self._ticks = self.rows()
        self.show()
        self.update()

    def _settle(self) -> None:
        """At the text's side of the scroll bar, as high as it is."""
        bar = self._view.verticalScrollBar()
        corner = bar.mapTo(self._view, bar.rect().topLeft())
        inner = corner.x() + bar.width() if corner.x() < self._view.width() / 2 else corner.x() - _WIDTH
        self.setGeometry(inner, corner.y(), _WIDTH, bar.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Move):
            self.refresh()
        return False

    def rows(self) -> list[tuple[float, float]]:
        """Where the ticks begin and end in the strip; one tick stands for a paragraph that is full of matches."""
        page, matches = self._view.page, self._seeking.matches
        layout = page.document.documentLayout()
        scale = self.height() / max(layout.documentSize().height(), 1.0)
        found = []
        block = page.document.begin()
        while block.isValid():
            numbers = matches.beginning_in(self._span(block))
            if numbers:
                box = layout.blockBoundingRect(block)
                top, high = box.top() * scale, box.height() * scale
                if len(numbers) * _TICK > high:
                    found.append((top, max(high, _TICK)))
                else:
                    base = page.offsets.to_text(block.position())
                    found += [
                        (top + high * (matches.firsts[number] - base) / block.length(), _TICK) for number in numbers
                    ]
            block = block.next()
        return found

    def _span(self, block: QTextBlock) -> Span:
        offsets = self._view.page.offsets
        return Span(offsets.to_text(block.position()), offsets.to_text(block.position() + block.length() - 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = QColor(INK[self._view.theme.dark])
        painter = QPainter(self)
        for top, high in self._ticks:
            painter.fillRect(QRectF(0, top, _WIDTH, high), ink)
        painter.end()
