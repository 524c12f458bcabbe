"""JSON Lines of any shape: one article a line, its text in one of the fields."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.errors import N_, TawsimError
from app.exchange.errors import BadLine
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.formats.tawsim import TAWSIM
from app.exchange.json_lines import lines_of, parsed
from app.exchange.tawsim_in import is_tawsim
from app.exchange.text_fields import article_of_record


def looks_like(head: Head) -> bool:
    return bool(head.records)


def arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    for number, raw in lines_of(source.path):
        try:
            yield _arrival(source, number, raw, reading)
        except TawsimError as error:
            yield Arrival(error, number, raw)


def _arrival(source: Source, number: int, raw: bytes, reading: Reading) -> Arrival:
    record = parsed(raw)
    if is_tawsim(record):
        raise BadLine(
            N_("The line is gold data with marks: import it with the format {name}."),
            name=TAWSIM.name,
        )
    article, named = article_of_record(record, reading.fields.get("text"), f"{source.stem}-{number}")
    return Arrival(article, number, raw, named)


JSONL = Format(
    "jsonl",
    N_("JSON Lines with a text field"),
    (".jsonl", ".ndjson", ".json"),
    N_("every mark and link"),
    looks_like=looks_like,
    arrivals=arrivals,
)
