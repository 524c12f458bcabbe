"""What the key page does with all keys together: the layout of the twins, the usual keys again, files in and out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QPushButton, QWidget

from app.domain.errors import TawsimError
from app.ui import keyhold
from app.ui.commands import Commands
from app.ui.words import said, sentence, tr
from app.workbench.keyfile import write_key_file
from app.workbench.keys import KeyTable


class Teller(Protocol):
    """The page's part: which action is chosen, other keys put into force, and what came of it said."""

    def chosen(self) -> str | None: ...

    def adopt(self, table: KeyTable, back: bool = True, told: str = "") -> None: ...

    def finish(self, text: str, grave: bool = False, back: bool = True) -> None: ...


class KeyTools(QWidget):
    """A row below the keys: a choice of the Arabic layout, and buttons."""

    def __init__(self, commands: Commands, page: Teller) -> None:
        super().__init__()
        self._commands, self._page = commands, page
        self.layout_box = QComboBox()
        self.layout_box.setAccessibleName(tr("Arabic layout"))
        for name in keyhold.layouts():
            title = keyhold.keymap(name).title
            self.layout_box.addItem(said(title) if title else name, name)
        self._show_layout()
        self.layout_box.activated.connect(lambda number: self.choose_layout(self.layout_box.itemData(number)))
        acts = (
            (tr("Usual keys of this action"), self.reset_one),
            (tr("All usual keys"), self.reset_all),
            (tr("Import …"), self._choose_import),
            (tr("Export …"), self._choose_export),
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.layout_box)
        row.addStretch()
        for text, act in acts:
            button = QPushButton(text)
            button.setAccessibleName(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, act=act: act())
            row.addWidget(button)

    def choose_layout(self, layout: str) -> None:
        """Take the twins of another layout, unless one of the analyst's own twins clashes with them."""
        table = replace(self._commands.table, keymap=keyhold.keymap(layout))
        clash = next(table.clashes(), None)
        if clash is not None:
            self._show_layout()
            return self._page.finish(sentence(keyhold.clash_error(self._commands, clash)), grave=True, back=False)
        self._page.adopt(table, back=False)

    def reset_one(self) -> None:
        """The usual keys of the chosen action again; whoever holds one of them loses it."""
        action = self._page.chosen()
        if action is not None:
            self._page.adopt(self._commands.table.reset(action))

    def reset_all(self) -> None:
        self._page.adopt(self._commands.table.reset())

    def import_from(self, path: Path) -> None:
        """Take the keys of a file instead of one's own, if nothing is wrong with them."""
        try:
            table, strange = keyhold.import_keys(self._commands, path)
        except TawsimError as error:
            return self._page.finish(sentence(error), grave=True)
        self._page.adopt(table, told=keyhold.strange_sentence(strange) if strange else "")
        self._show_layout()

    def export_to(self, path: Path) -> None:
        """Write what differs from the usual keys into a file."""
        try:
            write_key_file(path, self._commands.table.own())
        except TawsimError as error:
            return self._page.finish(sentence(error), grave=True)
        self._page.finish(tr("Written: {path}").format(path=f"\u2066{path}\u2069"))

    def _show_layout(self) -> None:
        self.layout_box.setCurrentIndex(self.layout_box.findData(self._commands.table.keymap.name))

    def _choose_import(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Import keys"), "", tr("Keys (*.toml)"))
        if path:
            self.import_from(Path(path))

    def _choose_export(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, tr("Export keys"), "keys.toml", tr("Keys (*.toml)"))
        if path:
            self.export_to(Path(path))
