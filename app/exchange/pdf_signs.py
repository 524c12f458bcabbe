"""Signs of a PDF line brought into the order of reading, where PDFium leaves them otherwise: the letters of a ligature,
Latin words one after the other in an Arabic line, and two lines that came as one.

A ligature that its file calls by one presentation form comes in reading order; one that it calls by several letters
comes turned round. Which way a file goes is told by ligatures that can be read in one order only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

_JOINED_BEFORE_ONLY = frozenset("اأإآٱدذرزوؤةىء")
_LATIN = re.compile("[A-Za-z]")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_STEP = 0.6  # of the tallest sign: so far apart stand two lines, and no sign that is merely raised
_WORDS_APART = 3  # signs that a line has on average at least; letters one below the other are no lines


def ligatures_read(lines: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """The signs of all lines of a file, the letters of each in the order of reading."""
    several = [sign for signs in lines for sign in signs if len(sign) > 1]
    turned = sum((_can_be(sign[::-1]) > _can_be(sign)) - (_can_be(sign) > _can_be(sign[::-1])) for sign in several) > 0
    return [tuple(_read(sign, turned) if len(sign) > 1 else sign for sign in signs) for signs in lines]


def _read(sign: str, turned: bool) -> str:
    other = sign[::-1]
    if not _ARABIC.search(sign) or sign in (other, "الله"):
        return sign
    if _can_be(sign) == _can_be(other):
        return other if turned else sign
    return other if _can_be(other) else sign


def _can_be(sign: str) -> bool:
    """Whether one ligature can be these letters in this order: a mark follows its letter, and a letter that is joined
    to none after it ends it."""
    letters = [letter for letter in sign if not unicodedata.combining(letter)]
    return not unicodedata.combining(sign[0]) and not _JOINED_BEFORE_ONLY.intersection(letters[:-1])


def latin_words_read(signs: Sequence[str], places: Sequence[float]) -> list[int]:
    """The order in which the signs are read: Latin words that follow one another to the left in a line with Arabic in
    it are read from the left (``ABC Group``)."""
    order = list(range(len(signs)))
    if not any(map(_ARABIC.match, signs)):
        return order
    for run in _latin_runs(signs):
        middles = [sum(places[at] for at in word) / len(word) for word in run]
        if all(after < before for before, after in pairwise(middles)):
            read = [at for word in reversed(run) for at in [*word, -1]][:-1]
            spaces = iter(at for at in range(run[0][0], run[-1][-1]) if signs[at].isspace())
            order[run[0][0] : run[-1][-1] + 1] = [at if at >= 0 else next(spaces) for at in read]
    return order


def _latin_runs(signs: Sequence[str]) -> list[list[list[int]]]:
    """The places of the signs of words that stand together, a space apart, from a Latin word to a Latin word."""
    words: list[list[int]] = [[]]
    for at, sign in enumerate(signs):
        if sign.isspace():
            words.append([])
        else:
            words[-1].append(at)
    runs: list[list[list[int]]] = [[]]
    for word in words:
        said = "".join(signs[at] for at in word)
        if word and said.isascii() and said.isalnum():
            runs[-1].append(word)
        else:
            runs.append([])
    return [kept for run in runs if len(kept := _from_latin_to_latin(run, signs)) > 1]


def _from_latin_to_latin(run: list[list[int]], signs: Sequence[str]) -> list[list[int]]:
    latin = [number for number, word in enumerate(run) if any(_LATIN.match(signs[at]) for at in word)]
    return run[latin[0] : latin[-1] + 1] if latin else []


def lines_apart(bases: Sequence[float], heights: Sequence[float]) -> list[list[int]]:
    """The places of signs that came as one line, parted where they stand on lines of their own, the upper line first.

    ``bases`` and ``heights`` are in points; a sign without a height is blank and stays with the one before it.
    """
    parts: list[list[int]] = [[]]
    last: int | None = None
    apart = _STEP * max(heights, default=0.0)
    for at, height in enumerate(heights):
        if height > 0:
            if last is not None and abs(bases[at] - bases[last]) > apart:
                parts.append([])
            last = at
        parts[-1].append(at)
    if len(parts) == 1 or len(bases) < _WORDS_APART * len(parts):
        return [list(range(len(bases)))]
    together: dict[int, list[int]] = {}
    for part in parts:
        together.setdefault(round(bases[part[0]]), []).extend(part)
    return [together[base] for base in sorted(together, reverse=True)]
