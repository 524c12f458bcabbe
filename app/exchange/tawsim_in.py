"""A line of ``tawsim/1`` as a page, or one sentence on why it cannot be one. Nothing is repaired."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from app.domain.article import Article, Meta, Zone, checksum, main_direction
from app.domain.codebook import Codebook
from app.domain.errors import N_
from app.domain.ids import new_id
from app.domain.span import Span
from app.exchange.allowed import Allowed
from app.exchange.errors import BadLine
from app.exchange.json_lines import parsed
from app.exchange.page import Page
from app.exchange.shape import WrongShape
from app.exchange.tawsim_marks import Building
from app.exchange.tawsim_shape import LINE, OFFSET_UNIT, SCHEMA


class LineReader:
    """Reads the lines of a dataset for a project with ``codebook``.

    ``made_with`` gathers name and version of the codebooks that the lines say they were made with.
    """

    def __init__(self, codebook: Codebook, made_with: set[tuple[str, int]] | None = None) -> None:
        self.made_with: set[tuple[str, int]] = set() if made_with is None else made_with
        self._allowed = Allowed(codebook)

    def page(self, line: str | bytes | dict[str, Any], layer: str | None = None) -> Page:
        """The page of one line; ``layer`` takes the place of the layer that the line names.

        ``BadLine`` says what is wrong and where: the JSON, a key, the checksum, a fragment, a label, an id that
        nothing in the line has. The article gets an id of its own, everything else keeps the line's.
        """
        record = line if isinstance(line, dict) else parsed(line)
        try:
            LINE.check(record)
        except WrongShape as wrong:
            raise wrong.bad_line() from None
        _check_head(record)
        self.made_with.add((record["codebook"]["name"], record["codebook"]["version"]))
        return Building(self._allowed, record, _article(record), layer or record["layer"]).page()


_ARRAYS_OF_A_LINE = {"offset_unit", "entities", "quotes", "claims"}


def is_tawsim(record: object) -> bool:
    """Whether a parsed line says that it is one of this format, in whatever version, or has lost only the word for it:
    it must not be taken for an article without marks."""
    if not isinstance(record, dict):
        return False
    return str(record.get("schema", "")).startswith("tawsim/") or record.keys() >= _ARRAYS_OF_A_LINE


def _check_head(record: Mapping[str, Any]) -> None:
    if record["schema"] != SCHEMA:
        raise BadLine(
            N_("The line is of the format {found}; this version of Tawsim reads {known}."),
            found=record["schema"],
            known=SCHEMA,
        )
    if record["offset_unit"] != OFFSET_UNIT:
        raise BadLine(
            N_("The offsets are in the unit {found}; they must be in the unit {known}."),
            found=record["offset_unit"],
            known=OFFSET_UNIT,
        )
    for key in ("doc_id", "layer", "text"):
        if not record[key].strip():
            raise BadLine(N_("{key} is empty."), key=key)
    if "\0" in record["text"]:
        raise BadLine(N_("The text holds a NUL character: it is no text."))
    if not _is_object(record["meta"]["extra"]):
        raise BadLine(N_("meta.extra must be the text of a JSON object, such as {example}."), example='"{}"')


def _article(record: Mapping[str, Any]) -> Article:
    text, meta = record["text"], record["meta"]
    found = checksum(text)
    if found != record["sha256"]:
        raise BadLine(
            N_("The text was changed after the offsets were counted: its sha256 is {found}, the line says {said}."),
            found=found,
            said=record["sha256"],
        )
    return Article(
        id=new_id(),
        ref=record["doc_id"],
        text=text,
        sha256=found,
        title=meta["title"],
        lang=record["lang"],
        direction=main_direction(text),
        meta=Meta(meta["source"], meta["url"], meta["published"], meta["extra"]),
        zones=tuple(_zone(zone, len(text)) for zone in record["zones"]),
    )


def _zone(zone: Mapping[str, Any], length: int) -> Zone:
    name, start, end = zone["zone"], zone["start"], zone["end"]
    if not 0 <= start < end <= length:
        raise BadLine(
            N_("The zone {zone} {start}-{end} lies outside the text of {length} characters or is empty."),
            zone=name,
            start=start,
            end=end,
            length=length,
        )
    return Zone(name, Span(start, end))


def _is_object(source: str) -> bool:
    if source == "{}":
        return True
    try:
        return isinstance(orjson.loads(source), dict)
    except orjson.JSONDecodeError:
        return False
