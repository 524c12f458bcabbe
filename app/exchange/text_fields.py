"""Articles from plain text files, and from JSON Lines that have the text in one of their fields."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson

from app.domain.article import Article, Meta, new_article
from app.domain.errors import N_
from app.exchange.decoding import article_text, decoded
from app.exchange.errors import BadLine, Note
from app.exchange.format import stem_of
from app.exchange.json_lines import unreadable
from app.exchange.shape import said

TEXT_FIELDS = ("text", "content", "body", "paragraph")
_IDS = ("doc_id", "id", "ref", "key", "uid")
_PLAINLY = {
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "source": ("source", "publisher"),
    "published": ("published", "date", "published_at", "datetime"),
}


def article_of_file(path: Path, ref: str | None = None) -> tuple[Article, Note | None]:
    """The article of a plain text file, its ref ``stem_of(path)`` unless told; and a note when it was not UTF-8.

    ``CannotRead`` or ``NotText`` say why there is none.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error
    text = decoded(content)
    note = Note(N_("decoded as {encoding}"), {"encoding": text.encoding}) if text.encoding else None
    return new_article(ref or stem_of(path), article_text(text.text)), note


def article_of_record(record: object, field: str | None, otherwise: str) -> tuple[Article, bool]:
    """The article of one parsed line, and whether its ref is an id that the line gives; else the ref is ``otherwise``.

    The text is in ``field``, without one in the first of ``TEXT_FIELDS`` that there is. Title, source, address and
    date are taken when they are plainly named; all other fields stay together as JSON text in ``meta.extra``.
    ``BadLine`` or ``NotText`` say why there is none.
    """
    if not isinstance(record, dict):
        raise BadLine(N_("The line must be an object with keys, and is {found}."), found=said(record))
    rest: dict[str, Any] = dict(record)
    field = field or _first(rest, TEXT_FIELDS)
    if field is None or field not in rest:
        raise BadLine(N_("There is no field {name} in the line."), name=field or " / ".join(TEXT_FIELDS))
    raw = rest.pop(field)
    if not isinstance(raw, str):
        raise BadLine(N_("The field {name} must be text, and is {found}."), name=field, found=said(raw))
    ref = _taken_ref(rest, field)
    told = {name: _taken_text(rest, keys) for name, keys in _PLAINLY.items()}
    meta = Meta(told["source"], told["url"], told["published"], _extra(rest))
    return new_article(ref or otherwise, article_text(raw), title=told["title"], meta=meta), ref is not None


def _first(record: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    return next((key for key in keys if key in record), None)


def _taken_ref(record: dict[str, Any], field: str) -> str | None:
    """The line's own id, out of the record: under a plain name, or named after the text's field (``paragraph_id``)."""
    for key in (*_IDS, f"{field}_id"):
        value = record.get(key)
        if (isinstance(value, str) and value.strip()) or (isinstance(value, int) and not isinstance(value, bool)):
            return str(record.pop(key))
    return None


def _taken_text(record: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = record.get(key)
        if isinstance(value, str) and value:
            return str(record.pop(key))
    return None


def _extra(record: dict[str, Any]) -> str:
    try:
        return orjson.dumps(record, option=orjson.OPT_SORT_KEYS).decode()
    except orjson.JSONEncodeError as error:
        raise BadLine(N_("Its fields are nested too deep to be kept.")) from error
