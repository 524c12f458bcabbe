"""A list in which one always sees the row that the keys are about."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QListWidget


class Listing(QListWidget):
    """Qt takes the first row for the current one without showing it, so that the first arrow would pass it by."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.count() and not self.selectedItems():
            self.setCurrentRow(max(self.currentRow(), 0))
