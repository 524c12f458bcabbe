"""A project opened for a window: for writing where that is safe, else for reading, with the reason."""

from __future__ import annotations

import os
from pathlib import Path

from app.store import DiskFull, HeldElsewhere, Hold, Holder, OnShare, ReadOnlyProject, Store, StoreError
from app.store.errors import ON_SHARE
from app.store.shares import share_of
from app.workbench.saying import now


def open_for(path: Path, author: str) -> Store:
    """The project for a window of ``author``. Another window, a share, a disk without room or a file that may not be
    written leave it open only for reading: ``Store.why_readonly`` says why.

    Raises what ``Store.open`` raises of a project that cannot be read either.
    """
    kind = share_of(path)
    why: StoreError | None = OnShare(ON_SHARE, path=path, kind=kind) if kind else None
    if why is None:
        try:
            return _held(path, author)
        except (ReadOnlyProject, DiskFull) as error:
            why = error
    return Store.open(path, readonly=True, why=why)


def _machine() -> str:
    """The name of this machine in its network."""
    if hasattr(os, "uname"):
        return os.uname().nodename
    import platform  # noqa: PLC0415 - it takes 3 ms, and says the same

    return platform.node()


def is_free(store: Store, author: str) -> bool:
    """Whether a project that was held elsewhere can be had now; it is not taken yet."""
    try:
        hold = Hold.take(store.path, Holder(author, _machine(), now()))
    except HeldElsewhere:
        return False
    if hold is not None:
        hold.release()
    return True


def _held(path: Path, author: str) -> Store:
    """Opened for writing, with the hold on it."""
    hold = Hold.take(path, Holder(author, _machine(), now())) if path.is_file() else None
    try:
        store = Store.open(path)
    except BaseException:
        if hold is not None:
            hold.release()
        raise
    store.hold = hold
    return store
