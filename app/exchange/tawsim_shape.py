"""The shape of a ``tawsim/1`` line, and which keys of its marks are attributes of an annotation.

``resources/schema/tawsim-1.schema.json`` says the same to other programs; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.domain.annotation import ANNOTATION_END, ENTRY_END, LITERAL_END
from app.domain.codebook import CLAIM, CUE, ENTITY, QUOTE, Codebook
from app.domain.rules import ENTITY_ROLE, default_attributes
from app.exchange.page import RELATION_KEYS
from app.exchange.shape import (
    FLAG,
    FLAG_OR_NULL,
    NUMBER_OR_NULL,
    TEXT,
    TEXT_OR_NULL,
    WHOLE,
    ListOf,
    Object,
    Pair,
    Shape,
)

SCHEMA = "tawsim/1"
OFFSET_UNIT = "codepoint"
ARRAYS = {"entities": ENTITY, "cues": CUE, "quotes": QUOTE, "claims": CLAIM}
PROVENANCE = ("layer", "origin", "confidence", "made_by", "made_at", "changed_by", "changed_at")
INNER = "inner"  # the attribute of a quote with its fragments without quotation marks, [[start, end], ...]

_TEXTS, _SPANS = ListOf(TEXT), ListOf(Pair())
_MARK: dict[str, Shape] = {
    "id": TEXT,
    "fragments": _SPANS,
    "text": TEXT,
    "note": TEXT_OR_NULL,
    "layer": TEXT,
    "origin": TEXT,
    "confidence": NUMBER_OR_NULL,
    "made_by": TEXT,
    "made_at": TEXT,
    "changed_by": TEXT_OR_NULL,
    "changed_at": TEXT_OR_NULL,
}
_ENTITY = Object(
    _MARK
    | {"label": TEXT, "metonymic": FLAG, "uncertain": FLAG}
    | dict.fromkeys(("subtype", "entity_id", "mention", "normalized"), TEXT_OR_NULL)
)
_CUE = Object(_MARK | {"strength": TEXT_OR_NULL})
_QUOTE = Object(
    _MARK
    | {
        "type": TEXT,
        "medium": TEXT_OR_NULL,
        "inner": _SPANS,
        "speaker": Object({"realization": TEXT_OR_NULL, "mention_ids": _TEXTS, "entity_ids": _TEXTS}),
        "nested_in": TEXT_OR_NULL,
        "polarity": TEXT_OR_NULL,
    }
    | dict.fromkeys(("cue_ids", "addressee_ids", "same_utterance"), _TEXTS)
)
_CLAIM = Object(
    _MARK
    | {
        "claimer": Object({"kind": TEXT_OR_NULL, "mention_ids": _TEXTS, "entity_ids": _TEXTS}),
        "verdict": Object(
            {"value": TEXT_OR_NULL, "evidence_urls": _TEXTS, "date": TEXT_OR_NULL, "by": TEXT_OR_NULL},
        ),
        "verifiable": FLAG_OR_NULL,
        "checkworthy": FLAG_OR_NULL,
    }
    | dict.fromkeys(("normalized_claim", "topic", "modality", "factuality", "stance"), TEXT_OR_NULL)
    | dict.fromkeys(("object_ids", "quote_ids", "same_claim", "contradicts"), _TEXTS)
)
LINE = Object(
    {
        "schema": TEXT,
        "doc_id": TEXT,
        "lang": TEXT,
        "text": TEXT,
        "sha256": TEXT,
        "offset_unit": TEXT,
        "meta": Object(
            {
                "title": TEXT_OR_NULL,
                "source": TEXT_OR_NULL,
                "url": TEXT_OR_NULL,
                "published": TEXT_OR_NULL,
                "extra": TEXT,
            }
        ),
        "layer": TEXT,
        "annotators": _TEXTS,
        "codebook": Object({"name": TEXT, "version": WHOLE}),
        "zones": ListOf(Object({"zone": TEXT, "start": WHOLE, "end": WHOLE})),
        "register": ListOf(
            Object({"entity_id": TEXT, "label": TEXT, "name": TEXT, "aliases": _TEXTS, "kb_id": TEXT_OR_NULL})
        ),
        "entities": ListOf(_ENTITY),
        "cues": ListOf(_CUE),
        "quotes": ListOf(_QUOTE),
        "claims": ListOf(_CLAIM),
        "relations": ListOf(Object(dict.fromkeys(("id", "type", "from", "to"), TEXT), free=True)),
    }
)

NO_VERDICT: Mapping[str, Any] = {"value": None, "evidence_urls": [], "date": None, "by": None}

# What an attribute is when neither the mark nor the codebook says anything. The order is that of the line's keys.
UNSAID: dict[str, dict[str, Any]] = {
    ENTITY: {
        "subtype": None,
        "mention": "name",
        "normalized": None,
        "metonymic": False,
        "uncertain": False,
        "note": None,
    },
    CUE: {"strength": "neutral", "note": None},
    QUOTE: {"medium": "speech", "realization": "none", "polarity": "asserted", "note": None},
    CLAIM: {
        "normalized_claim": None,
        "claimer_kind": None,
        "topic": None,
        "modality": None,
        "factuality": None,
        "verifiable": None,
        "checkworthy": None,
        "stance": None,
        "verdict": NO_VERDICT,
        "note": None,
    },
}
HELD = {kind: frozenset(said) | {INNER, RELATION_KEYS} for kind, said in UNSAID.items()}

# Roles of links that the line has keys for, by the kind of the mark with the slot, and which ends those keys can hold.
_MARKS = frozenset({ANNOTATION_END})
_NAMED = frozenset({ANNOTATION_END, ENTRY_END})
_ANY = frozenset({ANNOTATION_END, ENTRY_END, LITERAL_END})
ROLES: dict[str, dict[str, frozenset[str]]] = {
    ENTITY: {ENTITY_ROLE: frozenset({ENTRY_END})},
    CUE: {},
    QUOTE: {"speaker": _ANY, "cue": _MARKS, "addressee": _NAMED, "nested_in": _MARKS, "same_utterance": _MARKS},
    CLAIM: {"claimer": _ANY, "object": _NAMED, "expressed_in": _MARKS, "same_claim": _MARKS, "contradicts": _MARKS},
}


def provenance_of(mark: Mapping[str, Any]) -> dict[str, Any]:
    """What a relation says of its making unless it says something of its own: the same as the mark it begins at."""
    return {"note": None, **{key: mark[key] for key in PROVENANCE}}


def unsaid(codebook: Codebook, kind: str, label: str) -> dict[str, Any]:
    """What every attribute of a mark is that says nothing itself: the codebook's default, else the format's."""
    return UNSAID[kind] | default_attributes(codebook, kind, label)
