"""The list of articles in the order of import, a page at a time: never all of them, and never their texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.domain.annotation import NEW
from app.store.edits import ranks_of
from app.store.file import ProjectFile
from app.store.words import make_ready, match_of

# {article} is said in full: a bare ``rank`` is also the name of a hidden column of every FTS5 table.
_NOT_BEGUN = "NOT EXISTS (SELECT 1 FROM progress WHERE article = {article} AND layer = :layer AND status <> 'new')"
_OF_STATUS = "EXISTS (SELECT 1 FROM progress WHERE article = {article} AND layer = :layer AND status = :status)"

# ``marks`` are what the layer has accepted: neither suggestions nor what was refused.
_PAGE = """
    SELECT id, ref, name,
        coalesce((SELECT status FROM progress WHERE article = rank AND layer = :layer), 'new'),
        (SELECT count(*) FROM annotation INDEXED BY annotation_place
            WHERE layer = :layer AND article = rank AND state = 'accepted')
    FROM article INDEXED BY article_queue
    WHERE rank IN ({ranks} ORDER BY 1 LIMIT :limit OFFSET :offset)
    ORDER BY rank
"""


@dataclass(frozen=True, slots=True)
class QueueRow:
    """What the queue shows of an article, in one layer."""

    id: str
    ref: str
    name: str
    status: str
    marks: int


@dataclass(frozen=True, slots=True)
class _Ranks:
    """A query for the row numbers of the articles that a filter leaves, and its values."""

    sql: str
    values: dict[str, Any]


def page(file: ProjectFile, layer: str, query: str, status: str | None, offset: int, limit: int) -> list[QueueRow]:
    """The rows from ``offset`` on, at most ``limit``."""
    ranks = _ranks(file, layer, query, status)
    if ranks is None:
        return []
    values = {**ranks.values, "layer": layer, "limit": limit, "offset": offset}
    return [QueueRow(*row) for row in file.rows(_PAGE.format(ranks=ranks.sql), values)]


def count(file: ProjectFile, layer: str, query: str, status: str | None) -> int:
    """How many articles the filter leaves."""
    ranks = _ranks(file, layer, query, status)
    return 0 if ranks is None else int(file.value(f"SELECT count(*) FROM ({ranks.sql})", ranks.values))


def position(file: ProjectFile, layer: str, article: str, query: str, status: str | None) -> int | None:
    """The offset of the article in the queue; None when the filter leaves it out."""
    ranks = _ranks(file, layer, query, status)
    if ranks is None:
        return None
    values = {**ranks.values, "here": ranks_of(file, (article,))[article]}
    before, last = file.rows(f"SELECT count(*) - 1, max(rank) FROM ({ranks.sql}) WHERE rank <= :here", values)[0]
    return before if last == values["here"] else None


def _ranks(file: ProjectFile, layer: str, query: str, status: str | None) -> _Ranks | None:
    """The filter as a query; None when nothing can be found."""
    values: dict[str, Any] = {"layer": layer, "status": status}
    allowed = "true" if status is None else _NOT_BEGUN if status == NEW else _OF_STATUS
    if query.strip():
        match = match_of(query)
        if match is None:
            return None
        make_ready(file)
        found = "SELECT rowid AS rank FROM article_words WHERE article_words MATCH :match AND "
        return _Ranks(found + allowed.format(article="article_words.rowid"), {**values, "match": match})
    if status not in (None, NEW):
        return _Ranks("SELECT article AS rank FROM progress WHERE layer = :layer AND status = :status", values)
    every = "SELECT rank FROM article INDEXED BY article_queue WHERE "
    return _Ranks(every + allowed.format(article="article.rank"), values)
