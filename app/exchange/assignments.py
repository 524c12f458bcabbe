"""A list that shares out the work: CSV with an article a row, its columns told by their names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.annotation import STATUSES
from app.domain.card import PRIORITIES, words
from app.domain.errors import N_, TawsimError

CLEARED = "-"
"""A cell that says: take away what is there. An empty cell leaves it."""

_NAMES = {
    "ref": ("ref", "article", "المرجع", "المقال"),
    "status": ("status", "الحالة"),
    "assignees": ("assignee", "assignees", "المكلف", "المكلفون"),
    "priority": ("priority", "الأولوية"),
    "tags": ("tag", "tags", "الوسوم"),
    "note": ("note", "ملاحظة"),
}
_PARTING = ";؛|"

_NO_REF = N_("The list has no column of refs: name one “ref” in its first line.")
_NOTHING = N_("The list has none of the columns {columns} beside the refs: there is nothing to set.")
_NO_CSV = N_("The list cannot be read as CSV: {reason}.")
_LONG = N_("The row has more cells than the first line names.")
_STATUS = N_("The status {status} is none of: {known}.")
_PRIORITY = N_("The priority {priority} is none of: {known}.")
_EMPTY = N_("The row names no article.")


class BadList(TawsimError):
    """A list of assignments of which nothing can be used, or one row of it that cannot."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """What a row sets for the article of that ref; None leaves as it is, an empty value takes away."""

    line: int
    ref: str
    status: str | None = None
    assignees: tuple[str, ...] | None = None
    priority: int | None = None
    tags: tuple[str, ...] | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that sets nothing, by its line in the file, and why."""

    line: int
    error: TawsimError


def read_assignments(text: str) -> Iterator[Assignment | RefusedRow]:
    """Each row as what it sets, or as refused. Raises ``BadList`` when the first line names no columns."""
    first = text.lstrip("\ufeff").partition("\n")[0]
    sign = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=sign, strict=True)
    columns = _columns(rows)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield RefusedRow(rows.line_num, BadList(_NO_CSV, reason=str(error)))
            return
        if any(cell.strip() for cell in row):
            try:
                yield _assignment(rows.line_num, columns, row)
            except BadList as error:
                yield RefusedRow(rows.line_num, error)


def _columns(rows: Iterator[list[str]]) -> list[str | None]:
    try:
        head = next(rows, [])
    except csv.Error as error:
        raise BadList(_NO_CSV, reason=str(error)) from error
    known = {name: key for key, names in _NAMES.items() for name in names}
    columns = [known.get(" ".join(cell.split()).lower()) for cell in head]
    if "ref" not in columns:
        raise BadList(_NO_REF)
    if not set(columns) - {"ref", None}:
        raise BadList(_NOTHING, columns=", ".join(name for name in _NAMES if name != "ref"))
    return columns


def _assignment(line: int, columns: list[str | None], row: list[str]) -> Assignment:
    if any(cell.strip() for cell in row[len(columns) :]):
        raise BadList(_LONG)
    cells = {name: cell.strip() for name, cell in zip(columns, row, strict=False) if name is not None}
    ref = cells.pop("ref", "")
    if not ref:
        raise BadList(_EMPTY)
    told = {name: "" if cell == CLEARED else cell for name, cell in cells.items() if cell}
    status = told.get("status")
    return Assignment(
        line,
        ref,
        status=None if status is None else _status(status or "new"),
        assignees=_parted(told.get("assignees")),
        priority=_priority(told.get("priority")),
        tags=_parted(told.get("tags")),
        note=told.get("note"),
    )


def _status(told: str) -> str:
    status = told.lower().replace(" ", "_").replace("-", "_")
    if status not in STATUSES:
        raise BadList(_STATUS, status=told, known=", ".join(STATUSES))
    return status


def _priority(told: str | None) -> int | None:
    if told is None:
        return None
    numbers = {str(number): number for number in PRIORITIES.values()}
    known = {"": 0, **PRIORITIES, **numbers}
    if told.lower() not in known:
        raise BadList(_PRIORITY, priority=told, known=", ".join((*PRIORITIES, *numbers)))
    return known[told.lower()]


def _parted(told: str | None) -> tuple[str, ...] | None:
    return None if told is None else words(told.translate(dict.fromkeys(map(ord, _PARTING), ";")).split(";"))
