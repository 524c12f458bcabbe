"""A backup put back: what that would change, told before, and then done in one transaction of the open file."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.domain.errors import N_
from app.store.backups import Backup, Progress, copy_whole, folder_of, make_backup
from app.store.errors import DamagedProject, NewerProject, ProjectBusy, named
from app.store.file import WAIT_SECONDS
from app.store.header import check_header
from app.store.opening import connect
from app.store.private import make_private_folder, touch_private
from app.store.rotation import RESTORE, Moment
from app.store.schema import VERSION

_PAGES = 16  # fewer than any project has, so that the first step never is the last one
_NEWER = N_("{path} was made by a newer Tawsim. Install the newer Tawsim to restore it.")
_BUSY = N_("{path} is being written by another window or program. Wait until it has finished, then restore again.")


@dataclass(frozen=True, slots=True)
class Work:
    """Edits of one person: how many, and when the first and the last was made (RFC 3339 in UTC)."""

    author: str
    edits: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class _State:
    """Author and time of every edit by its id, the number of articles, and that of the marks of each layer."""

    edits: dict[str, tuple[str, str]]
    articles: int
    marks: dict[str, int]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a restore would change. ``taken_back`` are edits that the backup does not know, ``brought_back`` those that
    the project does not know; the pairs are before and after, ``marks`` by layer (accepted and suggested ones)."""

    taken_back: tuple[Work, ...]
    brought_back: tuple[Work, ...]
    articles: tuple[int, int]
    marks: dict[str, tuple[int, int]]

    @property
    def nothing(self) -> bool:
        """Whether the project is as the backup has it."""
        same = all(before == after for before, after in (self.articles, *self.marks.values()))
        return same and not self.taken_back and not self.brought_back


def preview(project: Path, backup: Backup) -> Preview:
    """What restoring the backup would change. Reads both and writes neither; troubles name the file that has them."""
    then, now = _look(backup.path), _look(project)
    layers = sorted({*then.marks, *now.marks})
    return Preview(
        taken_back=_by_author(now.edits, then.edits),
        brought_back=_by_author(then.edits, now.edits),
        articles=(now.articles, then.articles),
        marks={layer: (now.marks.get(layer, 0), then.marks.get(layer, 0)) for layer in layers},
    )


def restore(project: Path, backup: Backup, now: datetime, progress: Progress | None = None) -> Backup:
    """Put the backup in the place of what the project holds; the backup of what it held until then.

    The project is locked first, then copied, then written, in one transaction: no edit falls between the two, and
    whatever stops it (also a kill) leaves the project as it was. Whoever has it open reads it anew afterwards.
    """
    check_header(project)
    check_header(backup.path)
    folder = folder_of(project)
    ready = folder / f".tawsim-{os.urandom(8).hex()}.new"
    try:
        make_private_folder(folder)
        touch_private(ready)
        _make_ready(backup, ready)
        return _write(project, ready, now, progress)
    except (sqlite3.Error, OSError) as error:
        raise named(error, project) from error
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            with contextlib.suppress(OSError):
                Path(f"{ready}{end}").unlink(missing_ok=True)


def _make_ready(backup: Backup, ready: Path) -> None:
    """A copy of the backup that is whole and up to date: the project itself is never older than this program."""
    from app.store import steps  # noqa: PLC0415 - sqlite-utils takes 80 ms to import

    copy_whole(backup.path, ready)
    with contextlib.closing(connect(ready, "rw")) as connection:
        if _check_version(connection, backup.path) < VERSION:
            steps.bring_up_to_date(connection)


def _write(project: Path, ready: Path, now: datetime, progress: Progress | None) -> Backup:
    kept: list[Backup] = []
    begun = time.monotonic()

    def step(status: int, left: int, total: int) -> None:
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            if time.monotonic() - begun > WAIT_SECONDS:
                raise ProjectBusy(_BUSY, path=project)
            return
        if not kept:  # the lock is held from the first step on
            kept.append(_keep(project, now))
        if progress is not None and left:
            progress(total - left, total)

    with contextlib.closing(connect(ready, "ro")) as source, contextlib.closing(connect(project, "rw")) as target:
        source.backup(target, pages=_PAGES, progress=step, sleep=0.05)
    return kept[0]


def _keep(project: Path, now: datetime) -> Backup:
    """A backup of what is there; of a damaged project, which gives none, its bytes, for a rescue."""
    try:
        return make_backup(project, RESTORE, now)
    except DamagedProject:
        path = folder_of(project) / f"damaged-{os.urandom(4).hex()}.tawsim"
        for end in ("", "-wal"):
            copy = Path(f"{path}{end}")
            touch_private(copy)
            with contextlib.suppress(FileNotFoundError):
                shutil.copyfile(Path(f"{project}{end}"), copy)
        return Backup(path, Moment(now, 1, RESTORE), path.stat().st_size)


def _check_version(connection: sqlite3.Connection, path: Path) -> int:
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if found > VERSION:
        raise NewerProject(_NEWER, path=path)
    return found


def _look(path: Path) -> _State:
    check_header(path)
    try:
        with contextlib.closing(connect(path, "ro")) as connection:
            _check_version(connection, path)
            rows = connection.execute("SELECT id, author, at FROM journal ORDER BY seq")
            edits = {id_: (author, at) for id_, author, at in rows}
            articles = connection.execute("SELECT count(*) FROM article INDEXED BY article_queue").fetchone()[0]
            marks = connection.execute(
                "SELECT layer, count(*) FROM annotation WHERE state <> 'rejected' GROUP BY layer"
            )
            return _State(edits, articles, dict(marks.fetchall()))
    except sqlite3.Error as error:
        raise named(error, path) from error


def _by_author(edits: dict[str, tuple[str, str]], known: dict[str, tuple[str, str]]) -> tuple[Work, ...]:
    """Work that is not known, each person's for itself, the most first."""
    when: dict[str, list[str]] = {}
    for id_, (author, at) in edits.items():
        if id_ not in known:
            when.setdefault(author, []).append(at)
    made = (Work(author, len(times), min(times), max(times)) for author, times in when.items())
    return tuple(sorted(made, key=lambda work: (-work.edits, work.author)))
