"""``tawsim/1`` JSON Lines: the gold dataset, with every mark. Holds everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from app.domain.errors import N_, TawsimError
from app.exchange.atomic import whole_file
from app.exchange.format import Arrival, Format, Head, Reading, Source, Writing
from app.exchange.json_lines import lines_of
from app.exchange.page import Page
from app.exchange.tawsim_in import LineReader, is_tawsim
from app.exchange.tawsim_out import LineWriter


def looks_like(head: Head) -> bool:
    """By the first of its lines that is a JSON object."""
    return is_tawsim(next(iter(head.records), None))


def arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    reader = LineReader(reading.codebook, reading.made_with)
    for number, raw in lines_of(source.path):
        try:
            yield Arrival(reader.page(raw, reading.layer), number, raw)
        except TawsimError as error:
            yield Arrival(error, number, raw)


def write(path: Path, pages: Iterable[Page], writing: Writing) -> None:
    writer = LineWriter(writing.codebook, writing.include_states, writing.losses)
    with whole_file(path) as file:
        for page in pages:
            file.write((writer.line(page) + "\n").encode())
            writing.lines += 1
    writing.marks, writing.left_out = writer.marks, writer.left_out


TAWSIM = Format(
    "tawsim",
    N_("Tawsim gold data (tawsim/1 JSON Lines)"),
    (".jsonl", ".ndjson"),
    looks_like=looks_like,
    arrivals=arrivals,
    writer=write,
)
