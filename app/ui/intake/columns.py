"""Which column of a table holds what: a box for each part of an article, with what stands in the column chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from app.exchange.picking import PARTS, Column
from app.ui.still_box import StillBox
from app.ui.words import isolated, tr

_NOTHING = ""
_SAMPLE = 60


class ColumnsForm(QWidget):
    """``chosen`` is told the parts with their columns, "" for a part that nothing holds."""

    chosen = Signal(dict)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns: dict[str, Column] = {}
        self._boxes: dict[str, QComboBox] = {}
        self._samples: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        titles = _titles()
        for row, part in enumerate(PARTS):
            name = QLabel(titles[part], self)
            box, sample = StillBox(self), QLabel(self)
            box.setAccessibleName(titles[part])
            box.activated.connect(self._choose)
            name.setBuddy(box)
            sample.setObjectName("faint")
            sample.setMinimumWidth(1)
            grid.addWidget(name, 2 * row, 0)
            grid.addWidget(box, 2 * row, 1)
            grid.addWidget(sample, 2 * row + 1, 1)
            self._boxes[part], self._samples[part] = box, sample
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(2 * len(PARTS), 1)

    @property
    def first(self) -> QComboBox:
        return self._boxes[PARTS[0]]

    def show_columns(self, columns: Sequence[Column], chosen: Mapping[str, str]) -> None:
        """Offer these columns; what was ``chosen`` goes before what is guessed."""
        self._columns = {column.name: column for column in columns}
        guessed = {column.part: column.name for column in columns if column.part}
        for part, box in self._boxes.items():
            box.clear()
            box.addItem("—", _NOTHING)
            for column in columns:
                box.addItem(isolated(column.name), column.name)
            box.setCurrentIndex(max(box.findData(chosen.get(part, guessed.get(part, _NOTHING))), 0))
        self._show_samples()

    def _choose(self) -> None:
        self._show_samples()
        self.chosen.emit({part: box.currentData() for part, box in self._boxes.items()})

    def _show_samples(self) -> None:
        # Absolute, since a label asks its text for its direction, and isolated words have none.
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        for part, box in self._boxes.items():
            column = self._columns.get(box.currentData())
            shown = " · ".join(isolated(" ".join(each.split())[:_SAMPLE]) for each in column.samples) if column else ""
            self._samples[part].setText(shown)
            self._samples[part].setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)


def _titles() -> dict[str, str]:
    return {
        "text": tr("Text"),
        "ref": tr("Its own id"),
        "title": tr("Title"),
        "date": tr("Date"),
        "source": tr("Source"),
        "url": tr("Address"),
    }
