"""Finding words in one text: a query and the text meet in a search key, and every match leads back to the raw text.

At the light and strong levels a space in the query stands for any run of white space, line breaks and no-break spaces
too. At the exact level every character stands for itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import field
from functools import lru_cache

from app.domain.span import Span
from app.domain.text.folding import EXACT, Folded, fold_key
from app.domain.text.graphemes import floor_edge, is_edge
from app.domain.values import frozen

_PROCLITICS = re.compile(r"[وف]?(?:[بك]?(?:ال)?|س|لل?)")
"""What may stand written together before a word that is looked for as a whole, in the light key."""


_CAREFUL = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\ufb50-\ufdff\ufe70-\ufefc]")
"""Signs that take what follows into their own letter, and forms that fold to several letters."""
_PLAIN = re.compile(r"[A-Za-z0-9\u0621-\u064a .,:;!?()\"«»،؛؟-]")


@frozen
class Matches:
    """Every match of a query in one text, in order, none over another. Only what is looked at becomes a span, so that
    a letter with ten thousand matches costs little more than counting them.

    ``starts`` are positions in the key, ``firsts`` the code points that they come from; ``ends`` is left out where all
    matches are ``width`` long in the key.
    """

    folded: Folded | None = None
    starts: list[int] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    width: int = 0

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, number: int) -> Span:
        """The code points of one match, on grapheme edges."""
        assert self.folded is not None
        start = self.starts[number]
        return self.folded.raw(start, self.ends[number] if self.ends else start + self.width)

    def __iter__(self) -> Iterator[Span]:
        return (self[number] for number in range(len(self)))

    def at_or_after(self, position: int) -> int | None:
        """The number of the first match that begins at ``position`` or behind it; the first of all when none does,
        None when there are no matches."""
        return bisect_left(self.firsts, position) % len(self) if self.firsts else None

    def before(self, position: int) -> int | None:
        """The number of the last match that begins before ``position``; the last of all when none does, None when
        there are no matches."""
        return (bisect_left(self.firsts, position) - 1) % len(self) if self.firsts else None

    def meeting(self, span: Span) -> range:
        """The numbers of the matches that reach into ``span``."""
        numbers = self.beginning_in(span)
        before = numbers.start - 1
        return range(before, numbers.stop) if before >= 0 and self[before].end > span.start else numbers

    def beginning_in(self, span: Span) -> range:
        """The numbers of the matches whose first letter is in ``span``."""
        return range(bisect_left(self.firsts, span.start), bisect_left(self.firsts, span.end))


def search(folded: Folded, query: str, level: str, whole: bool = False) -> Matches:
    """Every match of ``query`` in a text that was folded at the same ``level``.

    ``whole``: only whole words, though particles may be written together before the first (وبغداد holds بغداد). A query
    that is blank, or nothing but what the level drops, has no matches.
    """
    sought = pattern_of(query, level)
    if sought is None:
        return Matches(folded)
    key = query if level == EXACT else fold_key(query, level)
    if not whole and _PLAIN.match(key) and not any(map(str.isspace, key)) and _is_plain(folded.text):
        starts = [match.start() for match in sought.finditer(folded.key)]
        return Matches(folded, starts, list(map(folded.index.__getitem__, starts)), width=len(key))
    return _careful(folded, sought, whole)


def _careful(folded: Folded, sought: re.Pattern[str], whole: bool) -> Matches:
    """Match by match, where one may begin inside the letter that the one before ends with."""
    key, index, text = folded.key, folded.index, folded.text
    found = Matches(folded)
    last = -1  # the last code point of the match before
    for match in sought.finditer(key):
        start, end = match.span()
        first = index[start]
        if first <= last or (whole and not _is_whole(key, start, end)):
            continue
        if found.starts and not is_edge(text, first):
            first = floor_edge(text, first)
            if first <= last:
                continue
        last = index[end - 1]
        found.starts.append(start)
        found.ends.append(end)
        found.firsts.append(first)
    return found


@lru_cache(4)
def _is_plain(text: str) -> bool:
    """Whether no letter of ``text`` can hold the start of another match than its own."""
    return not _CAREFUL.search(text)


@lru_cache(16)
def pattern_of(query: str, level: str) -> re.Pattern[str] | None:
    """What is looked for in a key at ``level``; None when the query has nothing to look for."""
    if level == EXACT:
        return re.compile(re.escape(query)) if query else None
    if not query.strip():
        return None
    words = re.split(r"\s+", fold_key(query, level))
    return re.compile(r"\s+".join(map(re.escape, words))) if any(words) else None


def _is_whole(key: str, start: int, end: int) -> bool:
    if end < len(key) and key[end].isalnum() and key[end - 1].isalnum():
        return False
    if start == 0 or not (key[start - 1].isalnum() and key[start].isalnum()):
        return True
    begin = start - 1
    while begin > 0 and start - begin < 6 and key[begin - 1].isalnum():
        begin -= 1
    return (begin == 0 or not key[begin - 1].isalnum()) and bool(_PROCLITICS.fullmatch(key, begin, start))
