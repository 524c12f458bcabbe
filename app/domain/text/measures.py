"""Dates, times, sums of money and quantities around a word, read as patterns of kinds of words.

Each word becomes one letter that says what it can be in a date or a sum (a month, a weekday, a number ...); what a date
is then is a short regular expression over these letters, and no list of words is ever compiled into one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from app.domain.span import Span
from app.domain.text.clitics import Stem
from app.domain.text.folding import fold_key
from app.domain.text.lexicon import Lexicons
from app.domain.text.tokens import Token, Words

_NEAR = 8  # words to each side
_BREAK, _HALF, _OTHER = "|", "?", "x"
_NOTHING = "\u200e\u200f\u0640"

# A month, weekday, period, definite period, word before a year, part of a time, relative, ordinal; numbers in words,
# scales, currencies, units and what stands beside them. Where a word is in several lists, the first heading counts.
_LETTERS = {
    "weekdays": "k",
    "years": "a",
    "periods": "u",
    "eras": "u",
    "scales": "s",
    "numbers": "w",
    "currencies": "c",
    "units": "q",
    "beside_units": "e",
    "parts": "b",
    "adverbs": "b",
    "ordinals": "o",
    "relatives": "r",
    "months": "m",
}
_WORDS = {
    fold_key(word): letter
    for words, letter in (
        ("من", "z"),
        ("في", "f"),
        ("المئة المائة", "G"),
        ("بالمئة بالمائة", "P"),
        ("م هـ ق.م ميلادي هجري ميلادية هجرية الميلادي الهجري", "h"),
        ("صباحا مساء ظهرا فجرا ليلا عصرا", "T"),
        ("الساعة", "Z"),
        ("بتوقيت بالتوقيت", "B"),
    )
    for word in words.split()
}
_DEFINITE_PERIODS = frozenset({"نصف", "سنوات", "سنين"})
_POINTS = {"/": "/", "(": "(", ")": ")", "،": ",", ",": ",", "-": "-", "–": "-", "%": "P", "٪": "P"}

# As texts: the standard library compiles each when it is first needed, and no window waits for it.
_DIGITS = r"(?P<y>[12]\d{3}(?!\d))|(?P<d>\d{1,2}(?!\d))|\d+"
_NUMBER = r"[dnyw](?:[sw]|(?<=[sw])v)*|[sv](?:[sw]|v)*"
_YEAR = r"a?(?:\(y\)|y)h?"
_OF_YEAR = rf"(?:z(?:[aU][ro]|{_YEAR}))?"
_WRITTEN = r"(?:y-y|[dy][/-]d[/-][dy]|D)"
_DATES = (
    rf"(?:b+z?)?[ua]?(?:k,?)?(?:[do]z?)?[ua]?m(?:/m)?(?:[ro]|,?{_YEAR})?{_OF_YEAR}",  # الثلاثاء 14 أبريل/ نيسان 2026
    r"[buT]?k[ro]?(?:,?D|,?\(D\))?",  # يوم السبت المقبل
    rf"(?:b+z?)?[aUu]W?[ro](?:[whr])?h?{_OF_YEAR}",  # الربع الأول من العام الماضي، القرن التاسع عشر
    r"b*a(?:\(y\)|y)h?v?",  # عامي 2013 و2014
    r"b+(?:\(y\)|y)h?",  # مطلع 2020
    rf"(?:{_NUMBER})[ua]r?",  # ثلاثة أيام
    rf"[bm]?{_WRITTEN}|[bm]\({_WRITTEN}\)",
    r"(?:Z[tdo]|t)T?(?:B[xi]?)?|Z[tdo]?[ov]?T?",  # الساعة 11:30 صباحا
)
_SUMS = (
    rf"(?:{_NUMBER})(?:ci{{0,2}}|qe*|P|fG)",  # 31 مليون دولار أمريكي، أربعين كيلومترا مربعا، 71 في المئة
    r"ci|qe+",
    r"c[iw]{1,2}",
)
_CARDINALS = (_NUMBER,)


class _Sign(NamedTuple):
    """A letter and the place of the word, or of the point between words, that it stands for."""

    letter: str
    start: int
    end: int


class Measures:
    """What the words of dates and sums are, read once from the word lists."""

    def __init__(self, lexicons: Lexicons) -> None:
        lists = lexicons.measures
        self._months = lists.get("months", frozenset())
        self._letters = dict.fromkeys((key.split()[0] for key in self._months if " " in key), _HALF)
        self._letters |= {"ال" + key: "W" for key in lists.get("numbers", ())}
        periods = (*lists.get("periods", ()), *lists.get("eras", ()), *_DEFINITE_PERIODS)
        self._letters |= {"ال" + key: "U" for key in periods}
        for heading, letter in reversed(_LETTERS.items()):
            self._letters |= dict.fromkeys(lists.get(heading, ()), letter)
        self._letters |= _WORDS if lists else {}
        self._times = frozenset().union(*(lists.get(heading, ()) for heading in ("weekdays", "years", "adverbs")))
        self._times |= {form for key in lists.get("periods", ()) for form in (key, "ال" + key)}

    def around(self, text: str, words: Words, token: Token, stems: Callable[[Token], Sequence[Stem]]) -> list[Span]:
        """The dates, times, sums and quantities of several words around ``token``, the smaller first.

        Each begins behind the clitics of its first word. A number alone is left out where a sum goes on with it.
        """
        if self._letter(text, token, stems)[0] == _OTHER:
            return []
        signs = self._signs(text, words, token, stems)
        here = next(at for at, sign in enumerate(signs) if sign.start < token.end <= sign.end)
        line = "".join(sign.letter for sign in signs)
        dates = dict(sorted(_covering(_DATES, line, here)))  # of those that begin together the longest
        found = {*dates.items(), *_covering(_SUMS, line, here)}
        found |= {
            (first + 1, last) for first, last in found if line[first] == "b" and first < here and last - first > 2
        }
        spans = {
            Span(signs[first].start, signs[last - 1].end) for first, last in found or _covering(_CARDINALS, line, here)
        }
        return sorted(spans, key=len)

    def is_time(self, key: str) -> bool:
        """Whether the light ``key`` is a word of dates that ends the name before it: السبت، عام، يوم، أمس."""
        return key in self._times

    def is_month(self, key: str) -> bool:
        return key in self._months

    def is_relative(self, key: str) -> bool:
        """Whether the light ``key`` says which year is meant: الماضي, 2020."""
        return key.isdigit() or self._letters.get(key) == "r"

    def _signs(self, text: str, words: Words, token: Token, stems: Callable[[Token], Sequence[Stem]]) -> list[_Sign]:
        """The signs of the words around ``token`` on its line, and of the points between them."""
        signs: list[_Sign] = []
        for each in _window(text, words, token):
            if signs:
                signs += _points(text, signs[-1].end, each.start)
            letter, start = self._letter(text, each, stems)
            if signs and start > each.start and letter != "v":
                signs.append(_Sign(_BREAK, each.start, start))
            if signs and self._ends_month(text, signs[-1], each):
                signs[-1] = _Sign("m", signs[-1].start, each.end)
            else:
                signs.append(_Sign(letter, start, each.end))
        return [*signs, *_points(text, signs[-1].end, min(len(text), signs[-1].end + 2))]

    def _ends_month(self, text: str, before: _Sign, word: Token) -> bool:
        """Whether ``word`` is the second of the name of a month: تشرين [الأول]."""
        if before.letter not in (_HALF, "m", "b", "a") or word.start - before.end > 1:
            return False
        return fold_key(text[before.start : word.end]) in self._months

    def _letter(self, text: str, token: Token, stems: Callable[[Token], Sequence[Stem]]) -> tuple[str, int]:
        """What a word can be in a measure, and where it begins: behind its clitics, if as it stands it is nothing."""
        letter = self._kind(fold_key(text[token.start : token.end]))
        if letter != _OTHER:
            return letter, token.start
        stem = stems(token)[0]
        if stem.span.start == token.start and stem.normalized is None:
            return letter, token.start
        letter = self._kind(fold_key(stem.normalized or text[stem.span.start : stem.span.end]))
        if text[token.start] == "و" and letter in "dnyws":
            return "v", stem.span.start
        return letter, stem.span.start

    def _kind(self, key: str) -> str:
        letter = self._letters.get(key)
        if letter is None and key[:1].isdigit():
            return _figures(key)
        if letter is None and key.endswith(("ي", "ية")) and not key.startswith("ال") and len(key) > 3:
            return "i"
        return letter or _OTHER


def _covering(patterns: Sequence[str], line: str, here: int) -> Iterator[tuple[int, int]]:
    """From and to where in ``line`` matches of several signs hold the sign at ``here``."""
    for pattern in patterns:
        for match in re.finditer(pattern, line):
            if match.start() > here:
                break
            if here < match.end() and match.end() - match.start() > 1:
                yield match.span()


def _window(text: str, words: Words, token: Token) -> list[Token]:
    """The words near ``token`` on its line."""
    window = [token]
    while len(window) <= _NEAR:
        before = words.before(window[0].start)
        if before is None or "\n" in text[before.end : window[0].start]:
            break
        window.insert(0, before)
    for _ in range(_NEAR):
        after = words.after(window[-1].start)
        if after is None or "\n" in text[window[-1].end : after.start]:
            break
        window.append(after)
    return window


def _points(text: str, start: int, end: int) -> Iterator[_Sign]:
    for at in range(start, end):
        if not text[at].isspace() and text[at] not in _NOTHING:
            yield _Sign(_POINTS.get(text[at], _BREAK), at, at + 1)


def _figures(key: str) -> str:
    """A year, a day, a date, a time, a percentage, or any other number in figures."""
    if key.endswith(("%", "٪")):
        return "n"
    match = re.fullmatch(_DIGITS, key.rstrip("هم"))
    if match:
        return match.lastgroup or "n"
    if re.fullmatch(r"\d{1,2}:\d{2}", key):
        return "t"
    return "D" if re.fullmatch(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}", key) else "n"
