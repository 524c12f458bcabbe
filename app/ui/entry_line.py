"""One quiet line of the inspector: who in the register the mark at hand is, or who speaks in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.domain.annotation import Annotation
from app.ui.words import isolated, tr
from app.workbench.bench import Workbench
from app.workbench.entries import entries_of


class EntryLine(QLabel):
    """The names and knowledge base ids of the entries behind a mark; hidden where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("faint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumWidth(1)
        self.hide()

    def show_mark(self, bench: Workbench, mark: Annotation) -> None:
        """Show the entries of a mark; read one by one, since there are hardly ever two."""
        entries = filter(None, map(bench.store.entry, entries_of(bench, mark)))
        names = [" · ".join(isolated(each) for each in (entry.name, entry.kb_id) if each) for entry in entries]
        self.setText(tr("In the register: {names}").format(names=tr(", ").join(names)))
        self.setVisible(bool(names))
