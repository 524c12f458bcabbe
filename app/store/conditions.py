"""What a search asks beside words, as SQL: conditions of an article, and of a mark in it. All speak of one layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app.domain.codebook import KINDS
from app.domain.text.folding import STRONG, fold_key
from app.domain.text.query import Node, is_positive

_KINDS = ", ".join(f"'{kind}'" for kind in KINDS)
_ENTRY_NAMES = "coalesce(entry.name, '') || ' ' || coalesce(entry.aliases, '')"
_SPEAKERS = f"""(
    SELECT group_concat(coalesce(mention.exact, '') || ' ' || {_ENTRY_NAMES} || ' ' || coalesce((
        SELECT group_concat({_ENTRY_NAMES.replace("entry.", "meant.")}, ' ') FROM link AS meaning
        JOIN entry AS meant ON meant.id = meaning.entry WHERE meaning.source = link.annotation
    ), '') || ' ' || coalesce(link.literal, ''), ' ')
    FROM link LEFT JOIN annotation AS mention ON mention.id = link.annotation LEFT JOIN entry ON entry.id = link.entry
    WHERE link.source = mark.id AND link.role IN ('speaker', 'claimer')
)"""
MARKS = """
    FROM annotation AS mark INDEXED BY annotation_place
    WHERE mark.layer = ? AND mark.article = {article} AND mark.state <> 'rejected'
"""
_OF_MARK = {
    "kind": "mark.kind IN ({places})",
    "label": "mark.label IN ({places})",
    "state": "mark.state IN ({places})",
    "speaker": f"mark.kind IN ('quote', 'claim') AND tawsim_holds({_SPEAKERS}, {{places}})",
}
# Read from narrow indexes, so that a label or a source that few articles have is found without looking at the others.
_LABELLED = f"SELECT article FROM label_article WHERE layer = ? AND kind IN ({_KINDS}) AND label IN ({{places}})"
_HAVING_LABEL = f"""article.rank IN (
    {_LABELLED}
    UNION ALL SELECT article FROM tally INDEXED BY tally_doubt WHERE layer = ? AND doubt IS NOT NULL
)"""
_SOURCES = """(
    WITH RECURSIVE known (source) AS (
        SELECT min(source) FROM shelf
        UNION ALL
        SELECT (SELECT min(source) FROM shelf WHERE source > known.source) FROM known WHERE source IS NOT NULL
    )
    SELECT source FROM known WHERE tawsim_holds(source, {places})
)"""
_FROM_SOURCES = f"SELECT shelf.article FROM shelf INDEXED BY shelf_source WHERE shelf.source IN {_SOURCES}"
# Of each article that the words leave. Its list of all articles from a source would be made before the first is there.
_ITS_SOURCE = f"(SELECT shelf.source FROM shelf WHERE shelf.article = article.rank) IN {_SOURCES}"
_DAY = "(SELECT day FROM shelf WHERE shelf.article = article.rank)"  # also where the source writes it in another way
_OF_ARTICLE = {
    "source": f"article.rank IN ({_FROM_SOURCES})",
    "from": f"{_DAY} >= {{places}}",
    "to": f"{_DAY} <= {{places}}",
    "status": """coalesce((SELECT status FROM progress WHERE progress.article = article.rank
        AND progress.layer = {layer}), 'new') IN ({places})""",
    "layer": """(EXISTS (SELECT 1 FROM progress WHERE progress.article = article.rank AND progress.layer = {layer})
        OR EXISTS (SELECT 1 FROM annotation INDEXED BY annotation_place
            WHERE annotation.layer = {layer} AND annotation.article = article.rank))""",
    "annotator": """tawsim_holds((SELECT annotators FROM progress WHERE progress.article = article.rank
        AND progress.layer = {layer}), {places})""",
}
_LATEST = "\uffff"


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold, or with ``wanted`` false must not: of the article (source, from, to, status, annotator, layer) or
    of a mark in it (kind, label, state, speaker). One of the ``values`` is enough."""

    name: str
    values: tuple[str, ...]
    wanted: bool = True

    @property
    def of_mark(self) -> bool:
        return self.name in _OF_MARK


@dataclass(frozen=True, slots=True)
class CorpusQuery:
    """``tree`` holds words alone; None finds every article that the conditions leave. Conditions speak of one layer."""

    tree: Node | None
    layer: str
    conditions: tuple[Condition, ...] = ()

    @property
    def asks_marks(self) -> bool:
        return any(each.of_mark for each in self.conditions)


def allowed(query: CorpusQuery) -> tuple[str, list[Any]]:
    """What the conditions say of an article."""
    sql, values = _shelved(), []
    by_words = query.tree is not None and is_positive(query.tree)
    for each in query.conditions:
        if not each.of_mark:
            said, given = _said(each, query.layer, by_words=by_words)
            sql += f" AND {'' if each.wanted else 'NOT '}coalesce({said}, false)"
            values += given
    wanted = [each for each in query.conditions if each.of_mark and each.wanted]
    if not wanted and not by_words:
        for each in query.conditions:
            if each.of_mark:
                said, given = _said(each, query.layer)
                if each.name == "label":  # most articles that have it are known at once
                    sql += f" AND article.rank NOT IN ({_LABELLED.format(places=_places(each))})"
                    values += [query.layer, *each.values]
                sql += f" AND NOT EXISTS (SELECT 1 {MARKS.format(article='article.rank')} AND {said})"
                values += [query.layer, *given]
    if wanted:
        said, given = joined(wanted, " AND ", query.layer)
        for each in wanted:
            if each.name == "label":
                sql += f" AND {_HAVING_LABEL.format(places=_places(each))}"
                values += [query.layer, *each.values, query.layer]
        sql += f" AND EXISTS (SELECT 1 {MARKS.format(article='article.rank')} AND {said})"
        values += [query.layer, *given]
    return sql, values


def _shelved() -> str:
    """What holds of every article that a search may find: it does not lie in the bin."""
    return "article.rank NOT IN (SELECT shelf.article FROM shelf WHERE shelf.binned = 1)"


def joined(conditions: Sequence[Condition], join: str, layer: str) -> tuple[str, list[Any]]:
    parts = [_said(each, layer) for each in conditions]
    return join.join(f"({sql})" for sql, _ in parts), [value for _, values in parts for value in values]


def _said(condition: Condition, layer: str, *, by_words: bool = False) -> tuple[str, list[Any]]:
    """The condition as SQL. ``by_words``: articles come one by one as the search index has them."""
    values: list[Any] = list(condition.values)
    if condition.name == "to":
        values = [value + _LATEST for value in values]
    template = {**_OF_MARK, **_OF_ARTICLE}[condition.name]
    if by_words and condition.name == "source":
        template = _ITS_SOURCE
    sql = template.format(places=_places(condition), layer="?")
    return sql, [layer] * template.count("{layer}") + values


def _places(condition: Condition) -> str:
    return ", ".join("?" * len(condition.values))


def holds(text: str | None, *keys: str) -> bool:
    """Whether the folded text holds one of the folded keys."""
    folded = fold_key(text, STRONG) if text else ""
    return any(key in folded for key in keys)
