"""A long list on a ground of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView

from app.ui.occurrences import OccurrenceDelegate

_AT_ONCE = 4  # rows that one painting lays out: each takes as long as a step of the caret's painting


class GroundedList(QListView):
    """What lies behind it need not be painted: behind a list that is seen through, Qt paints the article each time."""

    def __init__(self, ground: QColor) -> None:
        super().__init__()
        self._ground = ground
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._ground)
        painter.end()
        super().paintEvent(event)


class SlicedList(GroundedList):
    """One whose rows are laid out a few in each painting, the upper ones first, so that a key is heard in between."""

    def __init__(self, ground: QColor, rows: OccurrenceDelegate) -> None:
        super().__init__(ground)
        self._rows = rows
        self.setItemDelegate(rows)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._rows.spare, self._rows.put_off = _AT_ONCE, []
        super().paintEvent(event)
        if self._rows.put_off:
            QTimer.singleShot(0, self, self._paint_on)

    def _paint_on(self) -> None:
        for row in self._rows.put_off:
            self.update(self.model().index(row, 0))
