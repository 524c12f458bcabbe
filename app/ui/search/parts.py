"""What the search panel is made of: the field, the list of hits, and what stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListView, QVBoxLayout

from app.ui.flow import FlowLayout
from app.ui.grounded import GroundedList
from app.ui.keybuttons import key_buttons
from app.ui.occurrences import OccurrenceDelegate
from app.ui.search.model import HitModel
from app.ui.theme import colour
from app.ui.words import tr
from app.workbench.searching import LEFT, RIGHT

if TYPE_CHECKING:
    from app.ui.search.panel import SearchPanel
    from app.ui.window import MainWindow

_TEXT_SIZE = 20


class Parts:
    """The widgets of one panel, laid out in it."""

    def __init__(self, panel: SearchPanel, window: MainWindow, model: HitModel) -> None:
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Query"))
        self.field.setPlaceholderText(tr("Words, “a phrase”, beginning*, OR, -without, label:PERS, source:name …"))
        self.count = QLabel()
        self.count.setObjectName("faint")
        self.count.setAccessibleName(tr("How many"))
        self.list = GroundedList(colour(window.theme.pane))
        self.list.setAccessibleName(tr("Hits"))
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setModel(model)
        font = QFont(window.view.document().defaultFont())
        font.setPixelSize(_TEXT_SIZE)
        self._delegate = OccurrenceDelegate(window.theme, font, colour(window.theme.accent))
        self._delegate.names = self._delegate.notes = self._delegate.aligned = True
        self._delegate.tints = {each.id: window.theme.of(each) for each in window.bench.codebook.labels()}
        self.list.setItemDelegate(self._delegate)
        self.order = QLabel()
        self.order.setObjectName("faint")
        self.note = QLabel()
        self.note.setObjectName("faint")
        self.note.setWordWrap(True)
        self._lay_out(panel)

    def _lay_out(self, panel: SearchPanel) -> None:
        heading = QLabel(tr("Search the project"))
        heading.setObjectName("heading")
        top = QHBoxLayout()
        top.addWidget(heading)
        top.addWidget(self.field, 1)
        told = QHBoxLayout()
        told.addWidget(self.count)
        told.addStretch()
        told.addWidget(self.order)
        column = QVBoxLayout(panel)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(9)
        column.addLayout(top)
        column.addLayout(told)
        column.addWidget(self.list, 1)
        column.addWidget(self.note)
        column.addLayout(panel_keys(panel))

    def go_to(self, number: int) -> None:
        """Make a row the current one, in view."""
        index = self.list.model().index(number, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index, QListView.ScrollHint.EnsureVisible)

    def show_order(self, order: str) -> None:
        """Say what the hits are sorted by."""
        names = {LEFT: tr("by what stands to the left"), RIGHT: tr("by what stands to the right")}
        self.order.setText(names.get(order, tr("in the order of the articles")))

    def advice(self) -> str:
        """What an empty field offers."""
        return tr(
            "Both of two words: word word. Either: word OR word. Without: -word. Side by side: “word word”. Beginning: "
            "wor*. Exactly so, without clitics: =word. Only there: title:word. Filters: label: kind: speaker: state: "
            "source: from: to: status: annotator: layer:"
        )


def panel_keys(panel: SearchPanel) -> FlowLayout:
    """The panel's keys, and the same for the mouse."""
    return key_buttons(
        (tr("Go there"), "Enter", panel.go),
        (tr("Choose"), "Space", panel.toggle),
        (tr("Sort by the left"), "Left", lambda: panel.sort(LEFT)),
        (tr("Sort by the right"), "Right", lambda: panel.sort(RIGHT)),
        (tr("In annotations"), "Ctrl+Shift+F", panel.to_annotations),
        (tr("Export as CSV"), "Ctrl+E", panel.choose_export),
        (tr("Leave"), "Esc", panel.dismiss),
    )
