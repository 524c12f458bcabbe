"""Keys of a codebook's labels among the keys of all actions."""

from __future__ import annotations

from dataclasses import replace

from app import resources
from app.domain.codebook import Codebook, Kind, Label, Slot
from app.workbench.actions import marking, table
from app.workbench.keymap import Keymap, check_clashes, read_keymap


def usual_keymap() -> Keymap:
    return read_keymap(resources.text("keymaps/arabic-101.toml"))


def check_keys(codebook: Codebook, keymap: Keymap | None = None) -> None:
    """``KeyClash`` naming both when the key of a label or slot, or its twin, belongs to something else already."""
    both = (keymap or usual_keymap()).both
    actions = table(codebook, marking.mark).values()
    check_clashes((each.words.en if each.words else each.title, both(each.keys)) for each in actions)


def with_twins(codebook: Codebook, keymap: Keymap | None = None) -> Codebook:
    """The codebook with the twin that the key map has for each key of a label or slot."""
    twin = (keymap or usual_keymap()).twin

    def twinned(part: Label) -> Label:
        return replace(part, twin=twin(part.key) if part.key else None)

    def slotted(part: Slot) -> Slot:
        return replace(part, twin=twin(part.key) if part.key else None)

    def kinded(kind: Kind) -> Kind:
        return replace(kind, labels=tuple(map(twinned, kind.labels)), slots=tuple(map(slotted, kind.slots)))

    return replace(codebook, kinds=tuple(map(kinded, codebook.kinds)))
