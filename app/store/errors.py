"""What can go wrong with a project file: one sentence each, naming the file and what to do."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
from pathlib import Path
from typing import IO

from app.domain.errors import N_, TawsimError


class StoreError(TawsimError):
    """Any trouble with a project file. Whatever was being done has changed nothing."""


class NotAProject(StoreError):
    """The file is no SQLite file, or one that another program made."""


class NewerProject(StoreError):
    """A newer Tawsim made the file, and this one does not know its tables."""


class ReadOnlyProject(StoreError):
    """The file or its folder cannot be written, or the project was opened only for reading."""


class OnShare(ReadOnlyProject):
    """The project lies on a network share, where it is not safe to write."""


class DiskFull(StoreError):
    """There is no room for what should be written."""


class ProjectBusy(StoreError):
    """Somebody else is writing to the file and did not finish in time."""


class ProjectExists(StoreError):
    """A new project would take the place of a file that is there."""


class ProjectMissing(StoreError):
    """There is no such file, or it was moved away while it was open."""


class StoreTrouble(StoreError):
    """Anything else that SQLite or the operating system reports; the sentence gives its reason."""


class DamagedProject(StoreTrouble):
    """A part of the file is not as SQLite wrote it. What is whole can be rescued."""


class ArticleExists(StoreError):
    """The project has an article of that ref or id already."""


class ArticleMissing(StoreError):
    """The project has no article of that id."""


class EditConflict(StoreError):
    """What an edit starts from is not what the project holds: another window or layer changed it meanwhile."""


class LooseLink(StoreError):
    """After the edit a link would have an end that is not there."""


NOT_SAVED = N_(
    "Nothing was saved in {path}: what this step changes ({record}) has been changed elsewhere meanwhile. "
    "Look at it as it is now, and repeat the step."
)
NOT_TAKEN_BACK = N_(
    "“{title}” cannot be taken back in {path}: what it made ({record}) has been changed since then by another layer "
    "or an import. Take that back first."
)
NOT_DONE_AGAIN = N_(
    "“{title}” cannot be done again in {path}: what it starts from ({record}) has been changed since then. "
    "Make the change anew."
)
ONLY_READ = N_(
    "{path} is open only for reading. Save a copy of it in a folder where you may write, and work in the copy."
)
ON_SHARE = N_(
    "{path} is open only for reading: it lies on a network share ({kind}), where marks can get lost when two computers "
    "write. Copy the project to a disk of this computer, and work in the copy."
)
_FULL = N_(
    "There is no room to write {path}. Free some space, or move the project to a larger disk, then repeat the step."
)
_MAY_NOT_WRITE = N_(
    "{path} cannot be written. Ask for the right to write the file and its folder, or copy it elsewhere and open the "
    "copy."
)
_BUSY = N_("{path} is being written by another window or program. Wait until it has finished, then repeat the step.")
_NOT_SQLITE = N_("{path} is not a Tawsim project. Open a .tawsim file, or make a new project and import this file.")
DAMAGED = N_(
    "{path} is damaged ({reason}). Keep the file as it is. What is whole in it can be rescued to a new project "
    "(tawsim rescue), or a backup can be restored."
)
_TROUBLE = N_("{path} could not be read or written: {reason}. See that the disk is in order, then repeat the step.")

_WRITE_TROUBLE = {
    sqlite3.SQLITE_IOERR_WRITE,
    sqlite3.SQLITE_IOERR_FSYNC,
    sqlite3.SQLITE_IOERR_TRUNCATE,
    sqlite3.SQLITE_IOERR_SHMSIZE,
    sqlite3.SQLITE_IOERR_SHMOPEN,
    sqlite3.SQLITE_CANTOPEN,  # also of a file beside the project that there is no room for
}
_NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_NO_RIGHT = {errno.EACCES, errno.EPERM, errno.EROFS}


def named(error: Exception, path: Path) -> StoreError:
    """The named error for what SQLite or the operating system reported while ``path`` was read or written."""
    if isinstance(error, OSError):
        return _named_by_number(error, path)
    code = getattr(error, "sqlite_errorcode", 0)
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return DiskFull(_FULL, path=path)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return busy(path)
        case sqlite3.SQLITE_READONLY:
            return ReadOnlyProject(_MAY_NOT_WRITE, path=path)
        case sqlite3.SQLITE_NOTADB:
            return NotAProject(_NOT_SQLITE, path=path)
        case sqlite3.SQLITE_CORRUPT:
            return DamagedProject(DAMAGED, path=path, reason=error)
    if code in _WRITE_TROUBLE and _has_no_room(path):
        return DiskFull(_FULL, path=path)
    return StoreTrouble(_TROUBLE, path=path, reason=error)


def damaged(path: Path, problem: str) -> DamagedProject:
    """The error for a file in which a check of SQLite found that problem."""
    return DamagedProject(DAMAGED, path=path, reason=first_problem(problem))


def first_problem(told: str) -> str:
    """What SQLite's check tells first, without the heading that it may write over it."""
    return next((line for line in told.splitlines() if not line.startswith("***")), told)


def not_a_project(path: Path) -> NotAProject:
    """The error for a file that is something else."""
    return NotAProject(_NOT_SQLITE, path=path)


def busy(path: Path) -> ProjectBusy:
    """The error for a file that others write to all the time."""
    return ProjectBusy(_BUSY, path=path)


def may_not_write(path: Path) -> ReadOnlyProject:
    """The error for a file or folder without the right to write."""
    return ReadOnlyProject(_MAY_NOT_WRITE, path=path)


def _named_by_number(error: OSError, path: Path) -> StoreError:
    if error.errno in _NO_ROOM:
        return DiskFull(_FULL, path=path)
    if error.errno in _NO_RIGHT:
        return may_not_write(path)
    return StoreTrouble(_TROUBLE, path=path, reason=error.strerror or error)


def _has_no_room(path: Path) -> bool:
    """Whether a file beside the project, as long as the project, is refused one more block.

    SQLite says "disk I/O error" for a used-up quota and for a file that may not grow, so this asks again.
    """
    with contextlib.suppress(OSError):
        real = path.resolve()
        files = (real, real.with_name(real.name + "-wal"))
        length = max((each.stat().st_size for each in files if each.exists()), default=0)
        try:
            with _unnamed_file(real.parent) as probe:
                probe.seek(length)
                probe.write(bytes(65536))
                probe.flush()
        except OSError as error:
            return error.errno in _NO_ROOM
    return False


def _unnamed_file(folder: Path) -> IO[bytes]:
    from tempfile import TemporaryFile  # noqa: PLC0415 - several imports of its own, for the rarest of cases

    return TemporaryFile(dir=folder)
