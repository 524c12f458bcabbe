"""What an import brings, written table by table; rows and counts are found in one walk over the records."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.annotation import Annotation, Link, Progress, RegisterEntry
from app.domain.edit import Change, Edit
from app.store import journal
from app.store.edits import check_ends, insert, rank_of
from app.store.errors import NOT_SAVED
from app.store.file import ProjectFile, Row
from app.store.journal import Stamp
from app.store.rows import ANNOTATION, ENTRY, LINK, PROGRESS, Table, is_stored, row_of
from app.store.tallies import Counted

_TABLES: dict[type, Table] = {RegisterEntry: ENTRY, Annotation: ANNOTATION, Link: LINK, Progress: PROGRESS}


def bring(file: ProjectFile, edits: Sequence[tuple[Edit, Stamp]]) -> None:
    """Write edits that only make records, as an import, in one transaction.

    Raises ``EditConflict`` when a record is there already, ``LooseLink``, and ``ArticleMissing``.
    """
    with file.writing():
        found = _Found(file)
        touched = [found.take(edit, stamp) for edit, stamp in edits]
        found.write(edits[0][0].title if edits else "")
        journal.brought(file, edits, touched, found.ranks)


class _Ranks(dict[str, int]):
    """The row numbers of articles, each asked for once; ``ArticleMissing`` when there is no such article."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    def __missing__(self, article: str) -> int:
        self[article] = rank = rank_of(self._file, article)
        return rank


class _Found:
    """The rows of some edits by their tables, and what is counted of them by the time they were made."""

    def __init__(self, file: ProjectFile) -> None:
        self.ranks = _Ranks(file)
        self._file = file
        self._rows: dict[Table, list[Row]] = {table: [] for table in _TABLES.values()}
        self._counted: dict[str, Counted] = {}
        self._here: dict[str, tuple[str, str]] = {}  # articles and layers of the marks
        self._links: list[Link] = []

    def take(self, edit: Edit, stamp: Stamp) -> set[str]:
        """Walk over one edit; the ids of the articles that it touches."""
        counted = self._counted.setdefault(stamp.at, Counted())
        touched = set()
        for change in edit.changes:
            record = _made(change)
            counted.add(record, 1)
            if not isinstance(record, RegisterEntry):
                touched.add(record.article)
            if isinstance(record, Annotation):
                self._here[record.id] = (record.article, record.layer)
            elif isinstance(record, Link):
                self._links.append(record)
            elif not is_stored(record):
                continue
            self._rows[_TABLES[type(record)]].append(row_of(record, self.ranks))
        return touched

    def write(self, title: str) -> None:
        for table, rows in self._rows.items():
            insert(self._file, table, rows, NOT_SAVED, title)
        for link in self._links:
            check_ends(self._file, link, self.ranks, self._here)
        for at, counted in self._counted.items():
            counted.write(self._file, self.ranks, at=at, author=None)


def _made(change: Change) -> Annotation | Link | RegisterEntry | Progress:
    record = change.after
    if isinstance(record, Annotation | Link | RegisterEntry | Progress) and not is_stored(change.before):
        return record
    raise ValueError("an edit that does more than make records")
