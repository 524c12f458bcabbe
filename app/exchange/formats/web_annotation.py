"""W3C Web Annotation (JSON-LD): a file or a folder of annotations with position and quote selectors.

Annotations of others come in when the text they point to comes with them: as the body of one that describes it, or as
a ``.txt`` file of the same name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import orjson

from app.domain.errors import N_, TawsimError
from app.exchange.draft import Draft
from app.exchange.drafting import Drafting, own_head
from app.exchange.errors import BadLine, NotText
from app.exchange.fields import Told, article_of_fields
from app.exchange.file_names import file_name
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.iri import name_of
from app.exchange.json_lines import parsed, refuse_other, written
from app.exchange.page import Page
from app.exchange.raw_text import RawText
from app.exchange.shape import said
from app.exchange.sheets_out import sheets
from app.exchange.sinks import Sink, one_or_many
from app.exchange.text_fields import bytes_of_file, text_of_file
from app.exchange.web_annotations import CONTEXT, HEAD, OWN, RELATION, ROLE, annotations_of
from app.exchange.web_selectors import listed, places, sources_of
from app.exchange.writing import Writing

_KEY = "webannotation"
_LARGEST = 256 << 20
_DEPTH = 4
_NO_OBJECT = "\0"  # a key that no file can have, for what is no annotation
_TEXT_BESIDE = ".txt"
_CONTEXT_NAMES = (b"www.w3.org/ns/anno", b"www.w3.org/ns/oa")

Record = dict[str, Any]


def write(sink: Sink, pages: Iterable[Page], writing: Writing) -> None:
    """All articles in one file, or each in one of its own."""
    found = ((sheet, annotations_of(sheet, leaving)) for sheet, leaving in sheets(pages, writing, _KEY))
    if sink.many:
        for number, (sheet, annotations) in enumerate(found, 1):
            with sink.file(f"{file_name(number, sheet.ref)}.jsonld") as file:
                _write_items(file, annotations)
    else:
        with sink.file() as file:
            _write_items(file, (each for _, annotations in found for each in annotations))


def _write_items(file: BinaryIO, annotations: Iterable[Record]) -> None:
    file.write(f'{{"@context": {json.dumps(CONTEXT)}, "type": "AnnotationPage", "items": ['.encode())
    for number, each in enumerate(annotations):
        file.write(((",\n" if number else "\n") + written(each)).encode())
    file.write(b"\n]}\n")


def looks_like(head: Head) -> bool:
    start = head.text[:4096]
    return start[:1] in (b"{", b"[") and any(name in start for name in _CONTEXT_NAMES)


def arrivals(source: Source, reading: Reading) -> Iterator[Arrival]:
    drafting = Drafting(reading, _KEY, _KEY)
    content = bytes_of_file(source.path, _LARGEST)
    refuse_other(content[:4096])
    items = list(_items(content))
    of_articles = [(text, items[at + 1 : end]) for text, at, end in _stretches(items)]
    for number, (text, found) in enumerate(of_articles or [({}, items)], 1):
        raw = orjson.dumps([text, *found]) + b"\n"
        try:
            yield _arrival(source, drafting, text, found, number, raw)
        except TawsimError as error:
            yield Arrival(error, number, raw)


def _items(content: bytes) -> Iterator[Record]:
    """Every annotation of a page, a collection, a list, or of lines of JSON."""
    try:
        values = [parsed(content)]
    except BadLine:
        lines = [line for line in content.split(b"\n") if line.strip()]
        if len(lines) < 2 or not lines[0].rstrip().endswith(b"}"):
            raise
        values = [parsed(line) for line in lines]
    for value in values:
        yield from _flat(value)


def _flat(value: Any, depth: int = _DEPTH) -> Iterator[Record]:
    if isinstance(value, list) and depth:
        for each in value:
            yield from _flat(each, depth - 1)
    elif isinstance(value, dict):
        inner = value.get("items", value.get("first", value.get("@graph")))
        if inner is None or "target" in value:
            yield value
        elif depth:
            yield from _flat(inner, depth - 1)
    elif depth < _DEPTH:
        yield {_NO_OBJECT: said(value)}


def _stretches(items: list[Record]) -> Iterator[tuple[Record, int, int]]:
    """Each annotation that holds a text, its place, and where the next one stands."""
    texts = [at for at, each in enumerate(items) if _text_of(each) is not None]
    for at, end in zip(texts, [*texts, len(items)][1:], strict=True):
        yield items[at], at, end


def _text_of(annotation: Record) -> str | None:
    if annotation.get("motivation") != "describing":
        return None
    bodies = [each for each in listed(annotation.get("body")) if isinstance(each, dict)]
    return next((each["value"] for each in bodies if isinstance(each.get("value"), str)), None)


def _arrival(
    source: Source, drafting: Drafting, text: Record, annotations: list[Record], number: int, raw: bytes
) -> Arrival:
    words = _text_of(text)
    if words is None:
        words = _beside(source)
    head = own_head(_loaded(text.get(HEAD)), words)
    if head is not None:
        known = RawText(words, head["sha256"])
        draft, named = Draft(drafting, head), True
    else:
        known = RawText(words)
        otherwise = source.stem if number == 1 else f"{source.stem}-{number}"
        article, named = article_of_fields(Told(words), otherwise)
        draft = Draft(drafting, article)
    _take(draft, known, annotations)
    return Arrival(draft.page(), number, raw, named, refused=tuple(draft.refused))


def _beside(source: Source) -> str:
    beside = source.path.with_suffix(_TEXT_BESIDE)
    if not beside.is_file():
        raise NotText(
            N_("The annotations come without their text: put it beside them as {name} and import them again."),
            name=source.shown.with_suffix(_TEXT_BESIDE).name,
        )
    return text_of_file(beside)[0]


def _loaded(value: object) -> Any:
    try:
        return parsed(value) if isinstance(value, str) else None
    except BadLine:
        return None


def _take(draft: Draft, raw: RawText, annotations: list[Record]) -> None:
    links = [each for each in annotations if each.get("motivation") == "linking"]
    for at, each in enumerate(annotations):
        if each.get("motivation") != "linking":
            try:
                _take_mark(draft, raw, each, str(each.get("id", at)))
            except TawsimError as error:
                draft.refuse(error)
    for each in links:
        ends = [next(sources_of(each.get(key)), "") for key in ("target", "body")]
        relation = each.get(RELATION)
        draft.tie(
            ends[0],
            str(each.get(ROLE, "linking")),
            ends[1],
            own_id=relation if isinstance(relation, str) else None,
            rest=_loaded(each.get("tawsim:rest")),
        )


def _take_mark(draft: Draft, raw: RawText, annotation: Record, called: str) -> None:
    if _NO_OBJECT in annotation:
        raise BadLine(N_("Among the annotations stands {found}, which is none."), found=annotation[_NO_OBJECT])
    found = places(raw, annotation.get("target"))
    exact = None if any(words is None for *_, words in found) else "".join(words or "" for *_, words in found)
    rest = {key.removeprefix(OWN): value for key, value in annotation.items() if key.startswith(OWN)}
    rest |= _provenance(annotation)
    draft.mark(
        _label(annotation),
        [[start, end] for start, end, _ in found],
        called=called,
        exact=exact,
        rest=rest,
        own_id=name_of(annotation.get("id"), "mark"),
    )


def _provenance(annotation: Record) -> Record:
    """Who made it and when, in the words of the model."""
    told: Record = {}
    for creator in listed(annotation.get("creator")):
        name = creator.get("name", creator.get("id")) if isinstance(creator, dict) else creator
        if isinstance(name, str) and name:
            told["made_by"] = name
    for key, ours in (("created", "made_at"), ("modified", "changed_at")):
        if isinstance(annotation.get(key), str):
            told[ours] = annotation[key]
    return told


def _label(annotation: Record) -> str:
    """The value of the body that classifies, or tags; else of the first with a value. ``BadLine`` without one."""
    bodies = [each for each in listed(annotation.get("body")) if isinstance(each, dict)]
    bodies.sort(key=lambda each: (each.get("purpose") not in ("classifying", "tagging"), "value" not in each))
    for body in bodies:
        value = body.get("value", body.get("label"))
        if isinstance(value, str) and value.strip():
            return value
    raise BadLine(N_("The annotation has no body with a value: nothing says what it is."))


WEB_ANNOTATION = Format(
    "webannotation",
    N_("W3C Web Annotation (JSON-LD)"),
    (".jsonld",),
    looks_like=looks_like,
    arrivals=arrivals,
    write=write,
    sink=one_or_many(".jsonld", ".json"),
    written_as=(".jsonld",),
    companions=(_TEXT_BESIDE,),
)
