"""A sheet in the layers of INCEpTION: spans with features, links from a span to others, relations between two spans.

Each kind of mark is a span layer (``webanno.custom.Entity``), each slot a link feature of it, and what a project adds
in relations is a relation layer. Spans there have no gaps: a mark of several fragments covers all of its extent, and
spans of the layer ``Part``, linked from it, say which stretches are meant.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.codebook import CLAIM, CUE, ENTITY, QUOTE
from app.domain.span import fragments_of
from app.domain.text.quotation import inner_of
from app.exchange.sheet import Mark, Pairs, Sheet
from app.exchange.sheets_out import Leaving
from app.exchange.tawsim_shape import PROVENANCE, UNSAID
from app.exchange.xml_text import escaped_json

CUSTOM = "webanno.custom."
TYPES = {kind: f"{CUSTOM}{kind.title()}" for kind in (ENTITY, CUE, QUOTE, CLAIM)}
PART, RELATION, ZONE = f"{CUSTOM}Part", f"{CUSTOM}Relation", f"{CUSTOM}Zone"
GOVERNOR, DEPENDENT = "Governor", "Dependent"
LABEL, MARK_ID, RELATION_ID, REST, NAME = "label", "markId", "relationId", "rest", "name"
IDENTIFIER = "identifier"
FRAGMENTS, INNER, NO_INNER = "fragments", "inner", "noInner"
SLOTS = {
    QUOTE: ("speaker", "cue", "addressee", "nested_in", "same_utterance"),
    CLAIM: ("claimer", "object", "expressed_in", "same_claim", "contradicts"),
}
TEXT, FLAG, NUMBER, LIST = "text", "flag", "number", "list"
_TYPES_OF_KEYS = {
    **dict.fromkeys(("metonymic", "uncertain", "verifiable", "checkworthy"), FLAG),
    **dict.fromkeys(("entity_ids", "addressee_ids", "object_ids", "verdict_evidence_urls"), LIST),
    "confidence": NUMBER,
}
_FURTHER = {ENTITY: ("entity_id",), QUOTE: ("entity_ids", "addressee_ids"), CLAIM: ("entity_ids", "object_ids")}
_VERDICT = ("value", "evidence_urls", "date", "by")


@dataclass(slots=True)
class Note:
    """A span of a layer: places in code points, features by name, links as ``(feature, role, name of a note)``."""

    name: str
    layer: str
    start: int
    end: int
    features: dict[str, Any] = field(default_factory=dict)
    links: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Arc:
    """A relation from one note to another, by their names."""

    layer: str
    source: str
    target: str
    features: dict[str, Any] = field(default_factory=dict)


@dataclass(slots=True)
class Layers:
    notes: list[Note] = field(default_factory=list)
    arcs: list[Arc] = field(default_factory=list)


def camel(key: str) -> str:
    """``made_by`` as a feature is called: ``madeBy``. WebAnno TSV parts the names in its header at ``_``."""
    first, *others = key.split("_")
    return first + "".join(word.title() for word in others)


def keys_of(kind: str) -> dict[str, str]:
    """What a mark of the kind says in features, key of the record to type."""
    said = [key for key in UNSAID[kind] if key != "verdict"]
    said += [f"verdict_{part}" for part in _VERDICT] if kind == CLAIM else []
    keys = [*said, *_FURTHER.get(kind, ()), *(key for key in PROVENANCE if key != "layer")]
    return {key: _TYPES_OF_KEYS.get(key, TEXT) for key in keys}


def links_of(kind: str) -> list[str]:
    """The link features of a kind's layer."""
    inner = [INNER] if kind == QUOTE else []
    return [*map(camel, SLOTS.get(kind, ())), FRAGMENTS, *inner]


def layers_of(sheet: Sheet, leaving: Leaving) -> Layers:
    """All marks and links of a sheet, and its zones."""
    bases = {entry["entity_id"]: entry["kb_id"] for entry in sheet.head["register"]}
    notes = {mark.id: _note(mark, leaving.name(mark), bases) for mark in sheet.marks}
    made = Layers(list(notes.values()))
    for mark in sheet.marks:
        made.notes += _parts(sheet.text, mark, notes[mark.id])
    for tie in sheet.ties:
        if tie.id is None:
            notes[tie.source].links.append((camel(tie.role), tie.role, tie.target))
        else:
            said = {LABEL: tie.role, RELATION_ID: tie.id, REST: escaped_json(json.dumps(tie.rest, ensure_ascii=False))}
            made.arcs.append(Arc(RELATION, tie.source, tie.target, said))
    for number, zone in enumerate(sheet.head["zones"]):
        made.notes.append(Note(f"zone {number}", ZONE, zone["start"], zone["end"], {NAME: zone["zone"]}))
    return made


def _note(mark: Mark, name: str, bases: Mapping[str, str | None]) -> Note:
    flat = flattened(mark.rest)
    said = {camel(key): flat[key] for key in keys_of(mark.kind) if flat.get(key) not in (None, [])}
    base = bases.get(mark.rest.get("entity_id") or "")
    if mark.kind == ENTITY and base:
        said[IDENTIFIER] = f"http://www.wikidata.org/entity/{base}" if base[:1] == "Q" and base[1:].isdigit() else base
    return Note(mark.id, TYPES[mark.kind], mark.start, mark.end, {LABEL: name, MARK_ID: mark.id, **said})


def _parts(text: str, mark: Mark, note: Note) -> Iterator[Note]:
    """Spans for the fragments, and for the inside of a quote where it is not what its quotation marks say."""
    meant = {FRAGMENTS: mark.fragments if len(mark.fragments) > 1 else []}
    if mark.kind == QUOTE and mark.rest["inner"] != usual_inner(text, mark.fragments):
        meant[INNER] = mark.rest["inner"]
        if not mark.rest["inner"]:
            note.features[NO_INNER] = True
    for feature, pairs in meant.items():
        for number, (start, end) in enumerate(pairs, 1):
            name = f"{mark.id} {feature} {number}"
            note.links.append((feature, feature, name))
            yield Note(name, PART, start, end, {LABEL: feature})


def usual_inner(text: str, pairs: Pairs) -> Pairs:
    return [[span.start, span.end] for span in inner_of(text, fragments_of(pairs))]


def flattened(rest: Mapping[str, Any]) -> dict[str, Any]:
    """A mark's keys without one inside another."""
    flat = {key: value for key, value in rest.items() if key != "verdict"}
    return flat | {f"verdict_{part}": value for part, value in rest.get("verdict", {}).items()}


def unflattened(kind: str, features: Mapping[str, Any]) -> dict[str, Any]:
    """What features say, as keys of a mark: whatever is silent is null there, or an empty list."""
    types = keys_of(kind)
    flat = {key: features.get(camel(key), [] if types[key] == LIST else None) for key in types}
    if kind == CLAIM:
        flat["verdict"] = {part: flat.pop(f"verdict_{part}") for part in _VERDICT}
    return flat
