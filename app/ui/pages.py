"""The inspector's pages by kind. Their widgets and all that these import come with the first page that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout

if TYPE_CHECKING:
    from app.ui.kind_page import KindPage


class Pages(dict[str, "KindPage"]):
    """The pages by kind, each made and put into the pile when it is first asked for: a window is there sooner."""

    def __init__(self, make: Callable[[str], KindPage], pile: QVBoxLayout, put: Callable[[KindPage], None]) -> None:
        super().__init__()
        self._make, self._pile, self._put = make, pile, put

    def __missing__(self, kind: str) -> KindPage:
        page = self[kind] = self._make(kind)
        page.hide()
        self._pile.addWidget(page)
        self._put(page)
        return page


def label(name: str) -> QLabel:
    """A label of that style, which no word however long can widen."""
    made = QLabel()
    made.setObjectName(name)
    made.setMinimumWidth(1)  # an address as long as the pane is cut off and does not widen it
    return made
