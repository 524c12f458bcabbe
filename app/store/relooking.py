"""Articles to look at anew for reprints: their zones are others now, and with them what belongs to the story."""

from __future__ import annotations

from collections.abc import Sequence

from app.store import notes
from app.store.file import ProjectFile
from app.store.records import compact, parse

UNTIL = "reprints.rank"
"""The note with the row number up to which articles were looked at."""
_AGAIN = "reprints.again"
_MOST = 1000


def again(file: ProjectFile) -> list[int]:
    """Row numbers of the articles to look at anew."""
    return [int(rank) for rank in parse(notes.get(file, _AGAIN) or "[]")]


def set_again(file: ProjectFile, ranks: Sequence[int]) -> None:
    """Keep which they are, inside a transaction."""
    notes.put(file, _AGAIN, compact(list(ranks)))


def look_again(file: ProjectFile, article: str) -> None:
    """Have an article looked at anew, inside the transaction that changes it; where they are very many, all of them."""
    rank: int = file.value("SELECT rank FROM article WHERE id = ?", (article,))
    waiting = again(file)
    if rank > int(notes.get(file, UNTIL) or 0) or rank in waiting:
        return
    if len(waiting) < _MOST:
        set_again(file, [*waiting, rank])
    else:
        forget(file)


def forget(file: ProjectFile) -> None:
    """Have all articles looked at anew, inside a transaction."""
    for statement in ("DELETE FROM reprint_sign", "DELETE FROM reprint"):
        file.run(statement)
    notes.put(file, UNTIL, "0")
    set_again(file, [])
