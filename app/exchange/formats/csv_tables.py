"""Tables for a spreadsheet: entities, quotes (speaker, cue, words) and claims, a row each; only written.

UTF-8 with a byte order mark, without which Excel reads the old code page of the system. A cell that a spreadsheet would
take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from typing import Any

from app.domain.codebook import CLAIM, CUE, ENTITY, QUOTE
from app.domain.errors import N_
from app.exchange.format import Format
from app.exchange.page import Page
from app.exchange.sheet import Mark, Sheet
from app.exchange.sheets_out import Leaving, sheets
from app.exchange.sinks import Sink, many_files
from app.exchange.tables import guarded
from app.exchange.writing import Writing

KEY = "csv"
RELATION = N_("relation of the project's own")
CUES = N_("cue that no quote has")
UNDER = N_("detail of a mark that the tables have no column for")

Row = dict[str, Any]

_PLACE = ("ref", "layer", "id", "start", "end", "fragments", "label", "text")
_WHO = ("origin", "confidence", "made_by", "made_at", "changed_by", "changed_at", "note")
COLUMNS = {
    ENTITY: (
        *_PLACE,
        "subtype",
        "mention",
        "normalized",
        "metonymic",
        "uncertain",
        "entity_id",
        "entity",
        "kb_id",
        *_WHO,
    ),
    QUOTE: (
        *_PLACE,
        *("inner", "medium", "polarity", "realization", "speaker", "speaker_ids", "speaker_entities"),
        *("cue", "cue_ids", "addressee", "addressee_ids", "nested_in", "same_utterance", *_WHO),
    ),
    CLAIM: (
        *_PLACE,
        *("normalized_claim", "claimer_kind", "claimer", "claimer_ids", "claimer_entities", "object", "object_ids"),
        *("quote_ids", "same_claim", "contradicts", "topic", "modality", "factuality", "verifiable", "checkworthy"),
        *("stance", "verdict", "verdict_date", "verdict_by", "verdict_urls", *_WHO),
    ),
}
FILES = {ENTITY: "entities.csv", QUOTE: "quotes.csv", CLAIM: "claims.csv"}


def write(sink: Sink, pages: Iterable[Page], writing: Writing) -> None:
    with ExitStack() as stack:
        rows = {}
        for kind, name in FILES.items():
            text = io.TextIOWrapper(stack.enter_context(sink.file(name)), encoding="utf-8", newline="")
            stack.callback(text.detach)
            text.write("\ufeff")
            rows[kind] = csv.DictWriter(text, COLUMNS[kind], restval="")
            rows[kind].writeheader()
        for sheet, leaving in sheets(pages, writing, KEY):
            for kind, row in _rows(sheet, leaving):
                rows[kind].writerow({key: guarded(_cell(value)) for key, value in row.items()})


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _rows(sheet: Sheet, leaving: Leaving) -> Iterator[tuple[str, Row]]:
    """A row for each mark but cues, which stand in the rows of their quotes."""
    slots = _Slots(sheet)
    make: dict[str, Callable[[Mark, _Slots], Row]] = {ENTITY: _entity, QUOTE: _quote, CLAIM: _claim}
    for mark in sheet.marks:
        if mark.kind == CUE:
            if mark.id not in slots.cues:
                leaving.losses.add(CUES, mark.id)
            for key in leaving.said(mark):
                leaving.losses.add(UNDER, f"{mark.id}.{key}")
        else:
            who = {key: mark.rest[key] for key in _WHO}
            yield mark.kind, {**_placed(mark, sheet, leaving), **make[mark.kind](mark, slots), **who}
    for tie in sheet.ties:
        if tie.id is not None:
            leaving.losses.add(RELATION, tie.id)
    for relation in sheet.others:
        leaving.losses.add(RELATION, relation["id"])


class _Slots:
    """Who fills which slot, as ids and as words."""

    def __init__(self, sheet: Sheet) -> None:
        self._marks = {mark.id: mark for mark in sheet.marks}
        self._register = {entry["entity_id"]: entry for entry in sheet.head["register"]}
        self._ends: dict[tuple[str, str], list[str]] = {}
        for tie in sheet.ties:
            if tie.id is None:
                self._ends.setdefault((tie.source, tie.role), []).append(tie.target)
        self.cues = {end for (_, role), ends in self._ends.items() if role == "cue" for end in ends}

    def ids(self, mark: Mark, role: str, entries: str = "") -> list[str]:
        of_register: list[str] = mark.rest.get(entries, [])
        return self._ends.get((mark.id, role), []) + of_register

    def words(self, mark: Mark, role: str, entries: str = "") -> list[str]:
        """The words of the marks in a slot, and the names of the register entries in it."""
        ids = self.ids(mark, role, entries)
        return [self._marks[each].exact if each in self._marks else self.name(each) or each for each in ids]

    def name(self, entry: str | None) -> str | None:
        return self._register[entry]["name"] if entry in self._register else None

    def kb_id(self, entry: str | None) -> str | None:
        return self._register[entry]["kb_id"] if entry in self._register else None

    def entries(self, mark: Mark, role: str) -> list[str]:
        """The names of the entries behind a slot: its own and those of its mentions."""
        behind = [self._marks[each].rest.get("entity_id") for each in self.ids(mark, role)]
        found = dict.fromkeys([*filter(None, behind), *mark.rest.get("entity_ids", [])])
        return [self.name(entry) or entry for entry in found]


def _placed(mark: Mark, sheet: Sheet, leaving: Leaving) -> Row:
    return {
        "ref": sheet.ref,
        "layer": sheet.head["layer"],
        "id": mark.id,
        "start": mark.start,
        "end": mark.end,
        "fragments": _spans(mark.fragments),
        "label": leaving.name(mark),
        "text": mark.exact,
    }


def _spans(pairs: list[list[int]]) -> str:
    return ";".join(f"{start}-{end}" for start, end in pairs)


def _entity(mark: Mark, slots: _Slots) -> Row:
    entry = mark.rest["entity_id"]
    plain = {key: mark.rest[key] for key in ("subtype", "mention", "normalized", "metonymic", "uncertain", "entity_id")}
    return {**plain, "entity": slots.name(entry), "kb_id": slots.kb_id(entry)}


def _quote(mark: Mark, slots: _Slots) -> Row:
    return {
        **{key: mark.rest[key] for key in ("medium", "polarity", "realization")},
        "inner": _spans(mark.rest["inner"]),
        "speaker": slots.words(mark, "speaker"),
        "speaker_ids": slots.ids(mark, "speaker"),
        "speaker_entities": slots.entries(mark, "speaker"),
        "cue": slots.words(mark, "cue"),
        "cue_ids": slots.ids(mark, "cue"),
        "addressee": slots.words(mark, "addressee", "addressee_ids"),
        "addressee_ids": slots.ids(mark, "addressee", "addressee_ids"),
        "nested_in": slots.ids(mark, "nested_in"),
        "same_utterance": slots.ids(mark, "same_utterance"),
    }


def _claim(mark: Mark, slots: _Slots) -> Row:
    verdict = mark.rest["verdict"]
    plain = (
        "normalized_claim",
        "claimer_kind",
        "topic",
        "modality",
        "factuality",
        "verifiable",
        "checkworthy",
        "stance",
    )
    return {
        **{key: mark.rest[key] for key in plain},
        "claimer": slots.words(mark, "claimer"),
        "claimer_ids": slots.ids(mark, "claimer"),
        "claimer_entities": slots.entries(mark, "claimer"),
        "object": slots.words(mark, "object", "object_ids"),
        "object_ids": slots.ids(mark, "object", "object_ids"),
        **{name: slots.ids(mark, role) for role, name in _LINKS.items()},
        "verdict": verdict["value"],
        "verdict_date": verdict["date"],
        "verdict_by": verdict["by"],
        "verdict_urls": verdict["evidence_urls"],
    }


_PLAIN = ("normalized_claim", "claimer_kind", "topic", "modality", "factuality", "verifiable", "checkworthy", "stance")
_LINKS = {"expressed_in": "quote_ids", "same_claim": "same_claim", "contradicts": "contradicts"}

CSV_TABLES = Format(
    "csv-tables",
    N_("CSV tables of entities, quotes and claims (a folder, or .zip)"),
    (),
    N_("cues that no quote has, relations of the project's own, and the text between marks"),
    write=write,
    sink=many_files,
)
