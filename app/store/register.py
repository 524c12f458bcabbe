"""The register by name: its folded names held in memory, and where an entry is mentioned."""

from __future__ import annotations

from app.domain.annotation import RegisterEntry
from app.domain.rules import CLAIM_ENTRY
from app.domain.values import frozen
from app.store.file import ProjectFile
from app.store.records import parse
from app.store.rows import ENTRY, entry_of

_NO_NAME = (CLAIM_ENTRY,)
_LOOKED_AT = 500  # edits in whose changes an entry is looked for; after more, the names are simply read again
_NAMES_CHANGED = """
    SELECT 1 FROM journal WHERE seq > ? AND instr(changes, '"type":"entry"') LIMIT 1
"""
_MENTIONS = """
    SELECT DISTINCT article.id, article.name FROM link INDEXED BY link_entry JOIN article ON article.rank = link.article
    WHERE link.entry = ? AND link.layer = ?
        AND link.article NOT IN (SELECT article FROM shelf WHERE binned = 1)
    ORDER BY article.rank LIMIT ?
"""


@frozen
class Mentioned:
    """An article in which an entry is mentioned."""

    id: str
    name: str


class RegisterNames:
    """Finds entries by parts of their names. Reads the names again only when an edit has changed an entry since."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file
        self._names: list[tuple[str, str]] = []
        self._seen = -1

    def find(self, query: str, limit: int) -> list[RegisterEntry]:
        """Entries of whose name or aliases each word of ``query`` is a part, folded strongly; at most ``limit``.

        Those come first whose name begins with the query, then those of which a word does.
        """
        words = _key(query).split()
        if not words:
            return []
        self._follow()
        whole = " ".join(words)
        found = self._names
        for word in sorted(words, key=len, reverse=True):
            found = [pair for pair in found if word in pair[0]]
        found.sort(key=lambda pair: (f"\n{whole}" not in pair[0], f" {whole}" not in pair[0]))
        rows = (self._file.row(ENTRY.select, (entry,)) for _names, entry in found[:limit])
        return [entry_of(row) for row in rows if row is not None]

    def _follow(self) -> None:
        last = self._file.value("SELECT max(seq) FROM journal") or 0
        if self._seen >= 0 and last - self._seen <= _LOOKED_AT:
            changed = last != self._seen and self._file.row(_NAMES_CHANGED, (self._seen,)) is not None
        else:
            changed = True
        if changed:
            rows = self._file.rows("SELECT name, aliases, id FROM entry WHERE label <> ? ORDER BY name, id", _NO_NAME)
            self._names = [(_folded(name, aliases), entry) for name, aliases, entry in rows]
        self._seen = last


def mentions(file: ProjectFile, layer: str, entry: str, limit: int) -> list[Mentioned]:
    """The first articles, by import, in which the layer mentions the entry."""
    return [Mentioned(*row) for row in file.rows(_MENTIONS, (entry, layer, limit))]


def _folded(name: str, aliases: str) -> str:
    """All names of an entry as one text, each on a line of its own."""
    return "".join("\n" + _key(each) for each in (name, *parse(aliases)))


def _key(text: str) -> str:
    from app.domain.text.folding import STRONG, fold_key  # noqa: PLC0415 - only in a search is any text folded

    return fold_key(text, STRONG)
