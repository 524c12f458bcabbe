"""Two texts laid side by side, word by word: what stands in both, what in one only, and where a stretch of one stands
in the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from app.domain.span import Fragments, Span
from app.domain.text.folding import STRONG, fold, fold_key
from app.domain.text.graphemes import is_edge
from app.domain.text.quotation import MARKS
from app.domain.text.tokens import Token, tokens

_TRUSTED = 3  # words and signs in a row that must be the same: one في or one comma is found everywhere
_QUOTED = dict.fromkeys(map(ord, MARKS), '"')


class Way(Enum):
    """How a stretch stands to the other text."""

    SAME = "same"
    SPELLED = "spelled"  # the same words with other vowel signs, hamzas or quotation marks
    GONE = "gone"  # only in the first text
    NEW = "new"  # only in the second


class Stretch(NamedTuple):
    """``text`` is the second text's but where it is gone, as it stands there, white space behind it included."""

    way: Way
    text: str


class Alignment:
    """``one`` and ``other`` side by side. Positions are code points of each."""

    def __init__(self, one: str, other: str) -> None:
        self.one, self.other = one, other
        self._ours, self._theirs = tokens(one), tokens(other)
        ours = [_key(one, token) for token in self._ours]
        theirs = [_key(other, token) for token in self._theirs]
        self._codes = SequenceMatcher(None, ours, theirs).get_opcodes()
        self._partner: dict[int, int] = {}
        for code, first, last, there, _ in self._codes:
            if code == "equal" and last - first >= _TRUSTED:
                self._partner.update((number, there + number - first) for number in range(first, last))

    def stretches(self) -> Iterator[Stretch]:
        """Both texts as one, in reading order: first what is gone, then what stands in its place."""
        for code, first, last, there, until in self._codes:
            if code == "equal":
                yield from self._alike(first, last, there)
                continue
            if last > first:
                yield Stretch(Way.GONE, _slice(self.one, self._ours, first, last))
            if until > there:
                yield Stretch(Way.NEW, _slice(self.other, self._theirs, there, until))

    def carried(self, fragments: Fragments) -> Fragments | None:
        """Where the fragments of ``one`` stand in ``other``: the same words in the same neighbourhood, on grapheme
        edges; None where they do not."""
        found = [self._carried(fragment) for fragment in fragments]
        places = tuple(each for each in found if each is not None)
        apart = all(before.end <= after.start for before, after in pairwise(places))
        return places if len(places) == len(fragments) and apart else None

    def _carried(self, fragment: Span) -> Span | None:
        inside = list(self._within(fragment))
        if not inside or any(number not in self._partner for number in inside):
            return None
        first, last = self._partner[inside[0]], self._partner[inside[-1]]
        if last - first != inside[-1] - inside[0]:
            return None
        start = self._edge(inside[0], first, fragment.start, begins=True)
        end = self._edge(inside[-1], last, fragment.end, begins=False)
        if start >= end or not (is_edge(self.other, start) and is_edge(self.other, end)):
            return None
        return Span(start, end) if words_of(self.one, fragment) == words_of(self.other, Span(start, end)) else None

    def _within(self, fragment: Span) -> Iterator[int]:
        """The numbers of the tokens that the fragment meets."""
        first = max(bisect_right(self._ours, Token(fragment.start, 0, "")) - 1, 0)
        for number in range(first, len(self._ours)):
            token = self._ours[number]
            if token.start >= fragment.end:
                return
            if token.end > fragment.start:
                yield number

    def _edge(self, ours: int, theirs: int, position: int, *, begins: bool) -> int:
        """Where an edge within or at a token of ``one`` lies in its partner: behind the same folded letters."""
        mine, partner = self._ours[ours], self._theirs[theirs]
        if begins and position <= mine.start:
            return partner.start
        if not begins and position >= mine.end:
            return partner.end
        letters = fold(self.one[mine.start : mine.end], STRONG).at(position - mine.start)
        there = fold(self.other[partner.start : partner.end], STRONG)
        span = there.raw(letters, len(there.key)) if begins else there.raw(0, letters)
        return partner.start + (span.start if begins else span.end)

    def _alike(self, first: int, last: int, there: int) -> Iterator[Stretch]:
        """What is the same, parted where its spelling is and is not."""
        begin = 0
        ways = [
            Way.SAME
            if _raw(self.one, self._ours[first + n]) == _raw(self.other, self._theirs[there + n])
            else Way.SPELLED
            for n in range(last - first)
        ]
        for n in range(1, len(ways) + 1):
            if n == len(ways) or ways[n] != ways[begin]:
                yield Stretch(ways[begin], _slice(self.other, self._theirs, there + begin, there + n))
                begin = n


def words_of(text: str, span: Span) -> str:
    """The words of a stretch as they are compared: folded, one space between them, quotation marks alike."""
    return " ".join(fold_key(text[span.start : span.end], STRONG).translate(_QUOTED).split())


def _key(text: str, token: Token) -> str:
    return fold_key(_raw(text, token), STRONG).translate(_QUOTED)


def _raw(text: str, token: Token) -> str:
    return text[token.start : token.end]


def _slice(text: str, inside: list[Token], first: int, last: int) -> str:
    """From a token up to another one, the white space before that included."""
    return text[inside[first].start : inside[last].start if last < len(inside) else len(text)]
