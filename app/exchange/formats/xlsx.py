"""Excel workbooks: one article a row of the first sheet and of all with the same heading; formulas by their value."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import islice
from typing import TYPE_CHECKING, Any

import orjson

from app.domain.errors import N_, TawsimError
from app.exchange.dates import of_moment
from app.exchange.errors import Note, NotText, reason_of
from app.exchange.fields import article_of_fields
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.picking import Column, Picker, columns_of, guessed
from app.exchange.rows import SAMPLED, names_of, record_of, said_guess, samples
from app.exchange.zips import names_in, opened, refuse_entities

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_WHAT = "XLSX"
_LEFT = N_("only sheets with the heading of the first are read; left out: {names}")
_BREAKS_OFF = N_("The sheet {sheet} breaks off behind row {row}: {reason}.")

_Cells = Sequence[Any] | TawsimError


def looks_like(head: Head) -> bool:
    return head.start.startswith(b"PK\3\4") and "xl/workbook.xml" in names_in(head.path)


def arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    book = _opened(source)
    try:
        names, has_heading, first = _heading(book)
        guess = guessed(samples(names, islice(_rows(book, first), int(has_heading), None)))
        picker = Picker(reading.fields, guess)
        sheets, left = _like(book, first, names, has_heading)
        notes = said_guess(guess, dict(reading.fields))
        notes += (Note(_LEFT, {"names": ", ".join(left)}),) if left else ()
        for sheet in sheets:
            stem = source.stem if sheet == first else f"{source.stem}-{sheet}"
            for number, cells in _numbered(book, sheet, has_heading):
                yield _arrival(stem, number, names, cells, picker, notes)
                notes = ()
    finally:
        book.close()


def _arrival(
    stem: str,
    number: int,
    names: list[str],
    cells: Sequence[Any] | TawsimError,
    picker: Picker,
    notes: tuple[Note, ...],
) -> Arrival:
    if isinstance(cells, TawsimError):
        return Arrival(cells, number, notes=notes)
    record: dict[str, Any] = {}
    try:
        record = record_of(names, cells)
        article, named = article_of_fields(picker.told(record), f"{stem}-{number}")
    except TawsimError as error:
        return Arrival(error, number, orjson.dumps(record), notes=notes)
    return Arrival(article, number, named=named, notes=notes, whole_file=1)


def columns(source: Source) -> list[Column]:
    """The columns of the first sheet by the names of its heading, else 1, 2, 3 ..."""
    book = _opened(source)
    try:
        names, has_heading, first = _heading(book)
        rows = islice(_rows(book, first), int(has_heading), SAMPLED)
        empty = dict.fromkeys(names, "")
        return columns_of([empty | dict(zip(names, row, strict=False)) for row in rows] or [empty])
    finally:
        book.close()


def _opened(source: Source) -> Workbook:
    with opened(source.path, _WHAT) as archive:
        refuse_entities(archive, _WHAT)
    import openpyxl  # noqa: PLC0415 - takes 0.2 s, for the rare file only

    warnings.filterwarnings("ignore", module="openpyxl")  # of looks and styles, which no article has
    try:
        return openpyxl.load_workbook(source.path, read_only=True, data_only=True)
    except Exception as error:  # whatever the library makes of damaged parts
        raise NotText(N_("The {what} file is damaged: {reason}."), what=_WHAT, reason=reason_of(error)) from error


def _heading(book: Workbook) -> tuple[list[str], bool, str]:
    """The names of the columns, whether a row names them, and the first sheet that has rows."""
    for sheet in book.sheetnames:
        rows = list(islice(_rows(book, sheet), SAMPLED))
        if rows:
            names, has_heading = names_of(rows[0], rows[1:])
            return names, has_heading, sheet
    raise NotText(N_("There is no text in it."))


def _like(book: Workbook, first: str, names: list[str], has_heading: bool) -> tuple[list[str], list[str]]:
    """The sheets with the same heading as the first, and those with rows that are otherwise."""
    alike, left = [first], list[str]()
    for sheet in book.sheetnames[book.sheetnames.index(first) + 1 :]:
        row = next(_rows(book, sheet), None)
        if row is not None:
            (alike if has_heading and names_of(row, [])[0] == names else left).append(sheet)
    return alike, left


def _numbered(book: Workbook, sheet: str, has_heading: bool) -> Iterator[tuple[int, _Cells]]:
    """The rows that are not blank, by their number in the sheet; at last the trouble with it, if it breaks off."""
    number, skip = 0, has_heading
    try:
        for number, cells in enumerate(_cells(book, sheet), 1):
            if any(cell not in (None, "") for cell in cells):
                if not skip:
                    yield number, cells
                skip = False
    except Exception as error:  # as above
        yield number + 1, NotText(_BREAKS_OFF, sheet=sheet, row=number, reason=reason_of(error))


def _rows(book: Workbook, sheet: str) -> Iterator[Sequence[Any]]:
    return (cells for _, cells in _numbered(book, sheet, has_heading=False) if not isinstance(cells, TawsimError))


def _cells(book: Workbook, sheet: str) -> Iterator[Sequence[Any]]:
    rows = getattr(book[sheet], "iter_rows", None)  # a sheet that is a chart has none
    return ([_cell(value) for value in row] for row in rows(values_only=True)) if rows else iter(())


def _cell(value: object) -> object:
    match value:
        case datetime():
            return of_moment(value)
        case date() | time():
            return value.isoformat()
        case float() if value.is_integer():
            return int(value)
        case str() | int() | float() | None:
            return value
    return str(value)


XLSX = Format(
    "xlsx",
    N_("Excel workbook with a text column"),
    (".xlsx", ".xlsm"),
    N_("every mark and link"),
    looks_like=looks_like,
    arrivals=arrivals,
    columns=columns,
)
