"""A file that is one JSON value: a list of records, or an object that is a record or holds a list of them somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

import orjson

from app.domain.errors import N_, TawsimError
from app.exchange.errors import BadLine, ExchangeError, NotText
from app.exchange.fields import article_of_fields
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.formats.jsonl import JSONL, SAMPLED, record_of, refuse_gold
from app.exchange.json_lines import parsed, refuse_other, unreadable
from app.exchange.json_list import Element, elements
from app.exchange.line_arrivals import LONGEST_LINE, too_long
from app.exchange.picking import TEXT, TEXT_FIELDS, Column, Picker, columns_of, flat, guessed
from app.exchange.shape import said
from app.exchange.text_fields import bytes_of_file

_LARGEST_OBJECT = 64 << 20
_DEPTH = 5
_BROKEN_OFF = N_("The list breaks off here: the file was not copied whole, or a bracket is missing.")
_LINE_BREAKS = bytes.maketrans(b"\r\n", b"  ")


def looks_like(head: Head) -> bool:
    """A list of values, or an object that is not over with its line."""
    text = head.text
    if text.startswith(b"["):
        return text[1:].lstrip()[:1] in (b"{", b"[", b"]")
    if not text.startswith(b"{"):
        return False
    first, _, more = text.partition(b"\n")
    if head.records and (more.strip() or _is_record(head.records[0])):
        return not _parses(first) and head.whole and _parses(text)
    return _parses(text) if head.whole else _goes_on(first, more, head.suffix)


def _goes_on(first: bytes, more: bytes, suffix: str) -> bool:
    """Whether an object that is not over with the head goes on in other lines, or is one line for all."""
    return first.rstrip()[-1:] in b"{[," if more else suffix not in JSONL.suffixes[:2]


def arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    guess = {column.part: column.name for column in columns(source) if column.part}
    picker = Picker(reading.fields, guess)
    for number, (record, arrival) in enumerate(_records(source), 1):
        if record is None:
            yield from filter(None, [arrival])
            continue
        raw = orjson.dumps(record) if isinstance(record, dict) else record
        try:
            value = record if isinstance(record, dict) else record_of(raw)
            article, named = article_of_fields(picker.told(value), f"{source.stem}-{number}")
            yield Arrival(article, number, raw, named)
        except TawsimError as error:
            yield Arrival(error, number, raw.translate(_LINE_BREAKS))


def columns(source: Source) -> list[Column]:
    """The fields of the first records by their dotted paths."""
    found = []
    for record, _ in islice(_records(source), SAMPLED):
        try:
            value = parsed(record) if isinstance(record, bytes) else record
        except ExchangeError:
            continue
        if isinstance(value, dict):
            found.append(value)
    return columns_of(found)


_Found = tuple[bytes | dict[str, Any] | None, Arrival | None]


def _records(source: Source) -> Iterator[_Found]:
    """Records, as bytes or parsed, or arrivals that are errors."""
    head = Head(source.path, source.shown)
    refuse_other(head.start)
    if head.text.startswith(b"["):
        yield from _of_list(source)
    else:
        yield from ((record, None) for record in _of_object(source))


def _of_list(source: Source) -> Iterator[_Found]:
    try:
        with source.path.open("rb") as file:
            for number, element in enumerate(elements(file, LONGEST_LINE), 1):
                yield _of_element(number, element)
    except OSError as error:
        raise unreadable(source.shown, error) from error


def _of_element(number: int, element: Element) -> _Found:
    if not element.whole:
        return None, Arrival(BadLine(_BROKEN_OFF), number, element.raw.translate(_LINE_BREAKS), stretch=element.stretch)
    if element.stretch is not None:
        return None, Arrival(too_long(element.stretch[1]), number, stretch=element.stretch)
    return element.raw, None


def _of_object(source: Source) -> Iterable[dict[str, Any]]:
    """The records of an object: itself, or the largest list (or table by id) of records with texts that it holds."""
    try:
        content = bytes_of_file(source.path, _LARGEST_OBJECT)
    except NotText:
        raise NotText(
            N_("It is one JSON object of more than {most} million bytes: save its records as JSON Lines."),
            most=_LARGEST_OBJECT >> 20,
        ) from None
    try:
        value = parsed(content)
    except BadLine as error:
        raise NotText(N_("It is no whole JSON file. {reason}"), reason=error) from error
    refuse_gold(value)
    if not isinstance(value, dict):
        raise NotText(N_("It holds no record with a text, only {found}."), found=said(value))
    if _is_record(value):
        return [value]
    return max(_tables(value, _DEPTH), key=len, default=[value])


def _tables(value: Mapping[str, Any], depth: int) -> Iterator[list[dict[str, Any]]]:
    for inner in value.values():
        if isinstance(inner, list):
            records = [each for each in inner if isinstance(each, dict)]
        elif isinstance(inner, dict) and depth:
            yield from _tables(inner, depth - 1)
            continue
        else:
            continue
        if records and _has_texts(records):
            yield records
    if len(value) > 1 and all(isinstance(inner, dict) for inner in value.values()):
        records = [{"id": name, **inner} for name, inner in value.items()]
        if _has_texts(records):
            yield records


def _has_texts(records: list[dict[str, Any]]) -> bool:
    return any(column.part == TEXT for column in columns_of(records[:10]))


def _is_record(value: Mapping[str, Any]) -> bool:
    """Whether it has a text itself, and not only somewhere within a list."""
    if any(isinstance(value.get(field), str) for field in TEXT_FIELDS):
        return True
    cells = {path: [each] for path, each in flat(value) if isinstance(each, str)}
    return TEXT in guessed(cells) and not any(True for _ in _tables(value, _DEPTH))


def _parses(content: bytes) -> bool:
    try:
        parsed(content)
    except ExchangeError:
        return False
    return True


JSON = Format(
    "json",
    N_("JSON: a list of records, or an object that holds one"),
    (".json",),
    N_("every mark and link"),
    looks_like=looks_like,
    arrivals=arrivals,
    columns=columns,
)
