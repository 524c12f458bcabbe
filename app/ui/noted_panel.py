"""A panel that says in a line of its own what came of what was done in it."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from app.ui.overlay import Overlay
from app.ui.restyling import restyle


class NotedPanel(Overlay):
    """Whoever builds the panel makes the ``note`` and puts it in its place."""

    note: QLabel

    def _say(self, text: str, grave: bool = False) -> None:
        self.note.setText(text)
        restyle(self.note, "grave" if grave else "faint")
