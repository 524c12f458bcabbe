"""``tawsim/1`` JSON Lines: the gold dataset, with every mark. Holds everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.errors import N_
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.line_arrivals import line_arrivals
from app.exchange.page import Page
from app.exchange.records_out import records
from app.exchange.sinks import Sink
from app.exchange.tawsim_in import LineReader, is_tawsim
from app.exchange.tawsim_lines import line_bytes
from app.exchange.writing import Writing


def looks_like(head: Head) -> bool:
    """By the first of its lines that is a JSON object."""
    return is_tawsim(next(iter(head.records), None))


def arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    reader = LineReader(reading.codebook, reading.made_with)
    return line_arrivals(source, lambda number, raw: Arrival(reader.page(raw, reading.layer), number, raw))


def write(sink: Sink, pages: Iterable[Page], writing: Writing) -> None:
    with sink.file() as file:
        for record in records(pages, writing, "tawsim"):
            file.write(line_bytes(record) + b"\n")


TAWSIM = Format(
    "tawsim",
    N_("Tawsim gold data (tawsim/1 JSON Lines)"),
    (".jsonl", ".ndjson"),
    looks_like=looks_like,
    arrivals=arrivals,
    write=write,
    written_as=(".jsonl", ".ndjson"),
)
