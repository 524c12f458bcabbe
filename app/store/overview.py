"""What there is of everything in the project, counted: for statistics and for what is marked two ways.

Each question goes once through an index or a table, however large, and can be stopped: work for a worker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from app.domain.codebook import CUE, ENTITY, QUOTE
from app.domain.rules import ENTITY_ROLE
from app.store.file import ProjectFile, Row

_STEPS = 20_000  # of SQLite's machine between two looks whether anybody still waits

_HERE = "FROM annotation AS mark INDEXED BY annotation_place WHERE mark.layer = ? AND mark.state <> 'rejected'"
_MARKS = """
    SELECT layer, kind, label, made_by, origin, state, count(*) FROM annotation GROUP BY 1, 2, 3, 4, 5, 6
    ORDER BY 1, 2, 7 DESC
"""
_QUOTES = f"""
    SELECT mark.label, json_extract(mark.attributes, '$.medium'), json_extract(mark.attributes, '$.realization'),
        json_extract(mark.attributes, '$.polarity'),
        (SELECT json_extract(cue.attributes, '$.strength') FROM link JOIN annotation AS cue ON cue.id = link.annotation
            WHERE link.source = mark.id AND link.role = 'cue' ORDER BY link.id LIMIT 1), count(*)
    {_HERE} AND mark.kind = '{QUOTE}' GROUP BY 1, 2, 3, 4, 5
"""
_SPEAKERS = f"""
    SELECT coalesce((SELECT entry.name FROM link AS meaning JOIN entry ON entry.id = meaning.entry
            WHERE meaning.source = link.annotation AND meaning.role = '{ENTITY_ROLE}' LIMIT 1),
        entry.name, mention.exact, link.literal),
        link.annotation IS NULL AND link.entry IS NULL, count(*), count(DISTINCT link.article)
    FROM link INDEXED BY link_place LEFT JOIN annotation AS mention ON mention.id = link.annotation
    LEFT JOIN entry ON entry.id = link.entry
    WHERE link.layer = ? AND link.role = 'speaker' GROUP BY 1, 2
"""
_ENTRIES = f"""
    SELECT entry.name, entry.label, count(*), count(DISTINCT link.article)
    FROM link INDEXED BY link_place JOIN entry ON entry.id = link.entry
    WHERE link.layer = ? AND link.role = '{ENTITY_ROLE}' GROUP BY link.entry
"""
_CUES = f"""
    SELECT mark.exact, json_extract(mark.attributes, '$.strength'), count(*), count(DISTINCT mark.article)
    {_HERE} AND mark.kind = '{CUE}' GROUP BY 1, 2
"""
_SURFACES = f"""
    SELECT mark.label, coalesce(json_extract(mark.attributes, '$.normalized'), mark.exact), count(*),
        count(DISTINCT mark.article)
    {_HERE} AND mark.kind = '{ENTITY}' GROUP BY 1, 2
"""
_ARTICLES = "SELECT rank, source, published, text FROM article ORDER BY rank"
_ACCEPTED = """
    SELECT article, count(*) FROM annotation INDEXED BY annotation_place WHERE layer = ? AND state = 'accepted'
    GROUP BY article
"""
_STATUSES = "SELECT status, count(*) FROM progress INDEXED BY progress_queue WHERE layer = ? GROUP BY status"
_BEGUN = """
    SELECT article.rank, article.text FROM article WHERE article.rank IN (
        SELECT article FROM progress WHERE layer = ?1
        UNION SELECT article FROM annotation INDEXED BY annotation_place WHERE layer = ?1
    ) ORDER BY article.rank
"""
_NAMED = f"SELECT mark.fragments {_HERE} AND mark.article = ? AND mark.kind = '{ENTITY}'"


class Counted(NamedTuple):
    """An article as statistics see it. ``marks`` are those that the layer has accepted."""

    rank: int
    source: str | None
    published: str | None
    text: str
    marks: int


class Overview:
    """Asks one project file. ``stop`` says that nobody waits any more; then a question raises ``StoreTrouble``."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    def state(self) -> tuple[Any, ...]:
        """Another value than before once anything was marked, or articles came in."""
        journal = self._file.value("SELECT max(seq) FROM journal")
        return journal, self._file.value("SELECT max(rank) FROM article")

    def marks(self, stop: Callable[[], bool]) -> list[Row]:
        """Layer, kind, label, annotator, origin, state, and how many such marks."""
        return self._rows(_MARKS, (), stop)

    def quotes(self, layer: str, stop: Callable[[], bool]) -> list[Row]:
        """Type, medium, realization of the speaker, polarity, strength of the cue, and how many such quotes."""
        return self._rows(_QUOTES, (layer,), stop)

    def speakers(self, layer: str, stop: Callable[[], bool]) -> list[Row]:
        """Who speaks, as an entry or a surface, whether it is a mere word (``journalist``); quotes, articles."""
        return self._rows(_SPEAKERS, (layer,), stop)

    def entries(self, layer: str, stop: Callable[[], bool]) -> list[Row]:
        """Name and label of each entry that is mentioned; mentions and articles."""
        return self._rows(_ENTRIES, (layer,), stop)

    def cues(self, layer: str, stop: Callable[[], bool]) -> list[Row]:
        """Surface and strength of cues; how many, and articles."""
        return self._rows(_CUES, (layer,), stop)

    def surfaces(self, layer: str, stop: Callable[[], bool]) -> list[Row]:
        """Label and surface of entities, as they would stand alone; how many, and articles."""
        return self._rows(_SURFACES, (layer,), stop)

    def statuses(self, layer: str) -> dict[str, int]:
        """How many articles have each status in the layer, but for those that are new."""
        return dict(self._file.rows(_STATUSES, (layer,)))

    def articles(self, layer: str) -> Iterator[Counted]:
        """Every article, by import, one by one."""
        marks: dict[int, int] = dict(self._file.rows(_ACCEPTED, (layer,)))
        for rank, source, published, text in self._file.each(_ARTICLES):
            yield Counted(rank, source, published, text, marks.get(rank, 0))

    def begun(self, layer: str) -> Iterator[tuple[str, list[str]]]:
        """The text of every article that the layer has worked on, with its entities' fragments as JSON."""
        for rank, text in self._file.each(_BEGUN, (layer,)):
            yield text, [row[0] for row in self._file.rows(_NAMED, (layer, rank))]

    def _rows(self, sql: str, values: tuple[Any, ...], stop: Callable[[], bool]) -> list[Row]:
        with self._watched(stop):
            return self._file.rows(sql, values)

    @contextmanager
    def _watched(self, stop: Callable[[], bool]) -> Iterator[None]:
        self._file.connection.set_progress_handler(stop, _STEPS)
        try:
            yield
        finally:
            self._file.connection.set_progress_handler(None, 0)
