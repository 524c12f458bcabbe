"""The history of the article or of the mark in focus (Alt+H): who, when, what, before and after; and back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from app.domain.article import Article
from app.domain.errors import N_, TawsimError
from app.store import Step
from app.ui import captions
from app.ui.history_lines import Teller
from app.ui.list_panel import ListPanel
from app.ui.running import Runner
from app.ui.usual_keys import WALKING
from app.ui.words import sentence, tr
from app.workbench.bench import Workbench
from app.workbench.history import Return, Subject, plan_return, read_history

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_PAGE = 50
_LINES = 8


class HistoryPanel(ListPanel):
    """Enter brings back what stood after the step at hand, P what stood before it; both are new edits that can be taken
    back. A turns to the article, M to the mark. Older steps are read as the list is walked down."""

    passing = (*WALKING, Qt.Key.Key_Tab)  # Tab leads to what the step changed

    def __init__(self, bench: Workbench, article: Article, mark: str | None, window: MainWindow) -> None:
        super().__init__(window, 860, 600)
        self._bench, self._article, self._mark = bench, article, mark
        self._steps: list[Step] = []
        self._all = False
        self._work = Runner(bench.worker, lambda done, total: None, self._trouble, self)
        self._build()
        self._turn(mark)
        self.list.currentRowChanged.connect(self._show_row)
        self.open(self.list)

    def _build(self) -> None:
        self.heading = captions.heading()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Steps, the newest first"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.detail = QListWidget()
        self.detail.setAccessibleName(tr("What the step changed"))
        self.detail.setWordWrap(True)
        self.detail.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.detail.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.detail.setFixedHeight((_LINES + 1) * self.fontMetrics().lineSpacing() + 40)
        self.note = captions.note()
        column = self.from_top()
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        column.addWidget(self.detail)
        column.addWidget(self.note)
        column.addLayout(
            self.keyed(
                (tr("Back to after it"), "Enter", self._after),
                (tr("Back to before it"), "P", self._before),
                (tr("The article"), "A", lambda: self._turn(None)),
                (tr("The mark"), "M", self._turn_to_mark),
                (tr("Leave"), "Esc", self.dismiss),
            )
        )

    # what is read

    @property
    def busy(self) -> bool:
        """Whether steps, or what stood there, are still being read."""
        return self._work.busy

    def _turn(self, mark: str | None) -> None:
        """Show the history of the mark, or of the article."""
        held = self._bench.marks.get(mark)
        name = tr("History of the mark") if mark is not None else tr("History of the article")
        self.setAccessibleName(name)
        words = held.shown if held is not None else self._article.name
        self.heading.setText(f"{name}: {words[:80]}")
        self._subject = Subject(self._bench.store.path, self._article.id, self._bench.layer, mark)
        self._steps, self._all = [], False
        self.list.clear()
        self.detail.clear()
        self._read()

    def _turn_to_mark(self) -> None:
        if self._mark is None:
            return self._say(tr("No mark had the focus when this page was opened."))
        self._turn(self._mark)

    def _read(self) -> None:
        before = self._steps[-1].entry.seq if self._steps else None
        self._say(tr("Reading …"))
        self._work.start(read_history, self._add, self._subject, before, _PAGE)

    def _add(self, steps: list[Step]) -> None:
        first = not self._steps
        self._steps += steps
        self._all = len(steps) < _PAGE
        bench = self._bench
        now = {mark.id: mark for mark in bench.marks}
        self._teller = Teller(bench.codebook, self._steps, now, bench.store.entry)
        self.list.addItems([self._teller.title(step) for step in steps])
        self._say("" if self._steps else tr("Nothing was done here yet in this layer."))
        if first and steps:
            self.list.setCurrentRow(0)

    def _show_row(self, row: int) -> None:
        self.detail.clear()
        if not 0 <= row < len(self._steps):
            return
        self.detail.addItems(self._teller.lines(self._steps[row]))
        if row >= len(self._steps) - 5 and not self._all and not self._work.busy:
            self._read()

    # what is brought back

    def _after(self) -> None:
        step = self._current()
        if step is not None:
            self._bring_back(step.entry.seq)

    def _before(self) -> None:
        step = self._current()
        if step is not None:
            self._bring_back(step.entry.seq - 1)

    def _current(self) -> Step | None:
        row = self.list.currentRow()
        return self._steps[row] if not self._work.busy and 0 <= row < len(self._steps) else None

    def _bring_back(self, seq: int) -> None:
        self._say(tr("Looking at what stood there …"))
        self._work.start(plan_return, self._do, self._subject, seq, self._bench.codebook)

    def _do(self, found: Return) -> None:
        if not found.edit.changes:
            return self._say(tr("It is as it was then: nothing would change."))
        try:
            self._bench.do(found.edit)
        except TawsimError as error:
            return self._say(sentence(error), grave=True)
        self.dismiss()
        if found.kept:
            said = N_("Brought back; {count} marks or links stayed as they are, for what they need is no longer there.")
            return self._bench.say(said, count=found.kept)
        self._bench.say(N_("Brought back. Undo takes it back again."))

    def _trouble(self, error: TawsimError) -> None:
        self._say(sentence(error), grave=True)

    def dismiss(self) -> None:
        self._work.leave()
        super().dismiss()
