"""One line of a list: a swatch, a name, where it belongs, and its keys at the far edge."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.theme import Theme, colour

GROUP, KEYS, RULE = (Qt.ItemDataRole.UserRole + number for number in range(1, 4))
_MARGIN, _SWATCH, _GAP, _HEIGHT = 10, QSize(16, 10), 10, 32
_SPARE = 4  # a text may need a little more than its advance, and would be cut


def draw_ground(painter: QPainter, option: QStyleOptionViewItem, theme: Theme) -> None:
    """The ground of a row, framed, where it is the current one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setPen(QPen(colour(theme.accent), 1.5))
        painter.setBrush(colour(theme.accent_ground))
        painter.drawRoundedRect(QRectF(option.rect).adjusted(3, 1, -3, -1), 6, 6)


def strip(place: QRectF, width: float, right: bool, gap: float = 0) -> tuple[QRectF, QRectF]:
    """A strip of ``place`` at its right or left end, and the rest behind a gap, in pixels."""
    if right:
        at_end = QRectF(place.right() - width, place.top(), width, place.height())
        return at_end, place.adjusted(0, 0, -width - gap, 0)
    return QRectF(place.left(), place.top(), width, place.height()), place.adjusted(width + gap, 0, 0, 0)


def draw_share(painter: QPainter, place: QRectF, share: float, theme: Theme, shade: QColor, mirrored: bool) -> None:
    """A bar at the foot of ``place``, filled as far as the ``share`` (of 1) goes."""
    track = QRectF(place.left(), place.bottom() - 9, place.width(), 5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(theme.border))
    painter.drawRoundedRect(track, 2.5, 2.5)
    painter.setBrush(shade)
    painter.drawRoundedRect(strip(track, track.width() * share, mirrored)[0], 2.5, 2.5)


class RowPainter(QStyledItemDelegate):
    """Paints by reading order, so that both directions of the interface are mirrors of each other. ``RULE``: a thin
    line above says that another part of the list begins."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, max(_HEIGHT, option.fontMetrics.height() + 12))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self._theme.accent_ground))
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 6, 6)
        if index.data(RULE):
            painter.setPen(colour(self._theme.border))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
        self._write(painter, option, index)
        painter.restore()

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The texts, each cut where the room for it ends."""
        painter.setFont(option.font)
        metrics = painter.fontMetrics()
        room = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            box = QRect(room.left(), room.center().y() - _SWATCH.height() // 2, _SWATCH.width(), _SWATCH.height())
            icon.paint(painter, self._mirrored(option, room, box))
        start = _SWATCH.width() + _GAP
        keys, group = index.data(KEYS) or "", index.data(GROUP) or ""
        end = room.width() - (metrics.horizontalAdvance(keys) + _SPARE + _GAP if keys else 0)
        name = str(index.data(Qt.ItemDataRole.DisplayRole))
        wanted = min(metrics.horizontalAdvance(name) + _SPARE, end - start)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        texts = (
            (name, self._theme.text, start, wanted),
            (group, self._theme.faint, start + wanted + _GAP, end - start - wanted - _GAP),
            (keys, self._theme.faint, end + _GAP, room.width() - end - _GAP),
        )
        for text, ink, left, width in texts:
            if text and width > 12:
                painter.setPen(colour(ink))
                box = self._mirrored(option, room, QRect(room.left() + left, room.top(), width, room.height()))
                cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
                painter.drawText(box, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), cut)

    def _mirrored(self, option: QStyleOptionViewItem, room: QRect, box: QRect) -> QRect:
        return QStyle.visualRect(option.direction, room, box)
