"""All quotes and claims in a table (Ctrl+T): of the article or the project, filtered, sorted, and a way to each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.domain.codebook import CLAIM
from app.domain.errors import TawsimError
from app.exchange.tables import tsv
from app.store import FrameQuery
from app.store.frames import COLUMNS, PLACE
from app.ui import captions
from app.ui.frames.cells import CLAIM_TITLES, TITLES, Cells, names_in, titles_in
from app.ui.frames.listing import FrameListing
from app.ui.frames.model import FrameModel
from app.ui.frames.table import FrameTable
from app.ui.keybuttons import key_buttons
from app.ui.noted_panel import NotedPanel
from app.ui.saving import choose_csv
from app.ui.usual_keys import ENTERS, both, digit, take
from app.ui.words import sentence, tr
from app.workbench.bench import Workbench
from app.workbench.frame_table import FIRST, frames_query, sorted_by, terms_of

_PAUSE = 120  # milliseconds after the last letter of a filter
_MOST_COPIED = 5000
_ONLY_PROJECT = ("article", "date")
_KEYS: dict[int, str] = {
    **dict.fromkeys(both("A"), "scope"),
    **dict.fromkeys(both("E"), "export"),
    **dict.fromkeys((*both("F"), *both("/")), "filter"),
}
_COPY, _ALL = both("C"), both("A")


@dataclass(frozen=True, slots=True)
class Only:
    """Frames of one kind alone, with columns of its own."""

    kind: str
    title: str
    columns: tuple[str, ...]


class FramesPanel(NotedPanel):
    """``jump`` brings the window to a mark of an article. The listing opens with the article's frames, or with ``only``
    with those of a kind in the whole project."""

    def __init__(
        self,
        bench: Workbench,
        parent: QWidget,
        jump: Callable[[str, str], None],
        only: Only | None = None,
    ) -> None:
        super().__init__(parent, 1240, 680)
        self._bench, self._jump, self._only = bench, jump, only
        self._columns = only.columns if only else COLUMNS
        self.setAccessibleName(only.title if only else tr("Quotes and claims"))
        self._cells = Cells(bench.codebook)
        self._names, self._titles = names_in(bench.codebook), titles_in()
        self.model = FrameModel(bench.store, self._cells, self._columns)
        self.model.titles = CLAIM_TITLES if only and only.kind == CLAIM else TITLES
        self.whole = bench.article is None or only is not None
        self._query = self._base()
        self._listing = FrameListing(bench.store, self)
        self._listing.found.connect(self._show)
        self._listing.failed.connect(self._fail)
        self._listing.exported.connect(lambda count: self._say(tr("Exported: %n rows", count)))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._list)
        self._build()
        self._first_look()
        self.open(self.table)

    def _build(self) -> None:
        self.heading = captions.heading()
        self.count = captions.faint()
        self.count.setAccessibleName(tr("How many"))
        self.filter = QLineEdit()
        self.filter.setAccessibleName(tr("Filter"))
        self.filter.setPlaceholderText(tr("Filter: words of any column, or speaker:name …"))
        self.filter.textEdited.connect(lambda _text: self._pause.start())
        self.filter.installEventFilter(self)
        self.table = FrameTable(self.model, self._sort, self)
        self.table.doubleClicked.connect(self._go)
        self.note = captions.faint()
        top = QHBoxLayout()
        top.addWidget(self.heading)
        top.addWidget(self.count, 1)
        top.addWidget(self.filter, 1)
        column = self.from_top(9)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.note)
        column.addLayout(
            key_buttons(
                (tr("Go there"), "Enter", lambda: self._go(self.table.currentIndex())),
                (tr("Article or project"), "A", self.toggle),
                (tr("Filter"), "F", self._to_filter),
                (tr("Sort"), "1-9", lambda: self._sort(self.table.currentIndex().column())),
                (tr("Copy"), "Ctrl+C", self._copy),
                (tr("Export as CSV"), "E", self._choose_export),
                (tr("Leave"), "Esc", self.dismiss),
            )
        )

    # what is listed

    def toggle(self) -> None:
        """From the article's frames to the project's and back; filter and order stay."""
        if self._bench.article is None:
            return
        self.whole = not self.whole
        self._query = replace(self._base(), order=self._query.order, descending=self._query.descending)
        self._list()

    def _base(self) -> FrameQuery:
        query = frames_query(self._bench, self.whole)
        return replace(query, kinds=(self._only.kind,)) if self._only else query

    def _first_look(self) -> None:
        """The first rows are there when the panel is: they are read from an index, however large the project."""
        try:
            first = self._bench.store.frames.ids(self._query, limit=FIRST)
        except TawsimError as error:
            return self._fail(error)
        self._dress()
        self._show(first, len(first) < FIRST)
        if len(first) >= FIRST:
            self._listing.start(self._query)

    def _list(self) -> None:
        self._pause.stop()
        self._query = replace(self._query, terms=terms_of(self.filter.text(), self._names, self._titles, self._columns))
        self._dress()
        self.count.setText(tr("Looking …"))
        self._listing.start(self._query)

    def _dress(self) -> None:
        here = tr("Quotes and claims of the project") if self.whole else tr("Quotes and claims here")
        self.heading.setText(self._only.title if self._only else here)
        for name in _ONLY_PROJECT:
            self.table.setColumnHidden(self._columns.index(name), not self.whole)
        self.table.show_order(self._query.order, self._query.descending)

    def _show(self, found: list[str], whole: bool) -> None:
        """Show ids; more of the same are put behind, so that nothing that is seen moves."""
        held = self.model.ids
        if held and found[: len(held)] == held:
            if len(found) > len(held):
                self.model.add(found[len(held) :])
        else:
            kept = self._current()
            self.model.show(found)
            row = found.index(kept) if kept in found else self._nearest(found)
            if found:
                self.table.go_to(row)
        self.count.setText(tr("%n rows", len(found)) if whole else tr("Looking …"))

    def _current(self) -> str | None:
        number = self.table.currentIndex().row()
        return self.model.ids[number] if 0 <= number < len(self.model.ids) else None

    def _nearest(self, found: list[str]) -> int:
        """The row of the frame that the analyst has just been at, else the first."""
        mark = self._bench.marks.get(self._bench.focus) or self._bench.at_hand()
        return found.index(mark.id) if mark is not None and mark.id in found else 0

    def _sort(self, column: int) -> None:
        if 0 <= column < len(self._columns) and not self.table.isColumnHidden(column):
            self._query = sorted_by(self._query, self._columns[column])
            self._list()
            order = tr(self.model.titles[self._query.order]) if self._query.order != PLACE else tr("place in the text")
            self._say(tr("In the order of: {column}").format(column=order))

    def _fail(self, error: object) -> None:
        if isinstance(error, TawsimError):
            return self._say(sentence(error), grave=True)
        if isinstance(error, BaseException):
            raise error

    # keys: all of the table's belong to the panel while it is open

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Down, *ENTERS):
                if self._pause.isActive():
                    self._list()
                self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.filter.text():
                self.filter.clear()
                self._list()
                return True
        if watched is self.table and isinstance(event, QKeyEvent) and take(event, self._meaning(event)):
            return True
        return super().eventFilter(watched, event)

    def _meaning(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does in the table; None for keys that walk there or belong to the window."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.ControlModifier:
            return self._copy if key in _COPY else self.table.selectAll if key in _ALL else None
        if held:
            return None
        if key in ENTERS:
            return lambda: self._go(self.table.currentIndex())
        if number := digit(event):
            return partial(self._sort, number - 1)
        acts = {"scope": self.toggle, "export": self._choose_export, "filter": self._to_filter}
        return acts.get(_KEYS.get(key, ""))

    def _to_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    # what comes of it

    def _go(self, index: QModelIndex) -> None:
        row = self.model.row(index.row()) if index.isValid() else None
        if row is not None:
            self.dismiss()
            self._jump(row.article, row.id)

    def _copy(self) -> None:
        """The selected rows, with the columns that are seen."""
        chosen = sorted(index.row() for index in self.table.selectionModel().selectedRows())[:_MOST_COPIED]
        seen = [name for number, name in enumerate(self._columns) if not self.table.isColumnHidden(number)]
        lines = [
            [self._cells.cell(row, name) for name in seen]
            for number in chosen
            if (row := self.model.row(number)) is not None
        ]
        QGuiApplication.clipboard().setText(tsv(lines))
        self._say(tr("Copied: %n rows", len(lines)))

    def _choose_export(self) -> None:
        path = choose_csv(self, self._bench.store.path, "frames")
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write all rows of the listing, in its order."""
        header = tuple(tr(self.model.titles[name]) for name in self._columns)
        self._say(tr("Exporting …"))
        cells = partial(self._cells.line, columns=self._columns)
        self._listing.export(self._query, path, header, cells)

    def dismiss(self) -> None:
        self._pause.stop()
        self._listing.close()
        super().dismiss()
