"""What the page shows of a look at files: the files, and for each what comes in, what does not, and its columns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.ui.intake import rows
from app.ui.intake.columns import ColumnsForm
from app.ui.intake.work import Looked
from app.ui.listing import Listing
from app.ui.words import key_text, tr
from app.workbench.intake_report import FileReport

_BATCH = 60  # rows that are laid out in one turn
_SLICE = 200  # files that are listed in one turn


class LookPane(QWidget):
    """Files at the start, the rows of one section beside them. ``columns_chosen`` is told a file's columns by name, and
    which of them holds which part."""

    columns_chosen = Signal(list, dict)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._looked: Looked | None = None
        self._section = rows.NEW
        self._unlisted: Iterator[FileReport] = iter(())
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._list_on)
        self.files = Listing(self)
        self.files.setAccessibleName(tr("Files"))
        self.files.currentRowChanged.connect(lambda _row: self._show_section())
        self._pile = QStackedWidget(self)
        self.lines = Listing(self._pile)
        self.lines.setSpacing(1)
        for listing in (self.files, self.lines):
            listing.setWordWrap(True)
            listing.setLayoutMode(Listing.LayoutMode.Batched)  # thousands of rows, each measured by its words
            listing.setBatchSize(_BATCH)
            listing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            listing.installEventFilter(page)
        self._scroll = QScrollArea(self._pile, widgetResizable=True)
        self.columns = ColumnsForm(self._scroll.viewport())
        self.columns.chosen.connect(self._choose)
        self._build()
        self._show_section()

    def _build(self) -> None:
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.columns)
        self._pile.addWidget(self.lines)
        self._pile.addWidget(self._scroll)
        self.tabs: dict[str, QToolButton] = {}
        group, tabs = QButtonGroup(self), QHBoxLayout()
        for section in rows.SECTIONS:
            button = QToolButton(self)
            button.setObjectName("find")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self.turn_to, section))
            group.addButton(button)
            tabs.addWidget(button)
            self.tabs[section] = button
        tabs.addStretch()
        side = QVBoxLayout()
        side.addLayout(tabs)
        side.addWidget(self._pile, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.files, 2)
        whole.addLayout(side, 3)

    def show_look(self, looked: Looked | None) -> None:
        """Show what came of a look, on the same file and section as before where they still have something."""
        row = max(self.files.currentRow(), 0)
        self._looked = looked
        self._next.stop()
        self.files.blockSignals(True)
        self.files.clear()
        told = looked.report.files if looked else []
        if told:
            self.files.addItem(tr("All files (%n)", len(told)))
        self._unlisted = iter(told)
        self._list_on(max(row, _SLICE))
        self.files.setCurrentRow(min(row, self.files.count() - 1))
        self.files.blockSignals(False)
        if looked is not None and not self.count(self._section):
            self._section = next(filter(self.count, rows.SECTIONS), rows.NEW)
        self._show_section()

    def _list_on(self, count: int = _SLICE) -> None:
        """List some more of the files, then a key is heard: a folder may hold very many."""
        some = list(islice(self._unlisted, count))
        for told in some:
            item = QListWidgetItem(rows.file_line(told))
            item.setData(Qt.ItemDataRole.UserRole, told)
            self.files.addItem(item)
        if len(some) == count:
            self._next.start()

    def count(self, section: str) -> int:
        """How much a section has."""
        looked = self._looked
        return rows.count_of(section, looked.report, len(looked.columns)) if looked else 0

    def turn_to(self, section: str, _checked: bool = False) -> None:
        """Show a section; the keyboard goes to the columns, which nothing else can choose."""
        self._section = section
        self._show_section()
        if section == rows.COLUMNS and self.count(section):
            self.columns.first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_section(self) -> None:
        for number, (section, button) in enumerate(self.tabs.items(), 1):
            title = rows.title_of_section(section)
            button.setText(f"{title} ({self.count(section)})  {key_text(str(number))}")
            button.setAccessibleName(title)
            button.setChecked(section == self._section)
        if self._section == rows.COLUMNS:
            return self._show_columns()
        self._pile.setCurrentIndex(0)
        self.lines.setAccessibleName(rows.title_of_section(self._section))
        self.lines.clear()
        if self._looked is not None:
            self.lines.addItems(list(rows.lines(self._section, self._looked.report, self._file())))

    def _show_columns(self) -> None:
        self._pile.setCurrentIndex(1)
        columns = self._looked.columns if self._looked else {}
        if self._file() is None and columns:
            self._put_on(next(iter(columns)))
        file = self._file()
        offered = columns.get(file, []) if file is not None else []
        item = self.files.currentItem()
        told = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        self.columns.setEnabled(bool(offered))
        self.columns.show_columns(offered, told.fields if told is not None else {})

    def _choose(self, chosen: dict[str, str]) -> None:
        file = self._file()
        if self._looked is not None and file in self._looked.columns:
            self.columns_chosen.emit([column.name for column in self._looked.columns[file]], chosen)

    def _put_on(self, file: Path) -> None:
        """The row of the file, without showing everything anew."""
        for row in range(1, self.files.count()):
            if self.files.item(row).data(Qt.ItemDataRole.UserRole).file == file:
                self.files.blockSignals(True)
                self.files.setCurrentRow(row)
                self.files.blockSignals(False)

    def _file(self) -> Path | None:
        """The file that the list is on; None on the line for all."""
        item = self.files.currentItem()
        told = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return told.file if told is not None else None
