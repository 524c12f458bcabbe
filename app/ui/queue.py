"""The queue of articles: searched, filtered, with status and cards. Rows are read in pages, however many there are."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.domain.annotation import DONE, EXCLUDED, FLAGGED, IN_PROGRESS, Annotation, Progress
from app.domain.article import Article, Details
from app.domain.card import Card
from app.domain.edit import Edit
from app.domain.errors import TawsimError
from app.store import QueueRow, StoreError
from app.ui import captions
from app.ui.line import Line
from app.ui.queue_rows import ROW, QueueDelegate, details, status_word
from app.ui.reprints.signs import ReprintSigns
from app.ui.speaking import announce
from app.ui.words import isolated, plain, tr
from app.workbench.announcing import Following
from app.workbench.bench import Workbench

_PAGE = 100
_COUNTED = 250  # milliseconds after the last mark until the open article's row says how many it has
Index = QModelIndex | QPersistentModelIndex
Trouble = Callable[[TawsimError], None]
Answer = TypeVar("Answer")


class QueueModel(QStringListModel):
    """Articles in the queue's order, filtered by a search, from ``reload`` on; only pages that are looked at are read.

    What the store cannot tell is told to ``trouble`` and missing from the list: Qt asks while it paints. How many rows
    there are Qt keeps itself, as blank words: it asks for that at every row that it lays out, and Python's answer would
    take a start with 100,000 articles a third of a second.
    """

    def __init__(self, bench: Workbench, trouble: Trouble) -> None:
        super().__init__()
        self._bench = bench
        self._trouble = trouble
        self._pages: dict[int, list[QueueRow]] = {}
        self.reprints = ReprintSigns(bench.store)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are chosen and never written into."""
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.reprints.sign(row) + isolated(row.name)
        if role == Qt.ItemDataRole.DecorationRole:
            return status_icon(row.status)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(tr("{ref} · {marks} marks").format(ref=isolated(row.ref), marks=row.marks))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (isolated(row.name), status_word(row.status), details(row), self.reprints.words(row))
            return tr(", ").join(part for part in said if part)
        if role == ROW:
            return row
        return None

    def row(self, number: int) -> QueueRow | None:
        """The row of that number, its page read if it was not yet."""
        page, place = divmod(number, _PAGE)
        if page not in self._pages:
            self._pages[page] = self._told(lambda: self._bench.queue.page(page * _PAGE, _PAGE), [])
            self.reprints.know(self._pages[page])
        rows = self._pages[page]
        return rows[place] if 0 <= place < len(rows) else None

    def reload(self) -> None:
        self._pages.clear()
        self.setStringList([""] * self._told(self._bench.queue.count, 0))

    def refresh_rows(self) -> None:
        """Status or counts changed; the rows stay where they are."""
        self._pages.clear()
        if count := self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(count - 1))

    def forget_rows(self) -> None:
        """Counts changed: what is painted next is read again."""
        self._pages.clear()

    def number_of(self, article: str) -> int:
        """The row an article stands in, -1 when the search hides it."""
        return self._told(lambda: self._bench.queue.number_of(article), -1)

    def _told(self, question: Callable[[], Answer], otherwise: Answer) -> Answer:
        try:
            return question()
        except StoreError as error:
            self._trouble(error)
            return otherwise


def status_icon(status: str) -> QIcon:
    """A ring (half filled: begun; filled: done), a flag, or a ring struck out, in the text's colour: drawn, since few
    fonts have the signs."""
    ink = QApplication.palette().color(QPalette.ColorRole.WindowText)
    return _status_icon(status, ink.rgba())


@cache
def _status_icon(status: str, ink: int) -> QIcon:
    picture = QPixmap(28, 28)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor.fromRgba(ink), 1.3))
    ring = QRectF(2.5, 2.5, 9, 9)
    if status == FLAGGED:
        painter.drawLine(QPointF(3.5, 2), QPointF(3.5, 12.5))
        painter.setBrush(QColor.fromRgba(ink))
        painter.drawPolygon([QPointF(3.5, 2.2), QPointF(11.5, 4.8), QPointF(3.5, 7.4)])
    else:
        painter.drawEllipse(ring)
    if status == EXCLUDED:
        painter.drawLine(QPointF(4, 10), QPointF(10, 4))
    if status in (DONE, IN_PROGRESS):
        painter.setBrush(QColor.fromRgba(ink))
        painter.drawPie(ring, -90 * 16, (360 if status == DONE else 180) * 16)
    painter.end()
    return QIcon(picture)


class QueuePane(QWidget):
    """Search field, list, and how much is done. ``chosen`` names the article that was asked for."""

    chosen = Signal(str)

    def __init__(self, bench: Workbench, trouble: Trouble) -> None:
        super().__init__()
        self.setObjectName("pane")
        self.setAccessibleName(tr("Queue"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bench = bench
        self.setMinimumWidth(180)
        self.model = QueueModel(bench, trouble)
        self._build()
        self._later = QTimer(self, singleShot=True, interval=150)
        self._later.timeout.connect(self._search_now)
        self.search.textChanged.connect(lambda _text: self._later.start())
        self.search.returnPressed.connect(self._take_first)
        self.list.activated.connect(self._choose)
        self.list.clicked.connect(self._choose)
        self._counted = QTimer(self, singleShot=True, interval=_COUNTED)
        self._counted.timeout.connect(self.list.viewport().update)
        self._heard = Following()
        self._heard.listen(bench.opened, self._show_open)
        self._heard.listen(bench.edited, self._show_edit)
        self._heard.listen(bench.queue.changed, self._show_others)
        self._refill()

    def _build(self) -> None:
        self.search = Line()
        self.show_key("")
        self.search.setAccessibleName(tr("Search the queue"))
        self.search.setClearButtonEnabled(True)
        self.heading = captions.heading()
        self.list = QListView()
        self.list.setAccessibleName(tr("Queue of articles"))
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setModel(self.model)
        self.list.setItemDelegate(QueueDelegate(self.list))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.bar.setAccessibleName(tr("Articles done"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(9)
        for part in (self.search, self.heading, self.list, self.bar):
            column.addWidget(part)

    def detach(self) -> None:
        self._heard.end()

    def row_at_hand(self) -> QueueRow | None:
        """The row that single keys are about."""
        return self.model.row(self.list.currentIndex().row()) if self.list.currentIndex().isValid() else None

    def tell(self, text: str) -> None:
        """Have it spoken what a key did to the row."""
        announce(self.list, text)

    def show_key(self, key: str) -> None:
        """Say which key leads to the search field."""
        self.search.setPlaceholderText(tr("Search the articles …  {key}").format(key=key).rstrip())

    def refresh(self) -> None:
        """Read the queue again: articles came, or another layer is open."""
        self._bench.queue.reload()

    def _refill(self) -> None:
        self.model.reload()
        self._count()
        self._show_open(self._bench.article)

    def _count(self) -> None:
        store, layer, query = self._bench.store, self._bench.layer, self._bench.queue.query
        total = store.queue_count(layer)
        done = store.desk.done(layer, DONE)
        if query.binned:
            self.heading.setText(tr("The bin · %n article(s)", self.model.rowCount()))
        elif query.plain:
            self.heading.setText(tr("Articles · {done} of {total} done").format(done=done, total=total))
        else:
            self.heading.setText(tr("Listed: {count} of {total}").format(count=self.model.rowCount(), total=total))
        self.bar.setMaximum(max(total, 1))
        self.bar.setValue(done)

    def _show_open(self, article: Article | None) -> None:
        number = self.model.number_of(article.id) if article else -1
        if number >= 0:
            self.list.setCurrentIndex(self.model.index(number))

    def _show_edit(self, edit: Edit) -> None:
        if any(isinstance(change.record, Progress | Card | Details) for change in edit.changes):
            self.model.refresh_rows()
            self._count()
        elif any(isinstance(change.record, Annotation) for change in edit.changes):
            self.model.forget_rows()
            self._counted.start()  # no key waits for it

    def _show_others(self, _queue: object) -> None:
        """Other articles are listed: the row at hand stays where it was while the list has the keyboard, so that one
        key after the other goes through it; else the open article's is shown."""
        at = self.list.currentIndex().row()
        self._refill()
        here = self.list.hasFocus() and at >= 0
        if (here or not self.list.currentIndex().isValid()) and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(min(max(at, 0), self.model.rowCount() - 1)))

    def _search_now(self) -> None:
        self._later.stop()
        words = self.search.text().strip()
        if words != self._bench.queue.query.words:
            self._bench.queue.look_for(words)

    def _take_first(self) -> None:
        self._search_now()
        if self.model.rowCount():
            self._choose(self.model.index(0))

    def _choose(self, index: QModelIndex) -> None:
        row = self.model.row(index.row())
        if row is not None:
            self.chosen.emit(row.id)
