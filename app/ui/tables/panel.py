"""Tables over the whole project: chosen, filtered, sorted, gone on from and exported by keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.errors import TawsimError
from app.exchange.tables import tsv
from app.ui.noted_panel import NotedPanel
from app.ui.running import Runner
from app.ui.saving import choose_csv
from app.ui.tables.cells import TableCells
from app.ui.tables.model import ListingModel
from app.ui.tables.parts import TableParts
from app.ui.usual_keys import ENTERS, both, digit, take
from app.ui.words import sentence, tr
from app.workbench.bench import Workbench
from app.workbench.jobs import Job, Worker
from app.workbench.listing import Book, Listing, plain, write_listing

Make = Callable[[Job, Path, str], Book]
_KEYS: dict[int, str] = {
    **dict.fromkeys(both("E"), "export"),
    **dict.fromkeys((*both("F"), *both("/")), "filter"),
    **dict.fromkeys((*both("R"), Qt.Key.Key_F5), "again"),
}
_COPY, _ALL = both("C"), both("A")
_MOST_COPIED = 5000


class TablePanel(NotedPanel):
    """``make`` makes the tables in the worker; ``kept`` holds those that were made last, by the name of ``make``, which
    are shown as long as the project is as it was. ``search`` looks for what a row leads to. ``others`` stand in the
    list of tables too, each with what it opens."""

    def __init__(
        self,
        bench: Workbench,
        window: QWidget,
        title: str,
        make: Make,
        kept: dict[str, Book],
        search: Callable[[str], None],
        others: tuple[tuple[str, Callable[[], None]], ...] = (),
    ) -> None:
        super().__init__(window, 1240, 720)
        self._bench, self._make, self._search, self._others = bench, make, search, others
        self._kept = kept.setdefault(make.__name__, Book())
        self.setAccessibleName(title)
        self.model = ListingModel(TableCells(bench.codebook))
        self._column: int | None = None
        self._descending = False
        self._worker = Worker()
        self._runner = Runner(self._worker, self._progress, self._fail, self)
        self.parts = TableParts(self, title, self.model)
        self.names, self.table, self.filter = self.parts.names, self.parts.table, self.parts.filter
        self.note = self.parts.note
        for each in (self.names, self.table, self.filter):
            each.installEventFilter(self)
        self.names.currentRowChanged.connect(lambda _row: self._choose())
        self.names.itemActivated.connect(lambda _item: self._enter_name())
        self.table.doubleClicked.connect(lambda _index: self.go())
        self.table.horizontalHeader().sectionClicked.connect(self.sort)
        self.filter.textEdited.connect(lambda _text: self._show())
        self._bench.edited.listen(self._look_old)
        self.open(self.names)
        if self._kept.state == (*bench.store.overview.state(), bench.layer):
            self._take(self._kept)
        else:
            self._fill(self._kept.listings)
            self.again()

    @property
    def busy(self) -> bool:
        return self._runner.busy

    # the tables

    def again(self) -> None:
        """Make the tables anew."""
        if not self._runner.busy:
            self._say(tr("Counting … Esc stops."))
            self.parts.bar.show()
            self._runner.start(self._make, self._take, self._bench.store.path, self._bench.layer)

    def _take(self, book: Book) -> None:
        self._kept.listings, self._kept.state = book.listings, book.state
        self.parts.bar.hide()
        self._say("")
        self._fill(book.listings)
        self._look_old()

    def _fill(self, listings: list[Listing]) -> None:
        number = max(self.names.currentRow(), 0)
        self.names.blockSignals(True)
        self.names.clear()
        self.names.addItems([tr(each.title) for each in listings] + [name for name, _ in self._others])
        self.names.setCurrentRow(min(number, self.names.count() - 1))
        self.names.blockSignals(False)
        self._choose()

    def _choose(self) -> None:
        """Show another table, as it comes."""
        self._column, self._descending = None, False
        self.filter.clear()
        if not self._runner.busy:
            self._say("" if self.listing else tr("Enter opens this on a page of its own."))
            self._look_old()
        self._show()

    @property
    def listing(self) -> Listing | None:
        """The table that is shown."""
        number = self.names.currentRow()
        return self._kept.listings[number] if 0 <= number < len(self._kept.listings) else None

    def _show(self) -> None:
        listing = self.listing
        order = listing.order(self.filter.text(), self._column, self._descending) if listing else []
        self.model.show(listing, order)
        if listing is None:
            return self.parts.count.clear()
        heads = self.table.horizontalHeader()
        self.parts.share(listing)
        heads.setSortIndicatorShown(self._column is not None)
        if self._column is not None:
            way = Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder
            heads.setSortIndicator(self._column, way)
        if order:
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.parts.count.setText(tr("%n rows", len(order)))
        if listing.cut:
            self._say(tr("Only the first {count} rows are listed.").format(count=len(listing.rows)))

    def sort(self, column: int) -> None:
        """By a column, numbers from the most; again: the other way; again: as it comes."""
        listing = self.listing
        if listing is None or not 0 <= column < len(listing.columns):
            return
        first = listing.columns[column].number
        if self._column != column:
            self._column, self._descending = column, first
        elif self._descending == first:
            self._descending = not first
        else:
            self._column = None
        self._show()

    def _look_old(self, _edit: object = None) -> None:
        """Say so when something was marked since."""
        if self._kept.state and self._kept.state != (*self._bench.store.overview.state(), self._bench.layer):
            self._say(tr("The project has changed since. R counts again."))

    def _progress(self, done: int, total: int) -> None:
        self.parts.bar.setMaximum(total)
        self.parts.bar.setValue(done)

    # keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched in (self.names, self.table, self.filter):
            return take(event, self._meaning(watched, event)) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _meaning(self, watched: QObject, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does; None for keys that walk, are typed, or belong to the window."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape:
            return self.leave
        if watched is self.filter:
            return self._to_table if key in ENTERS or key == Qt.Key.Key_Down else None
        if watched is self.table and held == Qt.KeyboardModifier.ControlModifier:
            return self.copy if key in _COPY else self.table.selectAll if key in _ALL else None
        if held:
            return None
        if key in ENTERS:
            return self.go if watched is self.table else self._enter_name
        if number := digit(event):
            return partial(self.sort, number - 1)
        acts = {"export": self.choose_export, "filter": self.to_filter, "again": self.again}
        return acts.get(_KEYS.get(key, ""))

    def _enter_name(self) -> None:
        """Into the table; an entry that opens something else opens it."""
        number = self.names.currentRow() - len(self._kept.listings)
        if 0 <= number < len(self._others):
            self.dismiss()
            return self._others[number][1]()
        self._to_table()

    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def to_filter(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    # what comes of it

    def go(self) -> None:
        """Search for what the row is about: all its places, to go to or to mark."""
        query = self.model.query(self.table.currentIndex().row())
        if query:
            self.dismiss()
            self._search(query)
        elif self.model.order:
            self._say(tr("This row has no places to go to."))

    def copy(self) -> None:
        """The selected rows, for the clipboard."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())[:_MOST_COPIED]
        QGuiApplication.clipboard().setText(tsv(self.model.line(number) for number in rows))
        self._say(tr("Copied: %n rows", len(rows)))

    def choose_export(self) -> None:
        listing = self.listing
        if listing is None:
            return
        path = choose_csv(self, self._bench.store.path, listing.id)
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write the rows that are shown, in their order, with the names and values that other programs read."""
        if self.listing is None:
            return
        try:
            self._say(tr("Exported: %n rows", write_listing(path, self.listing, self.model.order, plain)))
        except TawsimError as error:
            self._fail(error)

    def _fail(self, error: TawsimError) -> None:
        self.parts.bar.hide()
        self._say(sentence(error), grave=True)

    def leave(self) -> None:
        """The first Esc stops the counting, the next one closes the panel."""
        if self._runner.busy and not self.parts.bar.isHidden():
            self.parts.bar.hide()
            return self._runner.stop()
        self.dismiss()

    def dismiss(self) -> None:
        self._bench.edited.forget(self._look_old)
        self._runner.leave()
        self._worker.leave()
        super().dismiss()
