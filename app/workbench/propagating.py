"""Marking what was found elsewhere: one edit over all articles, and a last look whether nothing came between."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from app.domain.annotation import ACCEPTED, ENTRY_END, PROPAGATED, SUGGESTED, Annotation, Link, Record
from app.domain.edit import Edit, making
from app.domain.errors import N_
from app.domain.ids import new_id
from app.domain.rules import ENTITY_ROLE, default_attributes
from app.store import Stamp
from app.workbench.bench import Workbench
from app.workbench.everywhere import FREE, Occurrence, Wanted, standing
from app.workbench.making import changed
from app.workbench.marks import Marks

_NORMALIZED, _SUBTYPE = "normalized", "subtype"


def propagating(bench: Workbench, source: Annotation, chosen: Iterable[Occurrence]) -> Edit:
    """The edit that marks the chosen places as ``source`` is marked; a source that was only suggested is accepted.

    What is said of the name goes along: label, choices, subtype, register entry. What is said of one place does not:
    notes, doubts, metonymy. The occurrences were cut from texts that never change, so nothing is looked at again.
    """
    entries = [each.target for each in bench.marks.links_from(source.id, ENTITY_ROLE) if each.target.kind == ENTRY_END]
    stamp, said = bench.stamp(), _attributes(bench, source)
    named = bench.codebook.shown_kind(source.kind).attribute(_NORMALIZED) is not None
    marks = [_mark(stamp, source, each, said, named) for each in chosen]
    links = [
        Link(new_id(), mark.article, mark.layer, ENTITY_ROLE, mark.id, entry) for mark in marks for entry in entries
    ]
    made: list[Record] = [*marks, *links]
    edit = making(N_("Mark everywhere"), *made)
    if source.state == SUGGESTED:
        edit = replace(edit, changes=(*edit.changes, changed(bench, source, state=ACCEPTED)))
    return edit


def newest(bench: Workbench) -> int:
    """The number of the newest row of the journal, by which one sees whether another window wrote since."""
    rows = bench.store.journal(limit=1)
    return rows[0].seq if rows else 0


def seen_again(bench: Workbench, sought: Wanted, chosen: Sequence[Occurrence]) -> list[Occurrence]:
    """The chosen occurrences as they stand to what the project holds now, whatever it held when they were found."""
    stored: dict[str, Marks] = {}
    found = []
    for each in chosen:
        if each.article not in stored:
            stored[each.article] = Marks(each.article, bench.store.annotations(each.article, bench.layer))
        now, other = standing(each.span, sought.source, stored[each.article])
        found.append(each if now == FREE else replace(each, standing=now, other=other))
    return found


def _mark(stamp: Stamp, source: Annotation, place: Occurrence, said: Mapping[str, Any], named: bool) -> Annotation:
    """``said`` is what all are called; ``named`` whether the codebook asks for the name that a word hides."""
    hidden = {_NORMALIZED: place.normalized} if named and place.normalized else {}
    return Annotation(
        id=new_id(),
        article=place.article,
        layer=stamp.layer,
        kind=source.kind,
        label=source.label,
        fragments=(place.span,),
        exact=place.exact,
        attributes={**said, **hidden},
        origin=PROPAGATED,
        made_at=stamp.at,
        made_by=stamp.author,
        codebook=stamp.codebook,
    )


def _attributes(bench: Workbench, source: Annotation) -> dict[str, Any]:
    """What is said of the name, and not of one place."""
    carried = {
        attribute.id: source.attributes[attribute.id]
        for attribute in bench.codebook.shown_kind(source.kind).attributes
        if (attribute.type == "choice" or attribute.id == _SUBTYPE) and attribute.id in source.attributes
    }
    return default_attributes(bench.codebook, source.kind, source.label) | carried
