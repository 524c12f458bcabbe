"""The lines of an article that are not blank, and what each looks like. Positions are code points."""

from __future__ import annotations

import functools
import re

from app.domain.text.folding import fold_key
from app.domain.text.graphemes import ceil_edge, floor_edge

# Neither joiner is taken off an edge: they belong to the letter before them.
_BLANK = " \t\r\f\v\x1c\x1d\x1e\x1f\x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u202f\u205f\u3000"
_UNSEEN = "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_EDGE = _BLANK + _UNSEEN
_OTHER_BREAKS = re.compile("[\u2028\u2029]")
_STOP = re.compile(r"[.!؟?。۔](?:[\s»”\"')\]]*)$")
_POINTS = re.compile(r"(?:\.\s*\.|…)[\s»”\"']*$")
_ABBREVIATED = re.compile(r"(?:^|[\s(.])\w\.\s*\)?$")
_ASKS = re.compile(r"[؟?!][\s»”\"')\]]*$")
_HEAD = 160  # code points
_LONG_LINE, _SENTENCE_WORDS, _MANY_WORDS, _QUESTION_WORDS = 170, 5, 26, 16


class Line:
    """One line, without white space and invisible characters at its edges. What it looks like is found out once, when
    it is first asked for: most lines are never asked."""

    __slots__ = ("_first", "_key", "_prose", "_stops", "_words", "end", "start", "text")

    def __init__(self, start: int, end: int, text: str) -> None:
        self.start, self.end, self.text = start, end, text
        self._key: str | None = None
        self._first: str | None = None
        self._words = 0
        self._stops: bool | None = None
        self._prose: bool | None = None

    @property
    def key(self) -> str:
        """The text folded."""
        if self._key is None:
            self._key = folded(self.text)
        return self._key

    @property
    def head(self) -> str:
        """The beginning of the text folded, longer than any phrase of the word lists."""
        if self._key is None and len(self.text) > 2 * _HEAD:
            return folded(self.text[:_HEAD])
        return self.key

    @property
    def first(self) -> str:
        """The first word folded, without what is written close to it."""
        if self._first is None:
            self._first = _folded_word(self.text[:24].split(None, 1)[0])
        return self._first

    @property
    def words(self) -> int:
        self._words = self._words or len(self.text.split())
        return self._words

    @property
    def stops(self) -> bool:
        """Whether it ends as a sentence does: two points, or the point of an abbreviation, end none."""
        if self._stops is None:
            end = self.text[-12:]
            self._stops = bool(_STOP.search(end)) and not _POINTS.search(end) and not _ABBREVIATED.search(end[-6:])
        return self._stops

    @property
    def is_prose(self) -> bool:
        """Whether it reads as running text: a sentence, or longer than any headline."""
        if self._prose is None:
            least = _QUESTION_WORDS if _ASKS.search(self.text[-6:]) else _SENTENCE_WORDS  # a headline may ask
            self._prose = (
                len(self.text) > _LONG_LINE or (self.stops and self.words >= least) or self.words > _MANY_WORDS
            )
        return self._prose


def folded(text: str) -> str:
    return fold_key(text.replace(" ـ ", " - ")).strip()


@functools.lru_cache(4096)
def _folded_word(word: str) -> str:
    return bare_word(fold_key(word))


def bare_word(word: str) -> str:
    """A word without points, colons and brackets at its edges; a word of nothing else stays."""
    return word.strip(":؛،,.()[]|*•-–—") or word


def lines_of(text: str, most: int) -> list[Line]:
    """The lines of the text that are not blank; of more than ``most`` the first and last halves."""
    parted = _OTHER_BREAKS.sub("\n", text) if "\u2028" in text or "\u2029" in text else text
    found, at = [], 0
    for raw in parted.split("\n"):
        shown = raw and raw.strip(_EDGE)
        if shown:
            start = at + raw.index(shown[0]) if raw[0] in _EDGE else at
            found.append((start, start + len(shown), shown))
        at += len(raw) + 1
    if len(found) > most:
        found = found[: most // 2] + found[-(most // 2) :]
    return [Line(*each) for each in found]


def on_edges(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch widened to grapheme edges."""
    return floor_edge(text, start), ceil_edge(text, end)
