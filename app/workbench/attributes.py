"""Attributes by keys: which value follows which, and what a free text begins with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.domain.annotation import Annotation
from app.domain.codebook import ENTITY, Attribute, Codebook
from app.domain.text.folding import STRONG, fold_key
from app.workbench.bench import Workbench

KEYS = "123456789ADFGHJKLQWERTYUIOPZXCVNM"
"""What takes an attribute, in the order of the codebook: nine digits, then letters."""

_TWO_STATES = {ENTITY}  # the line's flags of an entity are true or false; those of a claim may be unknown
_KEPT_APART = frozenset({"verdict"})
_MOST = 8


def offered(codebook: Codebook, kind: str) -> list[tuple[str, Attribute]]:
    """The attributes of a kind with the key of each. A verdict is not among them: it is kept apart."""
    shown = [each for each in codebook.shown_kind(kind).attributes if each.type not in _KEPT_APART]
    return list(zip(KEYS, shown, strict=False))


def following(mark: Annotation, attribute: Attribute, step: int = 1) -> Any:
    """The value behind (or before) the one that the mark has: each choice in turn and none, or yes, no and unknown."""
    if attribute.type == "flag":
        round_: list[Any] = [False, True] if mark.kind in _TWO_STATES else [None, True, False]
    else:
        round_ = [None, *(choice.id for choice in attribute.choices)]
    now = mark.attributes.get(attribute.id)
    if now is None and mark.kind in _TWO_STATES and attribute.type == "flag":
        now = False
    return round_[(round_.index(now) + step) % len(round_)] if now in round_ else round_[0]


def in_use(bench: Workbench, mark: Annotation, attribute: Attribute) -> list[str]:
    """The values that a free text has in this article, then in the latest marks of the project."""
    here = [each.attributes.get(attribute.id) for each in bench.marks if each.kind == mark.kind]
    known = dict.fromkeys(value for value in here if isinstance(value, str) and value)
    return list(known | dict.fromkeys(bench.store.claims.in_use(mark.kind, attribute.id)))


def matching(known: Iterable[str], text: str) -> list[str]:
    """Those of the values that hold ``text``, folded: first those that begin with it."""
    sought = fold_key(text.strip(), STRONG)
    found = [(value, fold_key(value, STRONG)) for value in known]
    kept = sorted((each for each in found if sought in each[1]), key=lambda each: not each[1].startswith(sought))
    return [value for value, _ in kept[:_MOST]]


def completes(attribute: Attribute) -> bool:
    """Whether values in use are worth offering: a topic or subtype comes again, a note or a sentence does not."""
    return attribute.id not in ("note", "normalized_claim", "normalized")
