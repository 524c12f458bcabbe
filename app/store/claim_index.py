"""An index of what the claims of a layer say, made in memory from the project file and kept up with its journal.

It is SQLite's FTS5 over the stems of ``domain/text/likeness.py``: a hundred thousand claims take some seconds to read
in, once, and some milliseconds to ask. The project file holds nothing of it, so that no older program is confused.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence

from app.domain.text.likeness import terms
from app.store.claims import Claims

_MOST_EDITS = 2000  # rows of the journal that are followed one by one; behind more, all is read again

Tell = Callable[[int], None]


class ClaimIndex:
    """The claims of one layer by the stems and numbers in them. Used by one thread at a time; ``close`` by any."""

    def __init__(self, layer: str) -> None:
        self.layer = layer
        self._seq: int | None = None
        self._memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._begin()

    def follow(self, claims: Claims, tell: Tell = lambda count: None) -> None:
        """Take in what changed since the last time; the first time, everything. ``tell`` hears how many claims are in
        so far and may raise to stop; then the next ``follow`` begins anew."""
        newest = claims.newest()
        changed = None if self._seq is None else claims.changed_since(self._seq, _MOST_EDITS)
        self._seq = None
        if changed is None:
            self._begin()
            count = 0
            for some in claims.texts(self.layer):
                self._add(some)
                count += len(some)
                tell(count)
        else:
            for rank in sorted(changed):
                self._memory.execute("DELETE FROM claim WHERE article = ?", (rank,))
                self._add(claims.texts_of(self.layer, rank))
        self._seq = newest

    def near(self, text: str, limit: int, article: int | None = None) -> list[str]:
        """Ids of the claims that share stems and numbers with ``text``, those that share most and rarest first; of one
        article when its row number is given."""
        wanted = terms(text)
        if not wanted:
            return []
        match = " OR ".join(f'"{term}"' for term in wanted)
        place = "" if article is None else "AND claim.article = ?"
        values: Sequence[object] = (match, limit) if article is None else (match, article, limit)
        rows = self._memory.execute(
            "SELECT claim.id FROM words JOIN claim ON claim.number = words.rowid "
            f"WHERE words MATCH ? {place} ORDER BY bm25(words), claim.id LIMIT ?",
            values,
        )
        return [row[0] for row in rows]

    def close(self) -> None:
        self._memory.close()

    def _begin(self) -> None:
        self._memory.executescript(
            """
            DROP TABLE IF EXISTS words;
            DROP TABLE IF EXISTS claim;
            CREATE TABLE claim (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, article INTEGER NOT NULL);
            CREATE INDEX claim_article ON claim (article);
            CREATE VIRTUAL TABLE words USING fts5 (terms, content = '', tokenize = 'unicode61 remove_diacritics 0');
            """
        )

    def _add(self, some: Iterable[tuple[str, int, str]]) -> None:
        """Words of claims that are gone stay in ``words``: nothing in ``claim`` leads to them any more."""
        self._memory.execute("BEGIN")
        for name, rank, text in some:
            number = self._memory.execute("INSERT INTO claim (id, article) VALUES (?, ?)", (name, rank)).lastrowid
            self._memory.execute("INSERT INTO words (rowid, terms) VALUES (?, ?)", (number, " ".join(terms(text))))
        self._memory.execute("COMMIT")
