"""Qt's actions, made from the one table: shortcuts on both layouts, menus, and what happens when one fires."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from app.domain.errors import TawsimError
from app.ui.words import key_text, title_of, tr
from app.workbench.actions import Action, Menu
from app.workbench.actions.table import Act
from app.workbench.announcing import Announcer
from app.workbench.bench import Workbench
from app.workbench.keymap import check_clashes
from app.workbench.keys import KeyTable

_REPEATING = (
    "move.",
    "select.",
    "edge.",
    "edit.undo",
    "edit.redo",
    "mark.next",
    "mark.previous",
    "finding.next",
    "finding.previous",
    "view.larger",
    "view.smaller",
)
_EVERY_MOMENT = (
    Menu.MOVE,
    Menu.SELECT,
    Menu.LABEL,
)  # labels are noted where they mark; nobody looks for these among what was done last


class Commands:
    """Every action of the table as a ``QAction``: on the article view or on the window, with its twins.

    ``rebound`` tells of other keys. Whoever shows keys asks ``keys`` or ``shown``, so that all show the same.
    """

    def __init__(
        self,
        actions: dict[str, Action],
        table: KeyTable,
        bench: Workbench,
        window: QWidget,
        article: QWidget,
        trouble: Callable[[TawsimError], None],
    ) -> None:
        self.actions = actions
        self.table = table
        self.rebound: Announcer[KeyTable] = Announcer()
        self._bench = bench
        self.trouble = trouble
        check_clashes((title_of(each), table.of(name)) for name, each in actions.items())
        self.made = {name: self._make(each, article if each.article else window) for name, each in actions.items()}

    def keys(self, action: Action) -> tuple[str, ...]:
        """The action's keys, Latin ones first, then their twins."""
        return self.table.of(action.id)

    def shown(self, name: str) -> str:
        """The first key of that action as the analyst reads it; empty when it has none."""
        keys = self.table.of(name)
        return key_text(keys[0]) if keys else ""

    def rebind(self, table: KeyTable) -> None:
        """Use other keys from now on."""
        for name, action in self.actions.items():
            if table.of(name) != self.table.of(name):
                self.made[name].setShortcuts([QKeySequence(key) for key in table.of(action.id)])
        self.table = table
        self.rebound.tell(table)

    def run(self, name: str) -> None:
        """Do the action, as its key would."""
        action = self.actions[name]
        if not action.when(self._bench):
            return
        if action.menu not in _EVERY_MOMENT and not name.startswith(_REPEATING):
            self._bench.recent.use(name)
        self.attempt(action.act)

    def attempt(self, act: Act) -> None:
        """Do an act; trouble that the analyst can do something about is told."""
        self._bench.say("")
        try:
            act(self._bench)
        except TawsimError as error:
            self.trouble(error)

    def fill(self, bar: QMenuBar) -> None:
        """One menu a group, in the order of ``Menu``."""
        bar.clear()
        for menu in Menu:
            group = [name for name, action in self.actions.items() if action.menu is menu]
            if group:
                shown: QMenu = bar.addMenu(tr(menu.value))
                shown.addActions([self.made[name] for name in group])

    def _make(self, action: Action, owner: QWidget) -> QAction:
        made = QAction(title_of(action), owner)
        made.setShortcuts([QKeySequence(key) for key in self.keys(action)])
        context = Qt.ShortcutContext.WidgetShortcut if action.article else Qt.ShortcutContext.WindowShortcut
        made.setShortcutContext(context)
        made.setAutoRepeat(action.id.startswith(_REPEATING))
        made.setMenuRole(QAction.MenuRole.NoRole)
        name = action.id
        made.triggered.connect(lambda _checked=False: self.run(name))
        owner.addAction(made)
        return made
