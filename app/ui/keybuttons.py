"""Buttons beside the keys of a panel: what each key does, and the same for the mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.ui.flow import FlowLayout
from app.ui.words import key_text


def key_buttons(*keys: tuple[str, str, Callable[[], None]]) -> FlowLayout:
    """Buttons in a row, in two where the window is narrow, each from its text, its key and what it does. None of them
    ever takes the keyboard."""
    row = FlowLayout(spacing=9, margin=0)
    for text, key, act in keys:
        button = QPushButton(f"{text}  {key_text(key)}")
        button.setAccessibleName(text)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda _checked=False, act=act: act())
        row.addWidget(button)
    return row
