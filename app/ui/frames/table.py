"""The table itself: rows of one height, words cut in the middle, columns as wide as what they hold usually is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from app.ui.frames.model import FrameModel
from app.ui.tables.dressing import dress_table
from app.ui.words import tr

_SHARES = {
    "kind": 6,
    "label": 7,
    "speaker": 14,
    "cue": 10,
    "words": 28,
    "normalized": 15,
    "state": 8,
    "article": 16,
    "topic": 10,
}
_USUAL_SHARE = 8
_ROW = 34


class FrameTable(QTableView):
    """``sort`` gets the number of a column whose head is pressed."""

    def __init__(self, model: FrameModel, sort: Callable[[int], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = model.columns
        self.setModel(model)
        self.setAccessibleName(tr("Quotes and claims"))
        dress_table(self, _ROW)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(40)
        self.horizontalHeader().sectionClicked.connect(sort)

    def go_to(self, row: int) -> None:
        """Make a row the current one, in view."""
        index = self.model().index(row, self._columns.index("words"))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def show_order(self, column: str, descending: bool) -> None:
        """Show in the heads what the rows are sorted by."""
        heads = self.horizontalHeader()
        heads.setSortIndicatorShown(column in self._columns)
        if column in self._columns:
            way = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            heads.setSortIndicator(self._columns.index(column), way)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Divide the breadth among the columns that are seen."""
        seen = [(number, _SHARES.get(name, _USUAL_SHARE)) for number, name in enumerate(self._columns)]
        seen = [(number, share) for number, share in seen if not self.isColumnHidden(number)]
        whole, room = sum(share for _, share in seen), self.viewport().width()
        for number, share in seen[:-1]:
            self.setColumnWidth(number, room * share // whole)
        self.horizontalHeader().setStretchLastSection(True)
