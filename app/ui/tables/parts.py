"""What a page of tables is made of: the list of tables, the table, and what stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QTableView,
    QVBoxLayout,
)

from app.ui.keybuttons import key_buttons
from app.ui.tables.dressing import dress_table
from app.ui.tables.model import ListingModel
from app.ui.words import tr
from app.workbench.listing import Listing

if TYPE_CHECKING:
    from app.ui.tables.panel import TablePanel

_NAMES, _ROW = 290, 32  # pixels
_LOOKED_AT = 40  # rows by which a column is as wide as its cells


class TableParts:
    """The widgets of one panel, laid out in it."""

    def __init__(self, panel: TablePanel, title: str, model: ListingModel) -> None:
        self.filter = QLineEdit(panel)
        self.names = QListWidget(panel)
        self.names.setAccessibleName(tr("Tables"))
        self.names.setFixedWidth(_NAMES)
        self.table = _table(model, panel)
        self.filter.setAccessibleName(tr("Filter"))
        self.filter.setPlaceholderText(tr("Filter: words of any column"))
        self.count, self.note = QLabel(), QLabel()
        self.count.setAccessibleName(tr("How many"))
        for each in (self.count, self.note):
            each.setObjectName("faint")
        self.note.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Articles looked through"))
        self.bar.hide()
        self._lay_out(panel, title)

    def share(self, listing: Listing) -> None:
        """Columns of words take what is left by those of numbers and names."""
        heads = self.table.horizontalHeader()
        wide = [number for number, column in enumerate(listing.columns) if column.words] or [0]
        for number in range(len(listing.columns)):
            mode = QHeaderView.ResizeMode.Stretch if number in wide else QHeaderView.ResizeMode.ResizeToContents
            heads.setSectionResizeMode(number, mode)

    def _lay_out(self, panel: TablePanel, title: str) -> None:
        heading = QLabel(title)
        heading.setObjectName("heading")
        top = QHBoxLayout()
        top.addWidget(heading)
        top.addWidget(self.count, 1)
        top.addWidget(self.filter, 1)
        middle = QHBoxLayout()
        middle.addWidget(self.names)
        middle.addWidget(self.table, 1)
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(9)
        column.addLayout(top)
        column.addLayout(middle, 1)
        column.addWidget(self.bar)
        column.addWidget(self.note)
        column.addLayout(
            key_buttons(
                (tr("Show the places"), "Enter", panel.go),
                (tr("Filter"), "F", panel.to_filter),
                (tr("Sort"), "1-9", lambda: panel.sort(max(self.table.currentIndex().column(), 0))),
                (tr("Count again"), "R", panel.again),
                (tr("Copy"), "Ctrl+C", panel.copy),
                (tr("Export as CSV"), "E", panel.choose_export),
                (tr("Leave"), "Esc", panel.leave),
            )
        )


def _table(model: ListingModel, panel: TablePanel) -> QTableView:
    table = QTableView(panel)
    table.setModel(model)
    table.setAccessibleName(tr("Table"))
    dress_table(table, _ROW)
    table.horizontalHeader().setResizeContentsPrecision(_LOOKED_AT)
    table.horizontalHeader().setMinimumSectionSize(90)
    return table
