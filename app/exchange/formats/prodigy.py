"""Prodigy and spaCy JSONL: a task a line, with spans over tokens and relations between spans.

https://prodi.gy/docs/api-interfaces: offsets are code points, ``end`` is exclusive, ``token_end`` inclusive. What
Prodigy has no place for stands in further keys of the spans, which it keeps, and in ``tawsim``. Hashes are left to
Prodigy, which makes those that are missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.errors import N_
from app.exchange.draft import Draft, own_draft
from app.exchange.drafting import OURS, Drafting, kept_head
from app.exchange.errors import BadLine, Note
from app.exchange.fields import article_of_fields
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.formats.jsonl import refuse_gold
from app.exchange.json_lines import parsed
from app.exchange.line_arrivals import line_arrivals
from app.exchange.picking import Picker
from app.exchange.raw_text import RawText
from app.exchange.shape import said
from app.exchange.sheet import Mark, Sheet
from app.exchange.sheets_out import Leaving, json_lines
from app.exchange.token_cuts import cut_tokens, token_range
from app.exchange.told_lists import NO_LIST

KEY = "spacy"
_ITS_OWN = ("spans", "tokens", "relations", "answer", "options", "accept", "config", "html", OURS)
_SPAN = ("start", "end", "token_start", "token_end", "label", "text")

_NO_SPAN = N_("{where} is no span: it needs a start, an end and a label.")
_OTHER_TOKENS = N_("{where} stands at {start}-{end}, but its tokens at {edges}: mend one of them.")
_NOT_ACCEPTED = N_("the task was answered {answer}: its marks stay behind")

Record = dict[str, Any]


def task_of(sheet: Sheet, leaving: Leaving) -> Record:
    """The task of one page."""
    text = sheet.text
    cuts = cut_tokens(text, [(mark.start, mark.end) for mark in sheet.marks])
    spans: dict[str, Record] = {}
    for mark in sheet.marks:
        leaving.lose_gaps(mark)
        spans[mark.id] = _span(mark, leaving.name(mark), cuts)
    return {
        "text": text,
        "meta": {"doc_id": sheet.ref, "layer": sheet.head["layer"]},
        "tokens": [
            {"text": text[start:end], "start": start, "end": end, "id": number, "ws": text[end : end + 1].isspace()}
            for number, (start, end) in enumerate(cuts)
        ],
        "spans": [
            {**spans[mark.id], **mark.rest}
            for mark in sorted(sheet.marks, key=lambda each: (each.start, -each.end, each.label, each.id))
        ],
        "relations": [
            {
                "head": spans[tie.source]["token_end"],
                "child": spans[tie.target]["token_end"],
                "head_span": spans[tie.source],
                "child_span": spans[tie.target],
                "label": tie.role,
                **({} if tie.id is None else {"id": tie.id, "rest": tie.rest}),
            }
            for tie in sheet.ties
        ],
        "answer": "accept",
        OURS: kept_head(sheet),
    }


def _span(mark: Mark, name: str, cuts: list[tuple[int, int]]) -> Record:
    first, last = token_range(cuts, mark.start, mark.end)
    return {
        "start": mark.start,
        "end": mark.end,
        "token_start": first,
        "token_end": last,
        "label": name,
        "id": mark.id,
    }


def looks_like(head: Head) -> bool:
    return any(_is_task(record) for record in head.records)


def _is_task(record: Mapping[str, Any]) -> bool:
    spans = record.get("spans")
    return isinstance(record.get("text"), str) and isinstance(spans, list) and all(map(_is_span, spans))


def _is_span(span: object) -> bool:
    return isinstance(span, dict) and "start" in span and "end" in span and isinstance(span.get("label"), str)


def arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    drafting = Drafting(reading, "prodigy", KEY)
    return line_arrivals(source, lambda number, raw: arrival(drafting, source, number, raw))


def arrival(drafting: Drafting, source: Source, number: int, line: bytes) -> Arrival:
    """One task. A rejected one keeps its marks to itself; without spans it is an article that nobody has begun."""
    record = parsed(line)
    refuse_gold(record)
    own = own_draft(drafting, record) if isinstance(record, dict) else None
    if own is not None:
        return _filled(*own, record, number, line)
    told = Picker(drafting.reading.fields).told(_of_the_article(record))
    article, named = article_of_fields(told, f"{source.stem}-{number}")
    answer = record.get("answer", "accept")
    if answer != "accept":
        return Arrival(article, number, line, named, notes=(Note(_NOT_ACCEPTED, {"answer": answer}),))
    if record.get("spans") is None:
        return Arrival(article, number, line, named)
    who = record.get("_annotator_id") or record.get("_session_id")
    draft = Draft(drafting, article, author=who if isinstance(who, str) else None)
    return _filled(draft, RawText(told.text), record, number, line)


def _of_the_article(record: object) -> object:
    if not isinstance(record, dict):
        return record
    return {key: value for key, value in record.items() if key not in _ITS_OWN and not key.startswith("_")}


def _filled(draft: Draft, raw: RawText, record: Record, number: int, line: bytes) -> Arrival:
    names = _take_spans(draft, raw, record, number)
    _take_relations(draft, record, names, number)
    return Arrival(draft.page(), number, line, refused=tuple(draft.refused))


def _take_spans(draft: Draft, raw: RawText, record: Record, line: int) -> dict[object, str]:
    """Takes the spans; what relations may call them by: their id, or place and label."""
    names: dict[object, str] = {}
    for at, span in enumerate(_list(record, "spans")):
        if not _is_span(span) or type(span["start"]) is not int or type(span["end"]) is not int:
            draft.refuse(BadLine(_NO_SPAN, where=f"spans[{at}]"), line)
            continue
        if not isinstance(span.get("text"), str) and (edges := _token_edges(record, span)) not in (None, _edges(span)):
            draft.refuse(
                BadLine(_OTHER_TOKENS, where=f"spans[{at}]", start=span["start"], end=span["end"], edges=edges), line
            )
            continue
        name = str(span.get("id", at))
        draft.mark(
            span["label"],
            [[raw.at(span["start"]), raw.at(span["end"])]],
            called=name,
            exact=raw.said(span["text"]) if isinstance(span.get("text"), str) else None,
            rest={key: value for key, value in span.items() if key not in _SPAN},
            own_id=str(span["id"]) if "id" in span and "made_by" in span else None,
            line=line,
        )
        names.setdefault(_place(span), name)
        names[name] = name
    return names


def _edges(span: Record) -> str:
    return f"{span['start']}-{span['end']}"


def _token_edges(record: Record, span: Record) -> str | None:
    """Where the tokens that a span names begin and end; None where it names none, or they do not say it."""
    tokens, first, last = record.get("tokens"), span.get("token_start"), span.get("token_end")
    if not isinstance(tokens, list) or type(first) is not int or type(last) is not int:
        return None
    if not 0 <= first <= last < len(tokens) or not all(isinstance(tokens[at], dict) for at in (first, last)):
        return None
    start, end = tokens[first].get("start"), tokens[last].get("end")
    return f"{start}-{end}" if type(start) is int and type(end) is int else None


def _take_relations(draft: Draft, record: Record, names: dict[object, str], line: int) -> None:
    for at, relation in enumerate(_list(record, "relations")):
        ends = [_end(relation, key, names) for key in ("head_span", "child_span")] if isinstance(relation, dict) else []
        if len(ends) < 2 or None in ends or "label" not in relation:
            draft.refuse(BadLine(N_("{where} does not link two spans of the line."), where=f"relations[{at}]"), line)
            continue
        draft.tie(
            str(ends[0]),
            str(relation["label"]),
            str(ends[1]),
            own_id=relation.get("id"),
            rest=relation.get("rest"),
            line=line,
        )


def _list(record: Record, key: str) -> list[Any]:
    found = record.get(key) or []
    if not isinstance(found, list):
        raise BadLine(NO_LIST, where=key, found=said(found))
    return found


def _end(relation: Record, key: str, names: dict[object, str]) -> str | None:
    """Which span a relation means: by its id where we wrote one, else by place and label."""
    span = relation.get(key)
    if not isinstance(span, dict):
        return None
    name = span.get("id")
    return names.get(str(name)) if name is not None and str(name) in names else names.get(_place(span))


def _place(span: Record) -> tuple[Any, Any, Any]:
    return (span.get("start"), span.get("end"), span.get("label"))


PRODIGY = Format(
    "prodigy",
    N_("Prodigy and spaCy (JSON Lines of spans and relations)"),
    (".jsonl",),
    N_("gaps inside of marks"),
    looks_like=looks_like,
    arrivals=arrivals,
    write=json_lines(KEY, task_of),
)
