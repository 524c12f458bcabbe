"""Shift with a letter, told by the sign that it types where the layout has no capitals."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from app.ui.article.view import ArticleView
from app.ui.commands import Commands
from app.workbench.bench import Workbench

_ONLY_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PREFIXES = {_ONLY_SHIFT: "Shift+", _ONLY_SHIFT | Qt.KeyboardModifier.ControlModifier: "Ctrl+Shift+"}


class ShiftedLetters(QObject):
    """Runs the action of Shift, or Ctrl and Shift, with a letter under a layout that types a sign there.

    Shift+F types ``[`` under the Arabic layout, and Qt would take it for the key ``[``. A Latin layout types that sign
    without Shift, so the two can be told apart.
    """

    def __init__(self, commands: Commands, bench: Workbench, article: ArticleView) -> None:
        super().__init__(article)
        self._commands, self._bench, self._article = commands, bench, article
        article.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key before Qt looks for its shortcut, then run the action when it is pressed."""
        if not isinstance(event, QKeyEvent) or event.type() not in (
            QEvent.Type.ShortcutOverride,
            QEvent.Type.KeyPress,
        ):
            return False
        name = self._action(event)
        if name is None:
            return False
        event.accept()
        self._article.hints.arabic = True
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._commands.run(name)
        return True

    def _action(self, event: QKeyEvent) -> str | None:
        if self._bench.asking is not None:
            return None
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held not in _PREFIXES:
            return None
        with_ctrl = held != _ONLY_SHIFT  # then the text is a control character, but the key is still the sign
        sign = (chr(event.key()) if event.key() <= sys.maxunicode else "") if with_ctrl else event.text()
        letter = self._commands.table.keymap.shifted_letter(sign, latin=not self._article.hints.arabic)
        if not letter:
            return None  # an arrow or Tab: no need to ask every action
        wanted = f"{_PREFIXES[held]}{letter}"
        actions = self._commands.actions.items()
        of = (name for name, each in actions if (each.article or with_ctrl) and wanted in self._commands.keys(each))
        return next(of, None)
