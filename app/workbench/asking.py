"""A choice among places in the article, made by typing the hint that stands on one of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.span import Span

# The home row first, then the rows above and below; the Arabic letters are those on the same physical keys (101).
LATIN_HINTS = "ASDFGHJKLQWERTYUIOPZXCVNM"
ARABIC_HINTS = "شسيبلاتنمضصثقفغعهخحئءؤرىة"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be chosen: an annotation that stands there, or only the span of a word that could become one."""

    span: Span
    annotation: str | None = None


@dataclass(frozen=True, slots=True)
class Asking:
    """What is being asked. ``title`` and ``zero`` are marked for translation; ``zero`` says what the key 0 chooses."""

    title: str
    candidates: tuple[Candidate, ...]
    take: Callable[[int, bool], None]
    zero: str | None = None
    filled: frozenset[int] = frozenset()

    def choice(self, letter: str) -> int | None:
        """The number of the candidate whose hint is ``letter``, of a Latin or Arabic layout; -1 for 0; None if none."""
        if letter in ("0", "٠", "۰"):
            return -1 if self.zero is not None else None
        for hints in (LATIN_HINTS, ARABIC_HINTS):
            at = hints.find(letter.upper())
            if 0 <= at < len(self.candidates):
                return at
        return None


def hint(number: int, arabic: bool) -> str:
    """The letter that stands on candidate ``number``."""
    return (ARABIC_HINTS if arabic else LATIN_HINTS)[number]


MOST_CANDIDATES = len(LATIN_HINTS)
