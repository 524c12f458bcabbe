"""Which label a key means in a list of hits: the keys of the article, on both layouts, as they are in force."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.ui.commands import Commands
from app.workbench.bench import Workbench

_LABEL = "label."


def label_of(event: QKeyEvent, commands: Commands, bench: Workbench) -> tuple[str, str] | None:
    """Kind and label of the label key that is pressed, or of the last label where its repetition is."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier) or not event.text().strip():
        return None
    key = event.text().upper()
    keymap = commands.table.keymap
    if held:
        letter = keymap.letter(event.text(), shift=True)
        key = f"Shift+{letter or key}"
    for name, action in commands.actions.items():
        if name.startswith(_LABEL) and key in commands.keys(action):
            label = name.removeprefix(_LABEL)
            return next(((each.kind, each.id) for each in bench.codebook.labels() if each.id == label), None)
    repeat = commands.actions.get("mark.repeat")
    return bench.last_label if repeat is not None and key in commands.keys(repeat) else None
