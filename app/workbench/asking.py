"""A choice among places in the article, made by typing the hint that stands on one of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from app.domain.span import Span
from app.domain.values import frozen

# The home row first, then the rows above and below. B is no hint: its key types two letters under an Arabic layout.
# Hints are Latin letters here, by their place on the keyboard; the key map says what another layout has there.
LETTERS = "ASDFGHJKLQWERTYUIOPZXCVNM"
MOST_CANDIDATES = len(LETTERS) ** 2
_ZEROS = ("0", "٠", "۰")


@frozen
class Candidate:
    """A place that may be chosen: an annotation that stands there, or only the span of a word that could become one."""

    span: Span
    annotation: str | None = None


@frozen
class Asking:
    """What is being asked. ``title`` and ``zero`` are marked for translation; ``zero`` says what the key 0 chooses.

    ``candidates`` are at most ``MOST_CANDIDATES``, the likelier first: they have the shorter hints. ``take`` gets the
    number of the chosen one and whether Shift was held. A ``jump`` asks for a place in view, and is over when
    something else comes into view. ``begun`` is the first letter of a longer hint, when it has been typed.
    """

    title: str
    candidates: tuple[Candidate, ...]
    take: Callable[[int, bool], None]
    zero: str | None = None
    filled: frozenset[int] = frozenset()
    jump: bool = False
    begun: str = ""

    @property
    def hints(self) -> tuple[str, ...]:
        """The hint of each candidate, in Latin letters."""
        return hints(len(self.candidates))

    def choice(self, letter: str) -> int | None:
        """The number of the candidate whose hint ``letter`` completes; -1 for 0; None if it completes none."""
        if letter in _ZEROS:
            return -1 if self.zero is not None and not self.begun else None
        wanted = self.begun + letter.upper()
        return self.hints.index(wanted) if wanted in self.hints else None

    def after(self, letter: str) -> Asking | None:
        """The same choice with the first letter of longer hints typed; None if no hint begins with it."""
        begun = self.begun + letter.upper()
        opens = any(len(each) > len(begun) and each.startswith(begun) for each in self.hints)
        return replace(self, begun=begun) if opens else None

    def before(self) -> Asking:
        """The same choice with nothing typed yet."""
        return replace(self, begun="")


@lru_cache(64)
def hints(count: int) -> tuple[str, ...]:
    """``count`` hints of one or two letters, none of which begins another; as many of one letter as there can be.

    The letters that open hints of two are the last ones, so that the home row stays with what is likeliest.
    """
    most = len(LETTERS)
    singles = most if count <= most else (MOST_CANDIDATES - count) // (most - 1)
    longer = (first + second for first in LETTERS[singles:] for second in LETTERS)
    return (*LETTERS[: min(singles, count)], *(next(longer) for _ in range(count - singles)))
