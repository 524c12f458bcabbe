"""The hits of a search as Qt asks for them: places of all, and lines only of those that are or were lately seen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt

from app.domain.errors import TawsimError
from app.store.concordance import Hit
from app.ui.occurrences import ROW, note
from app.ui.words import tr
from app.workbench.everywhere import FREE, Occurrence
from app.workbench.hits import HitLines

_KEPT = 600  # lines that are kept
_AT_ONCE = 500  # rows that Qt is told of together: it moves those that it was told of for each further one
_GONE = Occurrence("", "", True, None, "", None, "", "", FREE)  # type: ignore[arg-type]

Index = QModelIndex | QPersistentModelIndex


class HitModel(QStringListModel):
    """Hits and which of them are chosen. Qt itself counts the rows, as blank words: it asks for their number at every
    row that it lays out, and Python's answers would keep the window from anything else for a tenth of a second."""

    def __init__(self, lines: HitLines) -> None:
        super().__init__()
        self.hits: list[Hit] = []
        self.chosen: set[Hit] = set()
        self._lines = lines
        self._read: dict[Hit, Occurrence] = {}

    def show(self, found: list[Hit]) -> None:
        """Show other hits."""
        self.hits = list(found)
        self._read.clear()
        self.setStringList([""] * len(found))

    def add(self, found: list[Hit]) -> None:
        """Put hits behind those that are there."""
        self.hits += found
        while (there := self.rowCount()) < len(self.hits):
            self.insertRows(there, min(_AT_ONCE, len(self.hits) - there))

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are chosen and never written into."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def read_again(self) -> None:
        """Something was marked, or is no more."""
        self._lines.forget()
        self._read.clear()
        if self.hits:
            self.dataChanged.emit(self.index(0), self.index(len(self.hits) - 1))

    def line(self, number: int) -> Occurrence:
        """A hit with its context; an empty one where it cannot be read."""
        hit = self.hits[number]
        if hit not in self._read:
            if len(self._read) >= _KEPT:
                self._read.clear()
            try:
                self._read[hit] = self._lines.line(hit) or _GONE
            except TawsimError:  # the window says so where something can be done about it
                self._read[hit] = _GONE
        return self._read[hit]

    def toggle(self, number: int) -> None:
        """Choose a hit, or choose it no more."""
        self.chosen ^= {self.hits[number]}
        self.dataChanged.emit(self.index(number), self.index(number))

    def toggle_all(self) -> None:
        """Choose every hit that is listed; none when all are chosen already."""
        every = set(self.hits)
        self.chosen = set() if every <= self.chosen else every
        if self.hits:
            self.dataChanged.emit(self.index(0), self.index(len(self.hits) - 1))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if self.hits[index.row()] in self.chosen else Qt.CheckState.Unchecked
        if role not in (ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        line = self.line(index.row())
        if role == ROW:
            return line
        words = f"{line.before}{line.exact}{line.after}"
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        chosen = tr("chosen") if self.hits[index.row()] in self.chosen else ""
        return ", ".join(filter(None, (chosen, line.exact, words, note(line), line.name)))
