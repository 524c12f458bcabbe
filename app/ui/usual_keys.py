"""Keys that mean the same in every list and field."""

from __future__ import annotations

from PySide6.QtCore import Qt

ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
WALKING = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
