"""Jobs of a window that may only read: no store that they open can be written, whichever way they open it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from app.store.errors import StoreError

_why: ContextVar[StoreError | None] = ContextVar("why", default=None)


@contextmanager
def only_reading(why: StoreError) -> Iterator[None]:
    """Opening a project for writing within, in this thread, raises ``why``."""
    token = _why.set(why)
    try:
        yield
    finally:
        _why.reset(token)


def check_may_write() -> None:
    """Raise the reason when this thread may only read."""
    if (why := _why.get()) is not None:
        raise why
