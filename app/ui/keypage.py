"""The page on which an analyst sees, finds and changes every key (Shift+F1)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import TawsimError
from app.ui import captions, keyhold
from app.ui.commands import Commands
from app.ui.keycatcher import KeyCatcher
from app.ui.keyrows import TWIN, KeyRows
from app.ui.keytools import KeyTools
from app.ui.overlay import Overlay
from app.ui.restyling import restyle
from app.ui.speaking import announce
from app.ui.theme import Theme
from app.ui.usual_keys import ENTERS
from app.ui.words import key_text, sentence, title_of, tr
from app.workbench.keys import Key, KeyTable
from app.workbench.rebinding import Rebinding, Taken


class KeyPage(Overlay):
    """Every change is in force and on disk at once. Esc leaves what is begun, then the page."""

    def __init__(self, commands: Commands, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, 940, 720)
        self.setAccessibleName(tr("Change keys"))
        self._commands = commands
        self._rebinding: Rebinding | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("An action or a label …"))
        self.field.setAccessibleName(tr("Search the actions"))
        self.finder = KeyCatcher()
        self.finder.setObjectName("catcher")
        self.finder.setWordWrap(False)
        self.finder.setText(tr("Press a key to see what it does; Esc goes back."))
        self.finder.setAccessibleName(tr("Find by key"))
        self.by_key = QToolButton()
        self.by_key.setText(tr("Find by key"))
        self.by_key.setAccessibleName(tr("Find by key"))
        self.by_key.setCheckable(True)
        self.rows = KeyRows(theme)
        self.catcher = KeyCatcher()
        self.message = QLabel()
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.tools = KeyTools(commands, self)
        self._lay_out()
        self._connect()
        self.show_keys()
        self.open(self.field)

    def _lay_out(self) -> None:
        intro = captions.faint(
            tr("Enter changes the chosen key, + adds one more, Delete takes it away. • has been changed.")
        )
        self._search, search = _pile(self.field, self.finder)
        top = QHBoxLayout()
        top.addWidget(search, 1)
        top.addWidget(self.by_key)
        self.catcher.setObjectName("catcher")
        self._foot, foot = _pile(self.message, self.catcher)
        foot.setFixedHeight(2 * self.fontMetrics().height() + 16)  # a long sentence has two lines
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(intro)
        column.addLayout(top)
        column.addWidget(self.rows, 1)
        column.addWidget(foot)
        column.addWidget(self.tools)

    def _connect(self) -> None:
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._find)
        self.by_key.toggled.connect(self._find_by_key)
        self.finder.caught.connect(self._found_key)
        self.finder.left.connect(self._to_rows)
        self.rows.wanted.connect(self._work)
        self.rows.typed.connect(self._type)
        self.rows.itemDoubleClicked.connect(lambda _item, _column: self._work("change"))
        self.catcher.caught.connect(self._press)
        self.catcher.left.connect(lambda: self.finish(tr("Nothing was changed.")))
        self.catcher.lost.connect(lambda: self.finish("", back=False))

    # what is shown

    def show_keys(self) -> None:
        """Fill the rows with the keys in force, filtered as before."""
        for catcher in (self.catcher, self.finder):
            catcher.keymap = self._commands.table.keymap
        self.rows.fill(self._commands.actions, self._commands.table)
        self._find(self.field.text())

    def _note(self, text: str, grave: bool = False) -> None:
        self.message.setText(text)
        restyle(self.message, "grave" if grave else "faint")
        self.rows.setAccessibleDescription(text)
        announce(self, text)

    # finding

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter lead from the field to the rows."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Down:
                self.rows.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if event.key() in ENTERS:
                self._work("change")
                return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        """Show what the text finds, else what the same keys would have on the other layout."""
        spelt = (text, *self._commands.table.keymap.other_layout(text))
        self._note(tr("%n actions", next(filter(None, map(self.rows.search, spelt)), 0)))

    def _type(self, text: str) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.setText(text)

    def _find_by_key(self, on: bool) -> None:
        self._search.setCurrentWidget(self.finder if on else self.field)
        (self.finder if on else self.field).setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not on:
            self._find(self.field.text())

    def _found_key(self, pressed: str) -> None:
        table = self._commands.table
        names = (pressed, *table.names(Key(table.keymap.latin(pressed))))
        count = self.rows.find_key(names, table)
        template = tr("This is what {key} does.") if count else tr("The key {key} is free.")
        self._note(template.format(key=key_text(pressed)))

    def _to_rows(self) -> None:
        """Out of finding by key; what was found stays shown."""
        self.by_key.blockSignals(True)
        self.by_key.setChecked(False)
        self.by_key.blockSignals(False)
        self._search.setCurrentWidget(self.field)
        self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # changing

    def chosen(self) -> str | None:
        """The id of the action in the chosen row."""
        return self.rows.action

    def _work(self, what: str) -> None:
        action, at = self.rows.action, self.rows.at
        if action is None:
            return
        twin = what != "add" and self.rows.currentColumn() == TWIN and at is not None
        self._rebinding = Rebinding(self._commands.table, action, None if what == "add" else at, twin)
        if what == "remove":
            return self.adopt(self._rebinding.removed())
        self._ask()

    def _ask(self, trouble: str = "") -> None:
        """Ask for the key of the act that is begun, behind what was wrong with the last one."""
        assert self._rebinding is not None
        title = title_of(self._commands.actions[self._rebinding.action])
        what = (
            tr("Press the Arabic key for “{action}”. Esc leaves, Delete takes it away.")
            if self._rebinding.twin
            else tr("Press the new key for “{action}”. Esc leaves, Delete takes the old one away.")
        )
        text = trouble or what.format(action=title)
        self.catcher.setText(text)
        self.catcher.setAccessibleName(text)
        self._foot.setCurrentWidget(self.catcher)
        announce(self.catcher, text)
        self.catcher.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _press(self, pressed: str) -> None:
        if self._rebinding is None:
            return
        if pressed in ("Del", "Backspace"):
            return self.adopt(self._rebinding.removed())
        try:
            made = self._rebinding.press(pressed)
        except TawsimError as error:
            return self._ask(sentence(error) + " " + tr("Press another, or Esc."))
        if isinstance(made, Taken):
            return self._ask(self._offer(made))
        self.adopt(made)

    def _offer(self, taken: Taken) -> str:
        words = {"key": key_text(taken.key), "owner": title_of(self._commands.actions[taken.owner])}
        if taken.gives is None:
            template = tr("{key} belongs to “{owner}”. Press it again to take it over, another key instead, or Esc.")
            return template.format(**words)
        template = tr("{key} belongs to “{owner}”. Press it again and that gets {old}, another key instead, or Esc.")
        return template.format(**words, old=key_text(taken.gives))

    def adopt(self, table: KeyTable, back: bool = True, told: str = "") -> None:
        """Put keys into force, and say so, or what is ``told``."""
        try:
            keyhold.adopt(self._commands, table)
        except TawsimError as error:
            return self.finish(sentence(error), grave=True)
        self.show_keys()
        self.finish(told or tr("The keys are in force and remembered."), back=back)

    def finish(self, text: str, grave: bool = False, back: bool = True) -> None:
        """End what was begun; the keyboard goes back to the rows."""
        self._rebinding = None
        self._foot.setCurrentWidget(self.message)
        self._note(text, grave)
        if back:
            self.rows.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _pile(*parts: QWidget) -> tuple[QStackedLayout, QWidget]:
    """Widgets of which one is seen at a time, and what holds them."""
    holder = QWidget()
    holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    pile = QStackedLayout(holder)
    for part in parts:
        pile.addWidget(part)
    return pile, holder
