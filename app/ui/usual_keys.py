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
TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


@cache
def both(sign: str) -> tuple[int, int]:
    """The key of a Latin letter or sign, and the key that it is under the usual Arabic layout, as Qt numbers them."""
    from app.workbench.codebook_keys import usual_keymap  # noqa: PLC0415 - only panels that are opened need it

    return ord(sign), ord(usual_keymap().twins[sign])


_NAMED = {
    "Enter": ENTERS,
    "Esc": (Qt.Key.Key_Escape,),
    "Delete": CLEARING,
    "Del": (Qt.Key.Key_Delete,),
    "Tab": (Qt.Key.Key_Tab,),
    "+": (Qt.Key.Key_Plus, Qt.Key.Key_Equal),  # many layouts type it with Shift
    "-": (Qt.Key.Key_Minus,),
}
_SHIFT = "Shift+"


def keys_called(name: str) -> tuple[tuple[int, bool], ...]:
    """The keys that a button names, such as ``Enter`` or ``Shift+C`` (a letter and its twin), each with whether Shift
    is held."""
    plain = name.removeprefix(_SHIFT)
    return tuple((int(key), plain != name) for key in _NAMED.get(plain) or both(plain))


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
