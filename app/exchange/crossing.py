"""Arrivals as bytes, to pass from the process that read them to the one that writes them: lists in MessagePack.

It is no file format: both ends are the same program, and the bytes live as long as a message.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import Any

import msgspec

from app.domain.annotation import Annotation, End, Link, Progress, RegisterEntry
from app.domain.article import Article, Meta, Zone
from app.domain.codebook import Codebook
from app.domain.errors import TawsimError
from app.domain.span import Span
from app.exchange.errors import ExchangeError, Note
from app.exchange.format import Arrival, Refusal
from app.exchange.page import Page

_MARK = attrgetter(
    *("id", "kind", "label", "exact", "made_at", "made_by", "attributes"),
    *("origin", "confidence", "state", "codebook", "changed_at", "changed_by"),
)
_LINK = attrgetter("id", "role", "source", "target.kind", "target.value")
_ENTRY = attrgetter("id", "label", "name", "aliases", "kb_id", "note")
_ARTICLE = attrgetter("id", "ref", "text", "sha256", "title", "lang", "direction", "meta", "zones")
_META = attrgetter("source", "url", "published", "extra")
_PLACE = attrgetter("line", "raw", "named", "whole_file", "heading", "stretch")

_A_PAGE, _AN_ARTICLE, _A_TROUBLE = range(3)
_SENTENCE, _PATH, _NO_UTF8 = range(3)  # what is no plain value

packed = msgspec.msgpack.Encoder().encode
unpacked = msgspec.msgpack.Decoder().decode


def given(arrival: Arrival) -> list[Any]:
    """The arrival as ``packed`` takes it."""
    match arrival.found:
        case Page() as page:
            found = [_A_PAGE, _page(page)]
        case Article() as article:
            found = [_AN_ARTICLE, _article(article)]
        case error:
            found = [_A_TROUBLE, given_trouble(error)]
    notes = [_note(each) for each in arrival.notes]
    refused = [[given_trouble(each.error), each.line] for each in arrival.refused]
    zoned = arrival.zoned and _details(arrival.zoned)
    return [*found, _PLACE(arrival), notes, refused, zoned]


def taken(told: list[Any], codebook: Codebook) -> Arrival:
    """The arrival again; ``codebook`` is that of its page."""
    kind, value, place, notes, refused, zoned = told
    found: Article | Page | TawsimError
    if kind == _A_PAGE:
        found = _page_of(value, codebook)
    else:
        found = _article_of(value) if kind == _AN_ARTICLE else taken_trouble(value)
    line, raw, named, whole_file, heading, stretch = place
    return Arrival(
        found,
        line,
        raw,
        named,
        tuple(_note_of(each) for each in notes),
        tuple(Refusal(taken_trouble(error), at) for error, at in refused),
        whole_file,
        heading,
        tuple(stretch) if stretch else None,
        _zoned(found, zoned) if zoned else None,
    )


def given_trouble(error: TawsimError) -> list[Any]:
    """An error as ``packed`` takes it. What a library said stands among its values as its words."""
    return [_name_of(type(error)), error.template, _values(error.values)]


def taken_trouble(told: list[Any]) -> TawsimError:
    """The error again; a plain ``ExchangeError`` where its class is known only to who found it."""
    name, template, values = told
    kind = next((each for each in _with_descendants(TawsimError) if _name_of(each) == name), ExchangeError)
    return kind(template, **_values_of(values))


def _page(page: Page) -> list[Any]:
    return [
        _article(page.article),
        page.layer,
        [[_MARK(each), _ends(each.fragments)] for each in page.annotations],
        [_LINK(each) for each in page.links],
        [_ENTRY(each) for each in page.register.values()],
        [page.progress.status, page.progress.annotators],
        page.unzoned,
    ]


def _page_of(told: list[Any], codebook: Codebook) -> Page:
    first, layer, marks, links, register, (status, annotators), unzoned = told
    article = _article_of(first)
    here = (article.id, layer)
    entries = [_entry_of(each) for each in register]
    return Page(
        article,
        layer,
        [_mark_of(each, ends, here) for each, ends in marks],
        [Link(name, *here, role, source, End(*target)) for name, role, source, *target in links],
        {entry.id: entry for entry in entries},
        Progress(*here, status, tuple(annotators)),
        codebook,
        unzoned,
    )


def _mark_of(told: list[Any], ends: list[int], here: tuple[str, str]) -> Annotation:
    name, kind, label, exact, made_at, made_by, *rest = told
    return Annotation(name, *here, kind, label, _spans(ends), exact, made_at, made_by, *rest)


def _entry_of(told: list[Any]) -> RegisterEntry:
    name, label, shown, aliases, *rest = told
    return RegisterEntry(name, label, shown, tuple(aliases), *rest)


def _article(article: Article) -> list[Any]:
    *plain, meta, zones = _ARTICLE(article)
    return [plain, _META(meta), _zones(zones)]


def _article_of(told: list[Any]) -> Article:
    (name, ref, text, sha256, title, lang, direction), meta, zones = told
    return Article(name, ref, text, sha256, title, lang, direction, Meta(*meta), _zones_of(zones))


def _details(article: Article) -> list[Any]:
    """What finding its zones may have changed of an article."""
    return [article.title, _META(article.meta), _zones(article.zones)]


def _zoned(found: object, told: list[Any]) -> Article:
    title, meta, zones = told
    article = found.article if isinstance(found, Page) else found
    assert isinstance(article, Article)
    return replace(article, title=title, meta=Meta(*meta), zones=_zones_of(zones))


def _zones(zones: Iterable[Zone]) -> list[Any]:
    return [[zone.name, zone.span.start, zone.span.end] for zone in zones]


def _zones_of(told: list[Any]) -> tuple[Zone, ...]:
    return tuple(Zone(name, Span(start, end)) for name, start, end in told)


def _ends(fragments: Iterable[Span]) -> list[int]:
    return [end for span in fragments for end in (span.start, span.end)]


def _spans(ends: list[int]) -> tuple[Span, ...]:
    if len(ends) == 2:  # as nearly every mark has
        return (Span(ends[0], ends[1]),)
    return tuple(Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True))


def _note(note: Note) -> list[Any]:
    return [note.template, _values(note.values), note.line]


def _note_of(told: list[Any]) -> Note:
    template, values, line = told
    return Note(template, _values_of(values), line)


def _values(values: Mapping[str, object]) -> dict[str, Any]:
    return {name: _value(value) for name, value in values.items()}


def _value(value: object) -> Any:
    match value:
        case None | bool() | int() | float():
            return value
        case TawsimError():
            return [_SENTENCE, given_trouble(value)]
        case Path():
            return [_PATH, os.fsencode(value)]
    said = str(value)
    try:
        said.encode()
    except UnicodeEncodeError:
        return [_NO_UTF8, said.encode(errors="surrogatepass")]
    return said


def _values_of(told: dict[str, Any]) -> dict[str, object]:
    return {name: _value_of(value) for name, value in told.items()}


def _value_of(told: Any) -> object:
    if not isinstance(told, list):
        return told
    kind, value = told
    if kind == _SENTENCE:
        return taken_trouble(value)
    return Path(os.fsdecode(value)) if kind == _PATH else value.decode(errors="surrogatepass")


def _name_of(kind: type) -> str:
    return f"{kind.__module__}.{kind.__qualname__}"


def _with_descendants(kind: type[TawsimError]) -> Iterator[type[TawsimError]]:
    yield kind
    for each in kind.__subclasses__():
        yield from _with_descendants(each)
