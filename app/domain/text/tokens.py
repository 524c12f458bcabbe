"""Tokens of news text: words, numbers and punctuation, each on grapheme edges.

What a reader takes for one piece stays one: 30.04.2023, 2024/5/3, 1,200, ٣٫٥, 71%, أ.ف.ب, U.S., كوفيد-19, an address,
a hashtag. Marks, tatweel and invisible characters inside a word belong to it; at its outer edges only the marks do.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache
from sys import maxsize
from typing import TYPE_CHECKING, NamedTuple

from app.domain.text.folding import TATWEEL, fold_key
from app.domain.text.graphemes import ceil_edge, floor_edge
from app.domain.text.patterns import pattern

if TYPE_CHECKING:
    import regex

WORD, NUMBER, PUNCT = "word", "number", "punct"

_INVISIBLE = r"\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF"
_MARK = r"\p{M}\p{GCB=Extend}\p{GCB=SpacingMark}\u200C\u200D"  # whatever a cluster takes along
_LETTER = rf"[[\p{{L}}\p{{Nl}}\p{{No}}]--[{TATWEEL}{_MARK}\p{{Extended_Pictographic}}]]"
_PLAIN = rf"[\p{{L}}{_MARK}{TATWEEL}{_INVISIBLE}]"
_INSIDE = rf"[\p{{L}}\p{{N}}{_MARK}{TATWEEL}{_INVISIBLE}]"
_ARABIC = r"[\u0620-\u063F\u0641-\u064A\u066E\u066F\u0671-\u06D3]"
_LATIN = r"[\p{Script=Latin}]"
_DIGIT = rf"\p{{Nd}}[{_MARK}{_INVISIBLE}]*+"
_JOINT = r"(?:[.,/:٫٬،]|[-–](?:(?<!\p{Nd}{3}.)|(?!\p{Nd}{3})))"  # 2024-05-03 is one number, 2013-2014 are two
_ADDRESS = r"[^\s<>\"«»“”،؛؟]"
_DOMAIN = r"(?:[A-Za-z0-9-]{1,63}+\.){1,8}+(?:com|net|org|gov|edu|mil|int|info|biz|news|[a-z]{2})(?![\p{L}\p{N}])"

_NUMBER = rf"(?:{_DIGIT})++(?:{_JOINT}(?:{_DIGIT})++)*+[%٪‰]?"
_CLITICS = rf"(?:[وف]?[بكل]?ال|[وف][بكل]?|[بكل]){TATWEEL}*+"

_WORDS = rf"""
    {_ARABIC}{_PLAIN}*+(?![-._\p{{N}}])                                     # nearly every word
  | (?: (?:https?|ftp)://|www\. ){_ADDRESS}*[^\s<>"«»“”،؛؟.,:;!?)\]\}}'…]
  | [A-Za-z0-9][A-Za-z0-9._%+-]{{0,63}}+@{_DOMAIN}
  | {_DOMAIN}(?:/{_ADDRESS}*[\p{{L}}\p{{N}}/])?
  | @[A-Za-z0-9_]++
  | \#(?:{_INSIDE}|_)*{_LETTER}(?:{_INSIDE}|_)*+
  | [A-Za-z](?:\.[A-Za-z])+\.?(?!{_INSIDE})                               # U.S. with its last point, U.S without
  | [وفبكل]?{_ARABIC}[{_MARK}]*+(?:\.{_ARABIC}[{_MARK}]*+)+(?!{_INSIDE})  # أ.ف.ب, behind a clitic too
  | (?:[%٪]|{_CLITICS})?{_NUMBER}(?:(?<![%٪‰]){_LETTER}{_INSIDE}*+)?      # 71%, و30, ال11, 1444هـ
  | {_LETTER}{_INSIDE}*+
    (?: _{_INSIDE}++
      | -(?=\p{{Nd}}){_INSIDE}++
      | (?<={_LATIN})['’&-](?={_LATIN}){_INSIDE}++
      | (?<=\p{{Nd}})[.,](?=\p{{Nd}}){_INSIDE}++
    )*+
"""
_PUNCT = rf"\.{{2,}}[{_MARK}]*+|(?=[^\p{{C}}\p{{Z}}{_MARK}{TATWEEL}])\X"
LOOSE = rf"[{TATWEEL}{_INVISIBLE}]"  # belongs to a word from inside only


class Token(NamedTuple):
    """``text[start:end]`` in code points; ``kind`` is word (it has a letter), number or punct."""

    start: int
    end: int
    kind: str


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Every token of ``text[start:end]``, in order and disjoint, positions counted in ``text``."""
    return _scan(_everything(), text, start, len(text) if end is None else end)


class Words:
    """The words and numbers of one text, read in pieces of some thousand characters when they are first asked for."""

    __slots__ = ("_all", "_begins", "_keys", "_pieces", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._pieces: dict[int, list[Token]] = {}
        self._begins = {0: 0}
        self._all: list[Token] | None = None
        self._keys: frozenset[str] | None = None

    def at(self, position: int) -> Token | None:
        """The token that holds ``position``, else the one that ends there."""
        piece = self._piece(self._number(position))
        place = bisect_right(piece, Token(position, _BEHIND, "")) - 1
        return piece[place] if place >= 0 and position <= piece[place].end else None

    def lone(self, position: int) -> Token | None:
        """What ``at`` gives, read without the words around it: for places that are far apart."""
        if self._number(position) in self._pieces:
            return self.at(position)
        begin = max(self.text.rfind(" ", 0, position), self.text.rfind("\n", 0, position)) + 1
        space = _SPACE.search(self.text, position)
        found = _scan(_words(), self.text, begin, space.start() if space else len(self.text))
        return next((token for token in reversed(found) if token.start <= position <= token.end), None)

    def after(self, position: int) -> Token | None:
        """The first token that starts after ``position``."""
        if not self._pieces and position >= 0 and (plain := _plain_after(self.text, position)):
            return plain
        for number in range(self._number(position), len(self.text) // _PIECE + 1):
            piece = self._piece(number)
            place = bisect_right(piece, Token(position, _BEHIND, ""))
            if place < len(piece):
                return piece[place]
        return None

    def before(self, position: int) -> Token | None:
        """The last token that starts before ``position``."""
        if not self._pieces and (plain := _plain_before(self.text, position)):
            return plain
        for number in range(self._number(position), -1, -1):
            piece = self._piece(number)
            place = bisect_left(piece, Token(position, 0, ""))
            if place:
                return piece[place - 1]
        return None

    def all(self) -> list[Token]:
        """Every word and number of the text, in order."""
        if self._all is None:
            self._all = _scan(_words(), self.text, 0, len(self.text))
        return self._all

    def bare(self, key: str) -> bool:
        """Whether ``key`` is the light key of a word of the text as it stands. The first call folds the whole text."""
        if self._keys is None:
            self._keys = frozenset(_WORD_SIGNS.findall(fold_key(self.text)))
        return key in self._keys

    def _piece(self, number: int) -> list[Token]:
        piece = self._pieces.get(number)
        if piece is None:
            piece = _scan(_words(), self.text, self._begin(number), self._begin(number + 1))
            self._pieces[number] = piece
        return piece

    def _begin(self, number: int) -> int:
        """Where a piece begins: behind the first space at or after its round number, so that no token is cut."""
        begin = self._begins.get(number)
        if begin is None:
            space = _SPACE.search(self.text, number * _PIECE)
            begin = self._begins[number] = space.end() if space else len(self.text)
        return begin

    def _number(self, position: int) -> int:
        """Of the piece that ``position`` lies in."""
        number = min(max(position, 0), len(self.text)) // _PIECE
        while number and self._begin(number) > position:
            number -= 1
        return number


_PIECE = 4096
_BEHIND = maxsize  # an end behind all others: compared as tuples, without a call for each, tokens are found much sooner
# The first step of the caret, between words of nothing but Arabic letters and their vowel signs, with spaces around
# them. Such words are tokens as they stand, and no step waits for ``regex`` and the patterns, which take 40 ms.
_PLAIN_WORD = r"([\u0621-\u063A\u0641-\u064A][\u0621-\u063A\u0641-\u064A\u064B-\u0652]*+)[،؛؟:!»]*+(?=[ \n]|\Z)"
_FAR = 64
_WORD_SIGNS = pattern(r"\w+")
_SPACE = pattern(r"[ \n]")


def _plain_after(text: str, position: int) -> Token | None:
    """The first token after ``position``, if a glance is enough to know it."""
    around = re.compile(rf"(?:{_PLAIN_WORD})?[ \n]++{_PLAIN_WORD}").match(text, _behind_space(text, position))
    return Token(*around.span(2), WORD) if around else None


def _plain_before(text: str, position: int) -> Token | None:
    """The last token before ``position``, if a glance is enough to know it."""
    end = min(position, len(text))
    while end > 0 and text[end - 1] in " \n":
        end -= 1
    found = re.compile(_PLAIN_WORD).match(text, _behind_space(text, end))
    return Token(*found.span(1), WORD) if found and found.start() < position else None


def _behind_space(text: str, position: int) -> int:
    """Where the word or space at ``position`` begins, which no plain word is far from; the text's end if it is far."""
    nearest = max(position - _FAR, 0)
    space = max(text.rfind(" ", nearest, position), text.rfind("\n", nearest, position))
    return space + 1 if space >= 0 or nearest == 0 else len(text)


@cache
def _words() -> regex.Pattern[str]:
    return pattern(f"(?:{_WORDS})[{_MARK}]*+", "V1", "VERBOSE")


@cache
def _everything() -> regex.Pattern[str]:
    return pattern(f"(?:{_WORDS})[{_MARK}]*+|(?P<punct>{_PUNCT})", "V1", "VERBOSE")


@cache
def _rare() -> regex.Pattern[str]:
    """What makes a text need care: tatweel, invisible characters, and those that join the letter after them."""
    return pattern(rf"{LOOSE}|\p{{GCB=Prepend}}|\p{{ccc=9}}", "V1")


@cache
def _edge_letter() -> regex.Pattern[str]:
    return pattern(rf"(?P<loose>{LOOSE})|(?P<mark>[{_MARK}])", "V1")


def _scan(pattern: regex.Pattern[str], text: str, start: int, end: int) -> list[Token]:
    matches = pattern.finditer(text, start, end)
    if _rare().search(text, start, end) is None:
        return [Token(*match.span(), _kind(match, text[match.start()])) for match in matches]
    found: list[Token] = []
    for match in matches:
        first, last = match.span()
        first = max(floor_edge(text, first), found[-1].end if found else start)
        last = max(ceil_edge(text, _without_tail(text, first, last)), first)
        if first < last:
            found.append(Token(first, last, _kind(match, text[match.start()])))
    return found


def _kind(match: regex.Match[str], first: str) -> str:
    if match.lastgroup:
        return PUNCT
    return WORD if first.isalpha() or any(map(str.isalpha, match[0])) else NUMBER


def _without_tail(text: str, start: int, end: int) -> int:
    """Where a token ends without tatweel and invisible characters behind its last letter.

    The tatweel of ``هـ`` stays: alone or behind a year it is how "of the Hijra" is written.
    """
    at = last = end
    while at > start and (tail := _edge_letter().match(text, at - 1)):
        at -= 1
        last = at if tail["loose"] else last
    if text[start:at].lstrip("0123456789٠١٢٣٤٥٦٧٨٩") == "ه" and text.startswith(TATWEEL, last):
        return last + 1
    return last
