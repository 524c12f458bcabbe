"""Files that only their owner may read: projects and their backups hold other people's texts."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def touch_private(path: Path) -> None:
    """Make an empty file that only its owner may read and write (0600); SQLite gives its log the same rights.

    Raises ``OSError``, also when there is such a file.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def make_private_folder(path: Path) -> None:
    """Make a folder that only its owner may enter (0700), unless it is there. Raises ``OSError``."""
    path.mkdir(mode=0o700, exist_ok=True)


def settle(folder: Path) -> None:
    """Have the folder's new entry on the disk, as SQLite has the file's content."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):  # some file systems cannot
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
