"""``tawsim/1`` JSON Lines: the gold dataset, with every mark. Holds everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from app.domain.codebook import ENTITY, QUOTE
from app.domain.errors import N_
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.json_lines import written
from app.exchange.line_arrivals import line_arrivals
from app.exchange.naming import Naming, own_name
from app.exchange.page import Page
from app.exchange.sinks import Sink
from app.exchange.tawsim_in import LineReader, is_tawsim
from app.exchange.tawsim_out import LineWriter
from app.exchange.writing import Writing


def looks_like(head: Head) -> bool:
    """By the first of its lines that is a JSON object."""
    return is_tawsim(next(iter(head.records), None))


def arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    reader = LineReader(reading.codebook, reading.made_with)
    return line_arrivals(source, lambda number, raw: Arrival(reader.page(raw, reading.layer), number, raw))


def write(sink: Sink, pages: Iterable[Page], writing: Writing) -> None:
    names = writing.naming("tawsim")
    writer = LineWriter(writing.codebook, writing.include_states, writing.losses)
    with sink.file() as file:
        for page in pages:
            record = writer.record(writing.wanted(page, names))
            if writing.renames:
                _rename(record, names)
            file.write((written(record) + "\n").encode())
            writing.lines += 1
    writing.marks = writer.marks


def _rename(record: dict[str, Any], names: Naming) -> None:
    for each in record["entities"]:
        each["label"] = names.name(ENTITY, each["label"])
    for each in record["quotes"]:
        name = names.name(QUOTE, each["type"])
        each["type"] = each["type"] if name == own_name(QUOTE, each["type"]) else name


TAWSIM = Format(
    "tawsim",
    N_("Tawsim gold data (tawsim/1 JSON Lines)"),
    (".jsonl", ".ndjson"),
    looks_like=looks_like,
    arrivals=arrivals,
    write=write,
    written_as=(".jsonl", ".ndjson"),
)
