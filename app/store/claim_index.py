"""An index of what the claims of a layer say, made in memory from the project file and kept up with its journal.

It is SQLite's FTS5 over the stems of ``domain/text/likeness.py``: a hundred thousand claims take some seconds to read
in, once, and some milliseconds to ask. The project file holds nothing of it, so that no older program is confused.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable

from app.domain.text.likeness import terms
from app.store.claims import Claims

_MOST_EDITS = 2000  # rows of the journal that are followed one by one; behind more, all is read again
_MOST_MATCHES = 15_000  # claims that the terms of one question may stand in, all together
_FEWEST_TERMS = 2

Tell = Callable[[int], None]


class ClaimIndex:
    """The claims of one layer by the stems and numbers in them. Used by one thread at a time; ``close`` by any."""

    def __init__(self, layer: str) -> None:
        self.layer = layer
        self._until = self._count = self._seq = 0
        self._memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._begin()

    def follow(self, claims: Claims, tell: Tell = lambda count: None) -> None:
        """Take in what changed since the last time; the first time, everything. ``tell`` hears how many claims are in
        so far and may raise to stop; then the next ``follow`` goes on from there."""
        newest = claims.newest()
        changed = claims.changed_since(self._seq, _MOST_EDITS)
        if changed is None:
            self._begin()
            self._seq = newest
        else:
            for rank in sorted(each for each in changed if each <= self._until):
                self._memory.execute("DELETE FROM claim WHERE article = ?", (rank,))
                self._add(claims.texts_of(self.layer, rank))
            self._seq = newest
        for last, some in claims.texts(self.layer, self._until):
            self._add(some)
            self._until = last
            self._count += len(some)
            tell(self._count)

    def near(self, text: str, limit: int) -> list[str]:
        """Ids of the claims that share stems and numbers with ``text``, those that share most and rarest first."""
        wanted = self._telling(terms(text))
        if not wanted:
            return []
        rows = self._memory.execute(
            "SELECT claim.id FROM words JOIN claim ON claim.number = words.rowid "
            "WHERE words MATCH ? ORDER BY bm25(words), claim.id LIMIT ?",
            (" OR ".join(f'"{term}"' for term in wanted), limit),
        )
        return [row[0] for row in rows]

    def _telling(self, wanted: list[str]) -> list[str]:
        """The rarest of the terms, as many as can be asked for quickly: a word of every tenth claim tells little."""
        places = ", ".join("?" * len(wanted))
        counted = self._memory.execute(f"SELECT doc, term FROM counts WHERE term IN ({places}) ORDER BY doc", wanted)
        kept: list[str] = []
        room = _MOST_MATCHES
        for count, term in counted:
            room -= count
            if room < 0 and len(kept) >= _FEWEST_TERMS:
                break
            kept.append(term)
        return kept

    def close(self) -> None:
        self._memory.close()

    def _begin(self) -> None:
        self._memory.executescript(
            """
            DROP TABLE IF EXISTS counts;
            DROP TABLE IF EXISTS words;
            DROP TABLE IF EXISTS claim;
            CREATE TABLE claim (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, article INTEGER NOT NULL);
            CREATE INDEX claim_article ON claim (article);
            CREATE VIRTUAL TABLE words USING fts5 (terms, content = '', tokenize = 'unicode61 remove_diacritics 0');
            CREATE VIRTUAL TABLE counts USING fts5vocab (words, row);
            """
        )
        self._until = self._count = self._seq = 0

    def _add(self, some: Iterable[tuple[str, int, str]]) -> None:
        """Words of claims that are gone stay in ``words``: nothing in ``claim`` leads to them any more."""
        self._memory.execute("BEGIN")
        for name, rank, text in some:
            number = self._memory.execute("INSERT INTO claim (id, article) VALUES (?, ?)", (name, rank)).lastrowid
            self._memory.execute("INSERT INTO words (rowid, terms) VALUES (?, ?)", (number, " ".join(terms(text))))
        self._memory.execute("COMMIT")
