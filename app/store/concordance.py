"""A query asked of the whole project: which articles it can find, in the order of import, and what a hit's line needs.

The search index names the articles; SQLite stops as soon as nobody takes the next one, so that the first of them are
there at once however many follow. What stands where in an article is the caller's to find out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NamedTuple

from app.domain.text.query import Both, Either, Node, Without, is_positive
from app.domain.text.querywords import Words
from app.store.conditions import MARKS, CorpusQuery, allowed, holds, joined
from app.store.file import ProjectFile, Values
from app.store.words import make_ready, not_indexed

_STEPS = 20_000  # of SQLite's machine between two looks whether anybody still waits
_CONTEXT = 90  # code points of the text before and behind a hit

_FOUND = """
    SELECT article.rank, article.direction = 'rtl', article.title, article.ref, article.text
    FROM {of} WHERE {where} ORDER BY {rank}{limit}
"""
_INDEXED = "article_words CROSS JOIN article ON article.rank = article_words.rowid"
_LINES = f"""
    SELECT id, ref, name, direction = 'rtl', source, published, substr({{field}}, max(?2 - {_CONTEXT}, 0) + 1,
        min(?2, {_CONTEXT})), substr({{field}}, ?2 + 1, ?3 - ?2), substr({{field}}, ?3 + 1, {_CONTEXT})
    FROM article WHERE rank = ?1
"""
_FIELDS = ("text", "title", "ref")


class Hit(NamedTuple):
    """A place in the project: an article's row number, the field (0 text, 1 title, 2 ref), and code points. An article
    that is found without any word has an empty place at its start."""

    rank: int
    field: int
    start: int
    end: int


class Candidate(NamedTuple):
    """An article that the index and the filters leave."""

    rank: int
    rtl: bool
    title: str
    ref: str
    text: str


@dataclass(frozen=True, slots=True)
class HitLine:
    """A hit with its context. ``article`` is an id; ``start`` and ``end`` are code points of ``field``."""

    article: str
    ref: str
    name: str
    rtl: bool
    source: str | None
    published: str | None
    before: str
    exact: str
    after: str
    start: int
    end: int
    field: str


class Concordance:
    """Asks one project file."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file
        self._taught = False

    def missing(self) -> int:
        """How many articles are not in the search index yet."""
        return not_indexed(self._file)

    def make_ready(self) -> None:
        """Index what is missing. ``ReadOnlyProject`` where that cannot be."""
        make_ready(self._file)

    def candidates(self, query: CorpusQuery, stop: Callable[[], bool]) -> Iterator[Candidate]:
        """Articles that the query may find, read one by one. ``StoreTrouble`` once ``stop`` says so."""
        of, rank, where, values = _asked(query)
        sql = _FOUND.format(of=of, where=where, rank=rank, limit="")
        with self._watched(stop):
            yield from map(Candidate._make, self._file.each(sql, values))

    def first(self, query: CorpusQuery, limit: int) -> list[Candidate]:
        """The first articles that the conditions leave, whatever words they hold."""
        of, rank, where, values = _asked(CorpusQuery(None, query.layer, query.conditions))
        self._teach()
        rows = self._file.rows(_FOUND.format(of=of, where=where, rank=rank, limit=" LIMIT ?"), (*values, limit))
        return list(map(Candidate._make, rows))

    def mark_fragments(self, query: CorpusQuery, rank: int, *, wanted: bool) -> list[str]:
        """The fragments, as JSON, of the article's marks that the conditions ask for, or those that they forbid."""
        conditions = [each for each in query.conditions if each.of_mark and each.wanted == wanted]
        if not conditions:
            return []
        join = " AND " if wanted else " OR "
        sql, values = joined(conditions, join, query.layer)
        self._teach()
        rows = self._file.rows(
            f"SELECT mark.fragments {MARKS.format(article='?')} AND ({sql})", (query.layer, rank, *values)
        )
        return [row[0] for row in rows]

    def line(self, hit: Hit) -> HitLine | None:
        """A hit with its context, which ends with the paragraph."""
        field = _FIELDS[hit.field]
        row = self._file.row(_LINES.format(field=field), (hit.rank, hit.start, hit.end))
        if row is None:
            return None
        article, ref, name, rtl, source, published, before, exact, after = row
        if not exact:  # found without a word: the line is how the article begins
            before, after = "", " ".join(after.split())
        before, after = before.rpartition("\n")[2], after.partition("\n")[0]
        return HitLine(
            article, ref, name, bool(rtl), source, published, before, exact, after, hit.start, hit.end, field
        )

    def last_rank(self) -> int:
        """The row number of the article that came in last: how far a search goes."""
        return int(self._file.value("SELECT max(rank) FROM article") or 0)

    @contextmanager
    def _watched(self, stop: Callable[[], bool]) -> Iterator[None]:
        """With somebody who may stop the statements."""
        self._teach()
        self._file.connection.set_progress_handler(stop, _STEPS)
        try:
            yield
        finally:
            self._file.connection.set_progress_handler(None, 0)

    def _teach(self) -> None:
        """Give the statements the function that they call: once, for none can be given while one is running."""
        if not self._taught:
            self._file.connection.create_function("tawsim_holds", -1, holds, deterministic=True)
            self._taught = True


def match_of(node: Node) -> str:
    """A tree that looks for something as an FTS5 expression."""
    match node:
        case Words():
            return _phrases(node)
        case Either():
            return "(" + " OR ".join(map(match_of, node.parts)) + ")"
        case Both():
            wanted = " AND ".join(match_of(part) for part in node.parts if is_positive(part))
            out = " OR ".join(match_of(part.part) for part in node.parts if isinstance(part, Without))
            return f"(({wanted}) NOT ({out}))" if out else f"({wanted})"
    raise AssertionError(node)


def _phrases(words: Words) -> str:
    """The words with every clitic; their keys are letters and digits alone, so nothing in them is FTS5's."""
    rest = "".join(f" {key}" for key in words.keys[1:])
    star = " *" if words.prefix else ""
    columns = words.field or "{title text}"
    return f"({columns} : (" + " OR ".join(f'"{form}{rest}"{star}' for form in words.forms()) + "))"


def _asked(query: CorpusQuery) -> tuple[str, str, str, Values]:
    """What to read from, what its row number is called, and the conditions with their values."""
    where, values = allowed(query)
    if query.tree is None:
        return "article", "article.rank", where, values
    if is_positive(query.tree):
        match: list[Any] = [match_of(query.tree)]
        return _INDEXED, "article_words.rowid", f"article_words MATCH ? AND {where}", match + values
    parts = query.tree.parts if isinstance(query.tree, Both) else (query.tree,)
    out = " OR ".join(match_of(part.part) for part in parts if isinstance(part, Without))
    without = "article.rank NOT IN (SELECT rowid FROM article_words WHERE article_words MATCH ?)"
    return "article", "article.rank", f"{without} AND {where}", [out, *values]
