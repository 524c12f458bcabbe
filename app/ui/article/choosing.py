"""The keys while something is asked, and what leaves a jump."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.domain.errors import TawsimError
from app.workbench.bench import Workbench
from app.workbench.keymap import Keymap


class Choosing(QObject):
    """Types the letters of hints. ``keymap`` tells the letter of a key under another layout.

    ``trouble`` is told of the ``TawsimError`` of a choice that could not be carried out.
    """

    trouble = Signal(object)

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self.keymap = Keymap("latin", {})

    def press(self, event: QKeyEvent) -> None:
        """One key of a choice: a letter, Enter for the likeliest, Backspace for one letter back, Esc to leave."""
        asking, key = self._bench.asking, event.key()
        assert asking is not None
        if event.isAutoRepeat():  # of the key that asked, held too long
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            return self._bench.cancel()
        if key == Qt.Key.Key_Backspace:
            return self._bench.ask(asking.before()) if asking.begun else None
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._answer(self._first(), shift) if asking.candidates else None
        letter = self.keymap.letter(event.text(), shift) or event.text()
        choice, begun = asking.choice(letter), asking.after(letter)
        if choice is not None:
            self._answer(choice, shift)
        elif begun is not None:
            self._bench.ask(begun)

    def leave_jump(self) -> None:
        """What is in view has changed, or something else is being done: hints on words there mean nothing now."""
        if self._bench.asking is not None and self._bench.asking.jump:
            self._bench.cancel()

    def _first(self) -> int:
        """The likeliest candidate among those whose hints go on as typed."""
        asking = self._bench.asking
        assert asking is not None
        return next(number for number, hint in enumerate(asking.hints) if hint.startswith(asking.begun))

    def _answer(self, choice: int, add: bool) -> None:
        try:
            self._bench.answer(choice, add)
        except TawsimError as error:
            self.trouble.emit(error)
