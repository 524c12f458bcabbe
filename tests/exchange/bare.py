"""A record without what a format has announced as lost, so that two records can be compared in what is left."""

from __future__ import annotations

from typing import Any

from app.domain.span import fragments_of
from app.domain.text.quotation import inner_of
from app.exchange.sheet import Mark, sheet_of
from app.exchange.sheets_out import ATTRIBUTE, ENTRY, INNER, PROVENANCE, TIE
from app.exchange.tawsim_shape import PROVENANCE as KEYS
from app.exchange.tawsim_shape import unsaid
from tests.exchange import inventing

Lost = dict[str, list[str]]


def bare(record: dict[str, Any], lost: Lost | None = None) -> Any:
    """Marks by place, label and attributes, and links by the places of their ends; not by ids, nor by who made them.

    What ``lost`` names is taken out, and nothing else: an attribute goes back to what silence means.
    """
    lost = lost or {}
    sheet = sheet_of(record)
    if PROVENANCE in lost:
        ids = {each.id for each in sheet.marks} | {each.id for each in sheet.ties if each.id}
        assert set(lost[PROVENANCE]) == ids
    marks = {each.id: _mark(each, sheet.text, lost) for each in sheet.marks}
    gone = set(lost.get(TIE, ()))
    ties = [
        (marks[tie.source], tie.role, marks[tie.target])
        for tie in sheet.ties
        if (tie.id or f"{tie.source}.{tie.role}={tie.target}") not in gone
    ]
    others = [each for each in sheet.others if each["id"] not in lost.get(ENTRY, ())]
    head = {key: value for key, value in sheet.head.items() if key not in ("register", "annotators")}
    return head, sorted(marks.values(), key=repr), sorted(ties, key=repr), others


def _mark(each: Mark, text: str, lost: Lost) -> str:
    silent = unsaid(inventing.CODEBOOK, each.kind, each.label)
    said = {key: value for key, value in each.rest.items() if key not in KEYS}
    for name in lost.get(ATTRIBUTE, ()):
        mark, _, key = name.rpartition(".")
        if mark == each.id:
            said[key] = silent[key]
    for name in lost.get(ENTRY, ()):
        slot, _, entry = name.partition("=")
        mark, _, key = slot.rpartition(".")
        if mark == each.id:
            said[key] = None if said[key] == entry else [one for one in said[key] if one != entry]
    if each.id in lost.get(INNER, ()):
        said["inner"] = [[span.start, span.end] for span in inner_of(text, fragments_of(each.fragments))]
    return repr((each.kind, each.label, each.fragments, each.exact, sorted(said.items())))
