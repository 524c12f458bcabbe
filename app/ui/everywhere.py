"""The same everywhere (A): every other place where the words of a mark stand, ticked and marked together."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QProgressBar, QVBoxLayout, QWidget

from app.domain.annotation import Annotation
from app.domain.errors import N_, TawsimError
from app.domain.span import Span
from app.ui.grounded import SlicedList
from app.ui.keybuttons import key_buttons
from app.ui.list_panel import ListPanel
from app.ui.looking import CorpusSearch
from app.ui.occurrences import OccurrenceDelegate, OccurrenceModel, note
from app.ui.theme import Theme, colour
from app.ui.usual_keys import ENTERS, WALKING, both
from app.ui.words import isolated, said, sentence, tr
from app.workbench.bench import Workbench
from app.workbench.corpus import MOST, Looked
from app.workbench.everywhere import Occurrence, Wanted, occurrences
from app.workbench.jobs import Cancelled
from app.workbench.propagating import newest, propagating, seen_again

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.workbench.jobs import Job

_SLICE = 0.004  # seconds of looking through a long article before the window has its turn again
_NEXT = 1  # milliseconds until the next slice: not 0, which would come before the painting
_FULL = 20  # rows, more than the list has room for
_NEWS = 0.2  # seconds between two looks of the list at what was found
_TEXT_SIZE = 20
_ALL = both("A")
_LETTERS = "أبجد هوز حطي كلمن سعفص قرشت ثخذ ضظغ ةى لا"


class Everywhere(ListPanel):
    """Opens with what the article holds; A again looks through the corpus. Enter marks what is ticked, as one edit.
    It stays for the next mark: ``look_for`` says which, and opens it."""

    stays = True

    def __init__(
        self, bench: Workbench, theme: Theme, font: QFont, parent: QWidget, trouble: Callable[[TawsimError], None]
    ) -> None:
        super().__init__(parent, 1080, 600)
        self._bench, self._trouble = bench, trouble
        self._look = theme, font
        self._search = CorpusSearch(self)
        self._search.found.connect(self._more)
        self._search.ended.connect(self._end)
        self._held: list[Occurrence] = []
        self._shown = 0.0
        self._scan: Iterator[list[Occurrence]] | None = None
        self.setAccessibleName(tr("The same everywhere"))
        self.model = OccurrenceModel()
        reading = QFont(font)
        reading.setPixelSize(_TEXT_SIZE)
        self._delegate = OccurrenceDelegate(theme, reading, colour(theme.accent))
        self._build(theme)

    def fits(self, theme: Theme, font: QFont) -> bool:
        """Whether one that is made now would look the same."""
        return self._look == (theme, font)

    def rehearse(self) -> None:
        """Paint it once where nobody sees it, with a row: letters are drawn, and Qt's names are made."""
        self.model.add([Occurrence("", "", True, Span(0, 1), _LETTERS, None, _LETTERS, _LETTERS)])
        self.grab()
        self.model.clear()

    def look_for(self, source: Annotation, sought: Wanted) -> None:
        """Open it with what the article holds of a mark's words."""
        bench, theme = self._bench, self._look[0]
        assert bench.reading is not None
        self._source, self._sought, self._since = source, sought, newest(bench)
        self._scan = occurrences(bench.reading, sought, bench.marks, bench.codebook)
        label = bench.codebook.shown(source.kind, source.label)
        surface = isolated(source.exact)
        self.heading.setText(tr("“{surface}” as {label}").format(surface=surface, label=said(label.name)))
        self._delegate.begin(theme.of(label))
        self.bar.hide()
        self._say("")
        self._scan_on()
        self.open(self.list)

    def _build(self, theme: Theme) -> None:
        self.heading = QLabel()
        self.heading.setObjectName("heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setMinimumWidth(1)
        self.counts = QLabel()
        self.counts.setAccessibleName(tr("How many"))
        self.list = SlicedList(colour(theme.pane), self._delegate)
        self.list.setAccessibleName(tr("Where the words stand"))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setModel(self.model)
        self.list.clicked.connect(lambda index: self._toggle(index.row()))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Articles looked through"))
        self.note = QLabel()
        self.note.setObjectName("faint")
        self.note.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(self.heading, 1)
        top.addWidget(self.counts)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(9)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addWidget(self.bar)
        column.addWidget(self.note)
        column.addLayout(
            key_buttons(
                (tr("Mark the ticked"), "Enter", self._accept),
                (tr("Tick"), "Space", lambda: self._toggle(self.list.currentIndex().row())),
                (tr("All or none"), "Ctrl+A", self._toggle_all),
                (tr("The whole corpus"), "A", self._widen),
                (tr("Leave"), "Esc", self._leave),
            )
        )

    # keys: all of them belong to the panel while it is open

    def _press(self, event: QKeyEvent) -> bool:
        """Whether the key was the panel's; the others walk in the list."""
        key = event.key()
        if key in WALKING:
            return False
        if key in ENTERS:
            self._accept()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        elif key == Qt.Key.Key_Space:
            self._toggle(self.list.currentIndex().row())
        elif key in _ALL and not event.isAutoRepeat():
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._toggle_all()
            else:
                self._widen()
        return True

    def _toggle(self, number: int) -> None:
        if 0 <= number < self.model.rowCount():
            self.model.toggle(number)
            self._count()

    def _toggle_all(self) -> None:
        self._scan_on(whole=True)
        self.model.toggle_all()
        self._count()

    def _leave(self) -> None:
        """The first Esc stops a search, the next one closes the panel."""
        if not self._search.stop():
            self.dismiss()

    def dismiss(self) -> None:
        self._scan, self._held = None, []
        self._search.abandon()
        super().dismiss()
        self.model.clear()

    # what is found

    def _scan_on(self, whole: bool = False) -> None:
        """Look through the article; a long one in slices, so that the window stays awake."""
        if self._scan is None:
            return
        until = perf_counter() + _SLICE
        first = not self.model.rowCount()  # as soon as the list is full to the eye it is shown
        while self._scan is not None and (whole or perf_counter() < until):
            if first and len(self._held) >= _FULL and not whole:
                break
            following = next(self._scan, None)
            self._held += following or []
            full = len(self.model.rows) + len(self._held) >= MOST
            if following is None or full:
                self._scan = None
                self._say(self._first_ones() if full else "")
        if self._scan is not None:
            QTimer.singleShot(_NEXT, self, self._scan_on)
            if perf_counter() < self._shown + _NEWS:
                return
        self._shown = perf_counter()
        self._add(self._held)
        self._held = []
        if self._scan is None and not self.model.rowCount():
            self._say(tr("These words stand nowhere else in this article. A looks through the whole corpus."))

    def _add(self, found: list[Occurrence]) -> None:
        if found:
            self.model.add(found)
            self._delegate.notes = self._delegate.notes or any(map(note, found))
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0))
        self._count()

    def _widen(self) -> None:
        """Look through every other article, in the worker."""
        if self._search.job is not None:
            return
        self._scan_on(whole=True)
        self._delegate.names = True
        self.bar.show()
        self._say(tr("Looking through the corpus … Esc stops."))
        self._search.start(self._bench, self._sought, max(MOST - self.model.rowCount(), 0))
        self._count()
        self.list.viewport().update()

    def _more(self, found: list[Occurrence]) -> None:
        self._add(found)
        if (job := self._search.job) is not None:
            self.bar.setMaximum(job.total)
            self.bar.setValue(job.done)

    def _end(self, job: Job) -> None:
        self.bar.hide()
        error = job.future.exception()
        if isinstance(error, Cancelled):
            return self._say(tr("Stopped: what was found by then is listed."))
        if isinstance(error, TawsimError):
            return self._say(sentence(error), grave=True)
        if error is not None:
            raise error
        looked: Looked = job.future.result()
        told = [tr("Marked already elsewhere: %n", looked.taken)] if looked.taken else []
        if looked.more:
            told.append(self._first_ones())
        elif not self.model.rowCount():
            told.append(tr("These words stand nowhere else in the corpus."))
        self._say("  ".join(told))

    def _first_ones(self) -> str:
        return tr("These are the first {count}: mark them, then look again.").format(count=MOST)

    def _count(self) -> None:
        rows = self.model.rows
        parts = [tr("%n found", len(rows)), tr("%n ticked", self.model.tick_count)]
        if self._delegate.names:
            parts.insert(1, tr("in %n articles", len(self.model.articles)))
        self.counts.setText(" · ".join(parts))

    # what is marked

    def _accept(self) -> None:
        """Mark what is ticked, unless another window has marked there since: then nothing is, and that is said."""
        if self._search.running:
            return self._say(tr("The search is still going: wait until it is done, or stop it with Esc."))
        self._scan_on(whole=True)
        chosen = self.model.ticked()
        if not chosen:
            return self._say(tr("Nothing is ticked.")) if self.model.rowCount() else self.dismiss()
        try:
            if self._others_came(chosen):
                return
            self._bench.do(propagating(self._bench, self._source, chosen))
        except TawsimError as error:
            self._say(sentence(error), grave=True)
            return self._trouble(error)
        self.dismiss()
        self._bench.put(self._bench.place, self._source.id)
        articles = len({each.article for each in chosen})
        if articles == 1:
            return self._bench.say(N_("Marked {count} more."), count=len(chosen))
        self._bench.say(N_("Marked {count} more ({articles} articles)."), count=len(chosen), articles=articles)

    def _others_came(self, chosen: list[Occurrence]) -> bool:
        """Whether another window wrote where this one would mark; those rows are shown as they are now."""
        if newest(self._bench) == self._since:
            return False
        self._since = newest(self._bench)
        count = self.model.put_again(zip(chosen, seen_again(self._bench, self._sought, chosen), strict=True))
        self._count()
        if count:
            self._say(tr("Marked elsewhere meanwhile: %n. Nothing is marked yet; Enter marks the rest.", count), True)
        return bool(count)
