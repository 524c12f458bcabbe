"""Keys that mean the same in every list and field, and how a list takes keys of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
WALKING = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


@cache
def both(sign: str) -> tuple[int, int]:
    """The key of a Latin letter or sign, and the key that it is under the usual Arabic layout, as Qt numbers them."""
    from app.workbench.codebook_keys import usual_keymap  # noqa: PLC0415 - only panels that are opened need it

    return ord(sign), ord(usual_keymap().twins[sign])


_NAMED = {"Enter": ENTERS, "Esc": (Qt.Key.Key_Escape,), "Delete": CLEARING}


def keys_called(name: str) -> tuple[int, ...]:
    """The keys that a button names: ``Enter``, ``Esc``, ``Delete``, or a Latin letter with its twin."""
    return _NAMED.get(name) or both(name)


def digit(event: QKeyEvent) -> int:
    """The digit from 1 to 9 that was typed, Arabic ones too; 0 for any other key."""
    typed = event.text()
    return int(typed) if len(typed) == 1 and typed.isdecimal() else 0


def take(event: QKeyEvent, act: Callable[[], object] | None) -> bool:
    """Keep a key from the window's shortcuts, and ``act`` when it is pressed; whether it was taken. None: it is not."""
    if act is None:
        return False
    if event.type() == QEvent.Type.ShortcutOverride:
        event.accept()
        return True
    if event.type() == QEvent.Type.KeyPress:
        act()
        return True
    return False
