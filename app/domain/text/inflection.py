"""The forms that a word of a list can have in a text: enough of Arabic inflection to recognise, not to analyse."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.text.folding import fold_key, is_invisible

PRONOUNS = ("هما", "كما", "هم", "هن", "ها", "كم", "كن", "نا", "ه", "ك", "ي")
"""Suffix pronouns as light keys, the longest first."""

_NAME_ENDINGS = frozenset({"ه", "ها", "ي", "ية", "يا", "يين", "يون", "يات"})
_ENDINGS = _NAME_ENDINGS.union(PRONOUNS, {"ا", "ان", "ين", "ون", "وا", "ات", "ت", "ة", "تين", "تان", "تي"})
_SHORTEST_BASE = 3


def word_key(word: str) -> str:
    """The light key of ``word``, but a final alef maqsura stays, so that على is not علي nor رأى رأي."""
    key = fold_key(word)
    return key[:-1] + "ى" if key.endswith("ي") and _last_letter(word) in "ىﻯﻰ" else key


def word_keys(word: str) -> tuple[str, ...]:
    """The keys to look ``word`` up by: a final ى may stand for either letter, a final ي only for itself."""
    key = word_key(word)
    return (key, key[:-1] + "ي") if key.endswith("ى") else (key,)


def noun_bases(key: str) -> Iterator[str]:
    """What ``key`` may be an inflected form of, itself left out: وزارتها leads to وزارة, وصلت to وصل."""
    for ending in _endings(key, _ENDINGS):
        base = key.removesuffix(ending)
        yield base
        if ending in ("ات", "تين", "تان", "تي"):
            yield base + "ة"
        elif ending in PRONOUNS and base[-1] == "ت":
            yield base[:-1] + "ة"


def name_bases(key: str) -> Iterator[str]:
    """What name ``key`` may belong to, itself left out: لبنانيون leads to لبنان, but بإيران not to باير."""
    return (key.removesuffix(ending) for ending in _endings(key, _NAME_ENDINGS))


def _endings(key: str, endings: frozenset[str]) -> Iterator[str]:
    longest = min(3, len(key) - _SHORTEST_BASE)
    return (key[-length:] for length in range(1, longest + 1) if key[-length:] in endings)


def past_forms(verb: str) -> Iterator[str]:
    """Third-person forms of a past tense as it stands in a list: قال قالت قالا قالوا, دعا دعت دعوا."""
    yield verb
    if verb.endswith(("ا", "ى")):
        stem = verb[:-1]
        yield from (stem + "ت", stem + "تا", stem + "وا", stem + ("وا" if verb.endswith("ا") else "يا"))
    else:
        yield from (verb + "ت", verb + "ا", verb + "تا", verb + "وا")


def present_forms(verb: str) -> Iterator[str]:
    """Forms of a present tense that stands in a list with its ي: يقول تقول نقول أقول يقولون يقولان."""
    stem = verb[1:]
    weak = stem[:-1] if stem.endswith(("و", "ي", "ى")) else stem
    for prefix in "يت":
        yield from (prefix + stem, prefix + weak + "ون", prefix + stem + "ان")
    yield from ("ن" + stem, "أ" + stem)


def _last_letter(word: str) -> str:
    """The last character of ``word`` that is neither a mark nor invisible."""
    for letter in reversed(word):
        if fold_key(letter) and not is_invisible(letter):
            return letter
    return ""
