"""The queue: which articles, in what order, a page at a time. Never their texts, and never a count of marks.

What is asked for is a ``QueueQuery``. In the order of import without a filter, pages come straight from an index;
``ranks`` gives any other order whole, as row numbers, so that a list is scrolled without asking for it again.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from app.domain.annotation import NEW, STATUSES
from app.domain.values import frozen
from app.store.edits import ranks_of
from app.store.file import ProjectFile
from app.store.records import compact, parse
from app.store.words import make_ready, match_of

ORDER, TITLE, DAY, LENGTH, PRIORITY = "order", "title", "day", "length", "priority"
MARKS, CHANGED, DOUBT = "marks", "changed", "doubt"
SORTS = (ORDER, TITLE, DAY, LENGTH, MARKS, PRIORITY, CHANGED, DOUBT)
NOBODY = "\0"
"""Stands for an assignee or a tag in a filter: articles that have none at all."""

# Every question below is a walk through one index, and its answer one JSON array of row numbers: a hundred thousand of
# them take some 15 ms, where as many rows would take three times as long. What is asked together meets as sets.
_WALK = "SELECT json_group_array(article) FROM ({})"
_SHELF = "SELECT article FROM shelf WHERE binned = :binned ORDER BY {}"
_SHELVED = {
    ORDER: ("article", "article DESC"),
    TITLE: ("title, article", "title DESC, article DESC"),
    DAY: ("day NULLS LAST, article", "day DESC, article DESC"),
    LENGTH: ("length, article", "length DESC, article DESC"),
    PRIORITY: ("priority DESC, article", "priority, article DESC"),
}
_TALLIED = {
    MARKS: "SELECT article FROM tally WHERE layer = :layer AND marks > 0 ORDER BY marks{way}, article{way}",
    CHANGED: "SELECT article FROM tally WHERE layer = :layer ORDER BY changed{way}, article{way}",
    DOUBT: "SELECT article FROM tally WHERE layer = :layer AND doubt > 0 ORDER BY doubt DESC, open DESC, article",
}
_TALLIED_FEW = {
    MARKS: "coalesce(marks, 0){way}, article{way}",
    CHANGED: "changed IS NULL, changed{way}, article{way}",
    DOUBT: "doubt IS NULL, doubt DESC, iif(doubt > 0, open, 0) DESC, article",
}
_FEW = 2000
_FEW_SORTED = """
    SELECT article FROM shelf LEFT JOIN
        (SELECT article AS worked, marks, changed, doubt, open FROM tally WHERE layer = :layer) ON worked = article
    WHERE article IN (SELECT value FROM json_each(:few)) AND binned = :binned ORDER BY {}
"""
_WANTED = "(SELECT value FROM json_each(:wanted))"
_FOUND = {
    "assignee": "SELECT article FROM card_word WHERE kind = 'assignee' AND word = :assignee",
    "tag": "SELECT article FROM card_word WHERE kind = 'tag' AND word = :tag",
    "source": "SELECT article FROM shelf INDEXED BY shelf_source WHERE source = :source",
    "days": "SELECT article FROM shelf WHERE binned = :binned AND day BETWEEN :first AND :last",
    "label": "SELECT article FROM label_article WHERE layer = :layer AND kind = :kind AND label = :label",
    "findings": "SELECT article FROM tally INDEXED BY tally_findings WHERE layer = :layer AND findings > 0",
    "words": "SELECT rowid AS article FROM article_words WHERE article_words MATCH :match",
    "priority": "SELECT article FROM shelf WHERE binned = :binned AND priority IN {wanted}",
    "status": "SELECT article FROM progress WHERE layer = :layer AND status IN {wanted}",
    "any assignee": "SELECT article FROM card_word WHERE kind = 'assignee'",
    "any tag": "SELECT article FROM card_word WHERE kind = 'tag'",
}
# Row numbers have no gaps, since no article is ever deleted: what lies in the bin is counted, not all the others.
_BINNED = "SELECT count(*) FROM shelf WHERE binned = 1 AND article <= ?1"
_PLAIN_COUNT = "SELECT (SELECT coalesce(max(article), 0) FROM shelf) - (SELECT count(*) FROM shelf WHERE binned = 1)"
_PLAIN_PAGE = "SELECT article FROM shelf WHERE binned = 0 AND article >= ? ORDER BY article LIMIT ?"
_WORDS_PAGE = """
    SELECT rowid FROM article_words WHERE article_words MATCH ? AND rowid NOT IN
        (SELECT article FROM shelf WHERE binned = 1) ORDER BY rowid LIMIT ? OFFSET ?
"""
_PLAIN_POSITION = f"SELECT article - 1 - ({_BINNED}) FROM shelf WHERE article = ?1 AND binned = 0"
_ROWS = """
    SELECT article.rank, article.id, ref, name, coalesce(progress.status, 'new'), coalesce(tally.marks, 0),
        shelf.length, shelf.day, shelf.source, shelf.priority, card.assignees, card.tags, coalesce(card.note, '') <> '',
        coalesce(tally.open, 0), tally.findings
    FROM article INDEXED BY article_queue
    JOIN shelf ON shelf.article = article.rank
    LEFT JOIN progress ON progress.article = article.rank AND progress.layer = :layer
    LEFT JOIN card ON card.article = article.rank
    LEFT JOIN tally ON tally.layer = :layer AND tally.article = article.rank
    WHERE article.rank IN (SELECT value FROM json_each(:ranks))
"""


@frozen
class QueueRow:
    """What the queue shows of an article, in one layer. ``marks`` are what the layer has accepted, ``open`` suggestions
    that nobody has decided, ``length`` is in code points; ``findings`` is None while nobody has checked."""

    id: str
    ref: str
    name: str
    status: str
    marks: int
    length: int = 0
    day: str | None = None
    source: str | None = None
    priority: int = 0
    assignees: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    noted: bool = False
    open: int = 0
    findings: int | None = None


@frozen
class QueueQuery:
    """A filter and a sort. Without ``statuses``, ``priorities`` any; ``label`` is a kind and a label.

    ``words`` finds articles as the search does; ``first`` and ``last`` are days, both included. ``assignee`` or ``tag``
    may be ``NOBODY``. ``binned`` asks for what lies in the bin, and for nothing else.
    """

    words: str = ""
    statuses: tuple[str, ...] = ()
    assignee: str | None = None
    tag: str | None = None
    priorities: tuple[int, ...] = ()
    source: str | None = None
    first: str | None = None
    last: str | None = None
    label: tuple[str, str] | None = None
    findings: bool = False
    binned: bool = False
    sort: str = ORDER
    descending: bool = False

    @property
    def plain(self) -> bool:
        """Whether it asks for everything as it was imported."""
        return self == QueueQuery()


def ranks(file: ProjectFile, layer: str, query: QueueQuery) -> array[int]:
    """The row numbers of all that the filter leaves, in their order. Indexes for the search what is not yet indexed."""
    wanted: set[int] | None = None
    unwanted: set[int] = set()
    for negated, among in _conditions(file, layer, query):
        if negated:
            unwanted |= among
        else:
            wanted = among if wanted is None else wanted & among
    if wanted is not None:
        wanted -= unwanted
        if query.sort == ORDER:
            return array("q", _by_import(file, query, wanted))
        if len(wanted) <= _FEW:
            return array("q", _sorted(file, layer, query, wanted))
        return array("q", [rank for rank in _in_order(file, layer, query) if rank in wanted])
    found = _in_order(file, layer, query)
    return array("q", [rank for rank in found if rank not in unwanted] if unwanted else found)


def _by_import(file: ProjectFile, query: QueueQuery, wanted: set[int]) -> list[int]:
    """Those that lie, or do not lie, in the bin, by their numbers: nothing is asked about all the others."""
    binned = set(_walk(file, _SHELF.format("article"), {"binned": 1}))
    return sorted(wanted & binned if query.binned else wanted - binned, reverse=query.descending)


def _sorted(file: ProjectFile, layer: str, query: QueueQuery, few: set[int]) -> list[int]:
    """The few in the order of the query: quicker than a walk past all the others."""
    way = " DESC" if query.descending else ""
    order = _TALLIED_FEW[query.sort].format(way=way) if query.sort in _TALLIED else _shelved(query)
    values = {"layer": layer, "binned": int(query.binned), "few": compact(list(few))}
    return _walk(file, _FEW_SORTED.format(order), values)


def _shelved(query: QueueQuery) -> str:
    return _SHELVED[query.sort][query.descending]


def _in_order(file: ProjectFile, layer: str, query: QueueQuery) -> list[int]:
    """All that lie, or do not lie, in the bin. What a layer's work sorts stands first or, ascending marks, last."""
    values = {"layer": layer, "binned": int(query.binned)}
    if query.sort in _SHELVED:
        return _walk(file, _SHELF.format(_shelved(query)), values)
    every = _walk(file, _SHELF.format("article"), values)
    worked = _walk(file, _TALLIED[query.sort].format(way=" DESC" if query.descending else ""), values)
    among, shown = set(worked), set(every)
    kept, others = [rank for rank in worked if rank in shown], [rank for rank in every if rank not in among]
    if query.descending and query.sort != DOUBT:
        others.reverse()
    return others + kept if query.sort == MARKS and not query.descending else kept + others


def _conditions(file: ProjectFile, layer: str, query: QueueQuery) -> Iterator[tuple[bool, set[int]]]:
    """For each condition whether it is met by those that are not in the set, and the set."""
    values: dict[str, Any] = {"layer": layer, "binned": int(query.binned)}

    def among(name: str, **more: Any) -> set[int]:
        return set(_walk(file, _FOUND[name].format(wanted=_WANTED), {**values, **more}))

    if query.words.strip():
        match = match_of(query.words)
        if match is not None:
            make_ready(file)
        yield False, among("words", match=match) if match is not None else set()
    if query.statuses:  # articles that nobody has begun have no row: "new" is asked for by what is not
        negated = NEW in query.statuses
        wanted = [each for each in STATUSES if (each in query.statuses) is not negated]
        yield negated, among("status", wanted=compact(wanted))
    for kind, word in (("assignee", query.assignee), ("tag", query.tag)):
        if word is not None:
            yield (True, among(f"any {kind}")) if word == NOBODY else (False, among(kind, **{kind: word}))
    if query.priorities:
        yield False, among("priority", wanted=compact(query.priorities))
    if query.source is not None:
        yield False, among("source", source=query.source)
    if query.first or query.last:
        yield False, among("days", first=query.first or "", last=query.last or "9999-99-99")
    if query.label is not None:
        yield False, among("label", kind=query.label[0], label=query.label[1])
    if query.findings:
        yield False, among("findings")


def _walk(file: ProjectFile, sql: str, values: dict[str, Any]) -> list[int]:
    found: list[int] = parse(file.value(_WALK.format(sql), values))
    return found


def count(file: ProjectFile, layer: str, query: QueueQuery) -> int:
    """How many articles the filter leaves."""
    if query.plain:
        return int(file.value(_PLAIN_COUNT))
    return len(ranks(file, layer, query))


def page(file: ProjectFile, layer: str, query: QueueQuery, offset: int, limit: int) -> list[QueueRow]:
    """The rows from ``offset`` on, at most ``limit``."""
    if query.plain:
        found = file.rows(_PLAIN_PAGE, (_plain_rank(file, offset), limit))
        return rows(file, layer, [rank for (rank,) in found])
    if query == QueueQuery(words=query.words) and (match := match_of(query.words)) is not None:
        make_ready(file)
        return rows(file, layer, [rank for (rank,) in file.rows(_WORDS_PAGE, (match, limit, offset))])
    return rows(file, layer, ranks(file, layer, query)[offset : offset + limit])


def _plain_rank(file: ProjectFile, offset: int) -> int:
    """The row number of the article that stands at ``offset`` when nothing is filtered, or one behind the last."""
    rank, behind = 0, offset + 1
    while rank != behind:
        rank, behind = behind, offset + 1 + int(file.value(_BINNED, (behind,)))
    return rank


def position(file: ProjectFile, layer: str, article: str, query: QueueQuery) -> int | None:
    """The offset of the article; None when the filter leaves it out."""
    here = ranks_of(file, (article,))[article]
    if query.plain:
        place: int | None = file.value(_PLAIN_POSITION, (here,))
        return place
    found = ranks(file, layer, query)
    return found.index(here) if here in found else None


def rows(file: ProjectFile, layer: str, some: Sequence[int]) -> list[QueueRow]:
    """The rows of those row numbers, a few hundred at most, in their order."""
    values = {"layer": layer, "ranks": f"[{', '.join(map(str, some))}]"}
    found = {row[0]: _row(row) for row in file.rows(_ROWS, values)}
    return [found[rank] for rank in some if rank in found]


def _row(row: Sequence[Any]) -> QueueRow:
    _rank, *shown = row
    shown[9:12] = _words(shown[9]), _words(shown[10]), bool(shown[11])
    return QueueRow(*shown)


def _words(text: str | None) -> tuple[str, ...]:
    return tuple(parse(text)) if text and text != "[]" else ()
