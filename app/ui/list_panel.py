"""A panel whose list has the keyboard: every key but those that walk in the list is the panel's."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.flow import FlowLayout
from app.ui.keybuttons import key_buttons
from app.ui.noted_panel import NotedPanel
from app.ui.usual_keys import WALKING, keys_called


class ListPanel(NotedPanel):
    """The list is what it is opened with. ``passing`` are keys that stay the list's own."""

    passing: tuple[int, ...] = WALKING

    def __init__(self, parent: QWidget, width: int, height: int) -> None:
        super().__init__(parent, width, height)
        self._list: QWidget | None = None
        self._acts: dict[tuple[int, bool], Callable[[], None]] = {}

    def keyed(self, *acts: tuple[str, str, Callable[[], None]]) -> FlowLayout:
        """A row of buttons, each from its text, its key and what it does; in the list the keys do the same."""
        self._acts = {pressed: act for _text, name, act in acts for pressed in keys_called(name)}
        return key_buttons(*acts)

    def open(self, first: QWidget) -> None:
        self._list = first
        super().open(first)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        """Whether the key was the panel's."""
        if event.key() in self.passing:
            return False
        self._act(event)
        return True

    def _act(self, event: QKeyEvent) -> bool:
        """Do what the key is for, if it is for anything; Shift matters only to a key that something names with it."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        act = self._acts.get((event.key(), shift)) or self._acts.get((event.key(), False))
        if act is not None:
            act()
        return act is not None
