"""Which field of a Label Studio task holds the text: it is called whatever the labelling set-up calls it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Any

from app.exchange.format import Source
from app.exchange.json_lines import parsed
from app.exchange.json_list import elements
from app.exchange.line_arrivals import LONGEST_LINE
from app.exchange.picking import TEXT, TEXT_FIELDS, Column, columns_of
from app.exchange.rows import SAMPLED
from app.exchange.told_lists import objects

Record = dict[str, Any]


def text_field(data: Record, annotations: Sequence[Record]) -> dict[str, str]:
    """The field of the text where none is plainly called so: the one that has the words of the regions in it, else the
    longest."""
    if any(name in data for name in TEXT_FIELDS):
        return {}
    values = [region.get("value") for each in annotations for region in objects(each.get("result"))]
    words = {each["text"] for each in values if isinstance(each, dict) and isinstance(each.get("text"), str)}
    texts = {name: said for name, said in data.items() if isinstance(said, str)}
    best = max(texts, key=lambda name: (sum(each in texts[name] for each in words), len(texts[name])), default=None)
    return {} if best is None else {TEXT: best}


def columns(source: Source) -> list[Column]:
    """The fields of the first tasks' data."""
    records: list[Record] = []
    guess: dict[str, str] = {}
    with source.path.open("rb") as file:
        for each in islice(elements(file, LONGEST_LINE), SAMPLED):
            task = parsed(each.raw) if each.stretch is None else None
            if isinstance(task, dict) and isinstance(task.get("data"), dict):
                records.append(task["data"])
                guess = guess or text_field(task["data"], objects(task.get("annotations")))
    return columns_of(records, guess)
