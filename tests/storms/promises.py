"""What the processes of a storm have acknowledged, followed through the backups that were put back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class State:
    """Ids of acknowledged edits by their rows of the journal, and how many articles were told to be in."""

    edits: dict[int, str] = field(default_factory=dict)
    articles: int = 0

    def copy(self) -> State:
        return State(dict(self.edits), self.articles)


@dataclass(slots=True)
class Promises:
    """``now`` must be in the project, each of ``kept`` in the backup of that name. ``restoring`` is the backup that a
    process was putting back when it died: then the project is as it was, or as the backup is."""

    now: State = field(default_factory=State)
    kept: dict[str, State] = field(default_factory=dict)
    restoring: str | None = None


def promised(told: Iterable[dict[str, Any]]) -> Promises:
    """Read what was told, in its order."""
    found = Promises()
    for each in told:
        if "seq" in each:
            found.now.edits[each["seq"]] = each["id"]
        elif "articles" in each:
            found.now.articles += each["articles"]
        elif "kept" in each:
            found.kept[each["kept"]] = found.now.copy()
        elif "restoring" in each:
            found.restoring = each["restoring"]
        elif "restored" in each:
            _put_back(found, each["restored"], each["before"])
        elif "refused" in each or "settled" in each:
            found.restoring = None
    return found


def _put_back(found: Promises, name: str, before: str | None) -> None:
    if before is not None:
        found.kept[before] = found.now
    found.now, found.restoring = found.kept.get(name, State()).copy(), None
