"""A CAS of dkpro-cassis, ours or INCEpTION's, as spans, links and relations over a text."""

from __future__ import annotations

import re
import warnings
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from app.domain.errors import N_
from app.exchange.cas_out import LOST_LETTERS, LOST_VALUES
from app.exchange.cas_types import ARTICLE
from app.exchange.draft import Draft
from app.exchange.drafting import Drafting, own_head
from app.exchange.errors import BadLine, NotText
from app.exchange.errors import Note as Remark
from app.exchange.fields import Told, article_of_fields
from app.exchange.format import Arrival, Source
from app.exchange.json_lines import parsed
from app.exchange.layers import DEPENDENT, GOVERNOR, MARK_ID, Arc, Layers, Note
from app.exchange.layers_in import fill, is_mark
from app.exchange.raw_text import RawText
from app.exchange.xml_text import restored

_LEFT_OUT = N_("{count} annotations of the type {name} were left out: the type system does not know it")
_UNKNOWN = re.compile(r"[Tt]ype with name \[([^\]]+)\]")
_OFFSET = re.compile(r"offset \[(-?\d+)\]")
_BOUND = frozenset({"sofa", "begin", "end", "xmiID", "type"})


@dataclass(slots=True)
class Warned:
    """What dkpro-cassis warned of while it read: positions inside of a character or behind the end, unknown types."""

    offsets: set[int] = field(default_factory=set)
    types: Counter[str] = field(default_factory=Counter)

    def notes(self) -> tuple[Remark, ...]:
        return tuple(Remark(_LEFT_OUT, {"count": count, "name": name}) for name, count in sorted(self.types.items()))


@contextmanager
def warned() -> Iterator[Warned]:
    told = Warned()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        yield told
    for each in caught:
        text = str(each.message)
        if found := _OFFSET.search(text):
            told.offsets.add(int(found[1]))
        elif found := _UNKNOWN.search(text):
            told.types[found[1]] += 1


def arrival_of(cas: Any, source: Source, drafting: Drafting, told: Warned, size: int) -> Arrival:
    """The article of a CAS. ``NotText`` when it has none."""
    text = cas.sofa_string
    if not text:
        raise NotText(N_("There is no text in it."))
    kept = _kept(cas)
    head = _own_head(kept, text)
    if head is not None:
        raw, named, draft = RawText(head["text"], head["sha256"]), True, Draft(drafting, head)
    else:
        raw, named = RawText(text), False
        draft = Draft(drafting, article_of_fields(Told(text), source.stem)[0])
    layers = _Reader(cas, draft, told).layers()
    if head is not None:
        _restore(layers, kept.get(LOST_VALUES))
    fill(draft, layers, raw.at, ours=head is not None)
    return Arrival(draft.page(), named=named, notes=told.notes(), refused=tuple(draft.refused), whole_file=size)


def _kept(cas: Any) -> dict[str, Any]:
    for article in cas.select(ARTICLE) if cas.typesystem.contains_type(ARTICLE) else ():
        try:
            kept = parsed(article.get("head") or "")
        except BadLine:
            continue
        if isinstance(kept, dict):
            return kept
    return {}


def _own_head(kept: dict[str, Any], text: str) -> dict[str, Any] | None:
    lost = kept.get(LOST_LETTERS)
    if isinstance(lost, list) and all(isinstance(pair, list) and len(pair) == 2 for pair in lost):
        text = restored(text, [(at, letter) for at, letter in lost if type(at) is int and isinstance(letter, str)])
    return own_head({key: value for key, value in kept.items() if key not in (LOST_LETTERS, LOST_VALUES)}, text)


def _restore(layers: Layers, lost: object) -> None:
    """Values of ours that XML could not hold."""
    if isinstance(lost, dict):
        for note in layers.notes:
            values = lost.get(note.features.get(MARK_ID))
            note.features.update(values if isinstance(values, dict) else {})


class _Reader:
    def __init__(self, cas: Any, draft: Draft, told: Warned) -> None:
        self._cas = cas
        self._draft = draft
        self._bad = told.offsets

    def layers(self) -> Layers:
        made = Layers()
        for each in self._cas.select_all_annotations():
            layer = each.type.name
            if each.type.get_feature(GOVERNOR) and each.type.get_feature(DEPENDENT):
                if is_mark(layer):
                    made.arcs += self._arc(each)
            elif self._is_placed(each, layer):
                made.notes.append(self._note(each))
        return made

    def _is_placed(self, each: Any, layer: str) -> bool:
        """Whether its positions could be told from UTF-16 units; what could not is refused, not moved."""
        begin, end = each.begin, each.end
        if type(begin) is int and type(end) is int and begin not in self._bad and end not in self._bad:
            return True
        if is_mark(layer):
            self._draft.refuse(
                BadLine(
                    N_("The annotation {name} {start}-{end} begins or ends inside of a character or outside the text."),
                    name=layer,
                    start=begin,
                    end=end,
                )
            )
        return False

    def _note(self, each: Any) -> Note:
        made = Note(str(each.xmiID), each.type.name, each.begin, each.end)
        for feature in each.type.all_features:
            value = None if feature.name in _BOUND else each.get(feature.name)
            if value is None:
                continue
            elements = getattr(value, "elements", None)
            if isinstance(value, str | bool | int | float):
                made.features[feature.name] = value
            elif isinstance(elements, list) and all(each is None or isinstance(each, str) for each in elements):
                made.features[feature.name] = [each or "" for each in elements]
            else:
                made.links += _links(feature.name, elements if isinstance(elements, list) else [value])
        return made

    def _arc(self, each: Any) -> list[Arc]:
        ends = [each.get(name) for name in (GOVERNOR, DEPENDENT)]
        if any(end is None for end in ends):
            self._draft.refuse(BadLine(N_("The relation {name} lacks one of its ends."), name=each.type.name))
            return []
        texts = {
            feature.name: each.get(feature.name)
            for feature in each.type.all_features
            if feature.name not in _BOUND and isinstance(each.get(feature.name), str)
        }
        return [Arc(each.type.name, str(ends[0].xmiID), str(ends[1].xmiID), texts)]


def _links(feature: str, elements: list[Any]) -> Iterator[tuple[str, str, str]]:
    """Links with a role and a target, or references straight to annotations."""
    for each in elements:
        is_link = getattr(each, "type", None) is not None and each.type.get_feature("target") is not None
        target = each.get("target") if is_link else each
        role = each.get("role") if is_link and each.type.get_feature("role") else None
        if target is not None and hasattr(target, "begin"):
            yield feature, str(role or feature), str(target.xmiID)
