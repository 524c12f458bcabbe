"""An edit written to the tables: each change from what is there to what shall be, or a named refusal."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from app.domain.annotation import (
    ANNOTATION_END,
    ENTRY_END,
    Annotation,
    CodebookVersion,
    Link,
    Record,
    RegisterEntry,
)
from app.domain.article import Details
from app.domain.edit import Change, Edit
from app.domain.errors import N_
from app.store import articles, mark_rows, versions
from app.store.errors import NOT_SAVED, ArticleMissing, EditConflict, LooseLink
from app.store.file import ProjectFile, Row
from app.store.rows import ANNOTATION, Ranks, Table, is_stored, row_of, table_of

_KEPT_ELSEWHERE = (CodebookVersion, Details)  # in no table of ``rows``
_TAKEN = (sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY, sqlite3.SQLITE_CONSTRAINT_UNIQUE)

_NO_ARTICLE = N_("{path} has no article {article}. Import the article first.")
_LOOSE = N_(
    "Nothing was changed in {path}: the {role} of a mark ({source}) would point to something that is not there "
    "({target}). Erase that link first, or take back the newer steps before this one."
)


def apply(file: ProjectFile, edit: Edit, refusal: str = NOT_SAVED) -> Ranks:
    """Write the edit's changes, inside a transaction; the row numbers of the articles it touches.

    Raises ``EditConflict`` with the sentence ``refusal`` when a record is not as the change says it was, ``LooseLink``
    when a link would be left without an end, and ``ArticleMissing``.
    """
    ranks = ranks_of(file, edit.articles())
    for table, changes in groupby(edit.changes, key=_making):
        if table is not None:
            _make(file, table, list(changes), ranks, refusal, edit.title)
        else:
            for change in changes:
                _change(file, change, ranks, refusal, edit.title)
    _check_links(file, edit.changes, ranks)
    return ranks


def ranks_of(file: ProjectFile, articles: Iterable[str]) -> Ranks:
    """The row numbers of articles by their ids; ``ArticleMissing`` when there is no such article."""
    return {article: rank_of(file, article) for article in articles}


def rank_of(file: ProjectFile, article: str) -> int:
    """The row number of an article by its id; ``ArticleMissing`` when there is no such article."""
    rank: int | None = file.value("SELECT rank FROM article WHERE id = ?", (article,))
    if rank is None:
        raise ArticleMissing(_NO_ARTICLE, path=file.path, article=article)
    return rank


def _making(change: Change) -> Table | None:
    """The table that a plain making inserts into, so that runs of them are written in one go."""
    after = change.after
    if after is None or isinstance(after, _KEPT_ELSEWHERE) or not is_stored(after) or is_stored(change.before):
        return None
    return table_of(after)


def _make(file: ProjectFile, table: Table, changes: list[Change], ranks: Ranks, refusal: str, title: str) -> None:
    insert(file, table, [row_of(change.record, ranks) for change in changes], refusal, title)


def insert(file: ProjectFile, table: Table, rows: Sequence[Row], refusal: str, title: str) -> None:
    """Insert rows, inside a transaction. ``EditConflict`` with the sentence ``refusal`` when one is there already."""
    try:
        if table is ANNOTATION and len(rows) > 1:
            mark_rows.insert(file, rows)
        else:
            file.run_many(table.insert, rows)
    except sqlite3.IntegrityError as error:
        if error.sqlite_errorcode not in _TAKEN:
            raise
        ids = ", ".join(str(row[0]) for row in rows[:3])
        raise EditConflict(refusal, path=file.path, record=ids, title=title) from error


def _change(file: ProjectFile, change: Change, ranks: Ranks, refusal: str, title: str) -> None:
    record = change.record
    if change.before is not None and (type(change.before), change.before.id) != (type(record), record.id):
        raise ValueError("a change has two ends of one type and id")
    if isinstance(record, _KEPT_ELSEWHERE):
        turn = articles.correct if isinstance(record, Details) else versions.turn
        if not turn(file, change.before, change.after):
            raise EditConflict(refusal, path=file.path, record=record.id, title=title)
        return
    table = table_of(record)
    key = row_of(record, ranks)[: table.keys]
    expected = row_of(change.before, ranks) if change.before is not None and is_stored(change.before) else None
    if file.row(table.select, key) != expected:
        raise EditConflict(refusal, path=file.path, record=record.id, title=title)
    if change.after is not None and is_stored(change.after):
        row = row_of(change.after, ranks)
        if expected:
            file.run(table.update, row[table.keys :] + key)
        else:
            file.run(table.insert, row)
    elif expected:
        file.run(table.delete, key)


def _check_links(file: ProjectFile, changes: Iterable[Change], ranks: Ranks) -> None:
    """Refuse an edit after which a link that it wrote has no ends, or whose erasing left another link without one."""
    last: dict[tuple[type, str], tuple[Record | None, Record]] = {}
    for change in changes:
        record = change.record
        last[type(record), record.id] = (change.after, record)
    here = {after.id: (after.article, after.layer) for after, _ in last.values() if isinstance(after, Annotation)}
    for after, record in last.values():
        if isinstance(after, Link):
            check_ends(file, after, ranks, here)
        elif after is None and isinstance(record, Annotation):
            _check_gone(file, record, "source = ?1 OR annotation = ?1")
        elif after is None and isinstance(record, RegisterEntry):
            _check_gone(file, record, "entry = ?1")


def check_ends(file: ProjectFile, link: Link, ranks: Ranks, here: Mapping[str, tuple[str, str]]) -> None:
    """``LooseLink`` when a mark or entry at its ends is not there; ``here`` are marks that were just written, with the
    ids of their articles and their layers."""
    place = (ranks[link.article], link.layer)
    marks = [link.source] + ([link.target.value] if link.target.kind == ANNOTATION_END else [])
    for mark in marks:
        if here.get(mark) == (link.article, link.layer):
            continue
        if file.row("SELECT 1 FROM annotation WHERE id = ? AND (article, layer) = (?, ?)", (mark, *place)) is None:
            raise _loose(file, link.role, link.source, mark)
    if link.target.kind == ENTRY_END:
        entry = link.target.value
        if file.row("SELECT 1 FROM entry WHERE id = ?", (entry,)) is None:
            raise _loose(file, link.role, link.source, entry)


def _check_gone(file: ProjectFile, record: Record, where: str) -> None:
    if left := file.row(f"SELECT role, source FROM link WHERE {where}", (record.id,)):
        raise _loose(file, left[0], left[1], record.id)


def _loose(file: ProjectFile, role: Any, source: Any, target: str) -> LooseLink:
    return LooseLink(_LOOSE, path=file.path, role=role, source=source, target=target)
