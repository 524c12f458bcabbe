"""A sheet as W3C Web Annotations (https://www.w3.org/TR/annotation-model/): positions count code points.

An article is one annotation that describes it with its text. Each mark is one that identifies or classifies a stretch
of it, by position and by its words with those around; a mark of several fragments has several targets. Each link is
one that links two marks. What the model has no words for stands under keys that begin with ``tawsim:``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from app.domain.codebook import ENTITY
from app.exchange.drafting import kept_head
from app.exchange.iri import OURS, iri
from app.exchange.sheet import Mark, Sheet, Tie
from app.exchange.sheets_out import Leaving

Record = dict[str, Any]

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"tawsim": OURS}]
HEAD, LAYER, ROLE, RELATION = "tawsim:head", "tawsim:layer", "tawsim:role", "tawsim:relation"
OWN = "tawsim:"
_AROUND = 32  # code points before and behind a mark's words, enough to find them again in a changed text
_TOLD = ("made_by", "made_at", "changed_at", "layer")  # by words of the model, or once for the article


def annotations_of(sheet: Sheet, leaving: Leaving) -> Iterator[Record]:
    """The article, then its marks, then the links between them."""
    article = iri("article", f"{sheet.ref}/{sheet.head['layer']}")
    yield _article(sheet, article)
    for mark in sheet.marks:
        yield _mark(sheet.text, mark, leaving.name(mark), article)
    for tie in sheet.ties:
        yield _tie(tie)


def _article(sheet: Sheet, article: str) -> Record:
    return {
        "id": f"{article}#text",
        "type": "Annotation",
        "motivation": "describing",
        "body": {
            "type": "TextualBody",
            "value": sheet.text,
            "format": "text/plain",
            "language": sheet.head["lang"],
            "purpose": "describing",
        },
        "target": article,
        HEAD: json.dumps(kept_head(sheet), ensure_ascii=False),
    }


def _mark(text: str, mark: Mark, name: str, article: str) -> Record:
    bodies: list[Record] = [{"type": "TextualBody", "value": name, "purpose": "classifying"}]
    entry = mark.rest.get("entity_id")
    if entry is not None:
        bodies.append({"type": "SpecificResource", "source": iri("entry", entry), "purpose": "identifying"})
    if mark.rest["note"]:
        bodies.append({"type": "TextualBody", "value": mark.rest["note"], "purpose": "commenting"})
    targets = [_target(text, start, end, article) for start, end in mark.fragments]
    changed = mark.rest["changed_at"]
    return {
        "id": iri("mark", mark.id),
        "type": "Annotation",
        "motivation": "identifying" if mark.kind == ENTITY else "classifying",
        "creator": {"type": "Person", "name": mark.rest["made_by"]},
        "created": mark.rest["made_at"],
        **({} if changed is None else {"modified": changed}),
        "body": bodies,
        "target": targets[0] if len(targets) == 1 else targets,
        **{OWN + key: value for key, value in mark.rest.items() if key not in _TOLD},
    }


def _target(text: str, start: int, end: int, article: str) -> Record:
    return {
        "type": "SpecificResource",
        "source": article,
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - _AROUND) : start],
                "suffix": text[end : end + _AROUND],
            },
        ],
    }


def _tie(tie: Tie) -> Record:
    """The frame is the target, what fills its slot the body."""
    name = tie.id or f"{tie.source}/{tie.role}/{tie.target}"
    made: Record = {
        "id": iri("link", name),
        "type": "Annotation",
        "motivation": "linking",
        "body": iri("mark", tie.target),
        "target": iri("mark", tie.source),
        ROLE: tie.role,
    }
    if tie.id is not None:
        made |= {RELATION: tie.id, "tawsim:rest": json.dumps(tie.rest, ensure_ascii=False)}
    return made
