"""Claims of the whole project in one layer, as a person compares them: what they say, where, when, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.domain.annotation import Link
from app.domain.codebook import CLAIM
from app.domain.span import Span
from app.store.edits import ranks_of
from app.store.file import ProjectFile
from app.store.records import parse
from app.store.rows import LINK, link_of

_AT_ONCE = 500  # articles whose claims are read in one go
_LATEST = 5000  # annotations among which the topics in use are looked for
_SAID = "coalesce(json_extract(attributes, '$.normalized_claim'), exact)"
_TEXTS = f"""
    SELECT id, article, {_SAID} FROM annotation INDEXED BY annotation_place
    WHERE layer = ? AND article > ? AND article <= ? AND state = 'accepted' AND kind = '{CLAIM}'
"""
_ROWS = """
    SELECT mark.id, article.id, article.name, article.direction, article.published, mark.exact,
        json_extract(mark.fragments, '$[0][0]'), json_extract(mark.fragments, '$[#-1][1]'),
        json_extract(mark.attributes, '$.normalized_claim'),
        (SELECT coalesce(named.exact, entry.name, link.literal) FROM link
            LEFT JOIN annotation AS named ON named.id = link.annotation LEFT JOIN entry ON entry.id = link.entry
            WHERE link.source = mark.id AND link.role = 'claimer' ORDER BY link.id LIMIT 1)
    FROM annotation AS mark JOIN article ON article.rank = mark.article
    WHERE mark.id IN ({places}) AND mark.layer = ? AND mark.state = 'accepted'
        AND mark.article NOT IN (SELECT article FROM shelf WHERE binned = 1)
"""
_LINKS = f"""
    SELECT {", ".join(f"link.{column}" for column in LINK.columns.split(", "))}, article.id
    FROM link JOIN article ON article.rank = link.article WHERE link.{{column}} = ? ORDER BY link.id LIMIT ?
"""
_TOPICS = f"""
    SELECT topic FROM (
        SELECT json_extract(attributes, ?) AS topic, max(id) AS latest, count(*) AS often
        FROM (SELECT kind, attributes, id FROM annotation ORDER BY id DESC LIMIT {_LATEST})
        WHERE kind = ? GROUP BY 1
    ) WHERE topic IS NOT NULL ORDER BY often DESC, latest DESC LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as a list shows it. ``sentence`` is its normalized form, None while nobody has written one; ``name`` and
    ``published`` are its article's, ``claimer`` the words that name who claims it. Positions are code points."""

    id: str
    article: str
    name: str
    rtl: bool
    published: str | None
    exact: str
    span: Span
    sentence: str | None
    claimer: str | None

    @property
    def said(self) -> str:
        """What is compared: the sentence, else the words."""
        return self.sentence or self.exact


class Claims:
    """Questions about claims, of one open project file. All may raise ``StoreTrouble``."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    def newest(self) -> int:
        """The number of the journal's newest row; 0 for an empty one."""
        return int(self._file.value("SELECT max(seq) FROM journal") or 0)

    def changed_since(self, seq: int, limit: int) -> set[int] | None:
        """Row numbers of the articles that the journal's rows behind ``seq`` changed; None when the rows are more than
        ``limit``."""
        rows = self._file.rows("SELECT articles FROM journal WHERE seq > ? LIMIT ?", (seq, limit + 1))
        if len(rows) > limit:
            return None
        return set(ranks_of(self._file, sorted({article for (found,) in rows for article in parse(found)})).values())

    def texts(self, layer: str, after: int) -> Iterator[tuple[int, list[tuple[str, int, str]]]]:
        """(id, the article's row number, sentence or words) of the accepted claims of every article whose row number is
        greater than ``after``; those of some articles at once, with the number of the last of these articles."""
        last = int(self._file.value("SELECT max(rank) FROM article") or 0)
        for first in range(after, last, _AT_ONCE):
            yield first + _AT_ONCE, self._file.rows(_TEXTS, (layer, first, first + _AT_ONCE))

    def texts_of(self, layer: str, rank: int) -> list[tuple[str, int, str]]:
        """The same of one article."""
        return self._file.rows(_TEXTS, (layer, rank - 1, rank))

    def rank(self, article: str) -> int:
        """The row number of an article."""
        return ranks_of(self._file, (article,))[article]

    def rows(self, layer: str, ids: Sequence[str]) -> list[ClaimRow]:
        """The accepted claims of these ids, as lists show them, in the order of the ids."""
        sql = _ROWS.format(places=", ".join("?" * len(ids)))
        found = {
            row[0]: ClaimRow(
                row[0], row[1], row[2], row[3] == "rtl", row[4], row[5], Span(row[6], row[7]), row[8], row[9]
            )
            for row in self._file.rows(sql, (*ids, layer))
        }
        return [found[each] for each in ids if each in found]

    def links_from(self, claim: str, most: int = 500) -> list[Link]:
        """The links that begin at a mark, by id."""
        return self._links("source", claim, most)

    def links_to_mark(self, mark: str, most: int = 500) -> list[Link]:
        """The links that end at a mark, by id."""
        return self._links("annotation", mark, most)

    def in_use(self, kind: str, attribute: str, limit: int = 60) -> list[str]:
        """The texts that marks of the kind, among the latest, have for an attribute, the most frequent first."""
        rows: Iterable[tuple[object, ...]] = self._file.rows(_TOPICS, (f'$."{attribute}"', kind, limit))
        return [value for (value,) in rows if isinstance(value, str)]

    def _links(self, column: str, value: str, most: int) -> list[Link]:
        return [link_of(row[:-1], row[-1]) for row in self._file.rows(_LINKS.format(column=column), (value, most))]
