"""A sheet: a page as plain marks and ties, which is how most formats see an article. Made from its ``tawsim/1`` record
and turned back into one, without loss.

Formats without frames have spans and relations between spans. A tie is such a relation: a slot that is filled by a
mark, or a relation of the project's own. What fills a slot otherwise (a register entry, a word) stays with the mark.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.codebook import CLAIM, ENTITY, QUOTE
from app.exchange.tawsim_shape import ARRAYS, PROVENANCE

Record = dict[str, Any]
Pairs = list[list[int]]

SPEAKER, CLAIMER = "speaker", "claimer"
_LISTS = {  # roles whose marks stand in a list of ids, by kind, and the list's key
    QUOTE: {"cue": "cue_ids", "addressee": "addressee_ids", "same_utterance": "same_utterance"},
    CLAIM: {
        "object": "object_ids",
        "expressed_in": "quote_ids",
        "same_claim": "same_claim",
        "contradicts": "contradicts",
    },
}
_WHO = {QUOTE: (SPEAKER, "realization"), CLAIM: (CLAIMER, "kind")}
_ONE = "nested_in"
_LABEL = {ENTITY: "label", QUOTE: "type"}
_OF_THE_MARK = ("id", "fragments", "text")


@dataclass(slots=True)
class Mark:
    """One mark: ``fragments`` in code points, ``exact`` the text at them.

    ``rest`` is what else its record says: attributes, provenance, and register entries in its slots (``entity_ids``
    for a speaker or claimer, ``addressee_ids`` and ``object_ids`` as in the record, without the marks among them).
    """

    id: str
    kind: str
    label: str
    fragments: Pairs
    exact: str
    rest: Record = field(default_factory=dict)

    @property
    def start(self) -> int:
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        return self.fragments[-1][1]

    @property
    def attributes(self) -> Record:
        """What is said of the mark beside its provenance."""
        return {key: value for key, value in self.rest.items() if key not in PROVENANCE}

    @property
    def provenance(self) -> Record:
        return {key: self.rest[key] for key in PROVENANCE if key in self.rest}


@dataclass(slots=True)
class Tie:
    """``role`` of the mark ``source`` is the mark ``target``.

    ``id`` and ``rest`` (provenance) are those of a relation of the project's own, None for a slot.
    """

    source: str
    role: str
    target: str
    id: str | None = None
    rest: Record | None = None


@dataclass(slots=True)
class Sheet:
    """A page. ``head`` is its record without marks: text, ref, metadata, zones, register, layer, codebook.

    ``others`` are the relations that end at a register entry, as they stand in the record.
    """

    head: Record
    marks: list[Mark]
    ties: list[Tie]
    others: list[Record] = field(default_factory=list)

    @property
    def text(self) -> str:
        text: str = self.head["text"]
        return text

    @property
    def ref(self) -> str:
        ref: str = self.head["doc_id"]
        return ref


def sheet_of(record: Mapping[str, Any]) -> Sheet:
    """The sheet of a ``tawsim/1`` record. The marks stand in the dataset's order, kind by kind."""
    marks = [_mark(kind, dict(each)) for array, kind in ARRAYS.items() for each in record[array]]
    known = {each.id for each in marks}
    behind = {each.id: each.rest["entity_id"] for each in marks if each.rest.get("entity_id") is not None}
    ties: list[Tie] = []
    for each in marks:
        ties += _taken_ties(each, known, behind)
    own = [each for each in record["relations"] if each["to"] in known]
    ties += [Tie(each["from"], each["type"], each["to"], each["id"], _relation_rest(each)) for each in own]
    head = {key: value for key, value in record.items() if key not in ARRAYS and key != "relations"}
    others = [each for each in record["relations"] if each["to"] not in known]
    return Sheet(head, marks, ties, others)


def record_of(sheet: Sheet) -> Record:
    """The ``tawsim/1`` record of a sheet whose marks say everything; its arrays are in the dataset's order."""
    arrays: dict[str, list[Record]] = {array: [] for array in ARRAYS}
    rank = {each.id: at for at, each in enumerate(sorted(sheet.marks, key=_order))}
    ties: dict[tuple[str, str], list[str]] = {}
    for tie in sorted(sheet.ties, key=lambda tie: rank[tie.target]):
        if tie.id is None:
            ties.setdefault((tie.source, tie.role), []).append(tie.target)
    behind = {each.id: each.rest.get("entity_id") for each in sheet.marks}
    of_kind = {kind: array for array, kind in ARRAYS.items()}
    for each in sorted(sheet.marks, key=_order):
        arrays[of_kind[each.kind]].append(_record(each, ties, behind))
    own = [
        {"id": tie.id, "type": tie.role, "from": tie.source, "to": tie.target, **(tie.rest or {})}
        for tie in sheet.ties
        if tie.id is not None
    ]
    relations = sorted([*own, *sheet.others], key=lambda each: (rank[each["from"]], each["type"], each["id"]))
    return {**sheet.head, **arrays, "relations": relations}


def _order(mark: Mark) -> tuple[int, int, str, str]:
    return (mark.start, -sum(end - start for start, end in mark.fragments), mark.label, mark.id)


def _mark(kind: str, record: Record) -> Mark:
    label = record.pop(_LABEL[kind]) if kind in _LABEL else kind
    name, fragments, exact = (record.pop(key) for key in _OF_THE_MARK)
    return Mark(name, kind, label, fragments, exact, record)


def _taken_ties(mark: Mark, known: set[str], behind: Mapping[str, str]) -> Iterator[Tie]:
    """The ties of a frame, taken out of what its record says."""
    rest = mark.rest
    if mark.kind in _WHO:
        role, word = _WHO[mark.kind]
        who = rest.pop(role)
        rest[word if mark.kind == QUOTE else "claimer_kind"] = who[word]
        mentioned = {behind.get(mention) for mention in who["mention_ids"]}
        rest["entity_ids"] = [entry for entry in who["entity_ids"] if entry not in mentioned]
        yield from (Tie(mark.id, role, mention) for mention in who["mention_ids"])
    for role, key in _LISTS.get(mark.kind, {}).items():
        ids = rest.pop(key)
        yield from (Tie(mark.id, role, name) for name in ids if name in known)
        if role in ("addressee", "object"):
            rest[key] = [name for name in ids if name not in known]
    if mark.kind == QUOTE and (outer := rest.pop(_ONE)) is not None:
        yield Tie(mark.id, _ONE, outer)


def _record(mark: Mark, ties: Mapping[tuple[str, str], list[str]], behind: Mapping[str, str | None]) -> Record:
    rest, kind = dict(mark.rest), mark.kind
    made: Record = {"id": mark.id, "fragments": mark.fragments, "text": mark.exact}
    if kind in _LABEL:
        made[_LABEL[kind]] = mark.label
    if kind in _WHO:
        role, word = _WHO[kind]
        mentions = ties.get((mark.id, role), [])
        entries = {entry for mention in mentions if (entry := behind.get(mention)) is not None}
        entries.update(rest.pop("entity_ids", []))
        made[role] = {
            word: rest.pop(word if kind == QUOTE else "claimer_kind", None),
            "mention_ids": mentions,
            "entity_ids": sorted(entries),
        }
    for role, key in _LISTS.get(kind, {}).items():
        made[key] = ties.get((mark.id, role), []) + sorted(rest.pop(key, []))
    if kind == QUOTE:
        made[_ONE] = next(iter(ties.get((mark.id, _ONE), [])), None)
    return {**made, **rest}


def _relation_rest(relation: Mapping[str, Any]) -> Record:
    return {key: value for key, value in relation.items() if key not in ("id", "type", "from", "to")}


def is_slot(kind: str, role: str) -> bool:
    """Whether the record has a key of its own for marks that fill the role."""
    who = _WHO.get(kind, ("",))[0]
    return role == who or role in _LISTS.get(kind, {}) or (kind == QUOTE and role == _ONE)


def outermost(marks: Iterable[Mark]) -> tuple[list[Mark], list[Mark]]:
    """Marks that do not overlap, the earlier and longer ones first, and those that had to give way."""
    kept: list[Mark] = []
    lost: list[Mark] = []
    for each in sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.label, mark.id)):
        (lost if kept and each.start < kept[-1].end else kept).append(each)
    return kept, lost
