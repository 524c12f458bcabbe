"""A field of one line that Esc puts back before it leaves it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class Line(QLineEdit):
    """``shown`` is what the first Esc puts back; where that is there already, Esc is left to whoever is around."""

    shown = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self.shown:
            return self.setText(self.shown)
        super().keyPressEvent(event)
