"""Active time: how long the analyst has worked on which article. Kept in the project file, and nowhere else."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.errors import TawsimError

if TYPE_CHECKING:
    from app.workbench.bench import Workbench

IDLE = 60.0  # seconds: who does nothing for longer was elsewhere
_KEPT_EVERY = 30.0  # seconds of work that a killed process may lose


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()


class Activity:
    """Counts what lies between two acts that are nearer than ``IDLE``; a longer pause counts nothing at all.

    An act is a move, an edit, an article opened, and whatever the window calls ``touch`` for.
    """

    def __init__(
        self, bench: Workbench, clock: Callable[[], float] = time.monotonic, today: Callable[[], str] = _today
    ) -> None:
        self._bench, self._clock, self._today = bench, clock, today
        self.on = True
        self._last: float | None = None
        self._place: tuple[str, str] | None = None  # layer and article
        self._spent: dict[tuple[str, str, str, str], float] = {}
        bench.moved.listen(self.touch)
        bench.edited.listen(self.touch)

    def touch(self, _news: object = None) -> None:
        """The analyst did something; the time since the last act belongs to the article that was open then."""
        at, bench = self._clock(), self._bench
        if self.on and self._last is not None and self._place is not None and at - self._last < IDLE:
            key = (self._today(), self._place[0], bench.author, self._place[1])
            self._spent[key] = self._spent.get(key, 0.0) + at - self._last
        self._last = at
        here = (bench.layer, bench.article.id) if bench.article is not None else None
        if here != self._place or sum(self._spent.values()) > _KEPT_EVERY:
            self.keep()
        self._place = here

    def switch(self, on: bool) -> None:
        """Count from now on, or no more."""
        self.touch()
        self.on = on

    def keep(self) -> None:
        """Write what was counted into the project, where that can be written."""
        spent, self._spent = self._spent, {}
        if spent and not self._bench.store.readonly:
            try:
                self._bench.store.desk.spend((*key, seconds) for key, seconds in spent.items())
            except TawsimError:
                return
