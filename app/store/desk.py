"""The desk, where articles are shared out: what the queue shows, what the cards say, and the time that was spent."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from app.domain.annotation import Progress
from app.domain.card import Card
from app.store import queue
from app.store.edits import ranks_of
from app.store.file import ProjectFile
from app.store.queue import QueueQuery, QueueRow
from app.store.records import parse
from app.store.rows import CARD, PROGRESS, card_of, progress_of

if TYPE_CHECKING:
    from app.store.headway import Headway

# From one word to the next in the index: it takes as long as there are words, not as there are cards.
_WORDS = """
    WITH RECURSIVE step (word) AS (
        SELECT min({column}) FROM {table} WHERE {some}
        UNION ALL
        SELECT (SELECT min({column}) FROM {table} WHERE {some} AND {column} > step.word)
        FROM step WHERE step.word IS NOT NULL
    )
    SELECT word FROM step WHERE word IS NOT NULL
"""
_LABELS = """
    SELECT kind, label FROM label_tally WHERE layer = ? GROUP BY kind, label HAVING sum(marks) > 0 ORDER BY kind, label
"""
_STRATA = """
    SELECT source, substr(day, 1, 7), json_group_array(article) FROM shelf INDEXED BY shelf_source GROUP BY 1, 2
"""
_SPEND = """
    INSERT INTO activity (day, layer, author, article, seconds) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (day, layer, author, article) DO UPDATE SET seconds = seconds + excluded.seconds
"""


class Desk:
    """Asks one project file. Every method may raise ``StoreTrouble``, and ``ArticleMissing`` for an unknown id."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    # The queue

    def ranks(self, layer: str, query: QueueQuery) -> array[int]:
        """The row numbers of all articles that the filter leaves, in its order.

        Indexes first what was added since for a query with words; ``ReadOnlyProject`` where that cannot be.
        """
        return queue.ranks(self._file, layer, query)

    def rows(self, layer: str, ranks: Sequence[int]) -> list[QueueRow]:
        """What the queue shows of those articles, a few hundred at most, in the order given."""
        return queue.rows(self._file, layer, ranks)

    def count(self, layer: str, query: QueueQuery) -> int:
        """How many articles the filter leaves."""
        return queue.count(self._file, layer, query)

    def page(self, layer: str, query: QueueQuery, offset: int, limit: int) -> list[QueueRow]:
        """The rows from ``offset`` on, at most ``limit``."""
        return queue.page(self._file, layer, query, offset, limit)

    def position(self, layer: str, article: str, query: QueueQuery) -> int | None:
        """The offset of the article; None when the filter leaves it out."""
        return queue.position(self._file, layer, article, query)

    def rank(self, article: str) -> int:
        """The row number of the article of that id."""
        return ranks_of(self._file, (article,))[article]

    def done(self, layer: str, status: str) -> int:
        """How many articles, those in the bin left out, have that status in the layer; it has to be begun."""
        sql = "SELECT count(*) FROM progress WHERE layer = ? AND status = ?"
        binned = f"{sql} AND article IN (SELECT article FROM shelf WHERE binned = 1)"
        asked = (layer, status)
        return int(self._file.value(sql, asked)) - int(self._file.value(binned, asked))

    def strata(self) -> dict[tuple[str, str], list[int]]:
        """Row numbers of all articles by source and month; an empty word where there is none."""
        return {(source or "", month or ""): parse(found) for source, month, found in self._file.rows(_STRATA)}

    # What can be asked for

    def words(self, kind: str) -> list[str]:
        """Every ``assignee`` or ``tag`` that is on a card, sorted."""
        sql = _WORDS.format(table="card_word", column="word", some=f"kind = '{kind}'")
        return [word for (word,) in self._file.rows(sql)]

    def sources(self) -> list[str]:
        """Every source of an article, sorted."""
        sql = _WORDS.format(table="shelf", column="source", some="source IS NOT NULL")
        return [source for (source,) in self._file.rows(sql)]

    def labels(self, layer: str) -> list[tuple[str, str]]:
        """Kinds and labels of the marks that the layer has accepted."""
        return [(kind, label) for kind, label in self._file.rows(_LABELS, (layer,))]

    # Cards

    def card(self, article: str) -> Card:
        """The article's card; a blank one when nothing is written on it."""
        row = self._file.row(CARD.select, (self.rank(article),))
        return card_of(row, article) if row else Card(article)

    def progress(self, article: str, layer: str) -> Progress:
        """How far the layer has come with the article; a fresh ``Progress`` when it has not begun."""
        row = self._file.row(PROGRESS.select, (self.rank(article), layer))
        return progress_of(row, article) if row else Progress(article, layer)

    # What is no edit: time, and what the checks found

    def spend(self, spent: Iterable[tuple[str, str, str, str, float]]) -> None:
        """Add seconds of work, each with its day, layer, author and article (an id), in one transaction."""
        with self._file.writing():
            rows = [(day, layer, author, self.rank(article), seconds) for day, layer, author, article, seconds in spent]
            self._file.run_many(_SPEND, rows)

    def set_findings(self, layer: str, found: Iterable[tuple[str, int]]) -> None:
        """Keep how many findings the checks have for articles (ids) as they are now."""
        with self._file.writing():
            rows = [(count, layer, self.rank(article)) for article, count in found]
            self._file.run_many("UPDATE tally SET findings = ? WHERE layer = ? AND article = ?", rows)

    def unchecked(self, layer: str, limit: int) -> list[str]:
        """Ids of articles with marks of the layer that nobody has checked since they were changed, by import."""
        sql = (
            "SELECT id FROM article INDEXED BY article_queue WHERE rank IN "
            "(SELECT article FROM tally WHERE layer = ? AND findings IS NULL AND marks > 0 LIMIT ?) ORDER BY rank"
        )
        return [article for (article,) in self._file.rows(sql, (layer, limit))]

    def left_out(self, layer: str | None) -> dict[str, int]:
        """How many articles an export of the layer, or of all, leaves out: ``binned``, and those ``excluded`` in every
        layer that has begun them."""
        one = "layer = ?1" if layer is not None else "?1 IS NULL"
        excluded = (
            f"SELECT count(*) FROM (SELECT article FROM progress WHERE {one} GROUP BY article "
            "HAVING min(status = 'excluded') = 1) WHERE article NOT IN (SELECT article FROM shelf WHERE binned = 1)"
        )
        return {
            "binned": int(self._file.value("SELECT count(*) FROM shelf WHERE binned = 1")),
            "excluded": int(self._file.value(excluded, (layer,))),
        }

    def headway(self) -> Headway:
        """How far the work has come: counts of the whole project."""
        from app.store import headway  # noqa: PLC0415 - a window is sooner there without the counting

        return headway.read(self._file)
