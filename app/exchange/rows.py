"""Tables of cells, whatever file they come from: which row is the heading, and a row as a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from app.domain.errors import N_
from app.exchange.errors import BadLine, Note
from app.exchange.picking import TEXT, TEXT_FIELDS, guessed

SAMPLED = 50  # rows that a guess at the columns goes by
_LONGEST_NAME = 60
_MOST_TITLES = 6  # rows that may stand above the heading

Cells = Sequence[Any]


def names_of(first: Cells, rows: Sequence[Cells]) -> tuple[list[str], bool]:
    """The names of the columns, and whether the first row is the heading; else they are called 1, 2, 3 ..."""
    if not _is_heading(first, rows):
        width = max(map(len, [first, *rows]), default=0)
        return [str(number) for number in range(1, width + 1)], False
    names: list[str] = []
    for number, cell in enumerate(first, 1):
        name = " ".join(str("" if cell is None else cell).split()) or str(number)
        names.append(name if name not in names else f"{name} ({number})")
    return names, True


def _is_heading(first: Cells, rows: Sequence[Cells]) -> bool:
    """Whether the first row names the columns: short words, of which one is known or stands over something longer."""
    cells = [str("" if cell is None else cell).strip() for cell in first]
    told = [cell for cell in cells if cell]
    if not told or any(len(cell) > _LONGEST_NAME or cell.replace(".", "").isdigit() for cell in told):
        return False
    if guessed(dict.fromkeys(told, ())):
        return True
    longer = (
        sum(len(str(row[at] or "")) for row in rows if at < len(row)) > 3 * len(cell) * max(1, len(rows))
        for at, cell in enumerate(cells)
    )
    return bool(rows) and len(set(told)) == len(told) and any(longer)


def above_heading(rows: Sequence[Cells]) -> int:
    """How many rows stand above the heading: titles of one cell, as reports have them, over names that are known."""
    for number, row in enumerate(rows[:_MOST_TITLES]):
        told = [str(cell).strip() for cell in row if cell not in (None, "")]
        if len(told) > 1:
            return number if TEXT in guessed(dict.fromkeys(told, ())) else 0
    return 0


def record_of(names: Sequence[str], cells: Cells) -> dict[str, Any]:
    """A row as a record, empty cells left out. ``BadLine`` when it has filled cells behind the last column."""
    surplus = [cell for cell in cells[len(names) :] if cell not in (None, "")]
    if surplus:
        raise BadLine(
            N_("The row has {found} cells, the heading {names}: put texts with the separator in them in quotes."),
            found=len(cells),
            names=len(names),
        )
    return {name: cell for name, cell in zip(names, cells, strict=False) if cell not in (None, "")}


def samples(names: Sequence[str], rows: Iterator[Cells]) -> dict[str, list[str]]:
    """Some of what stands in each column."""
    cells: dict[str, list[str]] = {name: [] for name in names}
    for row in islice(rows, SAMPLED):
        for name, cell in zip(names, row, strict=False):
            if cell not in (None, ""):
                cells[name].append(str(cell))
    return cells


def said_guess(guess: dict[str, str], chosen: dict[str, str]) -> tuple[Note, ...]:
    """That the text's column was guessed, unless it was chosen or is plainly named."""
    if TEXT in chosen or guess.get(TEXT, TEXT) in TEXT_FIELDS:
        return ()
    return (Note(N_("the text is taken from the column {name}"), {"name": guess[TEXT]}),)
