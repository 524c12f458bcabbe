"""The menu of what can be done at the caret, made from the one table each time it is asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.annotation import SUGGESTED, Annotation
from app.domain.codebook import CLAIM, QUOTE, Label
from app.ui.commands import Commands
from app.ui.telling import name_of
from app.ui.words import isolated, said, tr
from app.workbench.actions import Menu
from app.workbench.actions.framing import SLOT_ACTIONS, slot_action
from app.workbench.actions.marking import relabel_to
from app.workbench.bench import Workbench

_SHOWN = 40  # code points of a mark's or selection's text in the menu
_MAKING = {QUOTE: "quote.mark", CLAIM: "claim.mark"}
_ELSEWHERE = {"mark.repeat", "mark.relabel", "mark.next", "mark.previous", "mark.accept", "mark.erase"}

_NAMED = ("quote.type.", "quote.medium.", "slot.key.")  # under “Relabel”, in the inspector, or named above already


class ContextMenu(QMenu):
    """What concerns the mark at hand, then what would be marked, then the rest. Gone when it is closed."""

    def __init__(self, commands: Commands, bench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(tr("What can be done here"))
        self._commands, self._bench = commands, bench
        mark = bench.at_hand()
        if mark is not None and bench.place.selection is None:
            self._for_mark(mark)
        if bench.reading is not None and bench.reading.target(bench.place) is not None:
            self._for_text()
        if mark is not None and bench.place.selection is not None:
            self._for_mark(mark)
        if bench.place.selection is not None:
            self._add("edit.copy")
        self._add("edit.undo", "edit.redo")
        self.addSeparator()
        self._add("view.palette", "view.keys")

    def _for_mark(self, mark: Annotation) -> None:
        self._head(f"{name_of(self._bench.codebook, mark)}  {isolated(_cut(mark.exact))}")
        if mark.state == SUGGESTED:
            self._add("mark.accept")
        self._relabelling(mark)
        kind = self._bench.codebook.shown_kind(mark.kind)
        if kind.slots:
            self._add(*(slot_action(slot.key) for slot in kind.slots if slot.key and kind.id in (QUOTE, CLAIM)))
        if mark.kind == QUOTE:
            others = [name for name in self._of(Menu.FRAME) if not name.startswith(_NAMED)]
            self._add(*(name for name in others if name not in (*_MAKING.values(), *SLOT_ACTIONS.values())))
        names = self._of(Menu.MARK)
        edges = QMenu(tr("Move its edges"), self)
        self._add(*(name for name in names if name.startswith("edge.")), to=edges)
        self.addMenu(edges)
        self._add(*(name for name in names if not name.startswith("edge.") and name not in _ELSEWHERE))
        self._add("mark.erase")
        self.addSeparator()

    def _relabelling(self, mark: Annotation) -> None:
        """Every other label of the mark's kind, with the key that gives it."""
        labels = self._bench.codebook.shown_kind(mark.kind).usable
        if len(labels) < 2:
            return
        menu = QMenu(tr("Relabel"), self)
        for label in labels:
            if label.id != mark.label:
                menu.addAction(self._relabel(menu, mark, label))
        self.addMenu(menu)

    def _relabel(self, menu: QMenu, mark: Annotation, label: Label) -> QAction:
        shown = self._commands.shown(f"quote.type.{label.id}" if label.kind == QUOTE else f"label.{label.id}")
        key = f"\t{shown}" if shown else ""

        def act(bench: Workbench) -> None:
            bench.put(bench.place, mark.id)
            relabel_to(bench, label.kind, label.id)

        return self._once(menu, f"{said(label.name)}{key}", lambda: self._commands.attempt(act))

    def _for_text(self) -> None:
        """What a label key would mark: the selection, else the stem."""
        bench = self._bench
        assert bench.reading is not None
        target = bench.reading.target(bench.place)
        assert target is not None
        self._head(isolated(_cut(bench.reading.text[target.start : target.end])))
        labels = QMenu(tr("Mark as"), self)
        self._add(*self._of(Menu.LABEL), to=labels)
        self.addMenu(labels)
        if bench.last_label is not None:
            self._add("mark.repeat")
        self._add(*_MAKING.values(), "lens.add")
        self.addSeparator()

    def _of(self, menu: Menu) -> list[str]:
        return [name for name, action in self._commands.actions.items() if action.menu is menu]

    def _add(self, *names: str, to: QMenu | None = None) -> None:
        """The actions of these names, as far as the table has them."""
        for name in names:
            made = self._commands.made.get(name)
            if made is not None:
                made.setShortcutVisibleInContextMenu(True)
                (to or self).addAction(made)

    def _head(self, text: str) -> None:
        """A line that names what the following is about."""
        self._once(self, text.replace("&", "&&"), lambda: None).setEnabled(False)

    def _once(self, menu: QMenu, text: str, act: Callable[[], None]) -> QAction:
        made = QAction(text, menu)
        made.triggered.connect(lambda _checked=False: act())
        menu.addAction(made)
        return made


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1] + "…"
