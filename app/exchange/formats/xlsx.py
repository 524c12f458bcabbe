"""Excel workbooks: one article a row of the first sheet and of all that name their text; formulas by their value."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

import orjson

from app.domain.errors import N_, TawsimError
from app.exchange.dates import of_moment
from app.exchange.errors import Note, NotText, reason_of
from app.exchange.fields import article_of_fields
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.picking import TEXT, Column, Picker, columns_of, guessed
from app.exchange.rows import SAMPLED, above_heading, names_of, record_of, said_guess, samples
from app.exchange.zips import names_in, opened, refuse_entities

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_WHAT = "XLSX"
_LEFT = N_("sheets that do not name a column for the text are left out: {names}")
_BREAKS_OFF = N_("The sheet {sheet} breaks off behind row {row}: {reason}.")

_Cells = Sequence[Any] | TawsimError


class _Sheet(NamedTuple):
    """A sheet with rows: the names of its columns, and how many rows that are not blank stand above its articles."""

    name: str
    names: list[str]
    above: int


def looks_like(head: Head) -> bool:
    return head.start.startswith(b"PK\3\4") and "xl/workbook.xml" in names_in(head.path)


def arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    book = _opened(source)
    try:
        first, others, left = _sheets(book, reading)
        notes = (Note(_LEFT, {"names": ", ".join(left)}),) if left else ()
        for sheet in (first, *others):
            stem = source.stem if sheet is first else f"{source.stem}-{sheet.name}"
            guess = guessed(samples(sheet.names, islice(_rows(book, sheet.name), sheet.above, None)))
            picker = Picker(reading.fields, guess, sheet.names)
            notes = (*said_guess(guess, dict(reading.fields)), *notes)
            for number, cells in _numbered(book, sheet.name, sheet.above):
                yield _arrival(stem, number, sheet.names, cells, picker, notes)
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
        sheet = _first(book)
        rows = islice(_rows(book, sheet.name), sheet.above, SAMPLED)
        empty = dict.fromkeys(sheet.names, "")
        return columns_of([empty | dict(zip(sheet.names, row, strict=False)) for row in rows] or [empty])
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


def _first(book: Workbook) -> _Sheet:
    """The first sheet that has rows."""
    for name in book.sheetnames:
        if found := _sheet(book, name):
            return found
    raise NotText(N_("There is no text in it."))


def _sheet(book: Workbook, name: str) -> _Sheet | None:
    """A sheet that has rows, with the names of its columns."""
    rows = list(islice(_rows(book, name), SAMPLED))
    if not rows:
        return None
    titles = above_heading(rows)
    names, has_heading = names_of(rows[titles], rows[titles + 1 :])
    return _Sheet(name, names, titles + 1 if has_heading else 0)


def _sheets(book: Workbook, reading: Reading) -> tuple[_Sheet, list[_Sheet], list[str]]:
    """The first sheet, the others that have its heading or name their own text, and the names of those that do not."""
    first = _first(book)
    wanted = reading.fields.get(TEXT)
    others, left = list[_Sheet](), list[str]()
    for name in book.sheetnames[book.sheetnames.index(first.name) + 1 :]:
        if sheet := _sheet(book, name):
            named = wanted in sheet.names if wanted else TEXT in guessed(dict.fromkeys(sheet.names, ()))
            if sheet.above and (sheet.names == first.names or named):
                others.append(sheet)
            else:
                left.append(name)
    return first, others, left


def _numbered(book: Workbook, name: str, above: int = 0) -> Iterator[tuple[int, _Cells]]:
    """The rows that are not blank behind so many, by their number in the sheet; at last the trouble with it, if it
    breaks off."""
    number = 0
    try:
        for number, cells in enumerate(_cells(book, name), 1):
            if any(cell not in (None, "") for cell in cells):
                if above <= 0:
                    yield number, cells
                above -= 1
    except Exception as error:  # as above
        yield number + 1, NotText(_BREAKS_OFF, sheet=name, row=number, reason=reason_of(error))


def _rows(book: Workbook, sheet: str) -> Iterator[Sequence[Any]]:
    return (cells for _, cells in _numbered(book, sheet) if not isinstance(cells, TawsimError))


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
