"""Quotes and claims of one layer as rows of a table: of an article or of the whole project, filtered and sorted.

The order of the articles is read from an index and stops at the limit, whatever the project's size. Any other order and
any filter looks at every frame of the layer once (at no other mark's row, and at no text of an article): that is work
for a worker, which can be stopped. Only ids come of it; the rows themselves are read for those that are seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.domain.text.folding import STRONG, fold_key
from app.store.edits import ranks_of
from app.store.file import ProjectFile

PLACE = "place"
_STEPS = 20_000  # of SQLite's machine between two looks whether anybody still waits
_FOLD = "tawsim_fold"

_ENDS = """(SELECT group_concat(name, '، ') FROM (
    SELECT coalesce(mention.exact, entry.name) AS name
    FROM link LEFT JOIN annotation AS mention ON mention.id = link.annotation LEFT JOIN entry ON entry.id = link.entry
    WHERE link.source = frame.id AND link.role {roles} ORDER BY link.id
))"""
_SPEAKER = _ENDS.format(roles="IN ('speaker', 'claimer')")
_UNNAMED = """coalesce(
    (SELECT literal FROM link WHERE link.source = frame.id AND literal IS NOT NULL LIMIT 1),
    CASE WHEN json_extract(frame.attributes, '$.realization') IN ('implicit', 'anonymous')
        THEN json_extract(frame.attributes, '$.realization') END
)"""
_NAME = "(SELECT name FROM article INDEXED BY article_queue WHERE rank = frame.article)"
_START = "json_extract(frame.fragments, '$[0][0]')"
_COLUMNS = {
    "kind": "frame.kind",
    "label": "frame.label",
    "speaker": f"coalesce({_SPEAKER}, {_UNNAMED})",
    "cue": _ENDS.format(roles="= 'cue'"),
    "words": "frame.exact",
    "normalized": "json_extract(frame.attributes, '$.normalized_claim')",
    "state": "frame.state",
    "article": _NAME,
    "date": "(SELECT published FROM article WHERE rank = frame.article)",
}
COLUMNS = tuple(_COLUMNS)
"""What frames are filtered and sorted by, in the order of the table."""
_CUE_SAYS = """(SELECT json_extract(cue.attributes, '$.strength') FROM link JOIN annotation AS cue
    ON cue.id = link.annotation WHERE link.source = frame.id AND link.role = 'cue' ORDER BY link.id LIMIT 1)"""
_COLUMNS |= {
    "strength": _CUE_SAYS,
    "medium": "json_extract(frame.attributes, '$.medium')",
    "topic": "json_extract(frame.attributes, '$.topic')",
    "verdict": "json_extract(frame.attributes, '$.verdict.value')",
}
QUOTE_COLUMNS = ("speaker", "cue", "strength", "label", "medium", "words", "article", "date")
CLAIM_COLUMNS = ("speaker", "topic", "verdict", "normalized", "words", "state", "article", "date")
"""What the search in annotations shows of quotes, and of claims."""

_FOLDED = frozenset({"speaker", "cue", "words", "normalized", "article", "topic"})
_EXACT = {
    "kind": "frame.kind",
    "label": "frame.label",
    "state": "frame.state",
    "speaker": _UNNAMED,
    **{name: _COLUMNS[name] for name in ("strength", "medium", "verdict")},
}

_ROWS = f"""
    SELECT frame.id, frame.kind, frame.label, frame.exact, {_SPEAKER}, {_UNNAMED}, {_COLUMNS["cue"]},
        {_COLUMNS["normalized"]}, frame.state, article.id, article.name, article.published, article.direction = 'rtl',
        {_COLUMNS["strength"]}, {_COLUMNS["medium"]}, {_COLUMNS["topic"]}, {_COLUMNS["verdict"]}
    FROM annotation AS frame JOIN article ON article.rank = frame.article WHERE frame.id IN ({{places}})
"""


@dataclass(frozen=True, slots=True)
class FrameRow:
    """A quote or claim in the table. ``speaker`` names mentions and entries; where there are none, ``unnamed`` may be
    ``implicit``, ``anonymous`` or a literal such as ``journalist``. ``article`` is an id, ``name`` what lists show."""

    id: str
    kind: str
    label: str
    words: str
    speaker: str | None
    unnamed: str | None
    cue: str | None
    normalized: str | None
    state: str
    article: str
    name: str
    published: str | None
    rtl: bool
    strength: str | None = None
    medium: str | None = None
    topic: str | None = None
    verdict: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: the folded ``key`` stands in one of ``columns``, or ``exact`` names a column and its value."""

    key: str
    columns: tuple[str, ...] = COLUMNS
    exact: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FrameQuery:
    """Which frames, and in what order: ``order`` is ``PLACE`` (articles as imported, then by position) or a column.

    ``article`` is an id; None for the whole project. What was rejected is no frame.
    """

    layer: str
    kinds: tuple[str, ...]
    article: str | None = None
    terms: tuple[Term, ...] = ()
    order: str = PLACE
    descending: bool = False


@dataclass(slots=True)
class _Statement:
    sql: str
    values: list[Any] = field(default_factory=list)


class Frames:
    """Asks one project file for its quotes and claims."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    def ids(
        self, query: FrameQuery, *, offset: int = 0, limit: int | None = None, stop: Callable[[], bool] | None = None
    ) -> list[str]:
        """Ids of the frames from ``offset`` on. ``stop`` is asked now and then; ``StoreTrouble`` once it says so."""
        connection = self._file.connection
        connection.create_function(_FOLD, 1, _fold, deterministic=True)
        made = statement(self._file, query)
        values = (*made.values, -1 if limit is None else limit, offset)
        connection.set_progress_handler(stop, _STEPS)
        try:
            return [row[0] for row in self._file.rows(made.sql, values)]
        finally:
            connection.set_progress_handler(None, 0)

    def rows(self, found: Sequence[str]) -> list[FrameRow]:
        """The rows of those ids, a few hundred at most, in their order; without those that are gone."""
        read = self._file.rows(_ROWS.format(places=_places(found)), found)
        by_id = {row[0]: FrameRow(*row) for row in read}
        return [by_id[each] for each in found if each in by_id]


def statement(file: ProjectFile, query: FrameQuery) -> _Statement:
    """The query for ids as SQL that wants a limit and an offset behind its values."""
    made = _Statement("frame.layer = ?", [query.layer])
    if query.article is not None:
        made.sql += " AND frame.article = ?"
        made.values.append(ranks_of(file, (query.article,))[query.article])
    else:
        made.sql += " AND frame.article NOT IN (SELECT article FROM shelf WHERE binned = 1)"
    made.sql += f" AND frame.state <> 'rejected' AND frame.kind IN ({_places(query.kinds)})"
    made.values += query.kinds
    for term in query.terms:
        _add(made, term)
    made.sql = (
        f"SELECT frame.id FROM annotation AS frame INDEXED BY annotation_place WHERE {made.sql} "
        f"ORDER BY {_order(query)} LIMIT ? OFFSET ?"
    )
    return made


def _add(made: _Statement, term: Term) -> None:
    """Another condition that must hold."""
    ways = []
    for column in term.columns:
        ways.append(f"instr({_FOLD}({_COLUMNS[column]}), ?)")
        made.values.append(term.key)
    for column in dict.fromkeys(name for name, _ in term.exact):
        values = [value for name, value in term.exact if name == column]
        ways.append(f"{_EXACT[column]} IN ({_places(values)})")
        made.values += values
    made.sql += f" AND ({' OR '.join(ways)})"


def _order(query: FrameQuery) -> str:
    """What to sort by; what a frame has not stands last either way."""
    way = " DESC" if query.descending else ""
    place = f"frame.article{way}, {_START}{way}, frame.id{way}"
    if query.order == PLACE:
        return place
    key = _COLUMNS[query.order]
    folded = f"{_FOLD}({key})" if query.order in _FOLDED else key
    return f"coalesce({key}, '') = '', {folded}{way}, frame.article, {_START}, frame.id"


def _places(values: Iterable[object]) -> str:
    return ", ".join("?" for _ in values)


def _fold(text: str | None) -> str:
    return fold_key(text, STRONG) if text else ""
