"""The dateline that opens a paragraph: القاهرة (رويترز) - قال ..., رام الله 30-4-2023 وفا- ..."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.domain.text.folding import fold
from app.suggest.zoning.credits import AGENCY, DAY, NAME, NAMELESS, PLACE, Credits
from app.suggest.zoning.dates import Dated, Dates
from app.suggest.zoning.lines import Line
from app.suggest.zoning.words import ZoneWords, plain

_HEAD = 120  # code points that a dateline has at most
_MARK = re.compile(r"[-–—/|():\]«»]")
_GAP = re.compile(r"[\s/|\\،,()\[\]«»\"“”:؛*–—-]*")
_LAST_GAP = re.compile(rf"\.\s+|{_GAP.pattern}")  # behind an agency
_CLOSED = re.compile(r"[-–—/|:)\].]")
_DASH = re.compile(r"[-–—]")
_WORDS = re.compile(r"[^\W\d_]+(?:\.\s?[^\W\d_]+)*\.?(?=\W|$)")
_ENDED = re.compile(r"(?<=[^\W\d_]{2})\.\s")  # in موسكو - سبوتنيك. قال ...
_SHORT_DAY = re.compile(r"\d{1,2}\s?[-/]\s?\d{1,2}(?!\d)")
_IN = re.compile(r"(?:في|يوم|اليوم)\s+")
_BRACKETED = re.compile(r"([^()\[\]]{2,30})[)\]]\s*(?=[-–—:])")
_UNKNOWN = re.compile(r"([^\W\d_]+(?:\s[^\W\d_]+){0,3})\s*(?=[(/\[]|[-–—]\s)")
_SIGNS = re.compile(r"\s?[-–—:/)\]]")
_FROM = "من "  # before who reports, behind the agency
_MOST_WORDS, _LEAST_REST = 6, 15


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline before the first words of a paragraph: ``end`` is where they begin, counted from the line's start."""

    end: int
    place: str | None
    agency: str | None
    author: str | None
    day: str | None
    hijri: str | None


@dataclass(frozen=True, slots=True)
class _Item:
    kind: str
    value: str | None
    start: int
    stop: int
    day: Dated | None = None


class Openings:
    """Reads the beginnings of paragraphs, item by item, as far as all of it belongs to a dateline."""

    def __init__(self, words: ZoneWords, dates: Dates, credits: Credits) -> None:  # noqa: A002 - what they are
        self._words, self._dates, self._credits = words, dates, credits

    def of(self, line: Line) -> Opening | None:
        """The dateline that the line begins with; None when there is none, or nothing but one."""
        head = line.text[:_HEAD].replace(" ـ ", " - ")
        if not _MARK.search(head[:90]):
            return None
        folded = fold(head)
        items, end, gap = self._items(folded.key)
        if not items or not self._is_dateline(items, gap):
            return None
        stop = folded.index[end] if end < len(folded.index) else len(head)
        if len(line.text) - stop < _LEAST_REST:
            return None
        days = [item.day for item in items if item.day is not None]

        def written(kind: str) -> str | None:
            """The first of a kind, as the word lists or else the line itself has it."""
            item = next((each for each in items if each.kind == kind), None)
            if item is None or item.value is not None:
                return item.value if item else None
            where = folded.raw(item.start, item.stop)
            return head[where.start : where.end]

        return Opening(
            stop,
            written(PLACE),
            written(AGENCY),
            written(NAME),
            next((day.day for day in days if day.day), None),
            next((day.hijri for day in days if day.hijri), None),
        )

    def _items(self, key: str) -> tuple[list[_Item], int, str]:
        """The items up to the last mark that closes them, where that ends, and that mark."""
        gap = _GAP.match(key)
        at = gap.end() if gap else 0
        found: list[_Item] = []
        closed, end, last = 0, 0, ""
        while at < len(key):
            item = self._item(key, at, found)
            if item is None:
                break
            gap = (_LAST_GAP if item.kind == AGENCY and found else _GAP).match(key, item.stop)
            at = gap.end() if gap else item.stop
            between = key[item.stop : at]
            if not between and at < len(key):
                break
            found.append(item)
            if _CLOSED.search(between):
                closed, end, last = len(found), at, between
        return found[:closed], end, last

    def _item(self, key: str, at: int, before: list[_Item]) -> _Item | None:
        named = self._named(key, at, bool(before))
        if named is not None:
            return named
        day = self._day(key, at)
        if day is not None:
            return day
        if before and key[at - 1] in "([" and before[-1].kind in (PLACE, DAY):
            bracketed = _BRACKETED.match(key, at)
            if bracketed and len(bracketed[1].split()) <= 4 and not any(map(str.isdigit, bracketed[1])):
                return _Item(AGENCY, None, at, at + len(bracketed[1]))
        return self._unknown(key, at, before)

    def _named(self, key: str, at: int, later: bool) -> _Item | None:
        """The longest run of words from ``at`` on that names an agency or a place; first a place, later an agency."""
        stops: list[int] = []
        stop = at
        while len(stops) < _MOST_WORDS and (word := _WORDS.match(key, stop)):
            ended = _ENDED.search(word[0])
            stop = stop + ended.start() if ended else word.end()
            stops.append(stop)
            if key[stop : stop + 1] != " ":
                break
            stop += 1
        for stop in reversed(stops):
            said = plain(key[at:stop])
            agency, place = self._words.agencies.get(said), self._credits.is_place(said)
            if agency is None and _SIGNS.match(key, stop) and said.split()[-1] in self._words.lists["agencies.tails"]:
                agency = self._credits.agency(said)
            if agency is not None and (later or not place):
                return _Item(AGENCY, self._words.agencies.get(said), at, stop)
            if place:
                return _Item(PLACE, None, at, stop)
            if said in self._words.lists["agencies.nameless"]:
                return _Item(NAMELESS, None, at, stop)
        return None

    def _day(self, key: str, at: int) -> _Item | None:
        led = _IN.match(key, at)
        start = led.end() if led else at
        word = _WORDS.match(key, start)
        if word and word[0] in self._words.weekdays:
            return _Item(DAY, None, at, word.end())
        if not key[start : start + 1].isdigit():
            return None
        found = next((each for each in self._dates.find(key) if each.start == start), None)
        if found is not None:
            return _Item(DAY, None, at, found.end, found)
        short = _SHORT_DAY.match(key, start)
        return _Item(DAY, None, at, short.end()) if short else None

    def _unknown(self, key: str, at: int, before: list[_Item]) -> _Item | None:
        """A place that is not known, before a bracket or slash; behind a place the name of who reports."""
        led = len(_FROM) if before and before[-1].kind == AGENCY and key.startswith(_FROM, at) else 0
        found = _UNKNOWN.match(key, at + led)
        if found is None or any(word in self._words.empty for word in found[1].split()):
            return None
        if not before and key[found.end() : found.end() + 1] in "([/":
            behind = self._named(key, _gap_end(key, found.end()), later=True)
            return _Item(PLACE, None, at, found.end(1)) if behind is not None and behind.kind == AGENCY else None
        if before and before[-1].kind in (PLACE, AGENCY) and self._credits.is_person(found[1]):
            return _Item(NAME, None, at + led, found.end(1))
        return None

    def _is_dateline(self, items: list[_Item], gap: str) -> bool:
        """Whether what was read is one: signed by an agency, or places and a dash."""
        kinds = {item.kind for item in items}
        if kinds & {AGENCY, NAMELESS}:
            return PLACE in kinds or bool(re.search(r"[-–—:/]", gap))  # (بترا)، ... goes on as a sentence
        return PLACE in kinds and bool(_DASH.search(gap)) and ":" not in gap and gap != "-"


def _gap_end(key: str, at: int) -> int:
    gap = _GAP.match(key, at)
    return gap.end() if gap else at
