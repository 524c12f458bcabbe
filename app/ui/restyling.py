"""Another name, and with it another look in the style sheet, for a widget that is shown already."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def restyle(widget: QWidget, name: str) -> None:
    """Give ``widget`` the look of ``name``: Qt applies the sheet anew only when asked to."""
    if name == widget.objectName():
        return
    widget.setObjectName(name)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
