"""The focused frame as a sentence: who says (claims) what to whom, each part a chip with its key.

The sentence's lines and the widths of its chips stay while one steps from frame to frame; only what fills them changes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from string import Formatter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.annotation import ANNOTATION_END, SUGGESTED, Annotation
from app.domain.codebook import CLAIM, QUOTE, Attribute, Kind, Slot
from app.domain.edit import Edit
from app.domain.errors import N_
from app.ui import captions
from app.ui.chips import Chip
from app.ui.commands import Commands
from app.ui.elided import ElidedText
from app.ui.slot_completion import Completion
from app.ui.telling import slot_filling
from app.ui.words import isolated, said, tr
from app.workbench.actions.framing import slot_action
from app.workbench.bench import Workbench
from app.workbench.completing import Offer, choice_offers, label_offers, slot_offers
from app.workbench.making import with_attribute
from app.workbench.slots import emptying

# One line of the sentence a line here. The names are the codebook's slots and attributes; {content} is what is said,
# {label} its type. Parts that a codebook lacks are left out, and slots with keys that are not named here come last.
_SENTENCES = {
    QUOTE: N_("{speaker} {cue}\nthat {content}\nto {addressee}\n{label} {medium}"),
    CLAIM: N_("{claimer} claims\nthat {content}\nabout {object}\n{modality}"),
}
_ACTIONS = {"medium": "quote.medium"}  # of attributes that have a key of their own
_WIDE = ("speaker", "claimer")
_LINES = 3

Fill = Callable[[Edit], None]


class SlotChip(Chip):
    """The chip of one slot."""

    slot: Slot


class FrameSentence(QWidget):
    """``chips`` are its parts in the order of reading, ``slots`` those among them that are slots. ``press`` gets the
    name of an action of the table, ``fill`` an edit to do."""

    def __init__(
        self, bench: Workbench, kind: Kind, commands: Commands, press: Callable[[str], None], fill: Fill
    ) -> None:
        super().__init__()
        self._bench, self._kind, self._commands, self._press, self._fill = bench, kind, commands, press, fill
        self._mark: Annotation | None = None
        self.content = ElidedText(_LINES)
        self.chips: list[Chip] = []
        self.slots: list[SlotChip] = []
        self.attributes: dict[str, tuple[Attribute, Chip]] = {}
        self._label: Chip | None = None
        self._acts: list[tuple[Chip, str]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        named: set[str] = set()
        for line in tr(_SENTENCES[kind.id]).split("\n"):
            named |= self._add_line(line)
        for slot in kind.slots:
            if slot.key and slot.id not in named:
                self._add_line(f"{{{slot.id}}}")

    @staticmethod
    def tells(kind: Kind) -> bool:
        """Whether there is a sentence for marks of this kind."""
        return kind.id in _SENTENCES

    def show_mark(self, mark: Annotation, rtl: bool) -> None:
        """Fill the sentence with a frame, on an article of that direction."""
        self._mark, bench = mark, self._bench
        for part, action in self._acts:
            part.show_key(self._commands.shown(action))
        suggested = mark.state == SUGGESTED
        self.content.show_text(mark.shown, rtl)
        for each in self.slots:
            ends = [link.target for link in bench.marks.links_from(mark.id, each.slot.id)]
            marks = [bench.marks.get(end.value) for end in ends if end.kind == ANNOTATION_END]
            doubtful = suggested or any(end is not None and end.state == SUGGESTED for end in marks)
            filling = slot_filling(bench, mark, each.slot)
            each.show_value(isolated(filling) if filling else "", not (doubtful and filling))
        for attribute, chip in self.attributes.values():
            value = mark.attributes.get(attribute.id)
            name = next((said(choice.name) for choice in attribute.choices if choice.id == value), "")
            chip.show_value(name, not (suggested and name))
        if self._label is not None:
            self._label.show_value(said(bench.codebook.shown(mark.kind, mark.label).name), not suggested)

    def _add_line(self, line: str) -> set[str]:
        """Words and chips of one line side by side; the names of the parts that the codebook has."""
        row = QHBoxLayout()
        row.setSpacing(7)
        named = set()
        for words, name, _, _ in Formatter().parse(line):
            part = self._part(name) if name else None
            if words.strip() and (part is not None or not name):
                lead = captions.faint(words.strip())
                beside = Qt.AlignmentFlag.AlignTop if part is self.content else Qt.AlignmentFlag.AlignVCenter
                row.addWidget(lead, 0, beside)
            if part is not None and name:
                row.addWidget(part, 5 if name in _WIDE else 3)
                named.add(name)
        if named:
            self._column.addLayout(row)
        return named

    def _part(self, name: str) -> QWidget | None:
        if name == "content":
            return self.content
        slot, attribute = self._kind.slot(name), self._kind.attribute(name)
        if slot is not None:
            return self._slot_chip(slot)
        if name == "label" and len(self._kind.labels) > 1:
            action = "quote.type" if self._kind.id == QUOTE else None
            self._label = self._chip(tr("Type"), action, label_offers, lambda: None)
            return self._label
        if attribute is not None and attribute.choices:
            offers = partial(self._choices, attribute)
            chip = self._chip(said(attribute.name), _ACTIONS.get(attribute.id), offers, partial(self._clear, attribute))
            self.attributes[attribute.id] = attribute, chip
            return chip
        return None

    def _slot_chip(self, slot: Slot) -> Chip:
        action = slot_action(slot.key) if slot.key else None

        def press() -> None:
            if action:
                self._press(action)

        chip = SlotChip(
            said(slot.name),
            press,
            lambda typed: self._complete(chip, partial(self._slot_offers, slot), partial(self._vacate, slot), typed),
            partial(self._vacate, slot),
        )
        chip.slot = slot
        if action:
            self._acts.append((chip, action))
        self.slots.append(chip)
        self.chips.append(chip)
        return chip

    def _chip(
        self,
        name: str,
        action: str | None,
        offers: Callable[[Workbench, Annotation, str], list[Offer]],
        empty: Callable[[], None],
    ) -> Chip:
        def found(typed: str) -> list[Offer]:
            return offers(self._bench, self._mark, typed) if self._mark is not None else []

        def complete(typed: str) -> None:
            self._complete(chip, found, empty, typed)

        chip = Chip(name, lambda: self._press(action) if action else complete(""), complete, empty)
        if action:
            self._acts.append((chip, action))
        self.chips.append(chip)
        return chip

    def _complete(
        self, chip: Chip, offers: Callable[[str], list[Offer]], empty: Callable[[], None], typed: str
    ) -> None:
        if self._mark is not None:
            Completion(chip, offers, self._take, empty, typed)

    def _slot_offers(self, slot: Slot, typed: str) -> list[Offer]:
        return slot_offers(self._bench, self._mark, slot, typed) if self._mark is not None else []

    @staticmethod
    def _choices(attribute: Attribute, bench: Workbench, mark: Annotation, typed: str) -> list[Offer]:
        return choice_offers(bench, mark, attribute, typed)

    def _take(self, offer: Offer, beside: bool) -> None:
        self._fill(offer.edit(beside))

    def _vacate(self, slot: Slot) -> None:
        if self._mark is not None:
            self._fill(emptying(self._bench, self._mark, slot))

    def _clear(self, attribute: Attribute) -> None:
        if self._mark is not None and self._mark.attributes.get(attribute.id) is not None:
            self._fill(with_attribute(self._bench, self._mark, attribute.id, None))
