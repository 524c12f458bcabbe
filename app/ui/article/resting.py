"""Signs of an article at rest: a pale caret while the keyboard is elsewhere, and a word where there is no article."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QApplication

from app.ui.article.decoration import Decoration
from app.ui.article.page import Page
from app.ui.article.painting import MarkPainter, Sheet
from app.ui.telling import nothing_open
from app.workbench.bench import Workbench


class RestingCaret(Decoration):
    """Painted while the view has not the keyboard. ``caret`` tells where the caret is in the viewport, None while the
    view has the keyboard and Qt paints it."""

    def __init__(self, caret: Callable[[], QRect | None]) -> None:
        self._caret = caret

    def above(self, painter: QPainter, brushes: MarkPainter, page: Page, sheets: list[Sheet]) -> None:
        where = self._caret()
        if where is not None:
            painter.setPen(QPen(QColor(brushes.theme.faint), 1))
            painter.setBrush(QColor(brushes.theme.page))
            painter.drawRect(QRectF(where).adjusted(-0.5, 0.5, 0.5, -0.5))


class Emptiness(Decoration):
    """What to do, in the middle of the page, while no article is open."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench

    def above(self, painter: QPainter, brushes: MarkPainter, page: Page, sheets: list[Sheet]) -> None:
        if self._bench.article is not None:
            return
        font = QApplication.font()
        font.setPixelSize(16)
        painter.setFont(font)
        painter.setPen(QColor(brushes.theme.faint))
        room = QRectF(painter.window())
        wrapped = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(room.adjusted(0, 0, 0, -room.height() / 4), wrapped, nothing_open())
