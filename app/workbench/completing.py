"""What can be written into a part of a frame from the inspector: marks near it, entries of the register, words for
those whom nobody names, and the choices of an attribute or a label; found by the first letters of any of their words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from app.domain.annotation import LITERAL_END, Annotation, RegisterEntry
from app.domain.codebook import Attribute, Codebook, Slot, Words
from app.domain.edit import Edit
from app.domain.errors import N_
from app.domain.text.folding import STRONG, fold_key
from app.workbench.bench import Workbench
from app.workbench.making import changed, with_attribute
from app.workbench.slots import candidates, filling, filling_entry, unnamed, unnamed_words

_MOST_ENTRIES = 8
_MOST = 40
_ENTRY = "entry"
NOTHING = Edit(N_("Fill slot"), ())


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be chosen. ``text`` is as the article or the register has it; what the codebook names has
    ``words`` instead. ``note`` says what it is, when that is not clear by itself. ``held`` is what stands there now.
    ``edit`` gets whether it shall stand beside what is there already."""

    text: str
    edit: Callable[[bool], Edit]
    words: Words | None = None
    note: Words | None = None
    held: bool = False


def slot_offers(bench: Workbench, frame: Annotation, slot: Slot, typed: str = "") -> list[Offer]:
    """Who or what can fill the slot and meets what was typed, the likelier first: mentions near the frame, entries of
    the register once something is typed, and the words for those who are not named."""
    held = {link.target.value for link in bench.marks.links_from(frame.id, slot.id)}
    found = [each for each in _near(bench, frame, slot, held) if meets(each, typed)]
    if _ENTRY in slot.ends and typed.strip():
        found += [_of_entry(bench, frame, slot, each, held) for each in _entries(bench, typed)]
    words = (_of_word(bench, frame, slot, word) for word in unnamed_words(slot))
    found += [each for each in words if meets(each, typed)]
    return found[:_MOST]


def choice_offers(bench: Workbench, mark: Annotation, attribute: Attribute, typed: str = "") -> list[Offer]:
    """The values that the attribute can have."""

    def offer(value: str, words: Words) -> Offer:
        held = mark.attributes.get(attribute.id) == value
        return Offer(
            value, lambda _add: NOTHING if held else with_attribute(bench, mark, attribute.id, value), words, held=held
        )

    return [each for each in (offer(choice.id, choice.name) for choice in attribute.choices) if meets(each, typed)]


def label_offers(bench: Workbench, mark: Annotation, typed: str = "") -> list[Offer]:
    """The labels that the mark can have within its kind."""

    def offer(label: str, words: Words) -> Offer:
        held = mark.label == label
        return Offer(
            label,
            lambda _add: NOTHING if held else Edit(N_("Relabel"), (changed(bench, mark, label=label),)),
            words,
            held=held,
        )

    labels = [each for each in bench.codebook.shown_kind(mark.kind).labels if not each.retired or each.id == mark.label]
    return [each for each in (offer(label.id, label.name) for label in labels) if meets(each, typed)]


def meets(offer: Offer, typed: str) -> bool:
    """Whether every typed word begins a word of the offer, folded and whatever article or clitic stands before."""
    names = (offer.text, offer.words.ar, offer.words.en) if offer.words else (offer.text,)
    return _begins(names, typed)


def word_for(codebook: Codebook, kind: str, word: str) -> Words | None:
    """What the codebook calls a word that stands in a slot in somebody's place: ``implicit``, ``journalist`` ..."""
    for attribute in codebook.shown_kind(kind).attributes:
        for choice in attribute.choices:
            if choice.id == word:
                return choice.name
    return None


def _near(bench: Workbench, frame: Annotation, slot: Slot, held: set[str]) -> list[Offer]:
    assert bench.reading is not None
    found = []
    for each in candidates(bench, frame, slot):
        mark = bench.marks.get(each.annotation)
        text = mark.exact if mark else bench.reading.text[each.span.start : each.span.end]
        note = bench.codebook.shown(mark.kind, mark.label).name if mark else None
        there = each.annotation in held

        def edit(add: bool, each=each, there: bool = there) -> Edit:  # type: ignore[no-untyped-def]
            return NOTHING if there and not add else filling(bench, frame, slot, each, add)

        found.append(Offer(text, edit, note=note, held=there))
    return found


def _of_entry(bench: Workbench, frame: Annotation, slot: Slot, entry: RegisterEntry, held: set[str]) -> Offer:
    there = entry.id in held
    return Offer(
        entry.name,
        lambda _add: NOTHING if there else filling_entry(bench, frame, slot, entry.id),
        note=Words(ar="السجل", en="Register"),
        held=there,
    )


def _of_word(bench: Workbench, frame: Annotation, slot: Slot, word: str) -> Offer:
    links = bench.marks.links_from(frame.id, slot.id)
    named = any(link.target.kind != LITERAL_END for link in links)
    there = not named and word in {frame.attributes.get("realization"), frame.attributes.get("claimer_kind")}
    words = word_for(bench.codebook, frame.kind, word) or Words(word, word)
    return Offer(word, lambda _add: NOTHING if there else unnamed(bench, frame, slot, word), words, held=there)


def _entries(bench: Workbench, typed: str) -> list[RegisterEntry]:
    """Entries of the register with a name or alias that meets what was typed."""
    return bench.register.looked_up(typed, most=_MOST_ENTRIES)


def _begins(names: Iterable[str], typed: str) -> bool:
    begun = fold_key(typed, STRONG).split()
    words = [word for name in names for word in fold_key(name, STRONG).split()]
    shorn = [word.removeprefix("ال") for word in words]
    return all(any(word.startswith(start) for word in (*words, *shorn)) for start in begun)
