"""There and back: pages written as a file of some format, and what is read from it again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from app.domain.codebook import Codebook
from app.exchange.format import Arrival, Format, Reading, Source
from app.exchange.page import Page
from app.exchange.sinks import nowhere
from app.exchange.tawsim_out import LineWriter
from app.exchange.writing import Writing
from tests.exchange import inventing

ARRAYS = ("entities", "cues", "quotes", "claims")
LISTS = ("cue_ids", "addressee_ids", "same_utterance", "object_ids", "quote_ids", "same_claim", "contradicts")


def write(form: Format, out: Path, pages: Iterable[Page], **wanted: Any) -> Writing:
    """Write pages, and make sure that the dry pass tells the same losses."""
    pages = list(pages)
    codebook = pages[0].codebook if pages else inventing.CODEBOOK
    dry, wet = Writing(codebook, **wanted), Writing(codebook, **wanted)
    with nowhere(out) as sink:
        form.write(sink, iter(pages), dry)
    with form.sink(out) as sink:
        form.write(sink, iter(pages), wet)
    assert dry == wet
    return wet


def read(form: Format, path: Path, codebook: Codebook = inventing.CODEBOOK, **how: Any) -> list[Arrival]:
    return list(form.arrivals(Source.of(path), Reading(codebook, **how)))


def record_of(page: Page) -> dict[str, Any]:
    return LineWriter(page.codebook).record(page)


def marks_of(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [mark for array in ARRAYS for mark in record[array]]


def in_order(record: dict[str, Any]) -> dict[str, Any]:
    """The record with its arrays in the dataset's order, after marks of it were changed."""

    def order(mark: dict[str, Any]) -> tuple[Any, ...]:
        length = sum(end - start for start, end in mark["fragments"])
        return (mark["fragments"][0][0], -length, mark.get("label", mark.get("type", "")), mark["id"])

    for array in ARRAYS:
        record[array].sort(key=order)
    rank = {mark["id"]: order(mark) for mark in marks_of(record)}
    for mark in marks_of(record):
        for key, value in mark.items():
            if key in (
                "cue_ids",
                "addressee_ids",
                "same_utterance",
                "object_ids",
                "quote_ids",
                "same_claim",
                "contradicts",
            ):
                value.sort(key=lambda name: (name not in rank, rank.get(name, ()), name))
        for key in ("speaker", "claimer"):
            if key in mark:
                mark[key]["mention_ids"].sort(key=rank.__getitem__)
    return record


def without_gaps(record: dict[str, Any], lost: Iterable[str]) -> dict[str, Any]:
    """The record with the lost gaps of its marks filled."""
    lost = set(lost)
    for mark in marks_of(record):
        if mark["id"] in lost:
            start, end = mark["fragments"][0][0], mark["fragments"][-1][1]
            mark["fragments"], mark["text"] = [[start, end]], record["text"][start:end]
    return in_order(record)
