"""A panel whose list has the keyboard: every key but those that walk in the list is the panel's."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
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
        self._acts: dict[int, Callable[[], None]] = {}

    def keyed(self, *acts: tuple[str, str, Callable[[], None]]) -> FlowLayout:
        """A row of buttons, each from its text, its key and what it does; in the list the keys do the same."""
        self._acts = {key: act for _text, name, act in acts for key in keys_called(name)}
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
        if act := self._acts.get(event.key()):
            act()
        return True
