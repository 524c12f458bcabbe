"""The editor itself: the parts of the codebook on one side, the fields of the chosen one on the other. Everything goes
into a draft; what it would do to the marks is shown before it is done, as one step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import N_, TawsimError
from app.ui.codebook import questions
from app.ui.codebook.asking import Question, row_of_buttons
from app.ui.codebook.fieldspane import FieldsPane
from app.ui.codebook.keys import editor_key, is_own
from app.ui.codebook.preview import Preview
from app.ui.codebook.running import count, look, put_in_use
from app.ui.codebook.tree import KIND, Part, PartTree
from app.ui.overlay import Overlay
from app.ui.running import Runner
from app.ui.words import sentence, tr
from app.workbench.bench import Workbench
from app.workbench.codebook_changes import Draft, draft
from app.workbench.codebook_keys import check_keys, usual_keymap
from app.workbench.codebook_plan import Plan


class CodebookEditor(Overlay):
    """Arrows choose a part, Tab goes to its fields, Ctrl+Enter shows what would change and Enter there does it. Esc
    goes back; where changes would be lost, only when it is pressed twice."""

    def __init__(self, bench: Workbench, dark: bool, parent: QWidget) -> None:
        super().__init__(parent, 1080, 700)
        self.setAccessibleName(tr("Codebook"))
        self._bench = bench
        self.store = bench.store
        self.keymap = usual_keymap()
        self.draft = draft(bench.codebook)
        self._past: list[Draft] = []
        self.counts: dict[tuple[str, str], int] = {}
        self._leaving = self._dismissed = False
        self.runner = Runner(bench.worker, self._show_progress, self.trouble, self)
        self.tree = PartTree(dark)
        self._soon = QTimer(
            self, singleShot=True, interval=0
        )  # filled anew while it tells of a choice, the list breaks
        self._soon.timeout.connect(self._turn)
        self.tree.currentItemChanged.connect(lambda _now, _before: self._soon.start())
        self.pages = QStackedWidget()
        self.message = QLabel()
        self.message.setWordWrap(True)
        self._build()
        self.tree.show_codebook(self.draft.codebook, None)
        self._turn()
        self.open(self.tree)
        Runner(bench.worker, lambda *_: None, self.trouble, self).start(count, self._show_counts, self.store.path)

    def _build(self) -> None:
        self.fields = FieldsPane(self.keymap, self._field_left)
        parts = QSplitter()
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tree, 1)
        column.addLayout(
            row_of_buttons(
                self.trying,
                (tr("Add (Insert)"), lambda: questions.ask_add(self)),
                (tr("Merge …"), lambda: questions.ask_merge(self)),
                (tr("Split …"), lambda: questions.ask_split(self)),
                (tr("Retire …"), lambda: questions.ask_retire(self)),
                (tr("Remove (Delete)"), lambda: questions.remove(self)),
            )
        )
        parts.addWidget(side)
        parts.addWidget(self.fields)
        parts.setSizes([470, 570])
        below = row_of_buttons(
            self.trying,
            (tr("Import …"), lambda: questions.choose_import(self)),
            (tr("Export …"), lambda: questions.choose_export(self)),
            (tr("Show what changes (Ctrl+Enter)"), self.show_changes),
        )
        below.insertStretch(2, 1)
        whole = QWidget()
        inner = QVBoxLayout(whole)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(parts, 1)
        inner.addLayout(below)
        self.pages.addWidget(whole)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 12, 14, 12)
        outer.addWidget(self.pages, 1)
        outer.addWidget(self.message)

    # the draft

    def change(self, made: Draft, part: Part | None = None) -> None:
        """Go on from another draft, with this part chosen. Its keys clash with nothing, or it is refused."""
        check_keys(made.codebook, self.keymap)
        made.checked()
        if (made.codebook, made.steps) != (self.draft.codebook, self.draft.steps):
            self._past.append(self.draft)
            self._leaving = False
            self._show_draft(made, part or self.fields.part)
        self.say("")

    def _show_draft(self, made: Draft, part: Part | None) -> None:
        self.draft = made
        self.fields.empty()
        self.tree.show_codebook(made.codebook, part)
        self.fields.show_part(self.tree.chosen() or Part(KIND, made.codebook.kinds[0].id), made.codebook)

    def take_fields(self) -> None:
        """Take the form's fields into the draft; ``TawsimError`` when they cannot be."""
        if self.fields.part is not None:
            self.change(self.fields.taken(self.draft), self.fields.named())

    def trying(self, act: Callable[[], object]) -> bool:
        """Take the fields, then act; what cannot be is said, and nothing is changed."""
        self._turn()
        try:
            self.take_fields()
            act()
        except TawsimError as error:
            self.trouble(error)
            return False
        return True

    def back(self) -> None:
        """Undo the last change of the draft."""
        if self._past:
            self._show_draft(self._past.pop(), self.fields.part)
            self.say(tr("Taken back; nothing was applied yet."))

    # what is shown

    def _turn(self) -> None:
        """The fields of the part that is chosen now, once those of the one before are taken."""
        self._soon.stop()
        part, before = self.tree.chosen(), self.fields.part
        if part is None or part == before:
            return
        try:
            self.take_fields()
        except TawsimError as error:
            if before is not None:
                self.tree.choose(before)  # what must be mended first
            return self.trouble(error)
        self.tree.choose(part)
        self.fields.show_part(self.tree.chosen() or part, self.draft.codebook)

    def _field_left(self) -> None:
        """A field was left: say at once what cannot be. The draft takes it with the next act."""
        if self._dismissed:
            return
        try:
            made = self.fields.taken(self.draft)
            check_keys(made.codebook, self.keymap)
            made.checked()
        except TawsimError as error:
            self.trouble(error)
        else:
            self.say("")

    def ask_page(self, question: Question) -> None:
        """Put a question in place of the parts."""
        self._put(question, question.first or question)

    def show_changes(self) -> None:
        """Look at every mark that would change, in the worker; then show what becomes of them."""
        if self.runner.busy:
            return
        if not self.draft.changed:
            return self.say(tr("Nothing is changed yet."))
        self.say(tr("Looking through the marks …"))
        self.runner.start(look, self._show_preview, self.store.path, self.draft, self._bench.stamp())

    def _show_preview(self, found: Plan) -> None:
        if not self.trying(lambda: None):
            return
        if (found.draft.codebook, found.draft.steps) != (self.draft.codebook, self.draft.steps):
            return self.show_changes()  # somebody went on while the marks were looked through
        page = Preview(found, self.go_on)
        self._put(page, page.first)

    def go_on(self) -> None:
        """What Enter does on the preview: map what must be mapped and look again, or apply."""
        page = self.pages.currentWidget()
        if not isinstance(page, Preview) or self.runner.busy:
            return
        if page.plan.unmapped:
            made = page.plan.draft
            if not page.mapped():
                return self.say(tr("Choose what becomes of them first."), grave=True)
            self.draft = Draft(made.base, made.codebook, (*made.steps, *page.mapped()), made.titles)
            return self.show_changes()
        self.say(tr("Writing …"))
        page.progress.setRange(0, 0)
        page.progress.show()
        self.runner.start(put_in_use, self._applied, self.store.path, page.plan, self._bench.stamp())

    def _applied(self, found: Plan) -> None:
        bench = self._bench
        self.dismiss()
        bench.take_codebook()
        bench.say(
            N_("{title}: {marks} marks; the codebook is at version {version}."),
            title=tr(found.draft.title),
            marks=f"{found.marks:,}",
            version=found.version,
        )

    def _put(self, page: QWidget, first: QWidget) -> None:
        self._drop()
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_page(self) -> None:
        """From a question back to the parts."""
        self._drop()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop(self) -> None:
        page = self.pages.currentWidget()
        if page is not None and self.pages.currentIndex() > 0:
            self.pages.setCurrentIndex(0)
            self.pages.removeWidget(page)
            page.deleteLater()

    def say(self, text: str, grave: bool = False) -> None:
        self.message.setObjectName("grave" if grave else "faint")
        self.message.style().polish(self.message)
        self.message.setText(text)

    def trouble(self, error: TawsimError) -> None:
        self.say(sentence(error), grave=True)
        page = self.pages.currentWidget()
        if isinstance(page, Preview):
            page.progress.hide()

    def _show_counts(self, counts: dict[tuple[str, str], int]) -> None:
        self.counts = counts
        self.tree.show_counts(counts)

    def _show_progress(self, done: int, total: int) -> None:
        if total and self.pages.currentIndex() == 0:
            self.say(tr("Looking through the marks: {done} of {total} articles").format(done=done, total=total))

    # the keyboard

    def event(self, event: QEvent) -> bool:
        """Undo and Ctrl+Enter are the editor's own while it is open, not the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_own(event):
            event.accept()
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press of the mouse elsewhere closes nothing: a draft would be lost. Some keys work in every field."""
        if event.type() == QEvent.Type.MouseButtonPress:
            return False
        mine = isinstance(watched, QWidget) and self.isAncestorOf(watched)
        if mine and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and editor_key(self, event):
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            return self._escape()
        super().keyPressEvent(event)

    def _escape(self) -> None:
        if self.runner.busy:
            return self.runner.stop()
        if self.pages.currentIndex() > 0:
            self.leave_page()
            return self.say("")
        if self.draft.changed and not self._leaving:
            self._leaving = True
            return self.say(tr("Nothing is applied yet: Esc again drops the changes, Ctrl+Enter shows them."))
        self.dismiss()

    def dismiss(self) -> None:
        self._dismissed = True
        super().dismiss()
