"""The codebook editor (Ctrl+Shift+K): labels, attributes and slots, and what changing them does to the marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def open_editor(window: MainWindow) -> None:
    """Open it over the window, unless it is open."""
    from app.ui.codebook.editor import CodebookEditor  # noqa: PLC0415 - a window is sooner there without its widgets

    if not window.findChildren(CodebookEditor):
        CodebookEditor(window.bench, window.theme.dark, window)
