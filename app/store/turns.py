"""Whose turn it is to write: one line of waiting for all threads of this program that have the same project open.

SQLite lets a thread that waits look again only now and then, so that one which writes again and again (an import) would
keep another (a mark) waiting for seconds. Here they go in the order in which they came.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from weakref import WeakValueDictionary


class Turns:
    """The line before one project file."""

    def __init__(self) -> None:
        self._moved = threading.Condition()
        self._line: deque[object] = deque()

    @property
    def wanted(self) -> bool:
        """Whether somebody waits behind the one whose turn it is."""
        return len(self._line) > 1

    @contextmanager
    def turn(self, seconds: float) -> Iterator[bool]:
        """Wait for the turn and have it within; False without it, when it did not come in so many seconds."""
        me = object()
        with self._moved:
            self._line.append(me)
            mine = self._moved.wait_for(lambda: self._line[0] is me, seconds)
            if not mine:
                self._line.remove(me)
        try:
            yield mine
        finally:
            if mine:
                with self._moved:
                    self._line.popleft()
                    self._moved.notify_all()


_KNOWN: WeakValueDictionary[Hashable, Turns] = WeakValueDictionary()
_LOOKING = threading.Lock()


def turns_at(file: Hashable) -> Turns:
    """The line before the file; the same for all that have it open."""
    with _LOOKING:
        found = _KNOWN.get(file)
        if found is None:
            found = _KNOWN[file] = Turns()
        return found
