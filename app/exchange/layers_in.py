"""Spans, links and relations in the layers of INCEpTION, ours or somebody else's, as marks and links of an article."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.exchange.draft import Draft
from app.exchange.drafting import CHANGED
from app.exchange.errors import BadLine
from app.exchange.json_lines import parsed
from app.exchange.layers import (
    FRAGMENTS,
    INNER,
    LABEL,
    MARK_ID,
    NO_INNER,
    PART,
    RELATION_ID,
    REST,
    TYPES,
    ZONE,
    Arc,
    Layers,
    Note,
    unflattened,
)

_KINDS = {layer: kind for kind, layer in TYPES.items()}
_NAMING = (LABEL, "value", "type", "category", "entityType", "kind", "role")
_OF_TEXT = "de.tudarmstadt.ukp."  # tokens, lemmas, sentences: what INCEpTION itself says of a text
_NAMED_ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"


def is_mark(layer: str) -> bool:
    """Whether spans of a layer are marks; tokens, sentences and parts of marks are not."""
    if layer in (PART, ZONE):
        return False
    return layer == _NAMED_ENTITY or not layer.startswith((_OF_TEXT, "uima.", "tawsim.", "org.dkpro."))


def fill(draft: Draft, layers: Layers, at: Callable[[int], int], ours: bool) -> None:
    """Give the draft every mark and link. ``at`` leads a position of the file to one of the article; ``ours`` says that
    Tawsim wrote the file, so that silence of a feature means null."""
    notes = {note.name: note for note in layers.notes}
    if not ours and any(note.layer in _KINDS and MARK_ID in note.features for note in layers.notes):
        draft.refuse(BadLine(CHANGED))
    for note in layers.notes:
        if is_mark(note.layer):
            _mark(draft, note, notes, at, ours)
    for note in layers.notes:
        if is_mark(note.layer):
            for feature, role, target in note.links:
                if feature not in (FRAGMENTS, INNER):
                    draft.tie(note.name, role or feature, target)
    for arc in layers.arcs:
        _arc(draft, arc)


def _mark(draft: Draft, note: Note, notes: Mapping[str, Note], at: Callable[[int], int], ours: bool) -> None:
    kind = _KINDS.get(note.layer) if ours else None
    rest: dict[str, Any] = {}
    if kind is not None:
        rest = unflattened(kind, note.features)
        inner = _pairs(note, INNER, notes, at)
        if inner or note.features.get(NO_INNER):
            rest["inner"] = inner
    own = note.features.get(MARK_ID)
    draft.mark(
        name_of(note),
        _pairs(note, FRAGMENTS, notes, at) or [[at(note.start), at(note.end)]],
        called=note.name,
        rest=rest,
        own_id=own if kind is not None and isinstance(own, str) else None,
    )


def _pairs(note: Note, feature: str, notes: Mapping[str, Note], at: Callable[[int], int]) -> list[list[int]]:
    parts = (notes.get(target) for name, _, target in note.links if name == feature)
    return sorted([at(part.start), at(part.end)] for part in parts if part is not None and part.layer == PART)


def name_of(note: Note | Arc) -> str:
    """What a span is called: by the feature that names it, else by its only text, else by its layer."""
    texts = {name: value for name, value in note.features.items() if isinstance(value, str) and value.strip()}
    for name in _NAMING:
        if name in texts:
            return str(texts[name])
    if len(texts) == 1:
        return str(next(iter(texts.values())))
    return note.layer.rpartition(".")[2]


def _arc(draft: Draft, arc: Arc) -> None:
    own, rest = arc.features.get(RELATION_ID), arc.features.get(REST)
    draft.tie(
        arc.source,
        name_of(arc),
        arc.target,
        own_id=own if isinstance(own, str) else None,
        rest=_loaded(rest) if isinstance(rest, str) else None,
    )


def _loaded(text: str) -> dict[str, Any] | None:
    try:
        value = parsed(text)
    except BadLine:
        return None
    return value if isinstance(value, dict) else None
