"""The reprints of the open article (Alt+R): which they are, what each changed, and marks carried over between them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidgetItem, QWidget

from app.domain.annotation import NEW
from app.domain.article import Article
from app.domain.edit import Edit
from app.domain.errors import N_, TawsimError
from app.domain.text.aligning import Stretch
from app.ui import captions
from app.ui.list_panel import ListPanel
from app.ui.listing import Listing
from app.ui.reprints.changes import ChangesView, told
from app.ui.reprints.rows import ROW, PrintDelegate
from app.ui.reprints.telling import carried_words
from app.ui.running import Runner
from app.ui.theme import Theme
from app.ui.usual_keys import TABS, WALKING, both
from app.ui.words import sentence, tr
from app.workbench.bench import Workbench
from app.workbench.carrying import Carried, Carrying, carry_over
from app.workbench.jobs import Cancelled
from app.workbench.reprints import Asked, Family, Print, ask_more, changes, family

_REST = 80  # milliseconds until a row is looked at closely
_NAME = N_("Reprints of this article")
_STEP = 0.05
_OPENED_BY = both("R")  # with Alt


class ReprintsPanel(ListPanel):
    """Enter opens a reprint, C carries marks over to it (or from it, where only it has some), Shift+C to all that
    nobody has begun, + and - ask for more or less likeness. Below the list stands what changed in the current one. What
    takes time is done in the worker."""

    passing = (*WALKING, *TABS)

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
        self._left = False
        self.runner = Runner(bench.worker, self._show_looking, self._fail, self)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._compare)
        self._compared: dict[str, list[Stretch]] = {}
        self.setAccessibleName(tr(_NAME))
        self._delegate = PrintDelegate(theme, font, len(article.text))
        self._build(theme, font)
        self._seek()
        self.open(self.list)

    def _build(self, theme: Theme, font: QFont) -> None:
        self.heading = captions.heading(self.accessibleName())
        name = QLabel(self._article.name)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setMinimumWidth(1)
        self.list = Listing()
        self.list.setAccessibleName(tr("Articles that print the same story"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(self._delegate)
        self.list.currentRowChanged.connect(lambda _row: self._rest.start())
        self.list.itemDoubleClicked.connect(lambda _item: self._go())
        self.summary = captions.faint()
        self.changes = ChangesView(theme, font)
        self.note = captions.note()
        column = self.from_top()
        column.addWidget(self.heading)
        column.addWidget(name)
        column.addWidget(self.list, 4)
        column.addWidget(self.summary)
        column.addWidget(self.changes, 5)
        column.addWidget(self.note)
        column.addLayout(
            self.keyed(
                (tr("Open"), "Enter", self._go),
                (tr("Carry marks over"), "C", self._carry),
                (tr("To all not begun"), "Shift+C", self._carry_to_all),
                (tr("What changed"), "Tab", self.changes.setFocus),
                (tr("Stricter"), "+", lambda: self._ask(_STEP)),
                (tr("Looser"), "-", lambda: self._ask(-_STEP)),
                (tr("Leave"), "Esc", self.dismiss),
            )
        )

    # what is found

    def _seek(self) -> None:
        if self._family is None:
            self._say(tr("Looking for reprints …"))
        store = self._bench.store
        asked = Asked(store.path, self._bench.layer, self._article.id, store.readonly)
        self.runner.queue(family, self._show, asked)

    def _show_looking(self, done: int, total: int) -> None:
        if self._family is None and total:
            self._say(tr("Looking for reprints: {done} of {total}").format(done=done, total=total))

    def _fail(self, error: TawsimError) -> None:
        if not isinstance(error, Cancelled):
            self._say(sentence(error), grave=True)

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

        self.runner.queue(changes, done, self._bench.store.path, self._article.id, article)

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
        self.runner.queue(carry_over, self._carried, wanted)

    def _carried(self, result: tuple[Edit, Carried]) -> None:
        edit, counted = result
        self._bench.follow_back(edit if edit.changes else None, going=False)
        if self._left:
            return
        self._say(carried_words(counted), grave=not counted.marks)
        self._seek()

    def _ask(self, step: float) -> None:
        """Other articles count as reprints from now on, in the whole project."""
        if self._bench.store.readonly:
            return self._say(tr("This project is open only for reading."), grave=True)
        self._family = None
        self.runner.queue(ask_more, lambda _least: self._seek(), self._bench.store.path, step)

    def _act(self, event: QKeyEvent) -> bool:
        """The keys of the buttons, and the one that opened the panel."""
        if event.key() in _OPENED_BY and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.dismiss()
            return True
        return super()._act(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same keys from the text of what changed."""
        if not self._act(event):
            super().keyPressEvent(event)

    def dismiss(self) -> None:
        self._left = True
        self._rest.stop()
        self.runner.leave(awaited=self._carried)  # what is written must be followed
        super().dismiss()
