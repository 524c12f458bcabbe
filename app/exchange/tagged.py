"""Entities from the IOB2 tags of tokens, one token after the other, several tags a token where entities nest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import N_
from app.exchange.draft import Draft
from app.exchange.errors import BadLine

OUTSIDE = "O"
NOT_IOB2 = N_("{tag} is no tag of IOB2: it must be O, or B- or I- with a label.")
_NO_BEGIN = N_(
    "{tag} continues an entity that has not begun: the token before has none of this label. IOB2 begins with {begin}."
)


def is_tag(word: str) -> bool:
    """Whether it is ``O``, or ``B-`` or ``I-`` with a label."""
    return word == OUTSIDE or (word[:2] in ("B-", "I-") and len(word) > 2)


@dataclass(slots=True)
class _Open:
    """An entity that has begun: where it stands so far, in code points of the article, and in which line it begins."""

    label: str
    start: int
    end: int
    line: int


class Tagged:
    """The entities of one sentence on their way into ``draft``. A tag that continues nothing is told once a run, and
    its tokens stay outside: an entity is never lengthened by a guess."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._going: list[_Open] = []
        self._loose: dict[str, int] = {}  # how many of a label go on without having begun

    def take(self, tags: Sequence[str], start: int, end: int, line: int) -> None:
        """Take a token at ``start`` to ``end``; ``tags`` without ``O``. Of several of one label the inner ones end
        first: that is how they nest."""
        kept: list[_Open] = []
        loose: dict[str, int] = {}
        for label in dict.fromkeys(tag[2:] for tag in tags if tag[0] == "I"):
            asked = tags.count(f"I-{label}")
            there = [each for each in self._going if each.label == label]
            kept += there[:asked]
            if asked > len(there):
                loose[label] = asked - len(there)
                for _ in range(loose[label] - self._loose.get(label, 0)):
                    self._draft.refuse(BadLine(_NO_BEGIN, tag=f"I-{label}", begin=f"B-{label}"), line)
        self._end([each for each in self._going if each not in kept])
        self._going = [each for each in self._going if each in kept]
        for each in self._going:
            each.end = end
        self._going += [_Open(tag[2:], start, end, line) for tag in tags if tag[0] == "B"]
        self._loose = loose

    def close(self) -> None:
        """The sentence is over, and with it every entity."""
        self._end(self._going)
        self._going, self._loose = [], {}

    def _end(self, ended: list[_Open]) -> None:
        for each in ended:
            self._draft.mark(each.label, [[each.start, each.end]], line=each.line)
