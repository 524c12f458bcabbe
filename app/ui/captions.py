"""Labels by what they are for: a heading, quiet words, a note of several lines, the name of a field."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget


def heading(text: str = "") -> QLabel:
    """What a panel or a part of it is about."""
    return _named("heading", text)


def faint(text: str = "") -> QLabel:
    """Words that stand back behind others."""
    return _named("faint", text)


def note(text: str = "") -> QLabel:
    """Quiet words over as many lines as they need."""
    made = faint(text)
    made.setWordWrap(True)
    return made


def of_field(field: QWidget, title: str, *, wraps: bool = False) -> QLabel:
    """The quiet name of a field, which screen readers say too; in one line, unless it ``wraps``."""
    field.setAccessibleName(title)
    made = note(title) if wraps else faint(title)
    made.setBuddy(field)
    return made


def _named(name: str, text: str) -> QLabel:
    made = QLabel(text)
    made.setObjectName(name)
    return made
