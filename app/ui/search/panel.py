"""Search in the whole project (Ctrl+Shift+F): a query, its hits in their context one below the other, and what the keys
do with them: go there, sort by either side, choose, mark."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from app.domain.errors import TawsimError
from app.store.concordance import Hit
from app.ui.noted_panel import NotedPanel
from app.ui.saving import choose_csv
from app.ui.search.following import SearchFollower
from app.ui.search.labelkeys import label_of
from app.ui.search.model import HitModel
from app.ui.search.parts import Parts
from app.ui.usual_keys import ENTERS, both, take
from app.ui.words import sentence, tr
from app.workbench.hits import HitLines, marking_hits
from app.workbench.querying import asked_of
from app.workbench.searching import LEFT, LISTED, ORDER, RIGHT, Arrived, Asked

if TYPE_CHECKING:
    from app.ui.search import Searched
    from app.ui.window import MainWindow

_PAUSE = 120  # milliseconds after the last letter of a query
_MOST_MARKED = 2000  # hits that one edit marks
_ALL, _FIND, _EXPORT, _SLASH = both("A"), both("F"), both("E"), both("/")


class SearchPanel(NotedPanel):
    """``kept`` is what the window remembers of the last search, so that one comes back to where one was."""

    def __init__(self, window: MainWindow, kept: Searched, jump: Callable[[str, Hit], None]) -> None:
        super().__init__(window, 1320, 760)
        self._window, self._bench, self._kept, self._jump = window, window.bench, kept, jump
        self.setAccessibleName(tr("Search the project"))
        self.model = HitModel(HitLines(self._bench))
        self._order = kept.order
        self._asked: Asked | None = None
        self._last = Arrived()
        self._back_to: Hit | None = kept.hit
        self._waiting: Callable[[], object] | None = None  # pressed before the first hits were there
        self.follower = SearchFollower(self)
        self.follower.found.connect(self._take)
        self.follower.failed.connect(self._fail)
        self.follower.exported.connect(lambda count: self._say(tr("Exported: %n hits", count)))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._search)
        self.parts = Parts(self, window, self.model)
        self.field, self.list, self.note = self.parts.field, self.parts.list, self.parts.note
        self.field.setText(kept.query)
        self.field.textEdited.connect(lambda _text: self._pause.start())
        self.list.doubleClicked.connect(lambda _index: self.go())
        self.field.installEventFilter(self)
        self.list.installEventFilter(self)
        self._bench.edited.listen(self._read_again)
        self.open(self.field)
        self.field.selectAll()
        self._search(anew=False)

    # what is searched

    def _search(self, *, anew: bool = True) -> None:
        """Ask for what stands in the field. ``anew``: whoever typed it wants to see the first hit."""
        self._pause.stop()
        self.follower.stop()
        self._waiting = None
        if anew:
            self._back_to = None
            self.model.chosen.clear()
        typed = self.field.text()
        self._last = Arrived()
        try:
            self._asked = asked_of(self._bench.store, typed, self._bench.layer, self._order) if typed.strip() else None
        except TawsimError as error:
            self._asked = None
            self.model.show([])
            self.parts.count.clear()
            return self._fail(error)
        self.parts.show_order(self._order)
        if self._asked is None:
            self.model.show([])
            self.parts.count.clear()
            return self._say(self.parts.advice())
        self._say("")
        self.parts.count.setText(tr("Looking …"))
        self.follower.start(self._asked)

    def _take(self, some: Arrived) -> None:
        if some.left:
            return self.parts.count.setText(tr("Preparing the search: %n articles left", some.left))
        if some.anew:
            self.model.show(some.hits)
        else:
            self.model.add(some.hits)
        self._last = some
        self._to_row(some)
        self._count(some)

    def _to_row(self, some: Arrived) -> None:
        """The row that one came from, once it is listed; else the first."""
        if self._back_to in self.model.hits[-len(some.hits) :] if some.hits else False:
            self.parts.go_to(self.model.hits.index(self._back_to))  # type: ignore[arg-type]
            self._back_to = None
        elif not self.list.currentIndex().isValid() and self.model.hits and (self._back_to is None or some.complete):
            self.parts.go_to(0)
        if self._waiting is not None and self.list.currentIndex().isValid():
            act, self._waiting = self._waiting, None
            act()

    def _count(self, some: Arrived) -> None:
        told = [tr("%n hits", some.count), tr("in %n articles", some.articles)]
        if not some.complete:
            told.append(tr("looking on …"))
        self.parts.count.setText(" · ".join(told))
        if not some.complete:
            return
        if not some.count:
            self._say(tr("Found nowhere. A star finds words that begin so (وزار*), OR finds either of two."))
        elif some.count > LISTED:
            self._say(tr("The first {count} hits are listed; all of them are exported.").format(count=LISTED))
        elif not self.note.text():
            self._say(tr("The key of a label marks the hit at hand, or all that are chosen."))

    def sort(self, order: str) -> None:
        """By this side; where that is so already, by the order of the articles again."""
        number = self.list.currentIndex().row()
        self._back_to = self.model.hits[number] if number >= 0 else None
        self._order = ORDER if self._order == order else order
        self._search(anew=False)

    # keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched in (self.field, self.list):
            act = self._of_field(event) if watched is self.field else self._of_list(event)
            if take(event, act):
                return True
        return super().eventFilter(watched, event)

    def _of_field(self, event: QKeyEvent) -> Callable[[], object] | None:
        key = event.key()
        if key == Qt.Key.Key_Down or key in ENTERS:
            return self._to_list
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier and key in _EXPORT:
            return self.choose_export
        return None

    def _of_list(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does in the list, at once or when its first hits have come; None for keys that walk there or
        belong to the window."""
        act = self._act(event)
        if act is None or self.model.hits or not self.follower.running:
            return act
        return partial(self._wait_for, act)

    def _wait_for(self, act: Callable[[], object]) -> None:
        self._waiting = act

    def _act(self, event: QKeyEvent) -> Callable[[], object] | None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.ControlModifier:
            acts = {_ALL: self.toggle_all, _FIND: self._to_field, _EXPORT: self.choose_export}
            return next((act for keys, act in acts.items() if key in keys), None)
        if not held:
            plain: dict[int, Callable[[], object]] = {
                **dict.fromkeys(ENTERS, self.go),
                Qt.Key.Key_Space: self.toggle,
                Qt.Key.Key_Left: partial(self.sort, LEFT),
                Qt.Key.Key_Right: partial(self.sort, RIGHT),
                **dict.fromkeys(_SLASH, self._to_field),
            }
            if key in plain:
                return plain[key]
        label = label_of(event, self._window.commands, self._bench)
        return partial(self._mark, *label) if label else None

    def _to_list(self) -> None:
        if self._pause.isActive():
            self._search()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_field(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def toggle(self) -> None:
        number = self.list.currentIndex().row()
        if number >= 0:
            self.model.toggle(number)
            self._say(tr("%n chosen", len(self.model.chosen)))

    def toggle_all(self) -> None:
        self.model.toggle_all()
        self._say(tr("%n chosen", len(self.model.chosen)))

    # what comes of it

    def go(self) -> None:
        number = self.list.currentIndex().row()
        if number >= 0:
            self._remember()
            hit, article = self.model.hits[number], self.model.line(number).article
            self.dismiss()
            self._jump(article, hit)

    def _mark(self, kind: str, label: str) -> None:
        """Mark the chosen hits, else the one at hand, as one edit; then on to the next."""
        number = self.list.currentIndex().row()
        hits = [hit for hit in self.model.hits if hit in self.model.chosen] or self.model.hits[number : number + 1]
        if number < 0:
            return
        if len(hits) > _MOST_MARKED:
            return self._say(tr("At most {count} are marked at once: choose fewer.").format(count=_MOST_MARKED), True)
        single = not self.model.chosen
        try:
            made = marking_hits(self._bench, kind, label, hits)
            self._bench.do(made.edit)
        except TawsimError as error:
            return self._fail(error)
        self._bench.last_label = (kind, label)
        self.model.chosen.clear()
        told = [tr("%n marked", made.marked)]
        told += [tr("%n marked so already", made.already)] if made.already else []
        told += [tr("%n cannot be marked there", made.barred)] if made.barred else []
        self._say(" · ".join(told), grave=not made.marked)
        if single and made.marked and number + 1 < len(self.model.hits):
            self.parts.go_to(number + 1)

    def to_annotations(self) -> None:
        """On to the search in what is marked."""
        window = self._window
        self.dismiss()
        window.ask("search.annotations")

    def _read_again(self, _edit: object) -> None:
        self.model.read_again()

    def choose_export(self) -> None:
        if self._asked is None:
            return
        path = choose_csv(self, self._bench.store.path, "hits")
        if path is not None:
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write every hit, also those that are not listed."""
        if self._asked is not None:
            self._say(tr("Exporting …"))
            self.follower.export(self._asked, path)

    def _fail(self, error: object) -> None:
        if isinstance(error, TawsimError):
            return self._say(sentence(error), grave=True)
        if isinstance(error, BaseException):
            raise error

    def _remember(self) -> None:
        number = self.list.currentIndex().row()
        self._kept.query, self._kept.order = self.field.text(), self._order
        self._kept.hit = self.model.hits[number] if 0 <= number < len(self.model.hits) else None

    def dismiss(self) -> None:
        self._pause.stop()
        self._remember()
        self._bench.edited.forget(self._read_again)
        self.follower.close()
        super().dismiss()
