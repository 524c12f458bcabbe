"""Arabic words of a PDF line whose letters go against the page: a line read from the right with words from the left.

PDFium brings the letters of some programs' files (Chromium's print to PDF among them) into reading order word by word,
and leaves many words turned round. Where a letter stands on the page tells which: of two letters the right one is read
first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

_ARABIC = re.compile("[\u0600-\u065f\u066a-\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]+")
_STRAY_QUOTE = re.compile(r"(?<=\w)«(?=\s|$)|(?:(?<=\s)|^)»(?=\w)")
_SWAPPED = str.maketrans("«»", "»«")
_OPENING = re.compile(r"(?<=\S)« ")
_LEFT_OPEN = re.compile(r"\) ([A-Za-z0-9][^()]*?)\)")  # as PDFium leaves brackets around Latin words
_PERCENT = re.compile(
    r"(?<!\S)([،؛.:]?)%([0-9]+(?:[.,][0-9]+)*)"
)  # drawn to the left of a number that is read before it
_SEEN = 3  # words turned round that show how the file is

Signs = Sequence[str]
Places = Sequence[float]
"""Where the middle of each sign is, in points from the left; of a space it says nothing."""


def is_read_from_the_right(signs: Signs, places: Places) -> bool | None:
    """Whether the Arabic words of a line follow one another to the left; None when it has not two of them."""
    words = [sum(places[at] for at in word) / len(word) for word in _runs(signs)]
    return words[0] > words[-1] if len(words) > 1 else None


def turned_words(signs: Signs, places: Places) -> int:
    """How many Arabic words of the line have their letters from left to right."""
    return sum(_is_turned(word, signs, places) for word in _runs(signs))


def with_words_mended(signs: Signs, places: Places) -> tuple[str, ...]:
    """The line's signs, the letters of each Arabic word from right to left as they stand on the page."""
    mended = list(signs)
    for word in _runs(signs):
        if any(step > 0 for step in _steps(word, signs, places)):
            mended[word[0] : word[-1] + 1] = [signs[at] for at in _from_the_right(word, signs, places)]
    return tuple(mended)


def with_marks_mended(text: str, *, swapped: bool) -> str:
    """A mended line with quotation marks, brackets and signs of per cent as they are meant: ``swapped`` says that the
    quotation marks were mirrored."""
    if swapped:
        text = _OPENING.sub(" «", text.translate(_SWAPPED))
    return _PERCENT.sub(r"\2%\1", _LEFT_OPEN.sub(r" (\1)", text))


def shows_swapped(text: str) -> bool:
    """Whether an opening guillemet stands behind a word, or a closing one before it."""
    return _STRAY_QUOTE.search(text) is not None


def is_enough(words: int) -> bool:
    """Whether so many words turned round show that it is the file's way and no chance."""
    return words >= _SEEN


def _runs(signs: Signs) -> Iterator[list[int]]:
    """The places of the signs of each Arabic word."""
    for arabic, run in groupby(range(len(signs)), key=lambda at: _ARABIC.fullmatch(signs[at]) is not None):
        if arabic:
            yield list(run)


def _is_turned(word: list[int], signs: Signs, places: Places) -> bool:
    steps = _steps(word, signs, places)
    return sum(step > 0 for step in steps) > len(steps) / 2


def _steps(word: list[int], signs: Signs, places: Places) -> list[float]:
    """How far each letter of the word stands to the right of the one before it."""
    letters = [places[at] for at in word if not _is_mark(signs[at])]
    return [after - before for before, after in pairwise(letters)]


def _from_the_right(word: list[int], signs: Signs, places: Places) -> list[int]:
    """The word's places as they are read; a mark stays with the letter over or behind which it is drawn."""
    letters = sorted((at for at in word if not _is_mark(signs[at])), key=lambda at: -places[at])
    near = (places[letters[0]] - places[letters[-1]]) / len(letters) / 4
    having: dict[int, list[int]] = {at: [at] for at in letters}
    for mark in word:
        if mark not in having:
            before = [at for at in letters if places[at] >= places[mark] - near] or letters[:1]
            having[before[-1]].append(mark)
    return [at for letter in letters for at in having[letter]]


def _is_mark(sign: str) -> bool:
    return all(unicodedata.combining(letter) for letter in sign)
