"""One listing as Qt asks for it: filtered, sorted, its cells in the language of the interface."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.ui.tables.cells import TableCells
from app.ui.words import isolated, tr
from app.workbench.listing import Listing

Index = QModelIndex | QPersistentModelIndex
_LONGEST = 300  # code points of a cell


class ListingModel(QAbstractTableModel):
    """Shows the rows of a listing in the order that it is given."""

    def __init__(self, cells: TableCells) -> None:
        super().__init__()
        self.listing: Listing | None = None
        self.order: list[int] = []
        self._cells = cells

    def show(self, listing: Listing | None, order: list[int]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.listing, self.order = listing, order
        self.endResetModel()

    def line(self, number: int) -> list[str]:
        """The cells of a row as they are shown."""
        assert self.listing is not None
        return [self._cells.cell(self.listing, self.order[number], n) for n in range(len(self.listing.columns))]

    def query(self, number: int) -> str:
        """What the row leads to; empty when nothing."""
        if self.listing is None or not 0 <= number < len(self.order) or not self.listing.queries:
            return ""
        return self.listing.queries[self.order[number]]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self.order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() or self.listing is None else len(self.listing.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.listing is None or orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return f"{tr(self.listing.columns[section].title)}  \u2066{section + 1}\u2069"

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.listing is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        column = self.listing.columns[index.column()]
        cell = self._cells.cell(self.listing, self.order[index.row()], index.column())[:_LONGEST]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{tr(column.title)}: {cell}"
        return isolated(" ".join(cell.split())) if column.words and cell else cell
