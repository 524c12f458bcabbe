"""Records and changes as JSON text and back, exactly. The journal is written in it.

The text is canonical: keys sorted, nothing between them, so that the same content is always the same text. Attributes
must be JSON values; a tuple among them comes back as a list.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from app.domain.annotation import Annotation, CodebookVersion, End, Link, Progress, Record, RegisterEntry
from app.domain.article import Details, Meta, Zone
from app.domain.card import Card
from app.domain.edit import Change
from app.domain.span import Span, fragments_of

_ANNOTATION, _LINK, _ENTRY, _PROGRESS, _CODEBOOK = "annotation", "link", "entry", "progress", "codebook"
_CARD = "card"
_DETAILS = "details"


def compact(value: Any) -> str:
    """A JSON value as canonical text."""
    import orjson  # noqa: PLC0415 - brings json and uuid along, and an empty project opens without it

    return orjson.dumps(value, default=_plain_container, option=orjson.OPT_SORT_KEYS).decode()


def parse(text: str) -> Any:
    """The JSON value of a text. What reads many has imported orjson; a window that reads one article does without."""
    loads = getattr(sys.modules.get("orjson"), "loads", json.loads)  # another thread may be importing it just now
    return loads(text)


def to_json(record: Record) -> str:
    """One record as JSON text."""
    return compact(_plain(record))


def from_json(text: str) -> Record:
    """The record that ``to_json`` wrote."""
    return _record(parse(text))


def changes_to_json(changes: Iterable[Change]) -> bytes:
    """The changes of an edit: ``[{"before": record or null, "after": record or null}, ...]``. UTF-8, as SQLite keeps
    it: what an import brings would be decoded only to be encoded again."""
    import orjson  # noqa: PLC0415 - as above

    told = [
        {
            "before": None if change.before is None else _plain(change.before),
            "after": None if change.after is None else _plain(change.after),
        }
        for change in changes
    ]
    return orjson.dumps(told, default=_plain_container, option=orjson.OPT_SORT_KEYS)


def changes_from_json(text: str) -> tuple[Change, ...]:
    """The changes that ``changes_to_json`` wrote."""
    return tuple(
        Change(
            None if ends["before"] is None else _record(ends["before"]),
            None if ends["after"] is None else _record(ends["after"]),
        )
        for ends in parse(text)
    )


def _plain_container(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no JSON value")


def _plain(record: Record) -> dict[str, Any]:
    return _PLAIN[type(record)](record)


def _plain_link(record: Link) -> dict[str, Any]:
    return {
        "type": _LINK,
        "id": record.id,
        "article": record.article,
        "layer": record.layer,
        "role": record.role,
        "source": record.source,
        "target": [record.target.kind, record.target.value],
    }


def _plain_entry(record: RegisterEntry) -> dict[str, Any]:
    return {
        "type": _ENTRY,
        "id": record.id,
        "label": record.label,
        "name": record.name,
        "aliases": record.aliases,
        "kb_id": record.kb_id,
        "note": record.note,
    }


def _plain_progress(record: Progress) -> dict[str, Any]:
    return {
        "type": _PROGRESS,
        "article": record.article,
        "layer": record.layer,
        "status": record.status,
        "annotators": record.annotators,
    }


def _plain_codebook(record: CodebookVersion) -> dict[str, Any]:
    return {"type": _CODEBOOK, "version": record.version, "name": record.name, "source": record.source}


def _plain_card(record: Card) -> dict[str, Any]:
    return {
        "type": _CARD,
        "article": record.article,
        "assignees": record.assignees,
        "priority": record.priority,
        "tags": record.tags,
        "note": record.note,
        "binned": record.binned,
    }


def _plain_details(record: Details) -> dict[str, Any]:
    return {
        "type": _DETAILS,
        "article": record.article,
        "title": record.title,
        "source": record.meta.source,
        "url": record.meta.url,
        "published": record.meta.published,
        "extra": record.meta.extra,
        "zones": zones_to_list(record.zones),
    }


def zones_to_list(zones: Iterable[Zone]) -> list[list[Any]]:
    """Zones as JSON has them: ``[[name, start, end], ...]``."""
    return [[zone.name, zone.span.start, zone.span.end] for zone in zones]


def zones_from_list(found: Iterable[Iterable[Any]]) -> tuple[Zone, ...]:
    """The zones that ``zones_to_list`` wrote."""
    return tuple(Zone(name, Span(start, end)) for name, start, end in found)


def _plain_annotation(record: Annotation) -> dict[str, Any]:
    return {
        "type": _ANNOTATION,
        "id": record.id,
        "article": record.article,
        "layer": record.layer,
        "kind": record.kind,
        "label": record.label,
        "fragments": [[span.start, span.end] for span in record.fragments],
        "exact": record.exact,
        "attributes": record.attributes,
        "origin": record.origin,
        "confidence": record.confidence,
        "state": record.state,
        "codebook": record.codebook,
        "made_at": record.made_at,
        "made_by": record.made_by,
        "changed_at": record.changed_at,
        "changed_by": record.changed_by,
    }


_PLAIN: dict[type, Callable[[Any], dict[str, Any]]] = {
    Annotation: _plain_annotation,
    Link: _plain_link,
    RegisterEntry: _plain_entry,
    Progress: _plain_progress,
    CodebookVersion: _plain_codebook,
    Card: _plain_card,
    Details: _plain_details,
}


def _record(fields: dict[str, Any]) -> Record:
    kind = fields.pop("type")
    if kind == _ANNOTATION:
        fields["fragments"] = fragments_of(fields["fragments"])
        return Annotation(**fields)
    if kind == _LINK:
        fields["target"] = End(*fields["target"])
        return Link(**fields)
    if kind == _ENTRY:
        fields["aliases"] = tuple(fields["aliases"])
        return RegisterEntry(**fields)
    if kind == _PROGRESS:
        fields["annotators"] = tuple(fields["annotators"])
        return Progress(**fields)
    if kind == _CODEBOOK:
        return CodebookVersion(**fields)
    if kind == _CARD:
        return Card(**{**fields, "assignees": tuple(fields["assignees"]), "tags": tuple(fields["tags"])})
    if kind == _DETAILS:
        meta = Meta(fields["source"], fields["url"], fields["published"], fields["extra"])
        return Details(fields["article"], fields["title"], meta, zones_from_list(fields["zones"]))
    raise ValueError(f"a record of the unknown type {kind}")
