"""Who has a project open for writing: one window at a time, told by a lock that nobody can leave behind.

A small file beside the project names the holder. The lock is the system's own lock on that file, so that it ends with
the process whatever ends it; a file that a killed process left is taken by the next one. Never lock the project itself:
closing any handle of it gives up the locks of SQLite (see ``header``).
"""

from __future__ import annotations

import errno
import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Self

from app.domain.errors import N_
from app.domain.values import frozen
from app.store.errors import ReadOnlyProject

_NAME = ".{name}.open"
_BUSY = {errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, getattr(errno, "EDEADLOCK", errno.EAGAIN)}
_FAR = 1 << 30  # Windows keeps others from reading what is locked, so the lock lies behind what is read
_LONGEST = 4096

_HELD = N_(
    "{path} is open only for reading: {user} has it open on {host} since {since}. It can be written here as soon as "
    "that window is closed."
)
_HELD_BY_SOMEBODY = N_(
    "{path} is open only for reading: another window has it open. It can be written here as soon as that window is "
    "closed."
)


class HeldElsewhere(ReadOnlyProject):
    """Another window has the project open for writing."""


@frozen
class Holder:
    """Who has a project open: ``since`` is RFC 3339 in UTC."""

    user: str
    host: str
    since: str


class Hold:
    """The lock on a project; let go by ``release``, or by the end of the process."""

    def __init__(self, place: Path, handle: int) -> None:
        self._place, self._handle = place, handle

    @classmethod
    def take(cls, project: Path, holder: Holder) -> Self | None:
        """Have the project for this window. ``HeldElsewhere`` names who has it; None where files cannot be locked."""
        real = project.resolve()
        place = real.with_name(_NAME.format(name=real.name))
        while True:
            try:
                handle = os.open(place, os.O_RDWR | os.O_CREAT, _rights(real))
            except OSError:  # a folder that cannot be written: the project cannot either
                return None
            try:
                _lock(handle)
            except OSError as error:
                told = _told(handle)
                os.close(handle)
                if error.errno in _BUSY:
                    raise _held(project, told) from error
                return None
            if _is_at(place, handle):
                break
            os.close(handle)  # its holder has just let it go and removed it
        with suppress(OSError):  # on a full disk nobody is told who has it; it is held all the same
            os.ftruncate(handle, 0)
            os.write(handle, json.dumps(asdict(holder)).encode())
        return cls(place, handle)

    def release(self) -> None:
        """Let others have it; doing so twice does nothing."""
        if self._handle < 0:
            return
        with suppress(OSError):
            self._place.unlink()  # while it is still locked: who opened it meanwhile sees that it is gone
        os.close(self._handle)
        self._handle = -1
        if sys.platform == "win32":  # there nothing that is open can be removed
            with suppress(OSError):
                self._place.unlink()


def _held(project: Path, told: Holder | None) -> HeldElsewhere:
    if told is None:
        return HeldElsewhere(_HELD_BY_SOMEBODY, path=project)
    return HeldElsewhere(_HELD, path=project, user=told.user, host=told.host, since=told.since)


def _told(handle: int) -> Holder | None:
    """Who wrote the file; None when it cannot be read, or was not written to the end yet."""
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        told = json.loads(os.read(handle, _LONGEST))
        return Holder(*(str(told[name])[:100] for name in ("user", "host", "since")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _rights(project: Path) -> int:
    """Whoever may read the project may read who has it."""
    try:
        return project.stat().st_mode & 0o666
    except OSError:
        return 0o600


def _is_at(place: Path, handle: int) -> bool:
    try:
        return os.path.samestat(place.stat(), os.fstat(handle))
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        os.lseek(handle, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
