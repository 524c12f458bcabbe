"""The palette (Ctrl+K): every action, label and article by its Arabic or English name, folded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain.text.folding import fold_key
from app.ui.overlay import Overlay
from app.ui.words import tr

_MOST = 60


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the palette. ``names`` are all the texts by which it is found."""

    shown: str
    names: tuple[str, ...]
    run: Callable[[], None]


class Palette(Overlay):
    """Type to filter, arrows to choose, Enter to do. ``more(query)`` adds what is looked up while typing."""

    def __init__(self, choices: list[Choice], more: Callable[[str], list[Choice]], parent: QWidget) -> None:
        super().__init__(parent, 560, 420)
        self.setAccessibleName(tr("Palette"))
        self._choices = [(choice, " ".join(fold_key(name, "strong") for name in choice.names)) for choice in choices]
        self._more = more
        self._offered: list[Choice] = []
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("An action, a label or an article …"))
        self.field.setAccessibleName(tr("Palette"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What matches"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._filter)
        self.list.itemClicked.connect(lambda _item: self._take())
        self._filter("")
        self.open(self.field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, Down and Enter in the field belong to the list."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        words = fold_key(text, "strong").split()
        matching = [choice for choice, names in self._choices if all(word in names for word in words)]
        starting = [each for each in matching if words and fold_key(each.shown, "strong").startswith(words[0])]
        self._offered = (starting + [each for each in matching if each not in starting])[:_MOST]
        if words:
            self._offered += self._more(text)
        self.list.clear()
        for choice in self._offered:
            self.list.addItem(QListWidgetItem(choice.shown))
        self.list.setCurrentRow(0)

    def _take(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._offered):
            chosen = self._offered[row]
            self.dismiss()
            chosen.run()
