"""One row of the queue: the status, the title, and under it what the card and the layer say of the article."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.domain.annotation import DONE, EXCLUDED, FLAGGED, IN_PROGRESS, NEW
from app.domain.card import HIGH, LOW, URGENT
from app.store import QueueRow
from app.ui.words import isolated, tr

ROW = Qt.ItemDataRole.UserRole + 1
_SIDE, _ICON, _GAP, _TOP = 8, 14, 7, 5


def status_word(status: str) -> str:
    """A status in the interface language."""
    return {
        NEW: tr("new"),
        IN_PROGRESS: tr("in progress"),
        DONE: tr("done"),
        FLAGGED: tr("flagged"),
        EXCLUDED: tr("excluded"),
    }[status]


def priority_word(priority: int) -> str:
    """A priority in the interface language; none for the usual one."""
    return {URGENT: tr("urgent"), HIGH: tr("high"), LOW: tr("low")}.get(priority, "")


def details(row: QueueRow) -> str:
    """What stands under the title: what is out of the ordinary first."""
    parts = [priority_word(row.priority), *(f"#{isolated(tag)}" for tag in row.tags), *map(isolated, row.assignees)]
    parts += [tr("note") if row.noted else "", isolated(row.day) if row.day else ""]
    parts.append(tr("%n mark(s)", row.marks) if row.marks else "")
    return " · ".join(part for part in parts if part)


class QueueDelegate(QStyledItemDelegate):
    """Two lines a row, painted by reading order. It does without ``QStyle``, whose hundreds of names take a window's
    start 10 ms."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """What Qt paints of the row is its ground alone."""
        super().initStyleOption(option, index)
        option.text, option.icon = "", QIcon()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, option.fontMetrics.height() + QFontMetrics(_small(option.font)).height() + 2 * _TOP)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row = index.data(ROW)
        super().paint(painter, option, index)
        if not isinstance(row, QueueRow):
            return
        room = option.rect.adjusted(_SIDE, _TOP, -_SIDE, -_TOP)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        line = option.fontMetrics.height()
        under = details(row)
        if not under:  # the title alone stands in the middle
            room.adjust(0, (room.height() - line) // 2, 0, 0)
        icon.paint(painter, _mirrored(option, room, QRect(room.left(), room.top() + (line - _ICON) // 2, _ICON, _ICON)))
        left, width = room.left() + _ICON + _GAP, room.width() - _ICON - _GAP
        ink = option.palette.color(QPalette.ColorRole.WindowText)
        faint = option.palette.color(QPalette.ColorRole.PlaceholderText)
        _write(
            painter,
            option,
            option.font,
            isolated(row.name),
            ink,
            _mirrored(option, room, QRect(left, room.top(), width, line)),
        )
        below = QRect(left, room.top() + line, width, room.height() - line)
        _write(painter, option, _small(option.font), under, faint, _mirrored(option, room, below))


def _write(painter: QPainter, option: QStyleOptionViewItem, font: QFont, text: str, ink: object, box: QRect) -> None:
    side = Qt.AlignmentFlag.AlignRight if _rtl(option) else Qt.AlignmentFlag.AlignLeft
    painter.setLayoutDirection(option.direction)
    painter.setFont(font)
    painter.setPen(ink)
    cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), cut)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    if font.pixelSize() > 0:
        small.setPixelSize(max(font.pixelSize() - 3, 10))
    else:
        small.setPointSizeF(max(font.pointSizeF() - 2, 7))
    return small


def _rtl(option: QStyleOptionViewItem) -> bool:
    return option.direction == Qt.LayoutDirection.RightToLeft


def _mirrored(option: QStyleOptionViewItem, room: QRect, box: QRect) -> QRect:
    return box.translated(room.left() + room.right() - box.left() - box.right(), 0) if _rtl(option) else box
