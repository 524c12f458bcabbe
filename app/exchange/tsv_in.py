"""WebAnno TSV 3 on its way in: the text that the file tells, the columns that it declares, and its rows of tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.errors import N_, TawsimError
from app.exchange.errors import BadLine, NotText
from app.exchange.tsv_escapes import text_of
from app.exchange.tsv_out import OURS_LINE

_FORMAT = re.compile(r"#FORMAT=WebAnno TSV 3\.\d+\s*$")
_UNIT = re.compile(r"(\d+)-(\d+)(\.\d+)?$")
_PLACE = re.compile(r"(\d+)-(\d+)$")
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
        self._trailing = False  # whether rows end with a tab, as INCEpTION writes them

    def take(self, lines: list[str]) -> None:
        for number, raw in enumerate(lines[1:], start=2):
            line = raw.removesuffix("\r")
            if line.startswith("#T_"):
                if self._table.rows or self._table.troubles:
                    raise NotText(
                        N_("Line {line} of the header stands behind rows: nothing tells their columns."), line=number
                    )
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
        wanted = 3 + len(self._table.columns)
        self._trailing = self._trailing or (len(fields) == wanted + 1 and not fields[-1])
        if place is None or _UNIT.match(fields[0]) is None or len(fields) != wanted + self._trailing:
            if self._header:
                self._begin(self._length)
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
