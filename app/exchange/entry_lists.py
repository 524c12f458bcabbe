"""Lists of people, bodies and places that an analyst brings: CSV, TSV or JSON Lines, their columns told by their names.

A file of Wikidata's query service, a spreadsheet and ``tawsim register list --json`` in lines can all be read.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.errors import N_
from app.domain.text.folding import STRONG, fold_key
from app.exchange.decoding import decoded
from app.exchange.errors import BadLine, CannotRead, NotText

KB_ID, NAME, ALIASES, LABEL, NOTE = "kb_id", "name", "aliases", "label", "note"

_COLUMNS = {
    KB_ID: "kb_id qid id item wikidata wikidata_id uri المعرف معرف رقم ويكي_بيانات",
    NAME: "name title item_label itemlabel الاسم اسم",
    ALIASES: "aliases alias altlabel itemaltlabel alt_label also_known_as الأسماء_الأخرى أسماء_أخرى بدائل",
    LABEL: "type label_type kind class category النوع نوع التصنيف الفئة",
    NOTE: "note description itemdescription ملاحظة الوصف وصف",
}
_LABEL_OR_NAME = (
    "label",
    fold_key("التسمية", STRONG),
)  # the name in Wikidata's words, the label in ours: the name when nothing else is
_PARTING = re.compile(r"[|;؛\n]")
_COMMAS = re.compile(r"[,،]\s+")
_GUARD = re.compile(r"^'(?=[=+\-@\t\r])")  # how a careful writer keeps a spreadsheet from reckoning with a cell
_NO_NAMES = N_("It has no column for names: name its columns name, id, aliases and type (or الاسم، المعرف، النوع).")


@dataclass(frozen=True, slots=True)
class ListedEntry:
    """What one line says; ``label`` as it stands there. ``line`` counts from 1, the heading included."""

    line: int
    name: str
    kb_id: str | None = None
    aliases: tuple[str, ...] = ()
    label: str | None = None
    note: str | None = None


Row = ListedEntry | tuple[int, BadLine]
"""A line that could be read, or the number of one that could not and why."""


def read_entry_list(path: Path) -> Iterator[Row]:
    """The lines of a list in their order. Raises ``CannotRead`` and ``NotText`` for a file that is none."""
    try:
        text = decoded(path.read_bytes()).text
    except OSError as error:
        raise CannotRead(N_("{path} cannot be read: {reason}."), path=path, reason=error.strerror or error) from error
    first = text.lstrip()[:1]
    return _of_objects(text) if first in ("{", "[") else _of_table(text)


def _of_table(text: str) -> Iterator[Row]:
    heading = text.partition("\n")[0]
    delimiter = max("\t;,", key=heading.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    columns = _columns(next(reader, []))
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, BadLine(N_("The line is no row of a table: {reason}."), reason=error)
            continue
        if any(cell.strip() for cell in cells):
            told = {key: _GUARD.sub("", cells[at]) for key, at in columns.items() if at < len(cells)}
            yield _listed(line, told)


def _of_objects(text: str) -> Iterator[Row]:
    if text.lstrip().startswith("["):
        try:
            lines = list(enumerate(json.loads(text), 1))
        except ValueError as error:
            raise NotText(N_("It is no valid JSON: {reason}."), reason=error) from error
    else:
        lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    for number, record in lines:
        try:
            said = json.loads(record) if isinstance(record, str) else record
        except ValueError as error:
            yield number, BadLine(N_("The line is no valid JSON: {reason}."), reason=error)
            continue
        if not isinstance(said, dict):
            yield number, BadLine(N_("The line must be an object with keys."))
            continue
        try:
            columns = _columns(list(said))
        except NotText as error:
            yield number, BadLine(error.template)
            continue
        values = list(said.values())
        yield _listed(number, {key: values[at] for key, at in columns.items()})


def _columns(heading: list[str]) -> dict[str, int]:
    """Which column says what; ``NotText`` when none has the names."""
    names = [re.sub(r"[\s_-]+", "_", fold_key(cell, STRONG).strip().removeprefix("?")) for cell in heading]
    found: dict[str, int] = {}
    for key, known in _COLUMNS.items():
        words = fold_key(known, STRONG).split()
        at = next((at for at, name in enumerate(names) if name in words), None)
        if at is not None:
            found[key] = at
    for at, name in enumerate(names):
        if name in _LABEL_OR_NAME:
            found.setdefault(LABEL if NAME in found else NAME, at)
    if NAME not in found:
        raise NotText(_NO_NAMES)
    return found


def _listed(line: int, told: Mapping[str, Any]) -> Row:
    name = _text(told.get(NAME))
    if not name:
        return line, BadLine(N_("The line has no name."))
    return ListedEntry(
        line, name, _text(told.get(KB_ID)), _names(told.get(ALIASES)), _text(told.get(LABEL)), _text(told.get(NOTE))
    )


def _text(value: object) -> str | None:
    return " ".join(str(value).split()) or None if isinstance(value, (str, int)) else None


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        parts = [str(each) for each in value]
    else:
        text = str(value or "")
        parts = (_PARTING if _PARTING.search(text) else _COMMAS).split(text)
    return tuple(" ".join(part.split()) for part in parts if part.strip())
