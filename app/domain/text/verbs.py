"""Whether a word is a verb: by the lists, or by a shape that hardly any noun has."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.domain.text.clitics import never
from app.domain.text.folding import fold_key
from app.domain.text.lexicon import Lexicons, reporting_match
from app.domain.text.tokens import Token

_PRESENT = "س?ي[^ا ].+[^ا ]"
_DERIVED = re.compile(
    "است...+|ان...+|ات..+|ا.ت..+"
)  # استقبل, انسحب, اتفق, اجتمع; their verbal nouns have an alef (اجتماع)


def is_predicate(text: str, token: Token, lexicons: Lexicons, known: Callable[[str], bool] = never) -> bool:
    """Whether ``token`` is a verb or another expression that says something of somebody: قال، مضيفا، استهدفت."""
    word = text[token.start : token.end]
    if lexicons.is_verb(word) or reporting_match(text, token, lexicons) is not None:
        return True
    return bool(lexicons.verbs) and _looks_like_verb(word, lexicons, known)


def begins_with_conjunction(text: str, token: Token, lexicons: Lexicons, known: Callable[[str], bool] = never) -> bool:
    """Whether ``token`` is a verb behind و or ف (وقال) and not one that begins with that letter (وصل)."""
    word = text[token.start : token.end]
    if word[0] not in "وف" or known(fold_key(word)):
        return False
    match = reporting_match(text, token, lexicons)
    if match is not None:
        return match.span.start > token.start
    if lexicons.is_verb(word[1:]):
        return True
    return word[0] == "و" and bool(lexicons.verbs) and _looks_like_verb(word[1:], lexicons, known)


def _looks_like_verb(word: str, lexicons: Lexicons, known: Callable[[str], bool]) -> bool:
    key = fold_key(word)
    bare, raw = (key[1:], word[1:]) if key[:1] in ("و", "ف") else (key, word)
    if not (re.fullmatch(_PRESENT, bare) or (raw[:1] == "ا" and _is_derived(bare))):
        return False
    return not any(known(each) or lexicons.is_listed(each) or lexicons.is_inflected(each) for each in {key, bare})


def _is_derived(key: str) -> bool:
    rest = key.removesuffix("وا")[1:]
    return (
        bool(re.fullmatch(_DERIVED, key))
        and "ا" not in rest
        and not rest.startswith("ل")
        and not rest.endswith(("ي", "ة"))
    )
