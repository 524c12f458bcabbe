"""A row of the list of reprints: its title, where and when it was printed, how far it has come, and how like it is."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.ui.queue import status_icon
from app.ui.queue_rows import status_word
from app.ui.rowpaint import draw_ground, draw_share, strip
from app.ui.theme import Theme, colour
from app.ui.words import isolated, tr
from app.workbench.reprints import Print

ROW = Qt.ItemDataRole.UserRole
_TEXT_SIZE, _SIDE, _BAR, _ICON = 19, 12, 92, 14

Index = QModelIndex | QPersistentModelIndex


class PrintDelegate(QStyledItemDelegate):
    """Two lines; at the far end a bar as long as the reprint is like the article."""

    def __init__(self, theme: Theme, font: QFont, length: int) -> None:
        super().__init__()
        self._theme, self._length = theme, length
        self._font = QFont(font)
        self._font.setPixelSize(_TEXT_SIZE)
        self._line = QFontMetrics(self._font).lineSpacing()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        shape: Any = option
        return QSize(200, self._line + QFontMetrics(shape.font).height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shape: Any = option
        row: Print = index.data(ROW)
        painter.save()
        draw_ground(painter, option, self._theme)
        mirrored = shape.direction == Qt.LayoutDirection.RightToLeft
        place = QRectF(shape.rect).adjusted(_SIDE, 5, -_SIDE, -5)
        bar, place = strip(place, _BAR, not mirrored, _SIDE)
        self._draw_status(painter, place, row, mirrored)
        _, place = strip(place, _ICON + 8, mirrored)
        small = QFontMetrics(shape.font).height()
        self._say(painter, place.adjusted(0, 0, 0, -small), row.name, self._font, self._theme.ink, mirrored)
        foot = QRectF(place.left(), place.bottom() - small, place.width(), small)
        self._say(painter, foot, self.around(row), shape.font, self._theme.faint, mirrored)
        self._draw_likeness(painter, bar, row, shape.font, mirrored)
        painter.restore()

    def around(self, row: Print) -> str:
        """Source, day, status, marks and length on one line."""
        parts = [isolated(row.source)] if row.source else []
        if row.published:
            parts.append(f"\u2066{row.published[:10]}\u2069")
        parts += [status_word(row.status), tr("%n marks", row.marks)]
        if row.suggested:
            parts.append(tr("%n suggestions", row.suggested))
        parts += self._length_words(row)
        return " · ".join(parts)

    def spoken(self, row: Print) -> str:
        """The whole row in words."""
        return tr("; ").join((isolated(row.name), f"{_percent(row)}%", self.around(row)))

    def _length_words(self, row: Print) -> list[str]:
        share = 100 * (row.length - self._length) / max(self._length, 1)
        if abs(share) < 3:
            return []
        return [(tr("{n}% longer") if share > 0 else tr("{n}% shorter")).format(n=round(abs(share)))]

    def _draw_status(self, painter: QPainter, place: QRectF, row: Print, mirrored: bool) -> None:
        icon: QIcon = status_icon(row.status)
        left = place.right() - _ICON if mirrored else place.left()
        top = place.top() + (self._line - _ICON) / 2
        icon.paint(painter, QRectF(left, top, _ICON, _ICON).toRect())

    def _say(self, painter: QPainter, place: QRectF, text: str, font: QFont, shade: str, mirrored: bool) -> None:
        """One line on the side where reading begins, cut where the room for it ends."""
        option = QTextOption(Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft)
        option.setAlignment(option.alignment() | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        painter.setFont(font)
        painter.setPen(colour(shade))
        metrics = QFontMetrics(font)
        painter.drawText(place, metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(place.width())), option)

    def _draw_likeness(self, painter: QPainter, place: QRectF, row: Print, font: QFont, mirrored: bool) -> None:
        draw_share(painter, place, row.likeness, self._theme, colour(self._theme.accent), mirrored)
        shade = self._theme.text
        self._say(painter, place.adjusted(0, 0, 0, -11), f"{_percent(row)}%", font, shade, mirrored)


def _percent(row: Print) -> int:
    """Rounded down: only what is all there is 100."""
    return int(100 * row.likeness)
