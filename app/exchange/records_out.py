"""Pages on their way out as records of ``tawsim/1``: what is wanted of each, under the names that were asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from app.domain.codebook import ENTITY, QUOTE
from app.exchange.naming import Naming, own_name
from app.exchange.page import Page
from app.exchange.tawsim_out import LineWriter
from app.exchange.writing import Writing

Record = dict[str, Any]


def records(pages: Iterable[Page], writing: Writing, key: str) -> Iterator[Record]:
    """The record of each page. ``key`` is what the codebook calls the format under ``exports``."""
    names = writing.naming(key)
    lines = LineWriter(writing.codebook, writing.include_states, writing.losses)
    for page in pages:
        record = lines.record(writing.wanted(page, names))
        if writing.renames:
            _rename(record, names)
        writing.lines += 1
        writing.marks = lines.marks
        yield record


def _rename(record: Record, names: Naming) -> None:
    for each in record["entities"]:
        each["label"] = names.name(ENTITY, each["label"])
    for each in record["quotes"]:
        name = names.name(QUOTE, each["type"])
        each["type"] = each["type"] if name == own_name(QUOTE, each["type"]) else name
