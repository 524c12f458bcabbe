"""What a killed export left half-written beside its place, and how it is told from one that is still at work.

Whoever writes holds a lock on it, which the system lets go of with the process. Where there are no such locks
(Windows), nothing is held, and nothing is thrown away.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl

    _LOCKS = True
except ImportError:  # Windows
    _LOCKS = False

OURS = ".tawsim-export"
"""An empty file in every folder that is written here."""
HALF, ASIDE = ".part", ".old"


def hold(handle: int) -> None:
    """Let others see, as long as the file is open, that it is being written."""
    if _LOCKS:
        with suppress(OSError):  # not every file system has locks
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def held(marker: Path) -> Iterator[None]:
    """Make the marker of a folder and hold it while the folder is written."""
    handle = os.open(marker, os.O_CREAT | os.O_RDWR, 0o666)
    try:
        hold(handle)
        yield
    finally:
        os.close(handle)


def clear(path: Path) -> None:
    """Throw away what killed writers left beside ``path``: folders of any export, files that were to be ``path``."""
    if not _LOCKS:
        return
    with suppress(OSError):
        for left in path.parent.glob(f".*{HALF}"):
            if left.is_dir() and _abandoned(left / OURS):
                shutil.rmtree(left, ignore_errors=True)
        for left in _of(path, HALF):
            if left.is_file() and _abandoned(left):
                left.unlink(missing_ok=True)


def clear_aside(path: Path) -> None:
    """Throw away earlier folders of this name that a killed writer had set aside; a whole one stands in their place."""
    for left in _of(path, ASIDE):
        if (left / OURS).is_file():
            shutil.rmtree(left, ignore_errors=True)


def _of(path: Path, ending: str) -> list[Path]:
    start = f".{path.name}."
    return [each for each in path.parent.iterdir() if each.name.startswith(start) and each.name.endswith(ending)]


def _abandoned(file: Path) -> bool:
    """Whether the file is there and nobody holds it."""
    try:
        with file.open("rb") as opened:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
