"""What the register page is made of: a list to search, the fields of the entry at hand, and where it is named."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListView, QStyledItemDelegate, QVBoxLayout, QWidget

from app.domain.annotation import RegisterEntry
from app.ui.entry_form import EntryForm
from app.ui.entry_rows import EntryDelegate, EntryModel, EntryRow
from app.ui.flow import FlowLayout
from app.ui.mention_rows import MentionModel
from app.ui.occurrences import OccurrenceDelegate
from app.ui.overlay import Overlay
from app.ui.restyling import restyle
from app.ui.theme import colour
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow

Act = Callable[[], object]
_TEXT_SIZE = 19


class RegisterPanes(Overlay):
    """The widgets, and Tab that goes round among them. ``row`` makes a row of the list, ``take`` gets a changed entry,
    ``act`` says what a key does in the search field or a list (None: it walks, or is typed)."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, 1240, 720)
        self._window, self._bench = window, window.bench
        self.setAccessibleName(tr("Register"))
        reading = QFont(window.view.document().defaultFont())
        reading.setPixelSize(_TEXT_SIZE)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("A name, an alias or an id …"))
        self.search.setAccessibleName(tr("Search the register"))
        self.counts, self.named, self.note = QLabel(), QLabel(), QLabel()
        self.counts.setObjectName("faint")
        self.named.setObjectName("heading")
        self.note.setWordWrap(True)
        self.note.setMinimumWidth(1)
        self.model = EntryModel(self._row)
        self._entry_delegate = EntryDelegate(window.theme, reading)
        self.list = _list(tr("Entries"), self.model, self._entry_delegate)
        self.form = EntryForm(self._bench.codebook, self._rewrite)
        self.mentions = MentionModel(self._bench)
        self._mention_delegate = OccurrenceDelegate(window.theme, reading, colour(window.theme.accent))
        self._mention_delegate.names = True
        self.places = _list(tr("Where it is named"), self.mentions, self._mention_delegate)
        self._stops: list[QWidget] = [self.search, self.list, *self.form.stops, self.places]
        for stop in self._stops:
            stop.installEventFilter(self)

    def _row(self, number: int) -> EntryRow:
        raise NotImplementedError

    def _rewrite(self, entry: RegisterEntry) -> None:
        raise NotImplementedError

    def _act(self, watched: QObject, event: QKeyEvent) -> Act | None:
        raise NotImplementedError

    def _arrange(self, *buttons: FlowLayout) -> None:
        first, second, both = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        columns: tuple[tuple[QVBoxLayout, tuple[QWidget, ...]], ...] = (
            (first, (self.search, self.counts, self.list)),
            (second, (self.form, self.named, self.places)),
        )
        for column, parts in columns:
            for part in parts:
                column.addWidget(part)
        both.setSpacing(14)
        both.addLayout(first, 4)
        both.addLayout(second, 7)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.addLayout(both, 1)
        column.addWidget(self.note)
        for row in buttons:
            column.addLayout(row)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab goes round in the page; what lies under it would take the keys unseen."""
        stops = [stop for stop in self._stops if stop.isEnabled()]
        here = next((at for at, stop in enumerate(stops) if stop.hasFocus()), 0)
        stops[(here + (1 if following else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The page's own keys come before what a list does with letters, and before the window's shortcuts."""
        kinds = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if event.type() in kinds and isinstance(event, QKeyEvent) and watched in self._stops:
            act = self._act(watched, event)
            if act is not None:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    act()
                return True
        return super().eventFilter(watched, event)

    def tell(self, text: str, grave: bool = False) -> None:
        """A sentence below the lists."""
        self.note.setText(text)
        restyle(self.note, "grave" if grave else "faint")


def _list(name: str, model: QAbstractItemModel, delegate: QStyledItemDelegate) -> QListView:
    made = QListView()
    made.setAccessibleName(name)
    made.setUniformItemSizes(True)
    made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setModel(model)
    made.setItemDelegate(delegate)
    return made
