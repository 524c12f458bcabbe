"""Arabic that a PDF holds in the order of the eye: recognised by words that no Arabic text has, and turned round."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_FORWARD = frozenset(
    ["في", "من", "على", "إلى", "أن", "إن", "التي", "الذي", "عن", "مع", "هذا", "هذه", "قال", "بعد", "لا"]
)
_BACKWARD = frozenset(word[::-1] for word in _FORWARD if word[::-1] not in _FORWARD)
_WORD = re.compile("[\u0621-\u0652\u0670]+")
_STOPS = ".،؛؟!:"
_ENOUGH = 4  # words that show an order
_RUN = re.compile(r"%?[0-9A-Za-z\u0660-\u0669]+(?:[ .,:/%'’@+-]+[0-9A-Za-z\u0660-\u0669]+)*%?")
_LEFT_OPEN = re.compile(r"\) ([A-Za-z0-9][^()]*?)\)")  # as PDFium leaves brackets around Latin words
_MIRRORED = str.maketrans("()[]«»<>{}‹›", ")(][»«><}{›‹")
_FORMS = re.compile("[\ufb50-\ufdef\ufe70-\ufefc]+")


def evidence(text: str) -> int:
    """How many words show that letters are in the order of reading, less those that show that they are turned round.

    No word begins with ة or ى; many end with them, begin with ال, or are among the commonest.
    """
    found = 0
    for word in _WORD.findall(text):
        if word in _FORWARD or word[-1] in "ةى" or (len(word) > 3 and word.startswith("ال")):
            found += 1
        if word in _BACKWARD or word[0] in "ةى" or (len(word) > 3 and word.endswith("لا")):
            found -= 1
    return found


def is_turned(text: str) -> bool:
    """Whether the letters of the text are surely turned round."""
    return evidence(text) <= -_ENOUGH


def turned(lines: Sequence[Sequence[str]]) -> list[str]:
    """Lines of signs the other way round. A sign of several letters stays as it is, so do numbers and Latin words.

    Whether only letters are turned within their words, or whole lines, is told by where sentences end.
    """
    whole = _stops(lines, first=True) >= _stops(lines, first=False)
    return [_line(signs) if whole else " ".join(map(_line, _words(signs))) for signs in lines]


def without_forms(text: str) -> str:
    """Letters instead of presentation forms. The ligatures of whole phrases (ﷺ) stay."""
    return _FORMS.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def _line(signs: Sequence[str]) -> str:
    text = "".join(sign.translate(_MIRRORED) for sign in reversed(signs))
    text = _RUN.sub(lambda found: found[0][::-1], text)
    return _LEFT_OPEN.sub(r" (\1)", text).strip()


def _words(signs: Sequence[str]) -> list[list[str]]:
    words: list[list[str]] = [[]]
    for sign in signs:
        if sign.isspace():
            words.append([])
        else:
            words[-1].append(sign)
    return [word for word in words if word]


def _stops(lines: Sequence[Sequence[str]], *, first: bool) -> int:
    """In how many lines a stop stands before the first word, or before the last."""
    count = 0
    for signs in lines:
        words = "".join(signs).split()
        count += bool(words) and words[0 if first else -1][0] in _STOPS
    return count
