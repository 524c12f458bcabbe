"""Label Studio JSON: a list of tasks with annotations and predictions, each a ``result`` of regions and relations.

https://labelstud.io/guide/task_format. Offsets count code points since 2021 and counted UTF-16 units before: which of
them, is decided by the ``text`` of the regions. What Label Studio has no place for stands in the ``meta`` of regions
and tasks, which it keeps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from app.domain.annotation import ACCEPTED, SUGGESTED
from app.domain.errors import N_, TawsimError
from app.exchange.draft import Draft
from app.exchange.drafting import OURS, Drafting, kept_head, own_head
from app.exchange.errors import BadLine, Note
from app.exchange.fields import article_of_fields
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.json_lines import parsed, unreadable, written
from app.exchange.json_list import elements
from app.exchange.line_arrivals import LONGEST_LINE, too_long
from app.exchange.page import Page
from app.exchange.picking import Picker
from app.exchange.raw_text import RawText
from app.exchange.region_units import counts_units, in_points, says, span_of
from app.exchange.rows import said_guess
from app.exchange.sheet import Mark, Sheet
from app.exchange.sheets_out import Leaving, sheets
from app.exchange.sinks import Sink
from app.exchange.task_fields import columns, text_field
from app.exchange.told_lists import amiss, objects, objects_told
from app.exchange.writing import Writing

KEY = "label-studio"
_REGIONS = ("labels", "hypertextlabels")

Record = dict[str, Any]

_NO_TEXT = N_("{where} is no stretch of text: {found} is not read.")
_NOWHERE = N_(
    "{where} says {start}-{end}, which lies outside the text or inside a character, counted in UTF-16 units as the "
    "words of the other regions tell."
)
_NO_UNIT = N_(
    "It cannot be told whether {where} counts code points or UTF-16 units: it does not say its words (value.text)."
)
_CANCELLED = N_("an annotation was cancelled: its marks stay behind")


def task_of(sheet: Sheet, leaving: Leaving, number: int) -> Record:
    """The task of one page, with one annotation."""
    for mark in sheet.marks:
        leaving.lose_gaps(mark)
    regions = [_region(mark, leaving.name(mark), sheet.text) for mark in sheet.marks]
    relations: list[Record] = [
        {
            "type": "relation",
            "from_id": tie.source,
            "to_id": tie.target,
            "direction": "right",
            "labels": [tie.role],
            **({} if tie.id is None else {"meta": {OURS: {"id": tie.id, "rest": tie.rest}}}),
        }
        for tie in sheet.ties
    ]
    return {
        "id": number,
        "data": {"text": sheet.text, "doc_id": sheet.ref},
        "meta": {OURS: kept_head(sheet)},
        "annotations": [
            {
                "id": number,
                "result": [*regions, *relations],
                "ground_truth": sheet.head["layer"] == "gold",
                "was_cancelled": False,
                "result_count": len(regions),
            }
        ],
        "predictions": [],
    }


def _region(mark: Mark, name: str, text: str) -> Record:
    value = {"start": mark.start, "end": mark.end, "text": text[mark.start : mark.end], "labels": [name]}
    note = mark.rest.get("note")
    shown = {"text": [note]} if note else {}
    return {
        "id": mark.id,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "origin": "manual",
        "value": value,
        "meta": {**shown, OURS: mark.rest},
    }


def write(sink: Sink, pages: Iterable[Page], writing: Writing) -> None:
    with sink.file() as file:
        file.write(b"[")
        for number, (sheet, leaving) in enumerate(sheets(pages, writing, KEY), 1):
            file.write((",\n" if number > 1 else "\n").encode() + written(task_of(sheet, leaving, number)).encode())
        file.write(b"\n]\n")


def looks_like(head: Head) -> bool:
    """A list, or lines, of tasks."""
    if not head.text.startswith((b"[", b"{")) or b'"data"' not in head.start or b'"result"' not in head.start:
        return False
    return any(key in head.start for key in (b'"annotations"', b'"predictions"', b'"completions"'))


def arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    """Every annotation of every task is an arrival. The line is the task's number in the list."""
    drafting = Drafting(reading, KEY, KEY)
    try:
        with source.path.open("rb") as file:
            number = 0
            for number, each in enumerate(elements(file, LONGEST_LINE), 1):
                if each.stretch is not None:
                    yield Arrival(too_long(each.stretch[1]), number, stretch=each.stretch)
                else:
                    yield from _of_task(drafting, source, number, each.raw)
    except OSError as error:
        raise unreadable(source.shown, error) from error


def _of_task(drafting: Drafting, source: Source, number: int, raw: bytes) -> Iterator[Arrival]:
    try:
        task = parsed(raw)
        if not isinstance(task, dict) or not isinstance(task.get("data"), dict):
            raise BadLine(N_("The task needs an object data with a text."))
        refused = tuple(amiss(task, ("annotations", "completions", "predictions"), number))
        for arrival in _pages(_Task(drafting, task, f"{source.stem}-{task.get('id', number)}"), number, raw):
            yield replace(arrival, refused=arrival.refused + refused)
            refused = ()
    except TawsimError as error:
        yield Arrival(error, number, raw)


@dataclass(slots=True)
class _Task:
    drafting: Drafting
    task: Record
    otherwise: str

    @property
    def text(self) -> object:
        return self.task["data"].get("text")

    def head(self) -> Record | None:
        """What we wrote beside the task. It is of one annotation: with a second one the task is somebody else's."""
        meta = self.task.get("meta")
        kept = meta.get(OURS) if isinstance(meta, dict) else None
        return own_head(kept, self.text) if isinstance(self.text, str) else None


def _pages(task: _Task, number: int, raw: bytes) -> Iterator[Arrival]:
    made = [each for key in ("annotations", "completions") for each in objects(task.task.get(key))]
    guessed = objects(task.task.get("predictions"))
    head = task.head()
    if head is not None and len(made) == 1 and not guessed:
        yield _arrival(Draft(task.drafting, head), RawText(head["text"], head["sha256"]), made[0], number, raw)
        return
    chosen = task.drafting.reading.fields
    guess = text_field(task.task["data"], made + guessed)
    told = Picker(chosen, guess).told(task.task["data"])
    article, named = article_of_fields(told, task.otherwise)
    crossing = RawText(told.text)
    kept = [each for each in made if not each.get("was_cancelled")]
    notes = said_guess(guess, dict(chosen)) + ((Note(_CANCELLED),) if len(kept) < len(made) else ())
    for at, each in enumerate(kept):
        who = _who(each)
        layer = None if len(kept) == 1 else who or f"{KEY}-{at + 1}"
        draft = Draft(task.drafting, article, layer=layer, author=who, made_at=_time(each))
        yield _arrival(draft, crossing, each, number, raw, notes)
    for at, each in enumerate(guessed if not kept else ()):
        layer = None if len(guessed) == 1 else f"{KEY}-{at + 1}"
        draft = Draft(task.drafting, article, layer=layer, made_at=_time(each))
        yield _arrival(draft, crossing, each, number, raw, notes, model=str(each.get("model_version") or "unknown"))
    if not kept and not guessed:
        yield Arrival(article, number, raw, named, notes=notes)


def _who(annotation: Record) -> str | None:
    who = annotation.get("completed_by")
    if isinstance(who, dict):
        who = who.get("email") or who.get("username") or who.get("id")
    return None if who is None or isinstance(who, bool) else str(who)


def _time(annotation: Record) -> str | None:
    """When it was made, in the way of the dataset: RFC 3339, in whole seconds of UTC."""
    when = annotation.get("created_at")
    return f"{when[:19]}Z" if isinstance(when, str) and when.endswith("Z") and len(when) >= 20 else None


def _arrival(
    draft: Draft,
    raw: RawText,
    annotation: Record,
    number: int,
    line: bytes,
    notes: tuple[Note, ...] = (),
    *,
    model: str | None = None,
) -> Arrival:
    results = objects_told(draft, annotation, "result", number)
    regions = [each for each in results if each.get("type") != "relation"]
    try:
        units = counts_units(raw, regions)
        for at, each in enumerate(regions):
            _take_region(draft, raw, each, f"result[{at}]", units, number, _origin(each, annotation, model))
    except TawsimError as error:
        return Arrival(error, number, line)
    for at, each in enumerate(each for each in results if each.get("type") == "relation"):
        _take_relation(draft, each, f"relation[{at}]", number)
    return Arrival(draft.page(), number, line, notes=notes, refused=tuple(draft.refused))


def _origin(region: Record, prediction: Record, model: str | None) -> Record:
    """What a prediction says of where a mark comes from."""
    if model is None:
        return {}
    score = region.get("score", prediction.get("score"))
    sure = isinstance(score, int | float) and not isinstance(score, bool) and 0 <= score <= 1
    return {"origin": f"model:{model}", "confidence": score if sure else None}


def _take_region(
    draft: Draft, raw: RawText, region: Record, where: str, units: bool | None, line: int, origin: Record
) -> None:
    value, kind = region.get("value"), region.get("type")
    span = span_of(value) if isinstance(value, dict) else None
    if kind not in _REGIONS or not isinstance(value, dict) or span is None:
        return draft.refuse(BadLine(_NO_TEXT, where=where, found=kind), line)
    points = in_points(raw, span, units)
    if points is None:
        return draft.refuse(BadLine(_NO_UNIT, where=where), line)
    if units and -1 in points:
        return draft.refuse(BadLine(_NOWHERE, where=where, start=span[0], end=span[1]), line)
    meta = region.get("meta")
    rest = meta.get(OURS) if isinstance(meta, dict) else None
    own = isinstance(rest, dict)
    names = value.get(kind) or value.get("labels") or []
    if not names:
        return draft.refuse(BadLine(N_("{where} has no label."), where=where), line)
    for name in names if isinstance(names, list) else [names]:
        draft.mark(
            str(name),
            [[raw.at(points[0]), raw.at(points[1])]],
            called=str(region.get("id", where)),
            exact=None if says(value, raw.raw[points[0] : points[1]]) else raw.said(value["text"]),
            rest={**origin, **_note(meta), **(rest if isinstance(rest, dict) else {})},
            own_id=str(region["id"]) if own and "id" in region else None,
            state=SUGGESTED if origin else ACCEPTED,
            line=line,
        )


def _note(meta: object) -> Record:
    """What the analyst of Label Studio wrote beside a region."""
    texts = meta.get("text") if isinstance(meta, dict) else None
    said = " ".join(each for each in texts if isinstance(each, str)) if isinstance(texts, list) else texts
    return {"note": said} if isinstance(said, str) and said else {}


def _take_relation(draft: Draft, relation: Record, where: str, line: int) -> None:
    begin, end = relation.get("from_id"), relation.get("to_id")
    if not isinstance(begin, str) or not isinstance(end, str):
        return draft.refuse(BadLine(N_("{where} does not link two spans of the line."), where=where), line)
    if relation.get("direction") == "left":
        begin, end = end, begin
    meta = relation.get("meta")
    own = meta.get(OURS) if isinstance(meta, dict) else None
    own = own if isinstance(own, dict) else {}
    roles = relation.get("labels") or ["related"]
    for role in roles if isinstance(roles, list) else [roles]:
        draft.tie(begin, str(role), end, own_id=own.get("id"), rest=own.get("rest"), line=line)


LABEL_STUDIO = Format(
    KEY,
    N_("Label Studio (JSON of tasks)"),
    (".json",),
    N_("gaps inside of marks"),
    looks_like=looks_like,
    arrivals=arrivals,
    columns=columns,
    write=write,
    written_as=(".json",),
    kept_as=".json",
)
