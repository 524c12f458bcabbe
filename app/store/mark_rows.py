"""Rows of marks written several to a statement.

Half of the time that SQLite takes for a mark goes into handing over its sixteen values one by one. Most of them are the
same for all marks that somebody made of an article, and a statement for several rows is given those once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from operator import itemgetter

from app.store.file import ProjectFile, Row
from app.store.rows import ANNOTATION

_COLUMNS = ANNOTATION.columns.split(", ")
_OWN = ("id", "kind", "label", "fragments", "exact", "attributes", "made_at")
_COMMON = [name for name in _COLUMNS if name not in _OWN]
_own = itemgetter(*map(_COLUMNS.index, _OWN))
_common = itemgetter(*map(_COLUMNS.index, _COMMON))
_SIZES = (16, 8, 4, 2)  # rows of a statement; a statement for each number of rows would have to be prepared anew


def insert(file: ProjectFile, rows: Iterable[Row]) -> None:
    """Insert rows of ``ANNOTATION.columns``, inside a transaction. Raises ``IntegrityError`` as one insert does."""
    alike: dict[Row, list[Row]] = {}
    for row in rows:
        alike.setdefault(_common(row), []).append(row)
    single: list[Row] = []
    several: dict[int, list[Row]] = {size: [] for size in _SIZES}
    for common, some in alike.items():
        at = 0
        for size in _SIZES:
            while len(some) - at >= size:
                several[size].append(_values(common, some[at : at + size]))
                at += size
        single += some[at:]
    for size, values in several.items():
        file.run_many(_statement(size), values)
    file.run_many(ANNOTATION.insert, single)


def _values(common: Row, rows: Sequence[Row]) -> Row:
    values = list(common)
    for row in rows:
        values += _own(row)
    return tuple(values)


@cache
def _statement(size: int) -> str:
    """The insert of so many rows: the common values come first, then each row's own."""
    common = {name: f"?{place}" for place, name in enumerate(_COMMON, 1)}
    rows = []
    for number in range(size):
        first = len(_COMMON) + 1 + number * len(_OWN)
        own = {name: f"?{place}" for place, name in enumerate(_OWN, first)}
        rows.append(f"({', '.join((common | own)[name] for name in _COLUMNS)})")
    return f"INSERT INTO annotation ({ANNOTATION.columns}) VALUES {', '.join(rows)}"
