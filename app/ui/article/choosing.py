"""The keys while something is asked, and what leaves a jump."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from app.domain.errors import TawsimError
from app.ui.usual_keys import ENTERS
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
        """One key of a choice: a letter, Enter for the likeliest that is not chosen yet, Backspace for one letter back,
        Esc to leave."""
        asking, key = self._bench.asking, event.key()
        assert asking is not None
        if event.isAutoRepeat():  # of the key that asked, held too long
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            return self._bench.cancel()
        if key == Qt.Key.Key_Backspace:
            return self._bench.ask(asking.before()) if asking.begun else None
        if key in ENTERS:
            first = self._first()
            return self._answer(first, shift) if first is not None else self._leave_full()
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

    def _first(self) -> int | None:
        """The likeliest candidate among those whose hints go on as typed: one that is in the slot already is kept, not
        taken out by the key that says yes."""
        asking = self._bench.asking
        assert asking is not None
        open_ = (number for number, hint in enumerate(asking.hints) if hint.startswith(asking.begun))
        return next((number for number in open_ if number not in asking.filled), None)

    def _leave_full(self) -> None:
        """Enter where all that is offered is in the slot already: it stays as it is."""
        asking = self._bench.asking
        if asking is not None and asking.filled:
            self._bench.cancel()

    def _answer(self, choice: int, add: bool) -> None:
        try:
            self._bench.answer(choice, add)
        except TawsimError as error:
            self.trouble.emit(error)
