"""WebAnno TSV 3 on its way in: rows of tokens as spans, links and relations over the text that the file tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from app.domain.errors import N_, TawsimError
from app.exchange.errors import BadLine, NotText
from app.exchange.layers import Arc, Layers, Note
from app.exchange.tsv_escapes import NULL_COLUMN, NULL_VALUE, parted, text_of, value_of, with_id
from app.exchange.tsv_out import OURS_LINE

_FORMAT = re.compile(r"#FORMAT=WebAnno TSV 3\.\d+\s*$")
_UNIT = re.compile(r"(\d+)-(\d+)(\.\d+)?$")
_PLACE = re.compile(r"(\d+)-(\d+)$")
_FLAGS = {"true": True, "false": False}
SPAN, RELATION, CHAIN = "SP", "RL", "CH"


@dataclass(frozen=True, slots=True)
class Column:
    """``what`` is plain, role, target, ends, or a chain's, which is passed over."""

    kind: str
    layer: str
    feature: str
    what: str


@dataclass(slots=True)
class Row:
    line: int
    unit: str
    start: int
    end: int
    words: str
    cells: list[str]


@dataclass(slots=True)
class Table:
    """A file: its text, columns and rows. Positions of rows are UTF-16 units, as they stand there."""

    columns: list[Column] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    text: str = ""
    kept: str | None = None
    troubles: list[tuple[TawsimError, int]] = field(default_factory=list)


def is_tsv(text: str) -> bool:
    return _FORMAT.match(text.partition("\n")[0]) is not None


def table_of(content: str) -> Table:
    """The file as it stands. ``NotText`` when it is no WebAnno TSV 3 or tells no text; bad rows are ``troubles``."""
    if not is_tsv(content):
        raise NotText(N_("It does not begin with #FORMAT=WebAnno TSV 3: it is no WebAnno TSV 3 file."))
    table = Table()
    _Text(table).take(content.split("\n"))
    if not table.text.strip():
        raise NotText(N_("There is no text in it."))
    return table


class _Text:
    """The lines one after the other; the text grows sentence by sentence."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._pieces: list[str] = []
        self._length = 0  # UTF-16 units
        self._header: list[str] = []

    def take(self, lines: list[str]) -> None:
        for number, raw in enumerate(lines[1:], start=2):
            line = raw.removesuffix("\r")
            if line.startswith("#T_"):
                self._table.columns += columns_of(line, number)
            elif line.startswith(OURS_LINE):
                self._table.kept = line.removeprefix(OURS_LINE)
            elif line.startswith("#Text="):
                self._header.append(text_of(line.removeprefix("#Text=")))
            elif line and not line.startswith("#"):
                self._take_row(line, number)
        self._table.text = "".join(self._pieces).removesuffix("\n")

    def _take_row(self, line: str, number: int) -> None:
        fields = line.split("\t")
        place = _PLACE.match(fields[1]) if len(fields) > 2 else None
        if place is None or _UNIT.match(fields[0]) is None or len(fields) < 3 + len(self._table.columns):
            if self._header:
                self._begin(self._length)
            wanted = 3 + len(self._table.columns)
            error = BadLine(
                N_("The row is none of a token: it needs {count} columns, of which the first two are 1-1 and 0-4."),
                count=wanted,
            )
            self._table.troubles.append((error, number))
            return
        start, end = int(place[1]), int(place[2])
        if self._header:
            self._begin(start)
        self._table.rows.append(Row(number, fields[0], start, end, fields[2], fields[3 : 3 + len(self._table.columns)]))

    def _begin(self, start: int) -> None:
        """A sentence: its first token tells where it stands. Blanks fill what no sentence covers."""
        if self._length == start + 1 and self._pieces:
            self._pieces[-1] = self._pieces[-1].removesuffix("\n")
            self._length -= 1
        if self._length < start <= self._length + 100_000:
            self._pieces.append(" " * (start - self._length))
            self._length = start
        sentence = "\n".join(self._header) + "\n"
        self._header = []
        self._pieces.append(sentence)
        self._length += len(sentence.encode("utf-16-le", "surrogatepass")) // 2


def columns_of(line: str, number: int) -> Iterator[Column]:
    """The columns that a line of the header declares."""
    kind = line[3:5]
    layer, *names = line.partition("=")[2].rstrip().split("|")
    if kind not in (SPAN, RELATION, CHAIN) or not layer:
        raise NotText(N_("Line {line} of the header is none of WebAnno TSV 3."), line=number)
    names = [name for name in names if name] or [""]
    linked = ""
    for name in names:
        if kind == CHAIN:
            yield Column(kind, layer, name, "chain")
        elif kind == SPAN and name.startswith("ROLE_"):
            linked = name.removeprefix("ROLE_").rpartition("_")[0].rpartition(":")[2]
            yield Column(kind, layer, linked, "role")
        elif linked:
            yield Column(kind, layer, linked, "target")
            linked = ""
        elif kind == RELATION and name.startswith("BT_"):
            yield Column(kind, layer, name.removeprefix("BT_"), "ends")
        else:
            yield Column(kind, layer, name, "plain")


def units_of(text: str) -> dict[int, int]:
    """UTF-16 units to code points, for every edge between characters."""
    edges = [0, *accumulate(2 if letter > "\uffff" else 1 for letter in text)]
    return {unit: point for point, unit in enumerate(edges)}


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

    def layers(self) -> Layers:
        for row in self._table.rows:
            place = self._place(row)
            for layer, columns in self._by_layer().items():
                self._take(row, place, layer, columns)
        self._link()
        notes = [note for name, note in self._notes.items() if name not in self.bad]
        return Layers(notes, list(self._relations()))

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
        if place is None or note.layer != layer:
            self.bad.add(name)
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
