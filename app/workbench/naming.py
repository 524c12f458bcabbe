"""Names as the register compares them: folded, titles left out, the article taken off, initials told from words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from app import resources
from app.domain.text.folding import STRONG, fold_key

_WORD = re.compile(r"[^\W_]+")
_POINTED = re.compile(r"(?<=\w)[.\u06d4](?=\w)|(?<=\b\w)[.\u06d4](?!\w)")  # أ.ف.ب, U.N.
_ARTICLE, _LIL = "ال", "لل"
_LONGEST_INITIALS, _SHORTEST_INITIALS = 8, 2
_SMALL = frozenset({"و", "في", "من", "على", "عن", "الى", "ل", "ب", "of", "the", "and", "for", "in", "on", "de", "la"})

Words = tuple[str, ...]


def words_of(name: str) -> Words:
    """The folded words of a name; the letters of pointed initials are one word (أ.ف.ب: افب)."""
    return tuple(_WORD.findall(_POINTED.sub("", fold_key(name, STRONG))))


def stem(word: str) -> str:
    """A folded word without the article."""
    return word[2:] if word.startswith((_ARTICLE, _LIL)) and len(word) > 4 else word


def stems_of(words: Words) -> Words:
    """The stems of a name's words without its titles; all of them where it is nothing but titles."""
    found, left_out = tuple(map(stem, words)), titles()
    return tuple([each for each in found if each not in left_out]) or found


def bag(stems: Iterable[str]) -> Words:
    """Stems in an order of their own, so that a name is found whatever order its words have."""
    return tuple(sorted(stems))


def initials_of(words: Words) -> set[str]:
    """What a name of several words may be shortened to: the first letters of its stems, small words left out or not."""
    if not _SHORTEST_INITIALS <= len(words) <= _LONGEST_INITIALS:
        return set()
    every = "".join([stem(word)[0] for word in words])
    large = "".join([stem(word)[0] for word in words if word not in _SMALL])
    return {every, large} if len(large) >= _SHORTEST_INITIALS else {every}


@cache
def titles() -> frozenset[str]:
    """The stems of words that stand before names, from ``resources/lexicons/titles.toml``."""
    table = resources.table(resources.text("lexicons/titles.toml"))
    return frozenset(stem(fold_key(word, STRONG)) for text in table.values() for word in text.split())
