"""Search keys: one text folded so that spellings of the same word meet, with the way back to the raw text.

Three levels: ``exact`` changes nothing; ``light`` drops marks, tatweel and invisible characters and joins the
spellings of alef, yeh, kaf, digits and letter case; ``strong`` also joins teh marbuta with heh and takes hamza off its
waw or yeh.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field

from app.domain.errors import N_, DomainError
from app.domain.span import Span
from app.domain.text.graphemes import ceil_edge, floor_edge
from app.domain.values import frozen

EXACT, LIGHT, STRONG = "exact", "light", "strong"
LEVELS = (EXACT, LIGHT, STRONG)

TATWEEL = "\u0640"
_MARKS = ((0x0610, 0x061A), (0x064B, 0x065F), (0x0670, 0x0670), (0x06D6, 0x06ED))
_INVISIBLE = (
    (0x00AD, 0x00AD),
    (0x061C, 0x061C),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x2064),
    (0x2066, 0x2069),
    (0xFEFF, 0xFEFF),
    (0xE000, 0xF8FF),  # private use: icons of the web page that an article was scraped from
    (0xF0000, 0xFFFFD),
    (0x100000, 0x10FFFD),
)


def _class(ranges: Iterable[tuple[int, int]]) -> str:
    """The inside of a character class."""
    return "".join(f"\\U{first:08X}-\\U{last:08X}" for first, last in ranges)


INVISIBLE = _class(_INVISIBLE)
"""Format and private-use characters, as the inside of a character class: kept in the text, ignored in search."""

_LETTERS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك"}
_STRONGER = {"ة": "ه", "ؤ": "و", "ئ": "ي"}
_DIGITS = ((0x0660, 0x0669), (0x06F0, 0x06F9))
_PRESENTATION_FORMS = ((0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
_FORMS = re.compile(f"[{_class(_PRESENTATION_FORMS)}]")
_SPECIAL = re.compile(f"[{TATWEEL}{_class(_MARKS)}{INVISIBLE}{_class(_PRESENTATION_FORMS)}]+")
"""Whatever may fold to nothing or to several characters. All else folds to one."""


class UnknownLevel(DomainError):
    """A level of folding that is none of ``LEVELS``."""


@frozen
class Folded:
    """A key and where each of its characters comes from.

    ``index[i]`` is the code point of ``text`` that ``key[i]`` comes from, and ``index[len(key)]`` is ``len(text)``.
    A raw character that folds to several (a ligature) stands several times in ``index``, one that is dropped never.
    """

    key: str
    index: Sequence[int] = field(repr=False)
    text: str = field(repr=False)

    def raw(self, start: int, end: int) -> Span:
        """The code points of ``text`` behind ``key[start:end]``, on grapheme edges.

        Marks and tatweel that were dropped after the last character belong to it. An empty range gives an empty span.
        """
        if start >= end:
            return Span(self.index[start], self.index[start])
        stop = self.index[end - 1] + 1
        limit = self.index[bisect_left(self.index, stop, end)]
        while stop < limit and (self.text[stop] == TATWEEL or unicodedata.category(self.text[stop]) == "Mn"):
            stop += 1
        return Span(floor_edge(self.text, self.index[start]), ceil_edge(self.text, stop))

    def at(self, position: int) -> int:
        """The first key position that comes from ``position`` of the text or from after it."""
        return bisect_left(self.index, position)


def fold(text: str, level: str = LIGHT) -> Folded:
    """The key of ``text`` at ``level`` with its index. ``UnknownLevel`` for a level that is none of ``LEVELS``."""
    if level == EXACT:
        return Folded(text, range(len(text) + 1), text)
    key = fold_key(text, level)
    special = [match.span() for match in _SPECIAL.finditer(text)]
    if not special:  # as nearly all text is: each character folds to one
        return Folded(key, range(len(text) + 1), text)
    if len(key) == len(text) - sum(end - start for start, end in special) and not _FORMS.search(text):
        index = [place for start, end in _between(special, len(text)) for place in range(start, end)]
    else:
        pieces = map(_table(level).__getitem__, map(ord, text))
        index = [place for place, piece in enumerate(pieces) for _ in piece]
    index.append(len(text))
    return Folded(key, index, text)


def _between(spans: Iterable[tuple[int, int]], end: int) -> Iterator[tuple[int, int]]:
    """What lies before, between and behind the spans of ``0`` to ``end``."""
    start = 0
    for first, last in spans:
        yield start, first
        start = last
    yield start, end


def fold_key(text: str, level: str = LIGHT) -> str:
    """``fold(text, level).key``, without the index and much faster."""
    return text if level == EXACT else text.translate(_table(level))


def is_invisible(letter: str) -> bool:
    """Whether ``letter`` is a format or private-use character: kept in the text, ignored in search and at edges."""
    return _within(ord(letter), _INVISIBLE)


def _within(point: int, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(first <= point <= last for first, last in ranges)


class _Table(dict[int, str]):
    """What each code point becomes, worked out when it is first met: nothing is built at start-up."""

    def __init__(self, change: Callable[[str], str]) -> None:
        super().__init__()
        self._change = change

    def __missing__(self, point: int) -> str:
        self[point] = key = self._change(chr(point))
        return key


def _light(letter: str) -> str:
    """What one raw character becomes at the light level."""
    point = ord(letter)
    if letter == TATWEEL or _within(point, _MARKS) or _within(point, _INVISIBLE):
        return ""
    if _within(point, _PRESENTATION_FORMS):
        plain = unicodedata.normalize("NFKC", letter)
        if plain != letter:  # a mark's isolated form decomposes to a space and the mark: no space was written
            return "".join(map(_light, plain.removeprefix(" ")))
    if _within(point, _DIGITS):
        return str(unicodedata.digit(letter))
    return _LETTERS.get(letter) or letter.lower()[0]  # only U+0130 has a longer lower case: i and a dot


def _strong(letter: str) -> str:
    return "".join(_STRONGER.get(part, part) for part in _light(letter))


_TABLES = {LIGHT: _Table(_light), STRONG: _Table(_strong)}


def _table(level: str) -> _Table:
    found = _TABLES.get(level)
    if found is None:
        levels = ", ".join(LEVELS)
        raise UnknownLevel(N_("There is no folding level {level}. Use one of {levels}."), level=level, levels=levels)
    return found
