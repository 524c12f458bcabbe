"""CSV and TSV: one article a row, its parts in columns; what has no part of its own is kept."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from app.domain.errors import N_, TawsimError
from app.exchange.csv_rows import Dialect, Row, dialect_of, refuse_blank, rows_of
from app.exchange.errors import BadLine, Note
from app.exchange.fields import article_of_fields
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.json_lines import unreadable
from app.exchange.picking import Column, Picker, columns_of, guessed
from app.exchange.rows import SAMPLED, names_of, record_of, said_guess, samples
from app.exchange.text_fields import decoded_as


def arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    dialect, names, heading = _heading(source)
    guess = guessed(samples(names, _cells(source, dialect, skip=heading is not None)))
    picker = Picker(reading.fields, guess, names)
    notes = said_guess(guess, dict(reading.fields)) + tuple(filter(None, [decoded_as(dialect.encoding)]))
    try:
        for number, row in enumerate(rows_of(source.path, dialect)):
            if heading is None or number > 0:
                yield _arrival(source, row, names, picker, heading or b"", notes)
                notes = ()
    except OSError as error:
        raise unreadable(source.shown, error) from error


def _arrival(
    source: Source, row: Row, names: list[str], picker: Picker, heading: bytes, notes: tuple[Note, ...]
) -> Arrival:
    try:
        if isinstance(row.cells, BadLine):
            raise row.cells
        told = picker.told(record_of(names, row.cells))
        article, named = article_of_fields(told, f"{source.stem}-{row.line}")
    except TawsimError as error:
        return Arrival(error, row.line, row.raw, notes=notes, heading=heading)
    return Arrival(article, row.line, row.raw, named, notes)


def columns(source: Source) -> list[Column]:
    """The columns by the names of the heading, else 1, 2, 3 ..."""
    dialect, names, heading = _heading(source)
    rows = islice(_cells(source, dialect, skip=heading is not None), SAMPLED)
    empty = dict.fromkeys(names, "")
    return columns_of([empty | dict(zip(names, row, strict=False)) for row in rows] or [empty])


def _heading(source: Source) -> tuple[Dialect, list[str], bytes | None]:
    """How the file is written, the names of its columns, and the bytes of its heading unless it has none."""
    head = Head(source.path, source.shown)
    refuse_blank(head)
    dialect = dialect_of(head)
    first = next(rows_of(source.path, dialect), None)
    if first is None or isinstance(first.cells, BadLine):
        return dialect, ["1"], None
    rows = list(islice(_cells(source, dialect, skip=True), SAMPLED))
    names, named = names_of(first.cells, rows)
    return dialect, names, first.raw if named else None


def _cells(source: Source, dialect: Dialect, *, skip: bool) -> Iterator[list[str]]:
    rows = rows_of(source.path, dialect)
    for row in islice(rows, 1 if skip else 0, None):
        if not isinstance(row.cells, BadLine):
            yield row.cells


CSV = Format(
    "csv",
    N_("CSV or TSV with a text column"),
    (".csv", ".tsv", ".tab"),
    N_("every mark and link"),
    arrivals=arrivals,
    columns=columns,
    kept_as=".csv",
)
