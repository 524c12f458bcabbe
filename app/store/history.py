"""What was done to one article in one layer, from the journal: step by step, and what stood there after any step."""

from __future__ import annotations

from app.domain.annotation import Annotation, Link, Progress, Record
from app.domain.article import Details
from app.domain.card import Card
from app.domain.edit import Change
from app.domain.values import frozen
from app.store.edits import ranks_of
from app.store.file import ProjectFile
from app.store.journal import Entry, edit_of, entry_of_row
from app.store.records import changes_from_json

_STEPS = """
    SELECT seq, id, op, target, title, layer, author, at, codebook, articles, changes FROM journal WHERE seq IN
        (SELECT seq FROM journal_article WHERE article = ?1 AND seq < ?2 ORDER BY seq DESC LIMIT ?3)
    ORDER BY seq DESC
"""
_LATER = "SELECT seq FROM journal_article WHERE article = ? AND seq > ? ORDER BY seq DESC"
_NEWEST = 1 << 62
_AT_ONCE = 100

State = dict[str, Annotation | Link]
"""Marks and links of one article in one layer, by id."""


@frozen
class Step:
    """One row of the journal with what it changed in the article and layer that are asked for."""

    entry: Entry
    changes: tuple[Change, ...]


def steps(
    file: ProjectFile, article: str, layer: str, mark: str | None = None, before: int | None = None, limit: int = 50
) -> list[Step]:
    """The newest steps before the row ``before``, newest first; of one mark and its links when its id is given."""
    rank = ranks_of(file, (article,))[article]
    found: list[Step] = []
    below = before or _NEWEST
    while len(found) < limit and (rows := file.rows(_STEPS, (rank, below, _AT_ONCE))):
        below = rows[-1][0]
        for row in rows:
            if mark is None or mark in row[-1]:  # reading what does not name it would take much longer
                changes = tuple(c for c in changes_from_json(row[-1]) if concerns(c.record, article, layer, mark))
                if changes:
                    found.append(Step(entry_of_row(row[:-1]), changes))
    return found[:limit]


def concerns(record: Record, article: str, layer: str, mark: str | None = None) -> bool:
    """Whether a record belongs to the article and layer, and to the mark when one is given: itself or a link at it."""
    if isinstance(record, Details | Card):
        return mark is None and record.article == article
    if not isinstance(record, Annotation | Link | Progress) or (record.article, record.layer) != (article, layer):
        return False
    if mark is None:
        return True
    if isinstance(record, Link):
        return mark in (record.source, record.target.value)
    return isinstance(record, Annotation) and record.id == mark


def state_after(file: ProjectFile, article: str, layer: str, seq: int, now: State) -> State:
    """The marks and links that stood there after the row ``seq`` of the journal, found by going back from ``now``."""
    rank, then = ranks_of(file, (article,))[article], dict(now)
    for (later,) in file.rows(_LATER, (rank, seq)):
        for change in reversed(edit_of(file, later).changes):
            record = change.record
            if isinstance(record, Annotation | Link) and concerns(record, article, layer):
                if isinstance(change.before, Annotation | Link):
                    then[record.id] = change.before
                else:
                    then.pop(record.id, None)
    return then
