"""Records as rows of their tables and back. The key of a table is its first column or columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.annotation import (
    ANNOTATION_END,
    ENTRY_END,
    LITERAL_END,
    NEW,
    Annotation,
    CodebookVersion,
    End,
    Link,
    Progress,
    Record,
    RegisterEntry,
)
from app.domain.article import Details
from app.domain.card import Card
from app.domain.span import Fragments, Span
from app.domain.values import frozen
from app.store.file import Row
from app.store.records import compact, parse

Ranks = Mapping[str, int]
"""The row numbers of articles by their ids."""


@frozen
class Table:
    """The four statements of one table: ``insert`` takes a row, ``update`` what follows the key and then the key."""

    columns: str
    select: str
    insert: str
    update: str
    delete: str
    keys: int


def _table(name: str, columns: str, keys: int = 1) -> Table:
    names = columns.split(", ")
    others = names[keys:]
    where = " AND ".join(f"{key} = ?" for key in names[:keys])
    return Table(
        columns=columns,
        select=f"SELECT {columns} FROM {name} WHERE {where}",
        insert=f"INSERT INTO {name} ({columns}) VALUES ({_places(names)})",
        update=f"UPDATE {name} SET ({', '.join(others)}) = ({_places(others)}) WHERE {where}",
        delete=f"DELETE FROM {name} WHERE {where}",
        keys=keys,
    )


def _places(names: list[str]) -> str:
    return ", ".join("?" * len(names))


ANNOTATION = _table(
    "annotation",
    "id, article, layer, kind, label, fragments, exact, attributes, origin, confidence, state, codebook, "
    "made_at, made_by, changed_at, changed_by",
)
MARKS = ANNOTATION.columns.replace("article, layer, ", "")
"""The columns of annotations whose place is known: the words of it, read again for every mark, would cost a tenth."""
LINK = _table("link", "id, article, layer, role, source, annotation, entry, literal")
ENTRY = _table("entry", "id, label, name, aliases, kb_id, note")
PROGRESS = _table("progress", "article, layer, status, annotators", keys=2)
CARD = _table("card", "article, assignees, priority, tags, note, binned")


def table_of(record: Record) -> Table:
    """The table that holds records of this type."""
    match record:
        case Annotation():
            return ANNOTATION
        case Link():
            return LINK
        case RegisterEntry():
            return ENTRY
        case Progress():
            return PROGRESS
        case Card():
            return CARD
        case CodebookVersion():
            raise TypeError("versions of the codebook are kept, not changed: see versions.py")
        case Details():
            raise TypeError("details are columns of their article: see articles.py")


def row_of(record: Record, ranks: Ranks) -> Row:
    """The row that holds the record. The same content always gives the same row."""
    match record:
        case Annotation():
            return _annotation_row(record, ranks)
        case Link():
            return _link_row(record, ranks)
        case RegisterEntry():
            return (record.id, record.label, record.name, compact(record.aliases), record.kb_id, record.note)
        case Progress():
            return (ranks[record.article], record.layer, record.status, compact(record.annotators))
        case Card():
            words = compact(record.assignees), compact(record.tags)
            return (ranks[record.article], words[0], record.priority, words[1], record.note, int(record.binned))
        case CodebookVersion():
            return (record.version, record.name, record.source)
        case Details():
            raise TypeError("details are columns of their article: see articles.py")


def is_stored(record: Record | None) -> bool:
    """Whether there is a row for it: not for nothing, a blank card, or the progress of an article nobody has begun."""
    if record is None:
        return False
    if isinstance(record, Progress):
        return record.status != NEW or bool(record.annotators)
    return not (isinstance(record, Card) and record.blank)


def annotation_of(row: Row, article: str) -> Annotation:
    """The annotation of a row of ``ANNOTATION.columns``, on the article of that id."""
    return annotations_of([(row[0], *row[3:])], article, row[2])[0]


def annotations_of(rows: Sequence[Row], article: str, layer: str) -> list[Annotation]:
    """The annotations of rows of ``MARKS``, all of one layer on the article of that id."""
    # One question to the JSON library for all of them, and values by place: an export makes millions.
    places = parse(f"[{','.join([row[3] for row in rows])}]")
    said = parse(f"[{','.join([row[5] for row in rows])}]")
    made = []
    for row, pairs, attributes in zip(rows, places, said, strict=True):
        name, kind, label, _, exact, _, origin, sure, state, version, made_at, made_by, changed_at, changed_by = row
        fragments = tuple([Span(start, end) for start, end in pairs])
        made.append(
            Annotation(
                *(name, article, layer, kind, label, fragments, exact, made_at, made_by, attributes),
                *(origin, sure, state, version, changed_at, changed_by),
            )
        )
    return made


def link_of(row: Row, article: str) -> Link:
    """The link of a row of ``LINK.columns``, on the article of that id."""
    name, _, layer, role, source, mark, entry, literal = row
    if mark is not None:
        target = End(ANNOTATION_END, mark)
    elif entry is not None:
        target = End(ENTRY_END, entry)
    else:
        target = End(LITERAL_END, literal)
    return Link(name, article, layer, role, source, target)


def entry_of(row: Row) -> RegisterEntry:
    """The register entry of a row of ``ENTRY.columns``."""
    return RegisterEntry(row[0], row[1], row[2], tuple(parse(row[3])), row[4], row[5])


def progress_of(row: Row, article: str) -> Progress:
    """The progress of a row of ``PROGRESS.columns``, on the article of that id."""
    return Progress(article, row[1], row[2], tuple(parse(row[3])))


def card_of(row: Row, article: str) -> Card:
    """The card of a row of ``CARD.columns``, of the article of that id."""
    return Card(article, tuple(parse(row[1])), row[2], tuple(parse(row[3])), row[4], bool(row[5]))


def _annotation_row(record: Annotation, ranks: Ranks) -> Row:
    return (
        record.id,
        ranks[record.article],
        record.layer,
        record.kind,
        record.label,
        _fragments(record.fragments),
        record.exact,
        compact(record.attributes) if record.attributes else "{}",
        record.origin,
        record.confidence,
        record.state,
        record.codebook,
        record.made_at,
        record.made_by,
        record.changed_at,
        record.changed_by,
    )


def _fragments(fragments: Fragments) -> str:
    if len(fragments) == 1:  # as most marks have
        return f"[[{fragments[0].start},{fragments[0].end}]]"
    return f"[{','.join([f'[{span.start},{span.end}]' for span in fragments])}]"


def _link_row(record: Link, ranks: Ranks) -> Row:
    end: dict[str, Any] = {record.target.kind: record.target.value}
    return (
        record.id,
        ranks[record.article],
        record.layer,
        record.role,
        record.source,
        end.get(ANNOTATION_END),
        end.get(ENTRY_END),
        end.get(LITERAL_END),
    )
