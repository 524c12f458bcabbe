"""The fields of a register entry: what is typed is taken when the field is left or Enter is pressed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from app.domain.annotation import RegisterEntry
from app.domain.codebook import ENTITY, Codebook
from app.ui import captions
from app.ui.words import said, tr

_PARTING = re.compile(r"[;؛|]")
_BETWEEN = " ؛ "


class EntryForm(QWidget):
    """Name, label, other names, id and note of one entry. ``take`` is told of an entry that the analyst changed."""

    def __init__(self, codebook: Codebook, take: Callable[[RegisterEntry], None]) -> None:
        super().__init__()
        self._take = take
        self._shown: RegisterEntry | None = None
        self.name, self.aliases, self.kb_id, self.note = (QLineEdit() for _ in range(4))
        self.label = QComboBox()
        for label in codebook.kind(ENTITY).labels:
            self.label.addItem(said(label.name), label.id)
        self.label.activated.connect(lambda at: self._change(label=self.label.itemData(at)))
        self.aliases.setPlaceholderText(tr("Other names, parted by ؛"))
        self.kb_id.setPlaceholderText(tr("Q and a number, or local:name"))
        self.kb_id.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.name.editingFinished.connect(lambda: self._change(name=self.name.text()))
        self.aliases.editingFinished.connect(lambda: self._change(aliases=_names(self.aliases.text())))
        self.kb_id.editingFinished.connect(lambda: self._change(kb_id=self.kb_id.text().strip() or None))
        self.note.editingFinished.connect(lambda: self._change(note=self.note.text().strip() or None))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(5)
        rows = (
            (tr("Name"), self.name),
            (tr("Label"), self.label),
            (tr("Other names"), self.aliases),
            (tr("Wikidata or own id"), self.kb_id),
            (tr("Note"), self.note),
        )
        for number, (title, editor) in enumerate(rows):
            grid.addWidget(captions.of_field(editor, title), number, 0)
            grid.addWidget(editor, number, 1)
        self.stops: list[QWidget] = [editor for _, editor in rows]

    def show_entry(self, entry: RegisterEntry | None) -> None:
        """Show another entry, or none; nobody is told of it."""
        self._shown = entry
        self.setEnabled(entry is not None)
        self.name.setText(entry.name if entry else "")
        self.aliases.setText(_BETWEEN.join(entry.aliases) if entry else "")
        self.kb_id.setText((entry.kb_id or "") if entry else "")
        self.note.setText((entry.note or "") if entry else "")
        found = self.label.findData(entry.label) if entry else -1
        if entry and found < 0:  # a label that the codebook no longer has
            self.label.addItem(entry.label, entry.label)
            found = self.label.count() - 1
        self.label.setCurrentIndex(found)

    def _change(self, **values: Any) -> None:
        if self._shown is not None and any(getattr(self._shown, key) != value for key, value in values.items()):
            self._take(replace(self._shown, **values))


def _names(typed: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in _PARTING.split(typed) if name.strip())
