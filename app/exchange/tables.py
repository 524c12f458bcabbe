"""Rows of plain text for other programs: as CSV in a file, as TSV for the clipboard.

A cell that a spreadsheet would take for a formula (OWASP, "CSV injection") gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from app.exchange.atomic import whole_file

_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_BOM = "\ufeff"  # without it Excel reads the file in the system's old code page

Row = Sequence[str]


def guarded(cell: str) -> str:
    """The cell as no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULAS) else cell


def tsv(rows: Iterable[Row]) -> str:
    """Rows as lines, cells parted by tabs; line breaks and tabs in a cell become spaces."""
    return "".join("\t".join(guarded(" ".join(cell.split())) for cell in row) + "\n" for row in rows)


def write_csv(path: Path, rows: Iterable[Row]) -> int:
    """Write rows to ``path``, whole or not at all; how many. ``CannotWrite`` gives the system's reason."""
    count = 0
    with whole_file(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        text.write(_BOM)
        writer = csv.writer(text)
        for row in rows:
            writer.writerow([guarded(cell) for cell in row])
            count += 1
        text.flush()
        text.detach()
    return count
