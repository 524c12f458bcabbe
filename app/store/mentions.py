"""Where the entries of the register are named: the links that point to one, a page at a time.

The index of links by entry holds their ids too, so that a page is read from it in order, whatever comes behind.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.annotation import Link, RegisterEntry
from app.domain.span import Span
from app.store.file import ProjectFile, Row
from app.store.rows import ENTRY, LINK, entry_of, link_of

_CONTEXT = 90  # code points of the text before and behind a mention

MENTIONS = f"""
    SELECT link.id, link.role, article.id, article.name, article.direction, mark.id, mark.exact,
        json_extract(mark.fragments, '$[0][0]') AS start, json_extract(mark.fragments, '$[#-1][1]') AS "end",
        substr(article.text, max(json_extract(mark.fragments, '$[0][0]') - {_CONTEXT}, 0) + 1,
            min(json_extract(mark.fragments, '$[0][0]'), {_CONTEXT})),
        substr(article.text, json_extract(mark.fragments, '$[#-1][1]') + 1, {_CONTEXT})
    FROM link JOIN annotation AS mark ON mark.id = link.source JOIN article ON article.rank = link.article
    WHERE link.entry = ? AND link.id > ? AND link.layer = ?
        AND link.article NOT IN (SELECT article FROM shelf WHERE binned = 1)
    ORDER BY link.id LIMIT ?
"""
ENTRIES = f"SELECT {ENTRY.columns} FROM entry WHERE id > ? ORDER BY id LIMIT ?"
COUNT = """
    SELECT count(*) FROM (SELECT 1 FROM link WHERE entry = ? AND layer = ?
        AND article NOT IN (SELECT article FROM shelf WHERE binned = 1) LIMIT ?)
"""
ALL_LINKS = f"""
    SELECT {", ".join(f"link.{column}" for column in LINK.columns.split(", "))}, article.id
    FROM link JOIN article ON article.rank = link.article WHERE link.entry = ? ORDER BY link.id
"""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entry is meant: the mark that is linked to it and its context on either side.

    ``link`` is the link's id and ``role`` its role: ``entity`` for a mention, a slot's name for a frame that names the
    entry without words. ``before`` and ``after`` end with the paragraph. Positions are code points.
    """

    link: str
    role: str
    article: str
    name: str
    rtl: bool
    annotation: str
    exact: str
    span: Span
    before: str
    after: str


class EntryPlaces:
    """Asks one project file for its entries and where they are named."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    def entries(self, after: str, limit: int) -> list[RegisterEntry]:
        """A page of the register by id, those behind the id ``after``."""
        return [entry_of(row) for row in self._file.rows(ENTRIES, (after, limit))]

    def page(self, entry: str, layer: str, *, after: str = "", limit: int = 50) -> list[Mention]:
        """At most ``limit`` mentions in the order in which they were linked, those behind the link ``after``."""
        return [_mention(row) for row in self._file.rows(MENTIONS, (entry, after, layer, limit))]

    def count(self, entry: str, layer: str, most: int = 1000) -> int:
        """How many links of the layer point to the entry; no more than ``most`` are counted."""
        return int(self._file.value(COUNT, (entry, layer, most)))

    def links(self, entry: str) -> list[Link]:
        """Every link to the entry, of every article and layer, by id."""
        return [link_of(row[:-1], row[-1]) for row in self._file.rows(ALL_LINKS, (entry,))]


def _mention(row: Row) -> Mention:
    return Mention(
        link=row[0],
        role=row[1],
        article=row[2],
        name=row[3],
        rtl=row[4] == "rtl",
        annotation=row[5],
        exact=row[6],
        span=Span(row[7], row[8]),
        before=row[9].rpartition("\n")[2],
        after=row[10].partition("\n")[0],
    )
