"""The rows of the table as Qt asks for them: ids of all, and of the rows only those that are or were lately seen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.errors import TawsimError
from app.store import FrameRow, Store
from app.store.frames import COLUMNS
from app.ui.frames.cells import TITLES, Cells
from app.ui.words import tr

_CHUNK, _KEPT = 100, 30  # rows read together, and how many such chunks are kept
_OF_ARTICLES = ("speaker", "cue", "words", "normalized", "article", "topic")
_LONGEST = 400  # code points of a cell
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))

Index = QModelIndex | QPersistentModelIndex


class FrameModel(QAbstractTableModel):
    """Rows of a project, by the ids that it is given."""

    def __init__(self, store: Store, cells: Cells, columns: tuple[str, ...] = COLUMNS) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.columns, self.titles = columns, TITLES
        self._store, self._cells = store, cells
        self._chunks: dict[int, dict[str, FrameRow]] = {}

    def show(self, found: list[str]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.ids = found
        self._chunks.clear()
        self.endResetModel()

    def add(self, found: list[str]) -> None:
        """Put rows behind those that are there."""
        first = len(self.ids)
        self.beginInsertRows(QModelIndex(), first, first + len(found) - 1)
        self.ids = [*self.ids, *found]
        self._chunks.pop(first // _CHUNK, None)
        self.endInsertRows()

    def row(self, number: int) -> FrameRow | None:
        """A row; None when it is gone since, or cannot be read."""
        chunk = number // _CHUNK
        if chunk not in self._chunks:
            if len(self._chunks) >= _KEPT:
                del self._chunks[next(iter(self._chunks))]
            wanted = self.ids[chunk * _CHUNK : (chunk + 1) * _CHUNK]
            try:
                self._chunks[chunk] = {row.id: row for row in self._store.frames.rows(wanted)}
            except TawsimError:  # the window says so where something can be done about it
                self._chunks[chunk] = {}
        return self._chunks[chunk].get(self.ids[number])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return f"{tr(self.titles[self.columns[section]])}  \u2066{section + 1}\u2069"
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row, column = self.row(index.row()), self.columns[index.column()]
        if row is None:
            return ""
        cell = self._cells.cell(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(self.titles[column])}: {cell[:_LONGEST]}"
        return _shown(cell, row.rtl) if column in _OF_ARTICLES else cell


def _shown(cell: str, rtl: bool) -> str:
    """Words of an article in one line that runs as the article does."""
    if not cell:
        return ""
    words = " ".join(cell[:_LONGEST].translate(_TURNING).split())
    turned = "\u2067" if rtl else "\u2066"
    return f"{turned}{words}\u2069"
