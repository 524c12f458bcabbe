"""doccano JSONL: an article a line, its spans in both shapes that doccano imports.

``label`` is ``[[start, end, name], ...]`` for sequence labelling; ``entities`` (``start_offset``, ``end_offset``) and
``relations`` are for sequence labelling with relations (doccano pull requests 1703 and 1823). The column that a project
does not read becomes metadata there. Offsets count code points, in a project in grapheme mode clusters: which of them,
is found out from the words at the edges, and a line of which it cannot be told is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from app.domain.errors import N_
from app.domain.text.tokens import tokens
from app.exchange.draft import Draft, own_draft
from app.exchange.drafting import OURS, Drafting, kept_head
from app.exchange.errors import BadLine
from app.exchange.fields import article_of_fields
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.formats.jsonl import refuse_gold
from app.exchange.json_lines import parsed
from app.exchange.line_arrivals import line_arrivals
from app.exchange.picking import Picker
from app.exchange.raw_text import RawText
from app.exchange.sheet import Sheet
from app.exchange.sheets_out import ENTRY, PROVENANCE, Leaving, json_lines
from app.exchange.told_lists import told_list

KEY = "doccano"
_LISTS = ("label", "labels", "entities")
_ITS_OWN = (*_LISTS, "relations", "Comments", "comments", "annotation_approver", OURS)

Record = dict[str, Any]
_Span = tuple[int, int, str, str]
"""Start and end as the file counts them, label, and what relations call it."""

_PROCLITICS = re.compile("[وف]?[بكل]?(?:ال)?")
_NO_SPAN = N_("{where} is no span: it needs a start, an end and a label.")
_NO_RELATION = N_("{where} is no relation: it needs from_id, to_id and type.")
_ONE_SHAPE = N_(
    "The span {found} stands under {shape} alone, and the line has both shapes: take out the list that is out of date."
)
_NO_UNIT = N_(
    "It cannot be told from the text whether the offsets count code points or grapheme clusters (a letter with its "
    "marks as one): export it from a doccano project that is not in grapheme mode."
)


def line_of(sheet: Sheet, leaving: Leaving) -> Record:
    """The line of one page."""
    numbers = {mark.id: number for number, mark in enumerate(sheet.marks, 1)}
    names = {mark.id: leaving.name(mark) for mark in sheet.marks}
    _tell_losses(sheet, leaving)
    return {
        "doc_id": sheet.ref,
        "text": sheet.text,
        "label": [[mark.start, mark.end, names[mark.id]] for mark in sheet.marks],
        "entities": [
            {"id": numbers[mark.id], "label": names[mark.id], "start_offset": mark.start, "end_offset": mark.end}
            for mark in sheet.marks
        ],
        "relations": [
            {"id": number, "from_id": numbers[tie.source], "to_id": numbers[tie.target], "type": tie.role}
            for number, tie in enumerate(sheet.ties, 1)
        ],
        "Comments": [],
        OURS: {**kept_head(sheet), "register": [], "relations": []},
    }


def _tell_losses(sheet: Sheet, leaving: Leaving) -> None:
    for mark in sheet.marks:
        leaving.lose_gaps(mark)
        leaving.lose_attributes(mark)
        leaving.lose_inner(mark, sheet.text, [[mark.start, mark.end]])
        leaving.lose_entries(mark)
        leaving.losses.add(PROVENANCE, mark.id)
    for tie in sheet.ties:
        if tie.id is not None:
            leaving.losses.add(PROVENANCE, tie.id)
    for relation in sheet.others:
        leaving.losses.add(ENTRY, relation["id"])


def looks_like(head: Head) -> bool:
    return any(map(_is_line, head.records))


def _is_line(record: Mapping[str, Any]) -> bool:
    if not isinstance(record.get("text", record.get("data")), str):
        return False
    return any(_is_shape(found) for key in _LISTS if (found := record.get(key))) or (
        isinstance(record.get("entities"), list) and isinstance(record.get("relations"), list)
    )


def _is_shape(found: object) -> bool:
    """A list of triples, or of objects with offsets."""
    if not isinstance(found, list) or not found:
        return False
    return all(
        (isinstance(each, list) and len(each) == 3 and type(each[0]) is int and isinstance(each[2], str))
        or (isinstance(each, dict) and "start_offset" in each)
        for each in found
    )


def arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    drafting = Drafting(reading, "doccano", KEY)
    return line_arrivals(source, lambda number, raw: arrival(drafting, source, number, raw))


def arrival(drafting: Drafting, source: Source, number: int, line: bytes) -> Arrival:
    """One line. ``BadLine`` when it cannot be told what its offsets count."""
    record = parsed(line)
    refuse_gold(record)
    own = own_draft(drafting, record) if isinstance(record, dict) else None
    if own is not None:
        return _filled(*own, record, number, line)
    told = Picker(drafting.reading.fields).told(_of_the_article(record))
    article, named = article_of_fields(told, f"{source.stem}-{number}")
    if not any(key in record for key in _LISTS):
        return Arrival(article, number, line, named)
    who = record.get("annotation_approver")
    return _filled(
        Draft(drafting, article, author=who if isinstance(who, str) else None), RawText(told.text), record, number, line
    )


def _of_the_article(record: object) -> object:
    if not isinstance(record, dict):
        return record
    rest = {key: value for key, value in record.items() if key not in _ITS_OWN}
    return {"text": rest.pop("data"), **rest} if "data" in rest and "text" not in rest else rest


def _filled(draft: Draft, raw: RawText, record: Record, number: int, line: bytes) -> Arrival:
    spans = list(_agreeing(draft, record, number))
    at = _crossing(raw, [(start, end) for start, end, _, _ in spans])
    for start, end, name, called in spans:
        draft.mark(name, [[at(start), at(end)]], called=called, line=number)
    for place, relation in enumerate(told_list(draft, record, "relations", number)):
        if not isinstance(relation, dict) or not {"from_id", "to_id", "type"} <= relation.keys():
            draft.refuse(BadLine(_NO_RELATION, where=f"relations[{place}]"), number)
            continue
        draft.tie(str(relation["from_id"]), str(relation["type"]), str(relation["to_id"]), line=number)
    return Arrival(draft.page(), number, line, refused=tuple(draft.refused))


def _spans(draft: Draft, record: Record, line: int) -> Iterator[_Span]:
    """The spans of whichever shape the line has: objects are taken before triples, they have ids."""
    key = max(_LISTS, key=lambda each: (bool(record.get(each)), each == "entities" and bool(record.get("relations"))))
    key = "entities" if any(isinstance(each, dict) for each in _list(record.get("entities"))) else key
    for at, each in enumerate(_list(record.get(key))):
        if isinstance(each, list) and len(each) == 3 and isinstance(each[2], str):
            start, end, name, called = *each, str(at)
        elif isinstance(each, dict) and {"start_offset", "end_offset", "label"} <= each.keys():
            start, end, name, called = each["start_offset"], each["end_offset"], each["label"], each.get("id", at)
        else:
            start = None
        if type(start) is not int or type(end) is not int or not isinstance(name, str):
            draft.refuse(BadLine(_NO_SPAN, where=f"{key}[{at}]"), line)
        else:
            yield start, end, name, str(called)


def _agreeing(draft: Draft, record: Record, line: int) -> Iterator[_Span]:
    """The spans, but for those of which a line in both shapes says two things: neither is taken for the truth."""
    found = list(_spans(draft, record, line))
    triples = _list(record.get("label"))
    if not any(isinstance(each, dict) for each in _list(record.get("entities"))) or not triples:
        yield from found
        return
    other = Counter(repr(each) for each in triples)
    for start, end, name, called in found:
        if not other[repr([start, end, name])]:
            draft.refuse(BadLine(_ONE_SHAPE, found=[start, end, name], shape="entities"), line)
            continue
        other[repr([start, end, name])] -= 1
        yield start, end, name, called
    for each in other.elements():
        draft.refuse(BadLine(_ONE_SHAPE, found=each, shape="label"), line)


def _list(found: object) -> list[Any]:
    return found if isinstance(found, list) else []


def _crossing(raw: RawText, pairs: list[tuple[int, int]]) -> Callable[[int], int]:
    """How positions are led into the article: as code points, or as clusters where only that gives whole words."""
    if raw.kept or len(raw.clusters) > len(raw.raw):
        return raw.at
    clusters = [(raw.from_clusters(start), raw.from_clusters(end)) for start, end in pairs]
    if clusters == pairs:
        return raw.at
    edges = _word_edges(raw.raw)
    as_points, as_clusters = _fit(pairs, edges), _fit(clusters, edges)
    if as_points == as_clusters:
        raise BadLine(_NO_UNIT)
    return raw.at if as_points else lambda number: raw.at(raw.clusters[number])


def _fit(pairs: Sequence[tuple[int | None, int | None]], edges: tuple[set[int], set[int]]) -> bool:
    return all(start in edges[0] and end in edges[1] for start, end in pairs)


def _word_edges(text: str) -> tuple[set[int], set[int]]:
    """Where words begin, behind their proclitics too, and where they end."""
    starts: set[int] = set()
    ends: set[int] = set()
    for start, end, _kind in tokens(text):
        ends.add(end)
        starts.update(start + at for at in range(end - start) if _PROCLITICS.fullmatch(text, start, start + at))
    return starts, ends


DOCCANO = Format(
    "doccano",
    N_("doccano (JSON Lines of spans and relations)"),
    (".jsonl",),
    N_("attributes, register entries, gaps inside of marks, and who made them"),
    looks_like=looks_like,
    arrivals=arrivals,
    write=json_lines(KEY, line_of),
)
