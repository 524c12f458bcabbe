"""Keys by chance, pressed in the real window: those that act on marks, walk, open panels, type into them, and leave."""

from __future__ import annotations

import random

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.application import Session
from app.workbench.actions import marking, table

# What opens windows of Qt's own or of the desktop, ends the session, or leaves the project.
_NOT_PRESSED = {"project.new", "project.open", "project.layer", "project.quit", "view.menubar", "view.menu"}
_PLAIN = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left)
_ARABIC = (0x600, 0x700)


class RandomKeys:
    """Presses whatever has the keyboard, as an analyst's fingers would."""

    def __init__(self, session: Session, chance: random.Random) -> None:
        self.session, self._chance = session, chance
        bench = session.bench
        every = table(bench.codebook, marking.mark)
        self._names = [name for name in every if name not in _NOT_PRESSED]
        self._often = [
            name
            for name in self._names
            if name.split(".")[0] in ("label", "mark", "edge", "slot", "quote", "claim", "move", "select", "edit")
        ]

    @property
    def waiting(self) -> bool:
        """Whether a job works on a store of its own."""
        return self.session.window.files.busy

    def press_one(self) -> None:
        window, chance = self.session.window, self._chance
        there = QApplication.focusWidget() or window.view
        dice = chance.random()
        if dice < 0.72:
            name = chance.choice(self._often if dice < 0.62 else self._names)
            made = window.commands.made.get(name)
            strokes = [each[0] for each in made.shortcuts()] if made else []  # type: ignore[index]
            strokes = [each for each in strokes if not _ARABIC[0] <= each.key() < _ARABIC[1]]  # Qt's hand cannot
            if strokes:
                stroke = chance.choice(strokes)
                QTest.keyClick(there, stroke.key(), stroke.keyboardModifiers())
        elif dice < 0.82:
            QTest.keyClick(there, Qt.Key(ord(chance.choice("ABCDEFGH0123.-;"))))
        else:
            QTest.keyClick(there, chance.choice(_PLAIN), chance.choice(list(_MODIFIERS)))
        QApplication.processEvents()
        if chance.random() < 0.15:
            QTest.keyClick(QApplication.focusWidget() or window.view, Qt.Key.Key_Escape)


_MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
