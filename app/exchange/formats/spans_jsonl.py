"""JSON Lines of texts with spans, whatever their keys are called: only read. Offsets are code points, ends exclusive.

Such is the shape of many published corpora: a list of objects with a start, an end and a label, and mostly the words,
by which the offsets are verified.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from app.domain.errors import N_
from app.exchange.draft import Draft
from app.exchange.drafting import Drafting
from app.exchange.errors import BadLine
from app.exchange.fields import article_of_fields
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.json_lines import parsed
from app.exchange.line_arrivals import line_arrivals
from app.exchange.picking import Column, Picker, columns_of
from app.exchange.raw_text import RawText
from app.exchange.rows import SAMPLED, said_guess

_LISTS = ("spans", "labels", "label", "entities", "annotations", "ner", "mentions")
_EDGES = (
    ("start", "end"),
    ("start_offset", "end_offset"),
    ("begin", "end"),
    ("start_char", "end_char"),
    ("from", "to"),
)
_NAMES = ("label", "labels", "tag", "type", "technique", "class", "category", "entity", "entity_type", "kind")
_WORDS = ("text", "surface", "words", "word", "mention", "value")

_NO_SPAN = N_("{where} is no span: it needs a start, an end and a label.")


def looks_like(head: Head) -> bool:
    return any(_list_of(record) is not None for record in head.records)


def _list_of(record: Mapping[str, Any]) -> str | None:
    """The key of the first list of spans that is not empty."""
    return next((key for key in _LISTS if isinstance(record.get(key), list) and any(map(_edges, record[key]))), None)


def _edges(span: object) -> tuple[int, int] | None:
    if not isinstance(span, dict):
        return None
    pairs = ((span.get(start), span.get(end)) for start, end in _EDGES)
    return next(((start, end) for start, end in pairs if type(start) is int and type(end) is int), None)


def arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    drafting = Drafting(reading, "spans", "spans")
    key = next(filter(None, map(_list_of, Head(source.path, source.shown).some_records())), None)
    guess = {column.part: column.name for column in columns(source) if column.part}
    picker = Picker(reading.fields, guess)
    notes = said_guess(guess, dict(reading.fields))

    def arrival(number: int, raw: bytes) -> Arrival:
        found = _arrival(drafting, picker, source, key, number, raw)
        return replace(found, notes=notes) if number == 1 else found

    return line_arrivals(source, arrival)


def columns(source: Source) -> list[Column]:
    """The fields of the first records by their dotted paths, without the spans."""
    records = islice(Head(source.path, source.shown).some_records(), SAMPLED)
    return columns_of({name: value for name, value in each.items() if name != _list_of(each)} for each in records)


def _arrival(drafting: Drafting, picker: Picker, source: Source, key: str | None, number: int, line: bytes) -> Arrival:
    record = parsed(line)
    rest = {name: value for name, value in record.items() if name != key} if isinstance(record, dict) else record
    told = picker.told(rest)
    article, named = article_of_fields(told, f"{source.stem}-{number}")
    if key is None or not isinstance(record.get(key), list):
        return Arrival(article, number, line, named)
    draft, raw = Draft(drafting, article), RawText(told.text)
    for at, span in enumerate(record[key]):
        edges = _edges(span)
        name = next((span[name] for name in _NAMES if isinstance(span.get(name), str)), None) if edges else None
        if edges is None or name is None:
            draft.refuse(BadLine(_NO_SPAN, where=f"{key}[{at}]"), number)
            continue
        words = next((span[each] for each in _WORDS if isinstance(span.get(each), str)), None)
        draft.mark(
            name,
            [[raw.at(edges[0]), raw.at(edges[1])]],
            exact=None if words is None else raw.said(words),
            line=number,
        )
    return Arrival(draft.page(), number, line, refused=tuple(draft.refused))


SPANS = Format(
    "spans",
    N_("JSON Lines of texts with spans"),
    (".jsonl", ".ndjson"),
    N_("links and attributes"),
    looks_like=looks_like,
    arrivals=arrivals,
    columns=columns,
)
