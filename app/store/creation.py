"""A new project file: built whole under another name in the same folder, then put in its place in one step."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path

from app.domain.codebook import Codebook
from app.domain.errors import N_
from app.store.errors import ProjectExists, ProjectMissing, damaged, may_not_write, named
from app.store.opening import connect
from app.store.private import settle, touch_private

SIDE_FILES = ("-wal", "-shm", "-journal")

_EXISTS = N_("{path} is there already. Open it, or give the new project another name.")
_NO_FOLDER = N_("There is no folder {folder} for the project {path}. Make the folder first, or choose another.")


def create_file(path: Path, codebook: Codebook) -> None:
    """Make a project with that codebook and nothing else. Whatever fails, no part of a file is left.

    Raises ``ProjectExists``, ``ProjectMissing`` (its folder), ``ReadOnlyProject``, ``DiskFull``, ``StoreTrouble``.
    """
    path = path.absolute()
    check_place(path)
    new = path.with_name(f".tawsim-{os.urandom(8).hex()}.new")
    try:
        _build(new, codebook)
        put(new, path)
    except (sqlite3.Error, OSError) as error:
        raise named(error, path) from error
    finally:
        for each in (new, *side_files(new)):
            with contextlib.suppress(OSError):
                each.unlink(missing_ok=True)


def check_place(path: Path) -> None:
    if not path.parent.is_dir():
        raise ProjectMissing(_NO_FOLDER, folder=path.parent, path=path)
    # A log left by another file of this name would be read into the new one.
    for each in (path, *side_files(path)):
        if each.exists() or each.is_symlink():
            raise ProjectExists(_EXISTS, path=each)
    if not os.access(path.parent, os.W_OK):
        raise may_not_write(path)


def _build(path: Path, codebook: Codebook) -> None:
    from app.store import steps  # noqa: PLC0415 - sqlite-utils takes 80 ms to import

    touch_private(path)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        steps.bring_up_to_date(connection)
        connection.execute(
            "INSERT INTO codebook (version, name, source) VALUES (?, ?, ?)",
            (codebook.version, codebook.name, codebook.source),
        )
        connection.execute("PRAGMA journal_mode = WAL")


def gather(path: Path) -> None:
    """Bring into a project that is closed what lies in its log, which does not go along to another name, and see that
    it is whole. Closing does the first too, but says nothing when it cannot. Raises ``StoreError``."""
    try:
        with contextlib.closing(connect(path, "rw")) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            problem = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.Error as error:
        raise named(error, path) from error
    if problem != "ok":
        raise damaged(path, problem)


def put(new: Path, path: Path) -> None:
    """Give the finished file its name, never taking the place of another."""
    try:
        path.hardlink_to(new)
    except FileExistsError as error:
        raise ProjectExists(_EXISTS, path=path) from error
    except OSError:  # a file system without hard links
        if path.exists():
            raise ProjectExists(_EXISTS, path=path) from None
        new.rename(path)
    settle(path.parent)


def side_files(path: Path) -> list[Path]:
    return [path.with_name(path.name + suffix) for suffix in SIDE_FILES]
