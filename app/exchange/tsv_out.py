"""A sheet as WebAnno TSV 3.3: a row for each token, a column for each feature; positions count UTF-16 units."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from app.domain.text.sentences import sentences
from app.exchange.cas_types import ANNOTATION, link_type
from app.exchange.drafting import kept_head
from app.exchange.layers import DEPENDENT, LABEL, Arc, Layers, Note, layers_of
from app.exchange.sheet import Sheet
from app.exchange.sheets_out import Leaving
from app.exchange.token_cuts import cut_tokens
from app.exchange.tsv_escapes import NULL_COLUMN, NULL_VALUE, escaped_text, escaped_value

FORMAT_LINE = "#FORMAT=WebAnno TSV 3.3"
OURS_LINE = "#Tawsim="
LISTS = "lists"
"""The key of the kept head with features that are lists, which a column cannot hold."""
Pair = tuple[int, int]


@dataclass(slots=True)
class Unit:
    """A token: its id in the file, its place in code points, the notes over it and the arcs that end at its start."""

    name: str
    start: int
    end: int
    notes: list[Note] = field(default_factory=list)
    arcs: list[Arc] = field(default_factory=list)


def tsv_of(sheet: Sheet, leaving: Leaving) -> str:
    """The whole file of one article."""
    layers = layers_of(sheet, leaving)
    lists = {note.name: _taken_lists(note) for note in layers.notes}
    kept = {**kept_head(sheet), LISTS: {name: each for name, each in lists.items() if each}}
    return "".join(_Page(sheet.text, layers).lines(json.dumps(kept, ensure_ascii=True)))


def _taken_lists(note: Note) -> dict[str, Any]:
    lists = {name: value for name, value in note.features.items() if isinstance(value, list)}
    for name in lists:
        del note.features[name]
    return lists


class _Page:
    def __init__(self, text: str, layers: Layers) -> None:
        self._text = text
        self._layers = layers
        self._ids = {note.name: number for number, note in enumerate(layers.notes, 1)}
        self._at = [0, *accumulate(2 if letter > "\uffff" else 1 for letter in text)]
        self._sentences = list(_parted(text, _units_of(text, layers)))
        self._first: dict[str, str] = {}
        self._place()
        self._columns = list(_columns(layers))

    def lines(self, kept: str) -> Iterator[str]:
        yield FORMAT_LINE + "\n"
        yield from _header(self._columns)
        yield "\n"
        for number, units in enumerate(self._sentences):
            end = self._sentences[number + 1][0].start if number + 1 < len(self._sentences) else len(self._text)
            yield "\n"
            if number == 0:
                yield f"{OURS_LINE}{kept}\n"
            for line in self._text[units[0].start : end].split("\n"):
                yield f"#Text={escaped_text(line)}\n"
            yield from map(self._row, units)

    def _place(self) -> None:
        """Which units each note covers; the first of them is the one that others call it by."""
        units = [unit for sentence in self._sentences for unit in sentence]
        starts = {unit.start: at for at, unit in enumerate(units)}
        for note in self._layers.notes:
            at = starts[note.start]
            self._first[note.name] = units[at].name
            while at < len(units) and units[at].start < note.end:
                units[at].notes.append(note)
                at += 1
        where = {note.name: note.start for note in self._layers.notes}
        for arc in self._layers.arcs:
            units[starts[where[arc.target]]].arcs.append(arc)

    def _row(self, unit: Unit) -> str:
        words = self._text[unit.start : unit.end]
        plain = words if words.strip(" ") == words and not _CONTROLS & set(words) else escaped_text(words)
        place = f"{self._at[unit.start]}-{self._at[unit.end]}"
        return "\t".join([unit.name, place, plain, *(self._cell(unit, *each) for each in self._columns), "\n"])

    def _cell(self, unit: Unit, layer: str, feature: str, what: str) -> str:
        if what in ("relation", "ends"):
            found = [self._arc(arc, feature, what) for arc in unit.arcs if arc.layer == layer]
        else:
            found = [self._note(note, feature, what) for note in unit.notes if note.layer == layer]
        return "|".join(found) or NULL_COLUMN

    def _note(self, note: Note, feature: str, what: str) -> str:
        own = f"[{self._ids[note.name]}]"
        if what == "plain":
            return _value(note.features.get(feature)) + own
        links = [(role, target) for name, role, target in note.links if name == feature]
        if what == "role":
            return (";".join(escaped_value(role) for role, _ in links) or NULL_COLUMN) + own
        return ";".join(f"{self._first[target]}[{self._ids[target]}]" for _, target in links) or NULL_VALUE

    def _arc(self, arc: Arc, feature: str, what: str) -> str:
        if what == "relation":
            return _value(arc.features.get(feature))
        return f"{self._first[arc.source]}[{self._ids[arc.source]}_{self._ids[arc.target]}]"


def _value(value: Any) -> str:
    if value is None:
        return NULL_VALUE
    return escaped_value(str(value).lower() if isinstance(value, bool) else str(value))


def _units_of(text: str, layers: Layers) -> list[Pair]:
    """Tokens cut at every edge, and what stands ahead of the first, which the file would take for blanks."""
    units = cut_tokens(text, [(note.start, note.end) for note in layers.notes])
    first = units[0][0] if units else len(text)
    return units if not text[:first].strip(" ") else [(0, first), *units]


def _parted(text: str, units: list[Pair]) -> Iterator[list[Unit]]:
    """The units by sentence. A sentence goes on to where the next one begins: what stands between is kept with it."""
    begins = [sentence.start for sentence in sentences(text)]
    sentence: list[Unit] = []
    number, at = 1, 0
    for start, end in units:
        while at < len(begins) and begins[at] <= start:
            if sentence:
                yield sentence
                sentence, number = [], number + 1
            at += 1
        sentence.append(Unit(f"{number}-{len(sentence) + 1}", start, end))
    if sentence:
        yield sentence


_CONTROLS = frozenset("\t\n\r\f\b")
Column = tuple[str, str, str]
"""Layer, feature, and what of it: plain, role or target of links, a relation's value, or its ends."""


def _columns(layers: Layers) -> Iterator[Column]:
    for layer, notes in _by_layer(layers.notes).items():
        for feature in sorted(
            {name for note in notes for name in note.features}, key=lambda name: (name != LABEL, name)
        ):
            yield layer, feature, "plain"
        for feature in sorted({name for note in notes for name, _, _ in note.links}):
            yield layer, feature, "role"
            yield layer, feature, "target"
    for layer, arcs in _by_layer(layers.arcs).items():
        for feature in sorted({name for arc in arcs for name in arc.features}):
            yield layer, feature, "relation"
        yield layer, DEPENDENT, "ends"


def _by_layer(found: Iterable[Any]) -> dict[str, list[Any]]:
    groups: dict[str, list[Any]] = {}
    for each in sorted(found, key=lambda each: each.layer):
        groups.setdefault(each.layer, []).append(each)
    return groups


def _header(columns: list[Column]) -> Iterator[str]:
    last = None
    for layer, feature, what in columns:
        if layer != last:
            lead = "#T_RL=" if what in ("relation", "ends") else "#T_SP="
            yield f"{'' if last is None else chr(10)}{lead}{layer}"
            last = layer
        names = {"role": f"ROLE_{layer}:{feature}_{link_type(layer, feature)}", "target": ANNOTATION}
        yield f"|{names.get(what, f'BT_{ANNOTATION}' if what == 'ends' else feature)}"
    if columns:
        yield "\n"
