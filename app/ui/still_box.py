"""A box of choices that the wheel passes over."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class StillBox(QComboBox):
    """The wheel scrolls what the box stands in: over a box of Qt's it would change the choice on the way."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
