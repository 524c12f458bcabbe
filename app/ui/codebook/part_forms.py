"""The fields of a kind, of an attribute, and of a slot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.domain.codebook import Attribute, Choice, Kind, Slot, Words
from app.domain.errors import N_, CodebookError
from app.ui.codebook.forms import Form, lines_of
from app.ui.words import tr
from app.workbench.codebook_changes import Draft, name_kind, put_attribute, put_slot, rename_attribute, rename_slot
from app.workbench.keymap import Keymap

ENDS = {
    "entity": N_("entities"),
    "quote": N_("quotes"),
    "claim": N_("claims"),
    "cue": N_("cues"),
    "entry": N_("register entries"),
}


class KindForm(Form):
    """A kind's names. Which kinds there are is the dataset's."""

    def __init__(self, kind: Kind, left: Callable[[], None]) -> None:
        super().__init__(left)
        self._kind = kind
        self.id = self.line(tr("Name in the dataset"), kind.id)
        self.id.setReadOnly(True)
        self.ar = self.line(tr("Arabic name"), kind.name.ar)
        self.en = self.line(tr("English name"), kind.name.en)

    def take(self, draft: Draft) -> Draft:
        return name_kind(draft, self._kind.id, Words(self.ar.text().strip(), self.en.text().strip()))


class AttributeForm(Form):
    """An attribute with its choices, one a line: its id, then its Arabic and its English name."""

    def __init__(self, kind: str, attribute: Attribute, left: Callable[[], None], kept: bool) -> None:
        super().__init__(left)
        self._kind, self._attribute = kind, attribute
        self.id = self.line(tr("Name in the dataset"), attribute.id)
        self.id.setReadOnly(kept)
        self.ar = self.line(tr("Arabic name"), attribute.name.ar)
        self.en = self.line(tr("English name"), attribute.name.en)
        types = ((tr("one of several"), "choice"), (tr("yes or no"), "flag"), (tr("free text"), "text"))
        offered = types if attribute.type != "verdict" else ((tr("verdict"), "verdict"),)
        self.type = self.choice(tr("What it holds"), offered, attribute.type)
        self.type.setEnabled(not kept)
        shown = "\n".join(f"{each.id} | {each.name.ar} | {each.name.en}" for each in attribute.choices)
        self.choices = self.text(tr("Choices: id | Arabic | English"), shown)
        self.default = self.line(tr("At first"), "" if attribute.default is None else str(attribute.default))

    def take(self, draft: Draft) -> Draft:
        kind, attribute, name = self._kind, self._attribute, self.id.text().strip()
        holds = self.type.currentData()
        changed = replace(
            attribute,
            name=Words(self.ar.text().strip(), self.en.text().strip()),
            type=holds,
            choices=tuple(map(_choice, lines_of(self.choices))) if holds in ("choice", "verdict") else (),
            default=_default(holds, self.default.text().strip()),
        )
        made = put_attribute(draft, kind, changed) if changed != attribute else draft
        return made if name == attribute.id else rename_attribute(made, kind, attribute.id, name)


class SlotForm(Form):
    """A slot: who may fill it, which words may, how many, and its key."""

    def __init__(self, kind: str, slot: Slot, keymap: Keymap, left: Callable[[], None], kept: bool) -> None:
        super().__init__(left)
        self._kind, self._slot, self._keymap = kind, slot, keymap
        self.id = self.line(tr("Name in the dataset"), slot.id)
        self.id.setReadOnly(kept)
        self.ar = self.line(tr("Arabic name"), slot.name.ar)
        self.en = self.line(tr("English name"), slot.name.en)
        self.key = self.line(tr("Key"), slot.key or "")
        self.key.setReadOnly(kept)
        self.ends = {each: self.switch(tr(title), each in slot.ends) for each, title in ENDS.items()}
        self.literals = self.line(tr("Words that may fill it"), " ".join(slot.literals))
        self.most = self.line(tr("How many at most (0: any number)"), str(slot.most))

    def take(self, draft: Draft) -> Draft:
        slot, name, typed = self._slot, self.id.text().strip(), self.key.text().strip()
        key = (self._keymap.letter(typed, shift=False) or typed.upper()) if typed else None
        if not self.most.text().strip().isdecimal():
            raise CodebookError(N_("How many at most is a number."))
        changed = replace(
            slot,
            name=Words(self.ar.text().strip(), self.en.text().strip()),
            ends=tuple(each for each, box in self.ends.items() if box.isChecked()),
            literals=tuple(self.literals.text().split()),
            most=int(self.most.text()),
            key=key,
            twin=self._keymap.twin(key) if key else None,
        )
        made = put_slot(draft, self._kind, changed) if changed != slot else draft
        return made if name == slot.id else rename_slot(made, self._kind, slot.id, name)


def _choice(line: str) -> Choice:
    name, *names = (each.strip() for each in line.split("|"))
    ar, en, *_ = [*names, *[name] * 2]
    return Choice(name, Words(ar, en if len(names) > 1 else name))


def _default(holds: str, typed: str) -> object:
    if holds == "flag":
        return typed.casefold() in ("true", "1", "yes", "نعم") if typed else None
    return typed or None
