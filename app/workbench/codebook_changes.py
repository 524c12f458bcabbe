"""Changes of the codebook, each a plain function from one draft to the next. Nothing is written here: ``codebook_plan``
says what a draft would do to the project, and does it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from app.domain.codebook import Attribute, Codebook, Kind, Label, Slot, Words, read_codebook
from app.domain.codebook_toml import with_source
from app.domain.errors import N_, CodebookError
from app.workbench.codebook_steps import Relabel, RenameAttribute, RenameChoice, RenameSlot, Step

# The dataset names these, and the program fills them: they can be shown differently, but not be called otherwise.
KEPT_SLOTS = {
    "entity": ("entity",),
    "quote": ("speaker", "cue", "addressee", "nested_in", "same_utterance"),
    "claim": ("claimer", "object", "expressed_in", "same_claim", "contradicts"),
}
KEPT_LABELS = {"quote": ("direct", "indirect", "mixed"), "claim": ("claim",), "cue": ("cue",)}
KEPT_ATTRIBUTES = {
    "entity": ("subtype", "mention", "normalized", "metonymic", "uncertain", "note"),
    "quote": ("medium", "realization", "polarity", "note"),
    "claim": (
        *("normalized_claim", "claimer_kind", "topic", "modality", "factuality", "verifiable"),
        *("checkworthy", "stance", "verdict", "note"),
    ),
    "cue": ("strength", "note"),
}

RENAME, MERGE, SPLIT, RETIRE = N_("Rename label"), N_("Merge labels"), N_("Split label"), N_("Retire label")
REMOVE, AMEND, TAKE = N_("Remove label"), N_("Change the codebook"), N_("Take another codebook")
TITLES = frozenset([RENAME, MERGE, SPLIT, RETIRE, REMOVE, AMEND, TAKE])

_THERE = N_("There is a label {label} already: merge the two instead.")
_KEPT = N_("{name} is part of the dataset's format and keeps its name.")
_TWICE = N_("There is {name} already; take another name.")
_RETIRED = N_("The label {label} is retired and takes no marks.")


_Part = TypeVar("_Part", Attribute, Slot)


@dataclass(frozen=True, slots=True)
class Draft:
    """A codebook that is being changed: what is in use (``base``), what shall be, and the ``steps`` that bring the
    marks along, in their order. ``titles`` are those of what was done."""

    base: Codebook
    codebook: Codebook
    steps: tuple[Step, ...] = ()
    titles: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        return bool(self.steps) or replace(self.codebook, version=self.base.version) != self.base

    @property
    def title(self) -> str:
        """What undo will call it."""
        return self.titles[0] if len(set(self.titles)) == 1 else AMEND

    def checked(self) -> Codebook:
        """The new codebook with its TOML text. ``CodebookError`` when it could not be read back."""
        return read_codebook(with_source(self.codebook).source, self.codebook.name)


def draft(codebook: Codebook) -> Draft:
    """Nothing changed yet; but one that stands in for a codebook that cannot be read can be applied as it is."""
    return Draft(codebook, replace(codebook, stands_in=False))


def rename_label(of: Draft, kind: str, label: str, to: str) -> Draft:
    """Another id for a label; its marks follow."""
    of.codebook.label(kind, label)
    if label in KEPT_LABELS.get(kind, ()):
        raise CodebookError(_KEPT, name=label)
    if not to.strip():
        raise CodebookError(N_("A label needs a name."))
    if any(each.id == to for each in of.codebook.kind(kind).labels):
        raise CodebookError(_THERE, label=to)
    book = _with_labels(of.codebook, kind, lambda each: [replace(each, id=to)] if each.id == label else [each])
    return _next(of, book, RENAME, Relabel(kind, label, to))


def merge_labels(of: Draft, kind: str, labels: tuple[str, ...], into: str) -> Draft:
    """Several labels become one; what they meant apart is gone, and so are marks that are then there twice."""
    _usable(of.codebook, kind, into)
    others = tuple(label for label in labels if label != into)
    for label in others:
        of.codebook.label(kind, label)
    book = _with_labels(of.codebook, kind, lambda each: [] if each.id in others else [each])
    return _next(of, book, MERGE, *(Relabel(kind, label, into) for label in others))


def split_label(
    of: Draft,
    kind: str,
    label: str,
    new: Label,
    *,
    attribute: str | None = None,
    values: tuple[str, ...] = (),
    marks: frozenset[str] = frozenset(),
) -> Draft:
    """A new label beside ``label`` takes over the ``marks`` of those ids and those whose ``attribute`` has one of the
    ``values``; the others stay."""
    of.codebook.label(kind, label)
    fresh = replace(new, kind=kind)
    if of.codebook.has(kind, new.id):
        raise CodebookError(_THERE, label=new.id)
    book = _with_labels(of.codebook, kind, lambda each: [each, fresh] if each.id == label else [each])
    by_value, by_mark = dict.fromkeys(values, new.id), dict.fromkeys(marks, new.id)
    return _next(of, book, SPLIT, Relabel(kind, label, label, attribute, by_value, by_mark))


def retire_label(of: Draft, kind: str, label: str, to: str | None = None, reject: bool = False) -> Draft:
    """The label takes no new marks and has no key. Its marks stay, or get the label ``to``, or are rejected."""
    of.codebook.label(kind, label)
    if to is not None:
        _usable(of.codebook, kind, to)
    book = _amended(of.codebook, kind, label, {"retired": True, "key": None, "twin": None})
    steps = (Relabel(kind, label, to),) if to is not None or reject else ()
    return _next(of, book, RETIRE, *steps)


def remove_label(of: Draft, kind: str, label: str, to: str | None = None) -> Draft:
    """The label is gone. If it has marks the plan asks for another label, unless ``to`` names it."""
    of.codebook.label(kind, label)
    if to is not None:
        _usable(of.codebook, kind, to)
    book = _with_labels(of.codebook, kind, lambda each: [] if each.id == label else [each])
    return _next(of, book, REMOVE, *((Relabel(kind, label, to),) if to is not None else ()))


def add_label(of: Draft, label: Label) -> Draft:
    if of.codebook.has(label.kind, label.id):
        raise CodebookError(_THERE, label=label.id)
    kind = of.codebook.kind(label.kind)
    return _next(of, _with_kind(of.codebook, replace(kind, labels=(*kind.labels, label))), AMEND)


def amend_label(of: Draft, kind: str, label: str, **values: Any) -> Draft:
    """Names, key, twin, colours, pattern, definition, examples ... of a label: what no mark holds."""
    assert not {"id", "kind"} & set(values), "marks hold these: see rename_label"
    return _next(of, _amended(of.codebook, kind, label, values), AMEND)


def name_kind(of: Draft, kind: str, name: Words) -> Draft:
    """Other words for a kind."""
    return _next(of, _with_kind(of.codebook, replace(of.codebook.kind(kind), name=name)), AMEND)


def put_attribute(of: Draft, kind: str, attribute: Attribute) -> Draft:
    """A new attribute, or another look and other choices for the one of that id."""
    found = of.codebook.kind(kind)
    changed = replace(found, attributes=_with_part(found.attributes, attribute))
    return _next(of, _with_kind(of.codebook, changed), AMEND)


def rename_attribute(of: Draft, kind: str, attribute: str, to: str | None) -> Draft:
    """Another name for an attribute of the project's own; with None it goes, and what marks say under it."""
    found = of.codebook.kind(kind)
    those = _renamed(found.attributes, attribute, to, KEPT_ATTRIBUTES.get(kind, ()))
    changed = replace(found, attributes=those)
    return _next(of, _with_kind(of.codebook, changed), AMEND, RenameAttribute(kind, attribute, to))


def put_slot(of: Draft, kind: str, slot: Slot) -> Draft:
    """A new slot, or other ends, words and a key for the one of that id."""
    found = of.codebook.kind(kind)
    return _next(of, _with_kind(of.codebook, replace(found, slots=_with_part(found.slots, slot))), AMEND)


def rename_slot(of: Draft, kind: str, slot: str, to: str | None) -> Draft:
    """Another name for a slot of the project's own; with None it goes, and the links that fill it."""
    found = of.codebook.kind(kind)
    changed = replace(found, slots=_renamed(found.slots, slot, to, KEPT_SLOTS.get(kind, ())))
    return _next(of, _with_kind(of.codebook, changed), AMEND, RenameSlot(kind, slot, to))


def take_codebook(base: Codebook, other: Codebook, steps: tuple[Step, ...] = ()) -> Draft:
    """Another codebook in place of the one in use; ``steps`` say what becomes of what it lacks."""
    return Draft(base, other, steps, (TAKE,))


def mapping_step(base: Codebook, other: Codebook, word: str, worn: Collection[tuple[str, str]] = frozenset()) -> Step:
    """A step from words such as ``GPE=COUNTRY``, ``entity.GPE=``, ``entity.mention.nominal=name``, without a right side
    to reject marks or to unset a value. ``CodebookError`` when the left side names nothing in ``base``, or the right
    side nothing that new marks have in ``other``. ``worn`` are kinds and labels that marks have, of which ``base`` need
    not know."""
    left, sign, right = (part.strip() for part in word.partition("="))
    names, to = left.split("."), right or None
    if not sign or not left:
        raise CodebookError(N_("{word} is no mapping such as OLD=NEW."), word=word)
    attribute = base.shown_kind(names[0]).attribute(names[1]) if len(names) == 3 else None
    if attribute is not None:  # also of a value that it does not know (any more)
        return RenameChoice(names[0], names[1], names[2], to)
    there = dict.fromkeys([*((label.kind, label.id) for label in base.labels()), *worn])
    kinds = [kind for kind, label in there if label == names[-1]]
    kinds = [kind for kind in kinds if len(names) == 1 or kind == names[0]]
    if len(names) > 2 or len(kinds) != 1:
        raise CodebookError(
            N_("{name} is no label of the codebook {codebook}; name the kind too where two have it: entity.GPE."),
            name=left,
            codebook=base.name,
        )
    if to is not None:
        _usable(other, kinds[0], to)
    return Relabel(kinds[0], names[-1], to)


def plain_label(kind: Kind, name: str, like: Label | None = None) -> Label:
    """A new label, its look and meaning still to be said; ``like`` another, if given."""
    words = Words(name, name)
    if like is not None:
        return replace(like, id=name, name=words, key=None, twin=None, exports={}, retired=False)
    return Label(name, kind.id, words, None, None, "#4A5560", "#A9B4C2", "solid", words)


def _next(of: Draft, codebook: Codebook, title: str, *steps: Step) -> Draft:
    titles = of.titles if codebook == of.codebook and not steps else (*of.titles, title)
    return Draft(of.base, codebook, (*of.steps, *steps), titles)


def _with_part(parts: tuple[_Part, ...], part: _Part) -> tuple[_Part, ...]:
    """The part in the place of the one of its id, else behind the others."""
    return tuple(({each.id: each for each in parts} | {part.id: part}).values())


def _renamed(parts: tuple[_Part, ...], name: str, to: str | None, kept: Collection[str]) -> tuple[_Part, ...]:
    """The parts with another id for one of them, or without it. ``CodebookError`` when it is one of those that are
    ``kept``, or the new id is empty or taken."""
    if name in kept:
        raise CodebookError(_KEPT, name=name)
    if to is not None and (not to.strip() or any(each.id == to for each in parts)):
        raise CodebookError(_TWICE, name=to)
    those = (replace(each, id=to or "") if each.id == name else each for each in parts)
    return tuple(each for each in those if each.id)


def _usable(codebook: Codebook, kind: str, label: str) -> None:
    if codebook.label(kind, label).retired:
        raise CodebookError(_RETIRED, label=label)


def _amended(codebook: Codebook, kind: str, label: str, values: Mapping[str, Any]) -> Codebook:
    return _with_labels(codebook, kind, lambda each: [replace(each, **values)] if each.id == label else [each])


def _with_labels(codebook: Codebook, kind: str, become: Callable[[Label], list[Label]]) -> Codebook:
    found = codebook.kind(kind)
    return _with_kind(codebook, replace(found, labels=tuple(made for each in found.labels for made in become(each))))


def _with_kind(codebook: Codebook, kind: Kind) -> Codebook:
    return replace(codebook, kinds=tuple(kind if each.id == kind.id else each for each in codebook.kinds))
