"""The reprints of the open article (Alt+R): which they are, what each changed, and marks carried over between them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.annotation import NEW
from app.domain.article import Article
from app.domain.errors import N_, TawsimError
from app.domain.text.aligning import Stretch
from app.ui.keybuttons import key_buttons
from app.ui.list_panel import ListPanel
from app.ui.listing import Listing
from app.ui.reprints.changes import ChangesView, told
from app.ui.reprints.rows import ROW, PrintDelegate
from app.ui.reprints.telling import carried_words
from app.ui.theme import Theme
from app.ui.usual_keys import ENTERS, WALKING, both
from app.ui.words import sentence, tr
from app.workbench.bench import Workbench
from app.workbench.carrying import Carrying, carry_over
from app.workbench.jobs import Cancelled, Job
from app.workbench.reprints import Asked, Family, Print, ask_more, changes, family

_POLL, _REST = 15, 80  # milliseconds between two looks at the worker, and until a row is looked at closely
_CARRY = both("C")
_NAME = N_("Reprints of this article")
_STEP = 0.05
_STEPS = {"+": _STEP, "=": _STEP, "-": -_STEP}
_OPENED_BY = both("R")  # with Alt
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
Done = Callable[[Any], None]


class ReprintsPanel(ListPanel):
    """Enter opens a reprint, C carries marks over to it (or from it, where only it has some), Shift+C to all that
    nobody has begun, + and - ask for more or less likeness. Below the list stands what changed in the current one. What
    takes time is done in the worker."""

    def __init__(
        self,
        bench: Workbench,
        article: Article,
        theme: Theme,
        font: QFont,
        parent: QWidget,
        trouble: Callable[[TawsimError], None],
    ) -> None:
        super().__init__(parent, 1040, 720)
        self._bench, self._article, self._trouble = bench, article, trouble
        self._family: Family | None = None
        self._jobs: list[tuple[Job, Done]] = []
        self._poll = QTimer(self, interval=_POLL)
        self._poll.timeout.connect(self._look)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._compare)
        self._compared: dict[str, list[Stretch]] = {}
        self.setAccessibleName(tr(_NAME))
        self._delegate = PrintDelegate(theme, font, len(article.text))
        self._build(theme, font)
        self._seek()
        self.open(self.list)

    def _build(self, theme: Theme, font: QFont) -> None:
        self.heading = QLabel(self.accessibleName())
        self.heading.setObjectName("heading")
        name = QLabel(self._article.name)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setMinimumWidth(1)
        self.list = Listing()
        self.list.setAccessibleName(tr("Articles that print the same story"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(self._delegate)
        self.list.currentRowChanged.connect(lambda _row: self._rest.start())
        self.list.itemDoubleClicked.connect(lambda _item: self._go())
        self.summary = QLabel()
        self.summary.setObjectName("faint")
        self.changes = ChangesView(theme, font)
        self.note = QLabel()
        self.note.setObjectName("faint")
        self.note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(name)
        column.addWidget(self.list, 4)
        column.addWidget(self.summary)
        column.addWidget(self.changes, 5)
        column.addWidget(self.note)
        column.addLayout(
            key_buttons(
                (tr("Open"), "Enter", self._go),
                (tr("Carry marks over"), "C", self._carry),
                (tr("To all not begun"), "Shift+C", self._carry_to_all),
                (tr("What changed"), "Tab", self.changes.setFocus),
                (tr("Stricter"), "+", lambda: self._ask(_STEP)),
                (tr("Looser"), "-", lambda: self._ask(-_STEP)),
                (tr("Leave"), "Esc", self.dismiss),
            )
        )

    # work in the worker

    def _start(self, title: str, done: Done, work: Callable[..., Any], *arguments: Any) -> None:
        self._jobs.append((self._bench.worker.start(title, work, *arguments), done))
        self._poll.start()

    def _look(self) -> None:
        """Take over what is finished, in its order."""
        while self._jobs and self._jobs[0][0].finished:
            job, done = self._jobs.pop(0)
            error = job.future.exception()
            if isinstance(error, TawsimError):
                if not isinstance(error, Cancelled):
                    self._say(sentence(error), grave=True)
            elif error is not None:
                raise error
            else:
                done(job.future.result())
        if not self._jobs:
            return self._poll.stop()
        job = self._jobs[0][0]
        if self._family is None and job.total:
            self._say(tr("Looking for reprints: {done} of {total}").format(done=job.done, total=job.total))

    # what is found

    def _seek(self) -> None:
        if self._family is None:
            self._say(tr("Looking for reprints …"))
        store = self._bench.store
        asked = Asked(store.path, self._bench.layer, self._article.id, store.readonly)
        self._start(N_("Reprints"), self._show, family, asked)

    def _show(self, found: Family) -> None:
        """The rows; the current one stays the reprint that it was. What was said of a carrying stays too."""
        held, first = self.current(), self._family is None
        self._family = found
        self.heading.setText(tr("{name}, alike from {share} %").format(name=tr(_NAME), share=round(100 * found.least)))
        self.list.clear()
        for each in found.prints:
            item = QListWidgetItem()
            item.setData(ROW, each)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._delegate.spoken(each))
            self.list.addItem(item)
        kept = next((n for n, each in enumerate(found.prints) if held is not None and each.article == held.article), 0)
        self.list.setCurrentRow(kept)
        if found.unseen:
            self._say(tr("%n articles were not looked at: the project is open only for reading.", found.unseen))
        elif not found.prints:
            self._say(tr("No other article of the project prints this story."))
        self.changes.setVisible(bool(found.prints))
        if found.unseen or not found.prints:
            return
        if first:
            self._say(tr("%n more are not shown.", found.more) if found.more else self._offer())

    def _offer(self) -> str:
        """What C would do."""
        row = self.current()
        if self._family is None or row is None:
            return ""
        if self._family.marks:
            return tr("C suggests the %n marks of the open article in the reprint.", self._family.marks)
        if row.marks:
            return tr("C suggests the %n marks of this reprint in the open article.", row.marks)
        return tr("Neither has marks that could be carried over yet.")

    def current(self) -> Print | None:
        item = self.list.currentItem()
        found: Print | None = item.data(ROW) if item is not None else None
        return found

    def _compare(self) -> None:
        """Show what the current reprint changed, once it is known."""
        row = self.current()
        if row is None:
            return
        if row.article in self._compared:
            return self._show_changes(row)
        article = row.article

        def done(found: list[Stretch]) -> None:
            self._compared[article] = found
            if (now := self.current()) is not None and now.article == article:
                self._show_changes(now)

        self._start(N_("What changed"), done, changes, self._bench.store.path, self._article.id, article)

    def _show_changes(self, row: Print) -> None:
        found = self._compared[row.article]
        self.changes.show_changes(found, row.rtl)
        self.summary.setText(told(found))

    # what is done

    def _go(self) -> None:
        """Leave the list for the reprint."""
        row = self.current()
        if row is None:
            return
        self.dismiss()
        try:
            self._bench.open_article(row.article)
        except TawsimError as error:
            self._trouble(error)

    def _carry(self) -> None:
        row = self.current()
        if row is None or self._family is None:
            return
        if self._family.marks:
            self._carry_over(self._article.id, [row.article])
        elif row.marks:
            self._carry_over(row.article, [self._article.id])
        else:
            self._say(self._offer())

    def _carry_to_all(self) -> None:
        """From the open article, or from the current reprint where only it has marks, to all that nobody has begun."""
        row = self.current()
        if row is None or self._family is None:
            return
        source = self._article.id if self._family.marks else row.article
        if not self._family.marks and not row.marks:
            return self._say(self._offer())
        targets = [each.article for each in self._family.prints if each.status == NEW and each.article != source]
        if source != self._article.id and self._bench.progress.status == NEW:
            targets.append(self._article.id)
        if not targets:
            return self._say(tr("Every reprint was begun already: C carries over to one of them."))
        self._carry_over(source, targets)

    def _carry_over(self, source: str, targets: list[str]) -> None:
        store = self._bench.store
        if store.readonly:
            return self._say(tr("This project is open only for reading."), grave=True)
        self._say(tr("Carrying marks over …"))
        wanted = Carrying(store.path, self._bench.stamp(), source, targets, opened=self._article.id)
        self._start(N_("Carry marks over"), self._carried, carry_over, wanted)

    def _carried(self, result: Any) -> None:
        edit, counted = result
        self._bench.follow_back(edit if edit.changes else None, going=False)
        self._say(carried_words(counted), grave=not counted.marks)
        self._seek()

    def _ask(self, step: float) -> None:
        """Other articles count as reprints from now on, in the whole project."""
        if self._bench.store.readonly:
            return self._say(tr("This project is open only for reading."), grave=True)
        self._family = None
        self._start(N_("Reprints"), lambda _least: self._seek(), ask_more, self._bench.store.path, step)

    def _press(self, event: QKeyEvent) -> bool:
        """Whether the key was the panel's; the others walk in the list."""
        key = event.key()
        if key in WALKING or key in _TABS:
            return False
        self._act(event)
        return True

    def _act(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in ENTERS:
            self._go()
        elif key in _CARRY:
            held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self._carry_to_all if held else self._carry)()
        elif event.text() in _STEPS:
            self._ask(_STEPS[event.text()])
        elif key == Qt.Key.Key_Escape or (key in _OPENED_BY and event.modifiers() & Qt.KeyboardModifier.AltModifier):
            self.dismiss()
        else:
            return False
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same keys from the text of what changed."""
        if not self._act(event):
            super().keyPressEvent(event)

    def dismiss(self) -> None:
        self._poll.stop()
        self._rest.stop()
        for job, _ in self._jobs:
            job.cancel()
        for job, done in self._jobs:
            if done == self._carried and job.future.exception() is None:  # waits: what is written must be followed
                edit = job.future.result()[0]
                self._bench.follow_back(edit if edit.changes else None, going=False)
        self._jobs.clear()
        super().dismiss()
