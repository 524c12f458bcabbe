"""Whether a file is a project, looked at before SQLite touches it, and never while this process has it open.

Closing any handle of a file gives up every POSIX lock that the process holds on it, those of SQLite's other connections
too (https://www.sqlite.org/howtocorrupt.html, section 2.2). The next process that closes the project then takes itself
for the last one and deletes the log under the open window, and what is written there afterwards is lost.
"""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path

from app.domain.errors import N_
from app.store.errors import ProjectMissing, named, not_a_project
from app.store.schema import APPLICATION_ID

Identity = tuple[int, int]

_MISSING = N_("There is no project at {path}. See whether it was moved or renamed, and open it from its new place.")
_turn = threading.Lock()
_open: Counter[Identity] = Counter()


def enter(path: Path) -> Identity:
    """Refuse what is missing, no SQLite file, or another program's; else count the file as open until ``leave``."""
    with _turn:
        found = identity(path)
        if found is None:
            raise ProjectMissing(_MISSING, path=path)
        if not _open[found]:
            _check(path)
        _open[found] += 1
    return found


def check_header(path: Path) -> None:
    """Refuse what ``enter`` refuses. A file that this process has open was looked at when it was opened."""
    with _turn:
        found = identity(path)
        if found is None:
            raise ProjectMissing(_MISSING, path=path)
        if not _open[found]:
            _check(path)


def leave(found: Identity) -> None:
    """One connection less."""
    with _turn:
        _open[found] -= 1
        if _open[found] <= 0:
            del _open[found]


def identity(path: Path) -> Identity | None:
    """Which file is at that path now; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)


def _check(path: Path) -> None:
    if not path.is_file():
        raise not_a_project(path)
    try:
        with path.open("rb") as file:
            head = file.read(100)
    except OSError as error:
        raise named(error, path) from error
    # https://www.sqlite.org/fileformat.html, section 1.3
    if not head.startswith(b"SQLite format 3\0") or int.from_bytes(head[68:72]) != APPLICATION_ID:
        raise not_a_project(path)
