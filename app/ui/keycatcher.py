"""A field that takes the next key itself, whatever it does elsewhere, and says its name."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel

from app.workbench.keymap import Keymap

_MODIFIERS = {
    Qt.Key.Key_Control: "Ctrl",
    Qt.Key.Key_Shift: "Shift",
    Qt.Key.Key_Alt: "Alt",
    Qt.Key.Key_Meta: "Meta",
    Qt.Key.Key_AltGr: "AltGr",
    Qt.Key.Key_CapsLock: "CapsLock",
}
_REAL = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class KeyCatcher(QLabel):
    """``caught`` tells of a key by the name that ``Keymap.pressed`` gives it, and of a modifier that was let go alone;
    ``left`` of Esc, ``lost`` of the keyboard going elsewhere."""

    caught = Signal(str)
    left = Signal()
    lost = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.keymap: Keymap | None = None
        self._alone: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no shortcut of the window takes the key
            return True
        return super().event(event)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab is a key like others here."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.key() in _MODIFIERS:
            self._alone = event.key()
            return
        self._alone = None
        if event.key() == Qt.Key.Key_Escape and not event.modifiers() & _REAL:
            return self.left.emit()
        self.caught.emit(self._name(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self._alone == event.key():
            self._alone = None
            self.caught.emit(_MODIFIERS[Qt.Key(event.key())])

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.OtherFocusReason):
            self.lost.emit()

    def _name(self, event: QKeyEvent) -> str:
        whole = event.key() | (event.modifiers() & _REAL).value
        sequence = QKeySequence(whole)
        name = sequence.toString(QKeySequence.SequenceFormat.PortableText)
        if QKeySequence(name) != sequence:  # dead keys and the like, for which Qt writes any sign
            return Qt.Key(event.key()).name.removeprefix("Key_")
        return self.keymap.pressed(name) if self.keymap else name
