"""The sign that the keyboard is elsewhere: a pale caret where the article's own would blink."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.article.decoration import Decoration
from app.ui.article.page import Page
from app.ui.article.painting import MarkPainter, Sheet


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
