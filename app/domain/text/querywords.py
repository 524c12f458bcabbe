"""The words of a query: how they are compared with a text, and where they stand in it.

A word is compared by its light key, as the search index holds it, and without the accents of Latin letters, which the
index leaves out too. Between the words of a phrase there may be any punctuation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.domain.text.folding import fold_key

_WORD = re.compile(r"[^\W_]+")
_ACCENTED = re.compile("[\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff]")
_MARKS = "[\u0300-\u036f]*"
_BETWEEN = r"[\W_]+"
_ARTICLE, _LIL = "ال", "لل"
_LONGEST_CLITICS = 5

PROCLITICS = tuple(
    conjunction + preposition
    for conjunction in ("", "و", "ف")
    for preposition in ("", "ب", "ك", "ال", "بال", "كال", "س", "ل", "لل")
)
"""What may be written together before a word that is looked for, folded: as in the search in one article."""
_BEFORE_DEFINITE = tuple(each for each in PROCLITICS if not each.endswith((_ARTICLE, _LIL)))
_BEFORE_LIL = ("", "و", "ف")


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand side by side, folded. Clitics may stand before the first unless ``exact``; of the last only the
    beginning is given when ``prefix``. ``field`` is where alone they are looked for; None for text or title."""

    keys: tuple[str, ...]
    prefix: bool = False
    exact: bool = False
    field: str | None = None

    def forms(self) -> tuple[str, ...]:
        """The first word with every clitic that may stand before it."""
        first = self.keys[0]
        if self.exact:
            return (first,)
        before = _BEFORE_DEFINITE if first.startswith(_ARTICLE) else PROCLITICS
        return tuple(
            dict.fromkeys(
                (
                    *(each + first for each in before),
                    *(each + form for form in _hidden(first) for each in _BEFORE_LIL),
                )
            )
        )


def words_of(text: str) -> tuple[str, ...]:
    """The words and numbers of ``text`` as keys, in order."""
    key = fold_key(text)
    return tuple(_WORD.findall(_without_accents(key) if _ACCENTED.search(key) else key))


def places(words: Words, key: str) -> Iterator[tuple[int, int]]:
    """Where the words stand in a light key, in order: from, and up to, its positions. Particles before the first word
    are left out, but its article ال and a لل that hides it are taken along."""
    accented = _ACCENTED.search(key) is not None
    if accented:
        key = _bare_letters(key)
    last = 0
    for found in _pattern(words, accented).finditer(key):
        start, end = found.span()
        if end < len(key) and key[end].isalnum():
            if not words.prefix:
                continue
            while end < len(key) and key[end].isalnum():
                end += 1
        begin = _begin(key, start, words)
        if begin is not None and begin >= last:
            last = end
            yield begin, end


def _begin(key: str, start: int, words: Words) -> int | None:
    """Where the words begin whose first is found at ``start``; None when other letters stand before it."""
    low = start
    while low > 0 and start - low <= _LONGEST_CLITICS and key[low - 1].isalnum():
        low -= 1
    before = key[low:start]
    if not before:
        return start
    if words.exact or (low > 0 and key[low - 1].isalnum()):
        return None
    if words.keys[0].startswith(_ARTICLE):
        hidden = key.startswith(_LIL, start)
        return start if before in (_BEFORE_LIL if hidden else _BEFORE_DEFINITE) else None
    if before not in PROCLITICS:
        return None
    return start - 2 if before.endswith((_ARTICLE, _LIL)) else start


@lru_cache(64)
def _pattern(words: Words, accented: bool) -> re.Pattern[str]:
    first, *rest = words.keys
    forms = (first,) if words.exact else (first, *_hidden(first))
    shown = [_lettered(form, accented) for form in forms]
    return re.compile(_BETWEEN.join(["(?:" + "|".join(shown) + ")", *(_lettered(each, accented) for each in rest)]))


def _lettered(word: str, accented: bool) -> str:
    return "".join(re.escape(letter) + _MARKS for letter in word) if accented else re.escape(word)


def _hidden(word: str) -> tuple[str, ...]:
    """How a word with the article is written behind the preposition ل: للسعودية, and للبناني with one ل lost."""
    if not word.startswith(_ARTICLE) or len(word) < 4:
        return ()
    return (_LIL + word[2:], _LIL + word[3:]) if word[2] == "ل" else (_LIL + word[2:],)


def _without_accents(key: str) -> str:
    return "".join(each for each in _bare_letters(key) if not "\u0300" <= each <= "\u036f")


def _bare_letters(key: str) -> str:
    """Letters with accents as the letters alone, each in its place."""
    return _ACCENTED.sub(lambda found: _bare(found[0]), key)


@lru_cache(512)
def _bare(letter: str) -> str:
    plain = unicodedata.normalize("NFD", letter)[0]
    return plain if plain.isascii() else letter
