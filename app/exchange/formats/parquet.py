"""Parquet: the dataset as one table with a declared schema. Other tables are articles when a column holds texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.errors import N_, TawsimError
from app.exchange.fields import article_of_fields
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.json_lines import written
from app.exchange.page import Page
from app.exchange.parquet_rows import Record, rows_into, rows_of
from app.exchange.picking import Picker
from app.exchange.records_out import records
from app.exchange.sinks import Sink
from app.exchange.tawsim_in import LineReader, is_tawsim
from app.exchange.writing import Writing

_MAGIC = b"PAR1"


def looks_like(head: Head) -> bool:
    return head.start.startswith(_MAGIC)


def arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    """A row is rejected as the line of JSON that it would be."""
    reader, picker = LineReader(reading.codebook, reading.made_with), Picker(reading.fields)
    for number, row in enumerate(rows_of(source.path, source.shown), start=1):
        raw = (written(row) + "\n").encode()
        try:
            if is_tawsim(row):
                yield Arrival(reader.page(row, reading.layer), number, raw)
            else:
                yield _article(picker, row, f"{source.stem}-{number}", number, raw)
        except TawsimError as error:
            yield Arrival(error, number, raw)


def _article(picker: Picker, row: Record, otherwise: str, number: int, raw: bytes) -> Arrival:
    article, named = article_of_fields(picker.told(row), otherwise)
    return Arrival(article, number, raw, named)


def write(sink: Sink, pages: Iterable[Page], writing: Writing) -> None:
    with sink.file() as file, rows_into(file, writing.losses) as rows:
        for record in records(pages, writing, "parquet"):
            rows.add(record)


PARQUET = Format(
    "parquet",
    N_("Parquet (the dataset as a table)"),
    (".parquet",),
    looks_like=looks_like,
    arrivals=arrivals,
    write=write,
    written_as=(".parquet",),
    companions=(".jsonl",),  # a Hugging Face folder of ours holds the same articles in both
)
