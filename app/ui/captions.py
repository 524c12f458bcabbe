"""Labels by what they are for: a heading, quiet words, a note of several lines, the name of a field."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget


def heading(text: str = "", parent: QWidget | None = None) -> QLabel:
    """What a panel or a part of it is about."""
    return _named("heading", text, parent)


def faint(text: str = "", parent: QWidget | None = None) -> QLabel:
    """Words that stand back behind others."""
    return _named("faint", text, parent)


def note(text: str = "", parent: QWidget | None = None) -> QLabel:
    """Quiet words over as many lines as they need."""
    made = faint(text, parent)
    made.setWordWrap(True)
    return made


def of_field(field: QWidget, title: str, *, wraps: bool = False) -> QLabel:
    """The quiet name of a field, which screen readers say too; in one line, unless it ``wraps``."""
    field.setAccessibleName(title)
    made = (note if wraps else faint)(title, field.parentWidget())
    made.setBuddy(field)
    return made


def _named(name: str, text: str, parent: QWidget | None) -> QLabel:
    made = QLabel(text, parent)
    made.setObjectName(name)
    return made
