"""Fields that Esc puts back before it leaves them: of one line, and of a few."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.ui.usual_keys import ENTERS


class Line(QLineEdit):
    """``shown`` is what the first Esc puts back; where that is there already, Esc is left to whoever is around."""

    shown = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self.shown:
            return self.setText(self.shown)
        super().keyPressEvent(event)


class Note(QPlainTextEdit):
    """A few lines, for what ``Line`` is too short for. Enter takes them, Shift+Enter begins a new one."""

    editingFinished = Signal()  # noqa: N815 - named as QLineEdit names it
    shown = ""
    _lines = 2

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def text(self) -> str:
        return self.toPlainText()

    def setText(self, text: str) -> None:
        if text != self.toPlainText():
            self.setPlainText(text)

    def sizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().lineSpacing() * self._lines + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text() != self.shown:
                return self.setText(self.shown)
            return event.ignore()
        held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in ENTERS and not held:
            return self.editingFinished.emit()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.editingFinished.emit()
