"""Which backups are kept: the newest ones, one a day for two weeks, one a week for half a year."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

HAND, SCHEDULE, RESTORE, MIGRATION = "hand", "schedule", "restore", "migration"
CAUSES = (HAND, SCHEDULE, RESTORE, MIGRATION)

NEWEST = 8
DAYS = timedelta(days=14)
WEEKS = timedelta(weeks=26)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """When a backup was made (in UTC), which of that second it is, and why it was made, one of ``CAUSES``."""

    at: datetime
    number: int
    cause: str


def outlived(moments: Iterable[Moment], now: datetime) -> frozenset[Moment]:
    """Those that may go. Only what the schedule made ever goes, and nothing that a clock gone wrong dates after now.

    Of a day and of a week the newest is kept: what stood in an older one stands in it too, or was erased by somebody.
    """
    ours = sorted((each for each in moments if each.cause == SCHEDULE and each.at <= now), reverse=True)
    kept = set(ours[:NEWEST])
    kept |= _newest_of_each(ours, now - DAYS, lambda at: at.toordinal())
    kept |= _newest_of_each(ours, now - WEEKS, lambda at: (at.toordinal() - 1) // 7)
    return frozenset(ours) - kept


def _newest_of_each(ours: list[Moment], since: datetime, period: Callable[[datetime], int]) -> set[Moment]:
    """The newest of every period; ``ours`` are the newest first."""
    found: dict[int, Moment] = {}
    for each in ours:
        if each.at >= since:
            found.setdefault(period(each.at), each)
    return set(found.values())
