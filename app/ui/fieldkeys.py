"""Undo, copy and the like in a field, whatever layout is on."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from app.ui.commands import Commands

_CTRL = Qt.KeyboardModifier.ControlModifier
_BOTH = _CTRL | Qt.KeyboardModifier.ShiftModifier
_MEANT = {  # by the letter of the key and what is held with it: the keys by which Qt's fields know it everywhere
    ("Z", _CTRL): (Qt.Key.Key_Z, _CTRL),
    ("Z", _BOTH): (Qt.Key.Key_Z, _BOTH),
    ("Y", _CTRL): (Qt.Key.Key_Z, _BOTH),  # redo, as in the article
    ("X", _CTRL): (Qt.Key.Key_X, _CTRL),
    ("C", _CTRL): (Qt.Key.Key_C, _CTRL),
    ("V", _CTRL): (Qt.Key.Key_V, _CTRL),
    ("A", _CTRL): (Qt.Key.Key_A, _CTRL),
}


class FieldKeys(QObject):
    """Gives a field that has the keyboard the keys that it would leave to the window: there, undo takes back a mark.

    Qt's fields know these keys by their Latin letters alone, while the window's actions have both.
    """

    def __init__(self, commands: Commands, window: QWidget) -> None:
        super().__init__(window)
        self._commands, self._window = commands, window
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Watch a field from the first time that it has the keyboard."""
        if isinstance(new, QLineEdit | QPlainTextEdit) and new.window() is self._window:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the key from the window's shortcuts, and press the one that the field knows."""
        if not isinstance(event, QKeyEvent) or event.type() not in (
            QEvent.Type.ShortcutOverride,
            QEvent.Type.KeyPress,
        ):
            return False
        meant = self._meant(event)
        if meant is None:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            QApplication.sendEvent(watched, QKeyEvent(QEvent.Type.KeyPress, *meant))
        return True

    def _meant(self, event: QKeyEvent) -> tuple[Qt.Key, Qt.KeyboardModifier] | None:
        """The other key that is meant; None where the field knows this one."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held not in (_CTRL, _BOTH) or event.key() > sys.maxunicode:
            return None
        letter = self._commands.table.keymap.letter(chr(event.key()), held == _BOTH)
        meant = _MEANT.get((letter or "", held))
        return None if meant == (event.key(), held) else meant
