"""Keys of the editor that no field and no shortcut of the window may take."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton

from app.ui.codebook import questions
from app.ui.codebook.asking import Question, SplitQuestion
from app.ui.codebook.preview import Preview
from app.ui.usual_keys import ENTERS

if TYPE_CHECKING:
    from app.ui.codebook.editor import CodebookEditor

_YEH_HAMZA, _GHAIN = ord("ئ"), ord("غ")  # what the keys Z and Y are under the Arabic layout
_CTRL = Qt.KeyboardModifier.ControlModifier


def is_own(event: QKeyEvent) -> bool:
    """Undo and Ctrl+Enter, which are the window's too, on either layout."""
    return bool(event.modifiers() & _CTRL) and (event.key() in (*ENTERS, Qt.Key.Key_Y, _GHAIN) or _is_undo(event))


def editor_key(editor: CodebookEditor, event: QKeyEvent) -> bool:
    """Do what the key does in the editor; whether it does anything there."""
    page, key, ctrl = editor.pages.currentWidget(), event.key(), bool(event.modifiers() & _CTRL)
    if isinstance(page, Preview):
        if key in ENTERS:
            editor.go_on()
        return key in ENTERS
    if isinstance(page, Question):
        return _question_key(editor, page, key)
    if key in ENTERS and ctrl:
        return bool(editor.trying(editor.show_changes)) or True
    if not editor.tree.hasFocus():
        return False
    acts: dict[int, Callable[[], object]] = {
        Qt.Key.Key_Insert: lambda: questions.ask_add(editor),
        Qt.Key.Key_Delete: lambda: questions.remove(editor),
    }
    if _is_undo(event):
        editor.back()
        return True
    return key in acts and (editor.trying(acts[key]) or True)


def _question_key(editor: CodebookEditor, page: Question, key: int) -> bool:
    if key in ENTERS and not isinstance(editor.window().focusWidget(), QLineEdit | QPushButton):
        page.answer()
        return True
    if key == Qt.Key.Key_Space and isinstance(page, SplitQuestion) and page.list.hasFocus():
        page.tick()
        return True
    return False


def _is_undo(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & _CTRL) and (event.key() in (Qt.Key.Key_Z, _YEH_HAMZA))
