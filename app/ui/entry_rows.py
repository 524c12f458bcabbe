"""Rows of register entries: the name in the article's type, then label, other names and id, in quiet letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.domain.annotation import RegisterEntry
from app.domain.codebook import ENTITY, Codebook
from app.domain.errors import TawsimError
from app.ui.rowpaint import draw_ground, strip
from app.ui.theme import Theme, colour
from app.ui.words import isolated, said, tr

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_GAP, _SIGN = 12, 22  # pixels between the parts of a row, and for the sign before it


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One row: ``sign`` stands before the name (a tick, a plus), ``more`` behind it in quiet letters."""

    name: str
    more: str
    sign: str = ""


class EntryModel(QAbstractListModel):
    """Rows that are made when they are seen."""

    def __init__(self, make: Callable[[int], EntryRow]) -> None:
        super().__init__()
        self._make = make
        self._count = 0
        self._made: dict[int, EntryRow] = {}

    def put(self, count: int) -> None:
        """Other rows from now on, so many of them."""
        self.beginResetModel()
        self._count = count
        self._made.clear()
        self.endResetModel()

    def refresh(self) -> None:
        """The same rows may look otherwise."""
        self._made.clear()
        if self._count:
            self.dataChanged.emit(self.index(0), self.index(self._count - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, ROW):
            return None
        number = index.row()
        if number not in self._made:
            self._made[number] = self._make(number)
        row = self._made[number]
        return row if role == ROW else " ".join(filter(None, (row.sign, row.name, row.more)))


class EntryDelegate(QStyledItemDelegate):
    """Draws a row, mirrored with the interface."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        super().__init__()
        self._theme, self._font = theme, font
        self._height = int(QFontMetrics(font).height() * 1.12)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shape: Any = option  # its fields are missing from Qt's stubs
        row: EntryRow = index.data(ROW)
        mirrored = shape.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        draw_ground(painter, option, self._theme)
        place = QRectF(shape.rect).adjusted(_GAP, 0, -_GAP, 0)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        where = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(shape.font)
        painter.setPen(colour(self._theme.accent))
        painter.drawText(place, where, row.sign)
        _, place = strip(place, _SIGN, mirrored)
        painter.setFont(self._font)
        painter.setPen(colour(self._theme.ink))
        _, place = strip(place, self._draw(painter, place, where, row.name) + _GAP, mirrored)
        painter.setFont(shape.font)
        painter.setPen(colour(self._theme.faint))
        self._draw(painter, place, where, row.more)
        painter.restore()

    def _draw(self, painter: QPainter, place: QRectF, where: Qt.AlignmentFlag, words: str) -> float:
        """Draw as much of the words as the place takes; how wide that is."""
        measure = painter.fontMetrics()
        shown = measure.elidedText(words, Qt.TextElideMode.ElideRight, max(int(place.width()), 0))
        painter.drawText(place, where, isolated(shown))
        return float(measure.horizontalAdvance(shown))


def label_name(codebook: Codebook, label: str) -> str:
    """An entry's label in the interface language; as it stands when the codebook does not know it."""
    try:
        return said(codebook.label(ENTITY, label).name)
    except TawsimError:
        return label


def more_of(codebook: Codebook, entry: RegisterEntry, *further: str) -> str:
    """What stands behind an entry's name: label, further words, and what tells namesakes apart."""
    names: Sequence[str] = [isolated(each) for each in entry.aliases[:3]]
    other = tr(", ").join(names)
    parts = (
        label_name(codebook, entry.label),
        *further,
        other,
        *(isolated(each) for each in (entry.kb_id, entry.note) if each),
    )
    return " · ".join(filter(None, parts))
