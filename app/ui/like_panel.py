"""Claims like the one at hand (Alt+S, Alt+X): in this article and in the project, the likest first, linked by a key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from app.domain.annotation import Annotation
from app.domain.errors import N_, TawsimError
from app.ui import captions
from app.ui.like_rows import ROW, LikeDelegate
from app.ui.list_panel import ListPanel
from app.ui.running import Runner
from app.ui.theme import Theme
from app.ui.words import sentence, tr
from app.workbench.bench import Workbench
from app.workbench.claims import CONTRADICTS, SAME, sentence_of, tying, untying
from app.workbench.likeclaims import LikeClaim, like_claims, sought_by


class LikePanel(ListPanel):
    """Enter links as the key that opened it says and closes; S and X link as the same and as a contradiction and stay,
    Delete unlinks, O goes to the other claim. What is looked for is looked for in the worker."""

    def __init__(
        self,
        bench: Workbench,
        claim: Annotation,
        way: str,
        theme: Theme,
        font: QFont,
        parent: QWidget,
        trouble: Callable[[TawsimError], None],
    ) -> None:
        super().__init__(parent, 900, 560)
        self._bench, self._claim, self._way, self._trouble = bench, claim.id, way, trouble
        self.runner = Runner(bench.worker, self._show_reading, self._fail, self)
        same = way == SAME
        self.setAccessibleName(tr("The same claim elsewhere") if same else tr("What the claim contradicts"))
        self._delegate = LikeDelegate(theme, font)
        self._build(claim, font)
        self._seek()
        self.open(self.list)

    def _build(self, claim: Annotation, font: QFont) -> None:
        heading = captions.heading(self.accessibleName())
        reading = QFont(font)
        reading.setPixelSize(21)
        self.text = QLabel(sentence_of(claim) or claim.shown)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setFont(reading)
        self.text.setWordWrap(True)
        self.text.setMaximumHeight(3 * self.text.fontMetrics().lineSpacing())
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Claims that are like this one"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(self._delegate)
        self.note = captions.note()
        column = self.from_top()
        for part in (heading, self.text):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self.note)
        first = (tr("The same"), "Enter", self._take) if self._way == SAME else (tr("Contradicts"), "Enter", self._take)
        column.addLayout(
            self.keyed(
                first,
                (tr("The same, and stay"), "S", lambda: self._stay(SAME)),
                (tr("Contradicts, and stay"), "X", lambda: self._stay(CONTRADICTS)),
                (tr("Unlink"), "Delete", self._untie),
                (tr("Go there"), "O", self._go),
                (tr("Leave"), "Esc", self.dismiss),
            )
        )

    # what is found

    def _seek(self) -> None:
        claim = self._bench.marks.get(self._claim)
        if claim is None:
            return self.dismiss()
        self._say(tr("Looking through the claims of the project …"))
        self.runner.start(like_claims, self._show, sought_by(self._bench, claim))

    def _show_reading(self, done: int, _total: int) -> None:
        if done:
            self._say(tr("Reading the claims of the project for the first time: %n", done))

    def _fail(self, error: TawsimError) -> None:
        self._say(sentence(error), grave=True)

    def _show(self, found: list[LikeClaim]) -> None:
        """The rows; the current one stays the claim that it was."""
        held = self.current()
        self.list.clear()
        for each in found:
            item = QListWidgetItem()
            item.setData(ROW, each)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._delegate.spoken(each))
            self.list.addItem(item)
        kept = next((n for n, each in enumerate(found) if held is not None and each.row.id == held.row.id), 0)
        self.list.setCurrentRow(kept if held is not None else self._first(found))
        self._say("" if found else tr("No other claim of the project speaks of this."))

    def _first(self, found: list[LikeClaim]) -> int:
        """The likest claim that is not linked yet; for a contradiction, one whose numbers or denial differ."""
        free = [n for n, each in enumerate(found) if each.tie is None]
        if self._way == CONTRADICTS:
            free = [n for n in free if found[n].opposed and found[n].degree >= _LIKELY] or free
        return free[0] if free else 0

    def current(self) -> LikeClaim | None:
        item = self.list.currentItem()
        found: LikeClaim | None = item.data(ROW) if item is not None else None
        return found

    # what is done

    def _take(self) -> None:
        if self.runner.busy:
            return
        if self.current() is None or self._tie(self._way):
            self.dismiss()

    def _stay(self, way: str) -> None:
        if self._tie(way):
            self._seek()

    def _tie(self, way: str) -> bool:
        """Link the current row to the claim at hand; False when it could not be."""
        row, claim = self.current(), self._bench.marks.get(self._claim)
        if row is None or claim is None or self.runner.busy:
            return False
        try:
            edit = tying(self._bench, claim, row.row, way)
            if edit is not None:
                self._bench.do(edit)
        except TawsimError as error:
            self._say(sentence(error), grave=True)
            return False
        said = N_("Linked as the same claim.") if way == SAME else N_("Linked as a contradiction.")
        self._bench.say(said)
        return True

    def _untie(self) -> None:
        row, claim = self.current(), self._bench.marks.get(self._claim)
        if row is None or claim is None or self.runner.busy:
            return
        try:
            edit = untying(self._bench, claim, row.row)
            if edit is None:
                return self._say(tr("Nothing links these two."))
            self._bench.do(edit)
        except TawsimError as error:
            return self._say(sentence(error), grave=True)
        self._seek()

    def _go(self) -> None:
        """Leave the list for the claim of the current row, in its article."""
        row = self.current()
        if row is None:
            return
        self.dismiss()
        try:
            if self._bench.article is None or self._bench.article.id != row.row.article:
                self._bench.open_article(row.row.article)
        except TawsimError as error:
            return self._trouble(error)
        mark = self._bench.marks.get(row.row.id)
        if mark is not None:
            self._bench.focus_on(mark)

    def dismiss(self) -> None:
        self.runner.leave()
        super().dismiss()


_LIKELY = 0.35
