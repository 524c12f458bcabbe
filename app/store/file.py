"""One open project file: how statements run on it, and what a transaction is. Used by one thread."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from app.domain.errors import N_
from app.store.errors import (
    ONLY_READ,
    ProjectMissing,
    ReadOnlyProject,
    StoreError,
    busy,
    named,
)
from app.store.header import Identity, identity, leave
from app.store.turns import turns_at

WAIT_SECONDS = 5.0  # for others that write
_TROUBLE = (sqlite3.Error, UnicodeError, OverflowError)
_OURS = (sqlite3.IntegrityError, sqlite3.ProgrammingError)

_MOVED = N_(
    "{path} was moved, renamed or replaced while it was open, and this step was not saved. "
    "Close the project, and open it from its new place."
)
_ROOM = 64 * 1024  # KiB of the file that are held while much is written

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
        self._turns = turns_at(found)
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
        if self._in_batch:
            with self._part(nested=True):
                yield
            return
        with self._turns.turn(WAIT_SECONDS) as mine:
            if not mine:
                raise busy(self.path)
            with self._part(nested=False):
                yield

    @property
    def wanted(self) -> bool:
        """Whether another thread waits until this one has finished its transaction."""
        return self._turns.wanted

    @contextlib.contextmanager
    def _part(self, *, nested: bool) -> Iterator[None]:
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

    @contextlib.contextmanager
    def room(self) -> Iterator[None]:
        """Hold more of the file in memory meanwhile. With SQLite's own 2 MB the indexes of a large project are read
        and written again and again."""
        before = self.value("PRAGMA cache_size")
        self._control(f"PRAGMA cache_size = -{_ROOM}")
        try:
            yield
        finally:
            self._control(f"PRAGMA cache_size = {before}")

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
