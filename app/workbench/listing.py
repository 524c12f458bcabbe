"""A table over the project as plain values: its columns and rows, what a row leads to, its sorting and filtering."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from app.domain.text.folding import STRONG, fold_key
from app.exchange.tables import Row, write_csv
from app.workbench.giving_way import give_way

T = TypeVar("T")
Cell = str | int | float | None
Lines = Sequence[tuple[Any, ...]]
MOST = 20_000  # rows of one table
_FOLDED = 200  # rows between two questions whether the window has something to do


@dataclass(frozen=True, slots=True)
class Column:
    """``id`` is what other programs read. ``title`` is marked for translation, and so are the cells of a ``named``
    column, whose values the interface has words for. ``words`` are those of articles."""

    id: str
    title: str
    number: bool = False
    words: bool = False
    named: str = ""


@dataclass(frozen=True)
class Listing:
    """``queries`` are searches, one a row where a row has one: what Enter on the row looks for. ``cut`` says that only
    the first ``MOST`` rows are there. ``keys`` are the folded words of each row."""

    id: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    keys: tuple[str, ...]
    queries: tuple[str, ...] = ()
    cut: bool = False

    def order(self, typed: str, column: int | None, descending: bool) -> list[int]:
        """The numbers of the rows in which every word of ``typed`` stands, by a column or as they come."""
        found = list(range(len(self.rows)))
        if words := fold_key(typed, STRONG).split():
            found = [number for number, key in enumerate(self.keys) if all(word in key for word in words)]
        if column is not None:
            found.sort(key=lambda number: _rank(self.rows[number][column]), reverse=descending)
        return found


@dataclass(slots=True)
class Book:
    """The listings of one page and when they hold: ``state`` is the project's when they were made."""

    listings: list[Listing] = field(default_factory=list)
    state: tuple[object, ...] = ()


def listing(
    name: str, title: str, columns: tuple[Column, ...], rows: Iterable[Sequence[Any]], queries: Iterable[str] = ()
) -> Listing:
    """A listing of at most ``MOST`` rows. Their words are folded at once, where it is made: in the worker."""
    every = [tuple(row) for row in rows]
    some = tuple(every[:MOST])
    return Listing(name, title, columns, some, tuple(_folded(some)), tuple(queries)[:MOST], len(every) > MOST)


def _folded(rows: Iterable[Row]) -> Iterator[str]:
    """The folded words of each row."""
    for number, row in enumerate(rows):
        if number % _FOLDED == 0:
            give_way()
        yield " ".join(fold_key(str(cell), STRONG) for cell in row if cell is not None)


def firsts(values: Iterable[T], key: Callable[[T], Any], most: int = MOST + 1) -> list[T]:
    """The least by ``key``, in order. Sorting all at once would keep the window waiting where there are very many."""
    return heapq.nsmallest(most, values, key=key)


def write_listing(path: Path, shown: Listing, order: Iterable[int], said: Callable[[Column, Cell], str]) -> int:
    """Write rows as CSV, whole or not at all; how many. ``CannotWrite`` gives the system's reason."""
    header: Row = [column.id for column in shown.columns]
    rows = ([said(column, cell) for column, cell in zip(shown.columns, shown.rows[n], strict=True)] for n in order)
    return write_csv(path, [header, *rows]) - 1


def plain(_column: Column, cell: Cell) -> str:
    """A cell as other programs read it."""
    return "" if cell is None else f"{cell:.4g}" if isinstance(cell, float) else str(cell)


def _rank(cell: Cell) -> tuple[int, float, str]:
    """Numbers by their size, words folded; what is empty last."""
    if cell is None or cell == "":
        return (2, 0.0, "")
    return (0, float(cell), "") if isinstance(cell, int | float) else (1, 0.0, fold_key(cell, STRONG))
