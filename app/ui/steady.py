"""Labels that keep their size while their words change: a label of another size has the whole window laid out anew."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel


def hold(label: QLabel, *widest: str) -> None:
    """Let a label grow but not shrink; from the start it has room for each of the ``widest`` texts."""
    size = label.sizeHint().expandedTo(label.maximumSize() if label.minimumWidth() else QSize())
    if not label.minimumWidth():
        metrics = label.fontMetrics()
        size = QSize(max((size.width(), *(metrics.horizontalAdvance(text) for text in widest))), size.height())
    if size != label.size() or not label.minimumWidth():
        label.setFixedSize(size)
