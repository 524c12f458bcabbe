"""JSON Lines of any shape: one article a line, its text in one of the fields, however deep."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from app.domain.errors import N_
from app.exchange.errors import BadLine
from app.exchange.fields import article_of_fields
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.formats.tawsim import TAWSIM
from app.exchange.json_lines import parsed
from app.exchange.line_arrivals import line_arrivals
from app.exchange.picking import Column, Picker, columns_of
from app.exchange.tawsim_in import is_tawsim

SAMPLED = 100  # records that a guess at the fields goes by


def looks_like(head: Head) -> bool:
    return bool(head.records)


def arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    picker = Picker(reading.fields, {column.part: column.name for column in columns(source) if column.part})

    def arrive(number: int, raw: bytes) -> Arrival:
        article, named = article_of_fields(picker.told(record_of(raw)), f"{source.stem}-{number}")
        return Arrival(article, number, raw, named)

    return line_arrivals(source, arrive)


def columns(source: Source) -> list[Column]:
    """The fields of the first records by their dotted paths."""
    return columns_of(islice(Head(source.path, source.shown).some_records(), SAMPLED))


def record_of(raw: bytes) -> Any:
    """One parsed line. ``BadLine`` for gold data, whose marks would be lost."""
    record = parsed(raw)
    refuse_gold(record)
    return record


def refuse_gold(record: object) -> None:
    if is_tawsim(record):
        raise BadLine(N_("The line is gold data with marks: import it with the format {name}."), name=TAWSIM.name)


JSONL = Format(
    "jsonl",
    N_("JSON Lines with a text field"),
    (".jsonl", ".ndjson", ".json"),
    N_("every mark and link"),
    looks_like=looks_like,
    arrivals=arrivals,
    columns=columns,
)
