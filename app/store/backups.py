"""Backups of a project: whole copies of the file in a folder beside it, each made while the project is in use.

A backup is written under another name, looked at by SQLite, and only then given its own: what has a name is whole.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.domain.errors import N_
from app.store.errors import DamagedProject, ProjectMissing, damaged, named
from app.store.header import check_header
from app.store.opening import connect
from app.store.private import make_private_folder, settle, touch_private
from app.store.rotation import CAUSES, MIGRATION, SCHEDULE, Moment, outlived
from app.store.schema import NAME_OF_COPY

Progress = Callable[[int, int], None]
"""Told how many pages of how many are copied; what it raises stops the work and leaves nothing of it."""

_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d{6}Z)(?:-(\d+))?\.(\w+)\.tawsim")
_TIME = "%Y-%m-%dT%H%M%SZ"
_PAGES = 256  # at a time: a megabyte
_LARGE = 200_000_000  # bytes: larger projects are copied less often
_EVERY = timedelta(minutes=15)
_ROOM = 3  # how many more such copies must fit on the disk for the schedule to make one

_NONE = N_("There is no backup {name} of {path}. Choose one of those that are there.")
_NONE_YET = N_("There is no backup of {path} yet.")


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its file, the moment it shows, and its length in bytes."""

    path: Path
    moment: Moment
    size: int

    @property
    def name(self) -> str:
        return self.path.name


def folder_of(project: Path) -> Path:
    """Where the backups of a project lie."""
    project = project.resolve()
    return project.with_name(f"{project.name}.backups")


def backups_of(project: Path) -> list[Backup]:
    """Every backup, the newest first; also the copies that lie beside the project since it was brought up to date."""
    project = project.resolve()
    found = []
    with contextlib.suppress(OSError):
        for each in folder_of(project).iterdir():
            if (moment := _moment_of(each.name)) is not None and each.is_file():
                found.append(Backup(each, moment, each.stat().st_size))
    start = NAME_OF_COPY.format(name=project.name, version="")
    with contextlib.suppress(OSError):
        for each in project.parent.iterdir():
            if re.fullmatch(re.escape(start) + r"\d+(-\d+)?", each.name) and each.is_file():
                state = each.stat()
                made = datetime.fromtimestamp(state.st_mtime, UTC).replace(microsecond=0)
                found.append(Backup(each, Moment(made, 1, MIGRATION), state.st_size))
    return sorted(found, key=lambda each: (each.moment, each.name), reverse=True)


def backup_named(project: Path, name: str) -> Backup:
    """The backup of that file name; ``ProjectMissing`` when there is none."""
    for each in backups_of(project):
        if each.name == name:
            return each
    raise ProjectMissing(_NONE, name=name, path=project)


def newest_backup(project: Path) -> Backup:
    """The newest backup; ``ProjectMissing`` when there is none."""
    found = backups_of(project)
    if not found:
        raise ProjectMissing(_NONE_YET, path=project)
    return found[0]


def make_backup(project: Path, cause: str, now: datetime, progress: Progress | None = None) -> Backup:
    """Copy the project as it is at this moment, whoever writes to it meanwhile.

    Raises what opening a project raises, ``DiskFull``, and ``DamagedProject`` when the copy is not whole. Then, and
    when ``progress`` raises, nothing is left of it.
    """
    check_header(project)
    folder = folder_of(project)
    new = folder / f".tawsim-{os.urandom(8).hex()}.new"
    try:
        make_private_folder(folder)
        touch_private(new)
        copy_whole(project, new, progress)
        moment = Moment(now.astimezone(UTC).replace(microsecond=0), 1, cause)
        path = _put(new, folder, moment)
    except (sqlite3.Error, OSError) as error:
        trouble = named(error, folder)
        raise (named(error, project) if isinstance(trouble, DamagedProject) else trouble) from error
    finally:
        for end in ("", "-wal", "-shm", "-journal"):
            with contextlib.suppress(OSError):
                Path(f"{new}{end}").unlink(missing_ok=True)
    kept = _moment_of(path.name)
    assert kept is not None
    return Backup(path, kept, path.stat().st_size)


def copy_whole(project: Path, new: Path, progress: Progress | None = None) -> None:
    """Copy a project file into an empty one by SQLite's own online backup, and see that the copy is whole."""
    with contextlib.closing(connect(project, "ro")) as source, contextlib.closing(connect(new, "rw")) as target:
        source.execute("BEGIN")  # one state of the project, however long the copying takes
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        source.backup(target, pages=_PAGES, progress=_told(progress))
        source.execute("ROLLBACK")
        target.execute("PRAGMA journal_mode = DELETE")  # one file that needs no other beside it
        problem = target.execute("PRAGMA quick_check(1)").fetchone()[0]
        if problem != "ok":
            raise damaged(project, problem)


def is_due(project: Path, now: datetime) -> bool:
    """Whether the schedule wants a backup: the last is old enough, the journal has grown since, there is room."""
    found = [each for each in backups_of(project) if each.moment.cause != MIGRATION and each.moment.at <= now]
    size = project.stat().st_size
    if found and now - found[0].moment.at < _EVERY * max(1.0, size / _LARGE):
        return False
    if shutil.disk_usage(project.parent).free < _ROOM * size:
        return False
    newest = _last_edit(project)
    return newest is not None and (not found or newest != _last_edit(found[0].path))


def keep_up(project: Path, now: datetime, progress: Progress | None = None) -> Backup | None:
    """Make the backup that is due, if one is, and let go of those that have outlived their use."""
    try:
        due = is_due(project, now)
    except (sqlite3.Error, OSError) as error:
        raise named(error, project) from error
    if not due:
        return None
    made = make_backup(project, SCHEDULE, now, progress)
    rotate(project, now)
    return made


def rotate(project: Path, now: datetime) -> list[Backup]:
    """Delete the backups that are not kept any longer; those that went."""
    found = backups_of(project)
    old = outlived((each.moment for each in found), now)
    gone = [each for each in found if each.moment in old]
    for path in (*(each.path for each in gone), *_left_behind(project, now)):
        with contextlib.suppress(OSError):  # one that cannot be deleted is tried again the next time
            path.unlink()
    return gone


def _left_behind(project: Path, now: datetime) -> list[Path]:
    """Unfinished copies of processes that were killed; one that is a day old is nobody's any more."""
    found = []
    beside = project.resolve().parent.glob(".tawsim-*.new*")  # copies that a migration was to begin with
    for each in (*folder_of(project).glob(".tawsim-*.new*"), *beside):
        with contextlib.suppress(OSError):
            if now - datetime.fromtimestamp(each.stat().st_mtime, UTC) > timedelta(days=1):
                found.append(each)
    return found


def _last_edit(project: Path) -> str | None:
    with contextlib.closing(connect(project, "ro")) as connection:
        row = connection.execute("SELECT id FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    return row[0] if row else None


def _told(progress: Progress | None) -> Callable[[int, int, int], None] | None:
    if progress is None:
        return None
    return lambda _status, left, total: progress(total - left, total)


def _moment_of(name: str) -> Moment | None:
    found = _NAME.fullmatch(name)
    if found is None or found[3] not in CAUSES:
        return None
    try:
        at = datetime.strptime(found[1], _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Moment(at, int(found[2] or 1), found[3])


def _put(new: Path, folder: Path, moment: Moment) -> Path:
    """Give the finished copy a name that none has yet."""
    number = moment.number
    while True:
        again = f"-{number}" if number > 1 else ""
        path = folder / f"{moment.at.strftime(_TIME)}{again}.{moment.cause}.tawsim"
        number += 1
        try:
            path.hardlink_to(new)  # takes no name that another backup has
        except FileExistsError:
            continue
        except OSError:  # a file system without hard links
            if path.exists():
                continue
            new.rename(path)
        settle(folder)
        return path
