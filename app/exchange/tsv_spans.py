"""Rows of WebAnno TSV 3 as spans, links and relations over the text of their file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Any
from unicodedata import category

from app.domain.errors import N_
from app.exchange.errors import BadLine
from app.exchange.layers import Arc, Layers, Note
from app.exchange.tsv_escapes import NULL_COLUMN, NULL_VALUE, parted, text_of, value_of, with_id
from app.exchange.tsv_in import CHAIN, RELATION, Column, Row, Table

_LOOSE = "ـ"  # a lengthening between spaces is a token to some and none to others
_FLAGS = {"true": True, "false": False}


def units_of(text: str) -> dict[int, int]:
    """UTF-16 units to code points, for every edge between characters."""
    edges = [0, *accumulate(2 if letter > "\uffff" else 1 for letter in text)]
    return {unit: point for point, unit in enumerate(edges)}


_MISSING_ROW = N_(
    "The words at {start}-{end} of the text stand in no row: one is missing, and the spans beside it stay behind."
)
_PARTED = N_("The span {id} goes on here, but rows before it do not belong to it: two spans may have one number.")


class Reading:
    """Rows on their way to spans. Rows whose place or words are wrong are troubles, and so is every span on them."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._points = units_of(table.text)
        self._notes: dict[str, Note] = {}
        self._at_unit: dict[tuple[str, str], str] = {}  # unit and layer to the first note there
        self._slots: list[tuple[str, str, list[str], list[str]]] = []
        self._arcs: list[tuple[Arc, str, str, str | None, str]] = []
        self.bad: set[str] = set()
        self.beside: set[int] = set()  # lines of the rows beside a missing one

    def layers(self) -> Layers:
        places = [self._place(row) for row in self._table.rows]
        self._find_missing(places)
        for row, place in zip(self._table.rows, places, strict=True):
            for layer, columns in self._by_layer().items():
                self._take(row, place, layer, columns)
        self._link()
        notes = [note for name, note in self._notes.items() if name not in self.bad]
        return Layers(notes, list(self._relations()))

    def _find_missing(self, places: list[tuple[int, int] | None]) -> None:
        """Words that stand in no row: a row is missing, and what begins or ends beside it may have reached into it."""
        rows = self._table.rows
        ends = [*zip(rows, places, strict=True), (None, (len(self._table.text),) * 2)]
        before: Row | None = None
        reached: tuple[int, int] | None = (0, 0)
        for row, place in ends:
            if place is not None and reached is not None and self._is_worded(reached[1], place[0]):
                self.beside |= {each.line for each in (before, row) if each is not None}
                error = BadLine(_MISSING_ROW, start=reached[1], end=place[0])
                self._table.troubles.append((error, (row or before or Row(1, "", 0, 0, "", [])).line))
            if place is None or reached is None or place[1] >= reached[1]:
                before, reached = row, place

    def _is_worded(self, start: int, end: int) -> bool:
        """Whether something stands there that is a token for everybody: letters, figures, punctuation."""
        text = self._table.text[start:end]
        return any(letter not in _LOOSE and category(letter)[0] in "LNP" for letter in text)

    def _by_layer(self) -> dict[str, list[tuple[int, Column]]]:
        groups: dict[str, list[tuple[int, Column]]] = {}
        for at, column in enumerate(self._table.columns):
            if column.kind != CHAIN:
                groups.setdefault(column.layer, []).append((at, column))
        return groups

    def _place(self, row: Row) -> tuple[int, int] | None:
        start, end = self._points.get(row.start), self._points.get(row.end)
        if start is None or end is None or start > end:
            error = BadLine(
                N_("The token {start}-{end} begins or ends inside of a character or outside the text."),
                start=row.start,
                end=row.end,
            )
        elif self._table.text[start:end] not in (row.words, text_of(row.words), value_of(row.words)):
            error = BadLine(
                N_("The token is “{said}”, but the text at {start}-{end} says “{found}” (in UTF-16 units)."),
                said=row.words[:60],
                start=row.start,
                end=row.end,
                found=self._table.text[start:end][:60],
            )
        else:
            return start, end
        self._table.troubles.append((error, row.line))
        return None

    def _take(self, row: Row, place: tuple[int, int] | None, layer: str, columns: list[tuple[int, Column]]) -> None:
        cells = {at: [] if row.cells[at] == NULL_COLUMN else parted(row.cells[at], "|") for at, _ in columns}
        for stacked in range(max(map(len, cells.values()), default=0)):
            parts = [(column, cells[at][stacked]) for at, column in columns if stacked < len(cells[at])]
            if columns[0][1].kind == RELATION:
                self._take_arc(row, layer, parts, bool(place))
            else:
                self._take_note(row, place, layer, parts, stacked)

    def _take_note(
        self, row: Row, place: tuple[int, int] | None, layer: str, parts: list[tuple[Column, str]], stacked: int
    ) -> None:
        own = next(filter(None, (with_id(part)[1] for column, part in parts if column.what != "target")), None)
        name = own or f"{row.unit} {layer} {stacked}"
        note = self._notes.setdefault(name, Note(name, layer, *(place or (-1, -1))))
        self._at_unit.setdefault((row.unit, layer), name)
        if place is None or note.layer != layer or (own and row.line in self.beside):
            self.bad.add(name)
            return
        if note.end >= 0 and self._is_worded(note.end, place[0]):
            self.bad.add(name)
            self._table.troubles.append((BadLine(_PARTED, id=name), row.line))
            return
        note.start, note.end = min(note.start, place[0]) if note.start >= 0 else place[0], max(note.end, place[1])
        roles: dict[str, list[str]] = {}
        for column, part in parts:
            if column.what == "plain":
                _say(note, column.feature, with_id(part)[0])
            elif column.what == "role":
                roles[column.feature] = parted(with_id(part)[0], ";")
            elif not any(slot[:2] == (name, column.feature) for slot in self._slots[-200:]):
                self._slots.append((name, column.feature, roles.get(column.feature, []), parted(part, ";")))

    def _take_arc(self, row: Row, layer: str, parts: list[tuple[Column, str]], good: bool) -> None:
        arc = Arc(layer, "", "")
        for column, part in parts:
            if column.what == "plain":
                _say(arc, column.feature, part)
            elif good:
                unit, ids = with_id(part)
                self._arcs.append((arc, unit, row.unit, ids, column.feature))

    def _link(self) -> None:
        for name, feature, roles, targets in self._slots:
            for number, part in enumerate(targets):
                unit, own = with_id(part)
                target = own if own in self._notes else self._first_at(unit)
                if part not in (NULL_VALUE, NULL_COLUMN) and target is not None:
                    role = roles[number] if number < len(roles) else NULL_VALUE
                    self._notes[name].links.append((feature, feature if role == NULL_VALUE else value_of(role), target))

    def _relations(self) -> Iterator[Arc]:
        for arc, source, target, ids, layer in self._arcs:
            first, _, second = (ids or "0_0").partition("_")
            arc.source = (first if first in self._notes else self._first_at(source, layer)) or source
            arc.target = (second if second in self._notes else self._first_at(target, layer)) or target
            yield arc

    def _first_at(self, unit: str, layer: str | None = None) -> str | None:
        if layer is not None and (unit, layer) in self._at_unit:
            return self._at_unit[unit, layer]
        return next((name for (where, _), name in self._at_unit.items() if where == unit), None)


def _say(owner: Note | Arc, feature: str, part: str) -> None:
    if feature and part != NULL_VALUE:
        text = value_of(part)
        owner.features.setdefault(feature, text)


def typed(features: dict[str, Any], types: dict[str, str]) -> None:
    """Flags and numbers as such: the file has only text. ``types`` is by feature; what is no such value is dropped."""
    for name, of in types.items():
        value = features.get(name)
        if of == "flag" and isinstance(value, str):
            features[name] = _FLAGS.get(value)
        elif of == "number" and isinstance(value, str):
            try:
                features[name] = float(value)
            except ValueError:
                features[name] = None
