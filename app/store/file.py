"""One open project file: how it is opened, how statements run on it, and what a transaction is. Used by one thread."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from app.domain.errors import N_
from app.store.errors import (
    ONLY_READ,
    DiskFull,
    NewerProject,
    ProjectMissing,
    ReadOnlyProject,
    StoreError,
    may_not_write,
    named,
)
from app.store.header import Identity, enter, identity, leave
from app.store.only_reading import check_may_write
from app.store.schema import VERSION

WAIT_SECONDS = 5.0
_KEPT_LOG_BYTES = 64 * 1024 * 1024
_TROUBLE = (sqlite3.Error, UnicodeError, OverflowError)
_OURS = (sqlite3.IntegrityError, sqlite3.ProgrammingError)

_MOVED = N_(
    "{path} was moved, renamed or replaced while it was open, and this step was not saved. "
    "Close the project, and open it from its new place."
)
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

Row = tuple[Any, ...]
Values = Sequence[Any] | Mapping[str, Any]


class ProjectFile:
    """A connection whose troubles have names. ``IntegrityError`` alone passes: the caller knows what it means."""

    def __init__(self, path: Path, connection: sqlite3.Connection, found: Identity, *, readonly: bool) -> None:
        self.path = path
        self.readonly = readonly
        self._connection = connection
        self._identity = found
        self._closed = False
        self._in_batch = False
        self._broken: StoreError | None = None
        self.why_readonly: StoreError | None = None

    @property
    def connection(self) -> sqlite3.Connection:
        return self._connection

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """All rows of a query."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except _OURS:
            raise
        except _TROUBLE as error:
            raise self._named(error) from error

    def each(self, sql: str, values: Values = ()) -> Iterator[Row]:
        """The rows of a query one by one, none read before it is asked for."""
        try:
            yield from self._connection.execute(sql, values)
        except _OURS:
            raise
        except _TROUBLE as error:
            raise self._named(error) from error

    def row(self, sql: str, values: Values = ()) -> Row | None:
        """The first row of a query."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def value(self, sql: str, values: Values = ()) -> Any:
        """The first column of the first row; None when there is no row."""
        found = self.rows(sql, values)
        return found[0][0] if found else None

    def run(self, sql: str, values: Values = ()) -> int:
        """Run a statement that writes; the number of the row it inserted last."""
        try:
            return self._connection.execute(sql, values).lastrowid or 0
        except _OURS:
            raise
        except _TROUBLE as error:
            raise self._named(error) from error

    def run_many(self, sql: str, values: Iterable[Sequence[Any]]) -> None:
        """Run a statement that writes once for each set of values."""
        try:
            self._connection.executemany(sql, values)
        except _OURS:
            raise
        except _TROUBLE as error:
            raise self._named(error) from error

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction, or inside a batch one part of it: all that is written within is kept, or nothing is."""
        self._check_writable()
        nested = self._in_batch
        self._control("SAVEPOINT part" if nested else "BEGIN IMMEDIATE")
        try:
            yield
            self._control("RELEASE part" if nested else "COMMIT")
        except sqlite3.IntegrityError as error:
            self._take_back(nested)
            raise self._named(error) from error
        except BaseException:
            self._take_back(nested)
            raise

    @contextlib.contextmanager
    def batch(self) -> Iterator[None]:
        """Many writings in one transaction. One that fails is taken back alone, and the batch goes on after it."""
        if self._in_batch:
            yield
            return
        with self.writing():
            self._in_batch, self._broken = True, None
            try:
                yield
            finally:
                self._in_batch = False
            if self._broken:
                raise self._broken

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[None]:
        """Reads within see the project at one moment, whatever is written elsewhere meanwhile."""
        if self._connection.in_transaction:
            yield
            return
        self._control("BEGIN")
        try:
            yield
        finally:
            self._take_back(nested=False)

    def close(self) -> None:
        """Close the file. What was written is safe even when this fails."""
        with contextlib.suppress(sqlite3.Error):
            self._connection.close()
        if not self._closed:
            self._closed = True
            leave(self._identity)

    def _control(self, sql: str) -> None:
        try:
            self._connection.execute(sql)
        except _OURS:
            raise
        except sqlite3.Error as error:
            raise self._named(error) from error

    def _take_back(self, nested: bool) -> None:
        """Undo what the transaction wrote. SQLite may have done so itself (disk full), and then nothing is left."""
        if not self._connection.in_transaction:
            return
        with contextlib.suppress(sqlite3.Error):
            self._connection.execute("ROLLBACK TO part" if nested else "ROLLBACK")
            if nested:
                self._connection.execute("RELEASE part")

    def _check_writable(self) -> None:
        if self.readonly:
            raise self.why_readonly or ReadOnlyProject(ONLY_READ, path=self.path)
        if self._in_batch and not self._connection.in_transaction:
            # SQLite gave the whole transaction up. A savepoint would begin a new one and commit half of the batch.
            raise self._broken or RuntimeError("the batch has ended")
        if not self._in_batch and self._connection.in_transaction:
            raise RuntimeError("nothing can be written inside a snapshot or while articles are being added")
        if identity(self.path) != self._identity:
            raise ProjectMissing(_MOVED, path=self.path)

    def _named(self, error: Exception) -> StoreError:
        trouble = named(error, self.path)
        if self._in_batch and not self._connection.in_transaction:
            self._broken = trouble
        return trouble


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
    return sqlite3.connect(name, uri=True, isolation_level=None, timeout=WAIT_SECONDS)


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
