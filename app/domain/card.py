"""The card of an article: what the people who share out the work have written on it. One for all layers."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.values import frozen

LOW, NORMAL, HIGH, URGENT = -1, 0, 1, 2
PRIORITIES = {"urgent": URGENT, "high": HIGH, "none": NORMAL, "low": LOW}


@frozen
class Card:
    """Who shall do an article, how pressing it is, its tags and a note. ``binned`` ones are neither shown nor exported.

    Names and tags are sorted, none twice: ``words`` makes them so.
    """

    article: str
    assignees: tuple[str, ...] = ()
    priority: int = NORMAL
    tags: tuple[str, ...] = ()
    note: str = ""
    binned: bool = False

    @property
    def id(self) -> str:
        return f"{self.article}/card"

    @property
    def blank(self) -> bool:
        """Whether nothing is written on it."""
        return self == Card(self.article)


def words(given: Iterable[str]) -> tuple[str, ...]:
    """Names or tags as a card has them: white space made single, sorted, none empty or twice."""
    return tuple(sorted({found for each in given if (found := " ".join(each.split()))}))
