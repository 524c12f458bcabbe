"""The register (Ctrl+Shift+E): every entry, what it says, and where in the corpus it is meant."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog

from app.domain.annotation import Link, RegisterEntry
from app.domain.codebook import ENTITY
from app.domain.edit import Edit, making
from app.domain.errors import N_, TawsimError
from app.ui.entry_rows import EntryRow, more_of
from app.ui.keybuttons import key_buttons
from app.ui.register_panes import Act, RegisterPanes
from app.ui.usual_keys import ENTERS, both
from app.ui.words import isolated, sentence, tr
from app.workbench.bringing import Plan, bringing, planned
from app.workbench.entries import erasing_entry, merging, new_entry, rewriting, splitting

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_MOST = 1000  # mentions that are counted for a row
_SHOWN_REFUSALS = 3
# The letters of the lists, with the letter that an Arabic layout types on the same key.
_MERGE, _SPLIT, _BRING = both("M"), both("X"), both("I")
_NEW = ("+", "=")


class RegisterPage(RegisterPanes):
    """Type to search, Down to the list; Space marks entries and M makes one of them, X splits off ticked mentions."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.entries: list[RegisterEntry] = []
        self.marked: set[str] = set()
        self.plan: Plan | None = None
        self._asked: str | None = None
        self.search.textChanged.connect(lambda _text: self._look_up())
        self.list.selectionModel().currentChanged.connect(lambda _now, _before: self._show())
        self.places.doubleClicked.connect(lambda _index: self._jump())
        self._arrange(
            key_buttons(
                (tr("New entry"), "+", self._make),
                (tr("Mark for merging"), "Space", self._mark),
                (tr("Merge the marked into this one"), "M", self._merge),
                (tr("Erase"), "Del", self._erase),
            ),
            key_buttons(
                (tr("Split off the ticked"), "X", self._split),
                (tr("Go there"), "Enter", self._jump),
                (tr("Bring in a list …"), "I", self._choose_list),
                (tr("Leave"), "Esc", self._leave),
            ),
        )
        self._bench.edited.listen(self._follow)
        self._look_up()
        self.open(self.search)

    def dismiss(self) -> None:
        self._bench.edited.forget(self._follow)
        super().dismiss()

    def _act(self, watched: QObject, event: QKeyEvent) -> Act | None:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            return self._leave
        if watched is self.search:
            if event.text() in _NEW or (key in ENTERS and not self.entries):
                return self._make
            return self._to_list if key in (Qt.Key.Key_Down, *ENTERS) else None
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return None
        if watched is self.places:
            return _keys(((Qt.Key.Key_Space,), self._tick), (ENTERS, self._jump), (_SPLIT, self._split)).get(key)
        return self._list_act(key, event.text()) if watched is self.list else None

    def _list_act(self, key: int, typed: str) -> Act | None:
        if typed in _NEW or key == Qt.Key.Key_Insert:
            return self._make
        if key == Qt.Key.Key_Up and self.list.currentIndex().row() <= 0:
            return lambda: self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        return _keys(
            ((Qt.Key.Key_Space,), self._mark),
            ((Qt.Key.Key_Delete,), self._erase),
            (ENTERS, self._enter),
            (_MERGE, self._merge),
            (_BRING, self._choose_list),
        ).get(key)

    # what is shown

    @property
    def entry(self) -> RegisterEntry | None:
        """The entry at hand."""
        row = self.list.currentIndex().row()
        return self.entries[row] if 0 <= row < len(self.entries) else None

    def _look_up(self, keep: str | None = None) -> None:
        """The entries that have what is typed; ``keep`` stays at hand when it is among them."""
        self.entries = self._bench.register.all(self.search.text())
        self.model.put(len(self.entries))
        row = next((at for at, each in enumerate(self.entries) if each.id == keep), 0)
        self.list.setCurrentIndex(self.model.index(row))
        self.counts.setText(tr("%n entries", len(self.entries)))
        self._show()

    def _row(self, number: int) -> EntryRow:
        entry = self.entries[number]
        count = self._bench.store.entry_places.count(entry.id, self._bench.layer, _MOST)
        many = tr("{count} or more").format(count=_MOST) if count == _MOST else str(count)
        return EntryRow(entry.name, more_of(self._bench.codebook, entry, many), "●" if entry.id in self.marked else "")

    def _show(self) -> None:
        """The fields and mentions of the entry at hand."""
        self._asked = None
        entry = self.entry
        self.form.show_entry(entry)
        self.mentions.show_entry(entry.id if entry else None)
        self.places.setCurrentIndex(self.mentions.index(0))
        count = self._bench.store.entry_places.count(entry.id, self._bench.layer, _MOST) if entry else 0
        self.named.setText(tr("Named %n times in this layer", count) if entry else "")
        if not self.entries:
            self.tell(tr("No entry here. + makes one, I brings in a list, and E in the article links a mention."))

    def _follow(self, _edit: Edit) -> None:
        entry = self.entry
        self.marked = {each for each in self.marked if self._bench.register.get(each) is not None}
        self._look_up(entry.id if entry else None)

    def _to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _enter(self) -> None:
        if self.plan is not None:
            return self._bring()
        self.places.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        """The first Esc gives up a list that was to come in, the next one closes the page."""
        if self.plan is None:
            return self.dismiss()
        self.plan = None
        self.tell(tr("Nothing was brought in."))

    # what is done

    def _do(self, edit: Edit) -> bool:
        """Do an edit; a trouble is told on the page and in the status line."""
        try:
            self._bench.do(edit)
        except TawsimError as error:
            self.tell(sentence(error), grave=True)
            self._window.trouble(error)
            return False
        return True

    def _rewrite(self, entry: RegisterEntry) -> None:
        before = self.entry
        if before is None:
            return
        try:
            edit = rewriting(before, entry)
        except TawsimError as error:
            return self.tell(sentence(error), grave=True)
        if not edit.changes or not self._do(edit):
            return
        others = self._bench.register.of_kb_id(entry.kb_id) if entry.kb_id != before.kb_id and entry.kb_id else []
        other = next((each for each in others if each.id != entry.id), None)
        said = tr("{name} has the same id: should they be one entry?")
        self.tell(said.format(name=isolated(other.name)) if other else "")

    def _make(self) -> None:
        """A new entry by the name that was typed, with the label of the entry at hand."""
        label = self.entry.label if self.entry else self._bench.codebook.kind(ENTITY).labels[0].id
        try:
            made = new_entry(self.search.text(), label)
        except TawsimError:
            return self.tell(tr("Type the name of the new entry in the search field first."))
        if self._do(making(N_("New register entry"), made)):
            self._look_up(made.id)
            self.tell(tr("New in the register: {name}").format(name=isolated(made.name)))

    def _mark(self) -> None:
        if self.entry is not None:
            self.marked ^= {self.entry.id}
            self.model.refresh()

    def _merge(self) -> None:
        """The marked entries become one with the entry at hand."""
        kept = self.entry
        gone = [each for each in map(self._bench.register.get, sorted(self.marked)) if each and each != kept]
        if kept is None or not gone:
            return self.tell(tr("Mark other entries with Space first: they are merged into the one at hand."))
        edit = merging(self._bench, kept, gone)
        if self._do(edit):
            self.marked.clear()
            self._look_up(kept.id)
            moved = sum(isinstance(change.record, Link) for change in edit.changes)
            told = tr("Merged into {name}; links moved: {count}. Ctrl+Z takes it back.")
            self.tell(told.format(name=isolated(kept.name), count=moved))

    def _erase(self) -> None:
        """Erase the entry at hand; one that is named only when asked twice, its links with it."""
        entry = self.entry
        if entry is None:
            return
        edit = erasing_entry(self._bench, entry)
        links = [change.record for change in edit.changes if isinstance(change.record, Link)]
        if links and self._asked != entry.id:
            self._asked = entry.id
            told = tr("{name} is named {count} times in {articles} articles. Delete again takes these links along.")
            articles = len({link.article for link in links})
            return self.tell(told.format(name=isolated(entry.name), count=len(links), articles=articles), grave=True)
        if self._do(edit):
            self.tell(tr("Erased: {name}. Ctrl+Z takes it back.").format(name=isolated(entry.name)))

    def _tick(self) -> None:
        row = self.places.currentIndex().row()
        if 0 <= row < len(self.mentions.mentions):
            self.mentions.toggle(row)

    def _split(self) -> None:
        """The ticked mentions get an entry of their own, named as the first of them."""
        entry, chosen = self.entry, self.mentions.chosen()
        if entry is None or not chosen:
            return self.tell(tr("Tick mentions with Space first: they get an entry of their own."))
        made, edit = splitting(self._bench, entry, (each.link for each in chosen), chosen[0].exact)
        if self._do(edit):
            self.search.clear()
            self._look_up(made.id)
            self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.form.name.selectAll()
            self.tell(tr("A new entry has the %n ticked mentions: give it its name.", len(chosen)))

    def _jump(self) -> None:
        """To the place in its article."""
        row = self.places.currentIndex().row()
        if not 0 <= row < len(self.mentions.mentions):
            return
        mention, bench = self.mentions.mentions[row], self._bench
        self.dismiss()
        try:
            if bench.article is None or bench.article.id != mention.article:
                bench.open_article(mention.article)
        except TawsimError as error:
            return self._window.trouble(error)
        mark = bench.marks.get(mention.annotation)
        if mark is not None:
            bench.focus_on(mark)
        self._window.view.setFocus()

    # a list from elsewhere

    def _choose_list(self) -> None:
        kinds = tr("Lists (*.csv *.tsv *.jsonl *.json *.txt);;All files (*)")
        path, _ = QFileDialog.getOpenFileName(self._window, tr("Bring in a list"), "", kinds)
        if path:
            self.look_at(Path(path))

    def look_at(self, path: Path) -> None:
        """Say what a list would do; Enter in the list of entries then does it."""
        from app.exchange.entry_lists import read_entry_list  # noqa: PLC0415 - only for those who bring a list

        try:
            plan = planned(self._bench.register, read_entry_list(path), self._bench.codebook)
        except TawsimError as error:
            return self.tell(sentence(error), grave=True)
        told = tr("New: {new} · changed: {changed} · here already: {same} · refused: {refused}").format(
            new=len(plan.new), changed=len(plan.changed), same=plan.same, refused=len(plan.refused)
        )
        lines = [tr("line {number}: {reason}").format(number=at, reason=sentence(error)) for at, error in plan.refused]
        ask = [tr("Enter brings it in, Esc leaves it.")] if plan.new or plan.changed else []
        self.plan = plan if ask else None
        self.tell("\n".join([told, *lines[:_SHOWN_REFUSALS], *ask]), grave=bool(plan.refused))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring(self) -> None:
        plan, self.plan = self.plan, None
        if plan is not None and self._do(bringing(plan)):
            self.tell(
                tr("Brought in: {new} new, {changed} changed.").format(new=len(plan.new), changed=len(plan.changed))
            )


def _keys(*acts: tuple[tuple[int, ...], Act]) -> dict[int, Act]:
    return {key: act for keys, act in acts for key in keys}
