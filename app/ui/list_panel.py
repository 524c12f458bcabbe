"""A panel whose list has the keyboard: every key but those that walk in the list is the panel's."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.noted_panel import NotedPanel


class ListPanel(NotedPanel):
    """The list is what it is opened with."""

    _list: QWidget | None = None

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
        raise NotImplementedError
