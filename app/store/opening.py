"""How a project file is opened: looked at first, brought up to date, and set up for writing or for reading alone."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from app.domain.errors import N_
from app.store import file
from app.store.errors import (
    DiskFull,
    NewerProject,
    ReadOnlyProject,
    may_not_write,
    named,
)
from app.store.file import ProjectFile
from app.store.header import enter, leave
from app.store.only_reading import check_may_write
from app.store.schema import VERSION

_KEPT_LOG_BYTES = 64 * 1024 * 1024

_NEWER = N_(
    "{path} was made by a newer Tawsim (format {found}, this one knows {known}). Install the newer Tawsim to open it."
)
_UNSETTLED = N_(
    "{path} cannot be read where it is: its newest changes lie in {log} beside it, and nothing can be written there. "
    "Copy both files together into a folder where you may write, and open the copy."
)
_OLDER = N_(
    "{path} was made by an older Tawsim and must be brought up to date first, but it was opened only for reading. "
    "Open it once where it can be written."
)


def open_file(path: Path, *, readonly: bool = False) -> ProjectFile:
    """Open a project that is there, bringing it up to date first when it is older.

    Raises ``ProjectMissing``, ``NotAProject``, ``NewerProject``, ``ReadOnlyProject``, ``ProjectBusy`` and
    ``StoreTrouble``.
    """
    path = path.absolute()
    if not readonly:
        check_may_write()
    found = enter(path)
    try:
        return ProjectFile(path, _connected(path, readonly), found, readonly=readonly)
    except BaseException:
        leave(found)
        raise


def _connected(path: Path, readonly: bool) -> sqlite3.Connection:
    connection = _for_reading(path) if readonly else _for_writing(path)
    try:
        _check_version(connection, path, readonly)
        _prepare(connection, readonly)
    except sqlite3.Error as error:
        connection.close()
        raise named(error, path) from error
    except BaseException:
        connection.close()
        raise
    return connection


def connect(path: Path, mode: str, *, immutable: bool = False) -> sqlite3.Connection:
    """A bare connection, ``mode`` as in SQLite's file names (``ro``, ``rw``); transactions are begun by hand."""
    name = f"{path.resolve().as_uri()}?mode={mode}" + ("&immutable=1" if immutable else "")
    return sqlite3.connect(name, uri=True, isolation_level=None, timeout=file.WAIT_SECONDS)


def _for_writing(path: Path) -> sqlite3.Connection:
    # SQLite would quietly open a file that it may not write for reading, and fail at the first edit.
    if not (os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)):
        raise may_not_write(path)
    try:
        return connect(path, "rw")
    except sqlite3.Error as error:
        raise named(error, path) from error


def _for_reading(path: Path) -> sqlite3.Connection:
    """A connection that cannot write; where not even its side files can be made, one that takes no locks."""
    connection = None
    try:
        connection = connect(path, "ro")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        return connection
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        trouble = named(error, path)
        cannot_open = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CANTOPEN
        if not cannot_open and not isinstance(trouble, ReadOnlyProject | DiskFull):
            raise trouble from error
    real = path.resolve()
    log = real.with_name(real.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise ReadOnlyProject(_UNSETTLED, path=path, log=log.name)
    return connect(path, "ro", immutable=True)


def _check_version(connection: sqlite3.Connection, path: Path, readonly: bool) -> None:
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found > VERSION:
        raise NewerProject(_NEWER, path=path, found=found, known=VERSION)
    if found == VERSION:
        return
    if readonly:
        raise ReadOnlyProject(_OLDER, path=path)
    from app.store import steps  # noqa: PLC0415 - the rare case, and sqlite-utils takes 80 ms to import

    steps.keep_copy(connection, path, found)
    steps.bring_up_to_date(connection)


def _prepare(connection: sqlite3.Connection, readonly: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA trusted_schema = OFF")  # a project may come from anywhere
    if readonly:
        connection.execute("PRAGMA query_only = ON")
        return
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(f"PRAGMA journal_size_limit = {_KEPT_LOG_BYTES}")
