"""Dates as news sites print them: 30.04.2023, ٣٠/٤/٢٠٢٣, الأحد 30 نيسان (أبريل) 2023, 10 شوال 1444 هـ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.suggest.zoning.words import ZoneWords

_WORD = re.compile(r"[^\W\d_]+")
_BY_CLOCK_OF = re.compile(r"(?:ب|ال)?توقيت\s+(?:[^\W\d_]+\s*){1,2}(?:\([^)]*\))?")
_DIGIT = re.compile(r"\d")
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?::\d{2})?")
_NUMBER = re.compile(r"\d+(?:[.:]\d+)*")
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d(?::[0-5]\d)?)")
_NUMBERS = re.compile(
    r"(?<![\d./-])(?:(?P<y>\d{4})\s?(?P<s>[./-])\s?(?P<m>\d{1,2})\s?(?P=s)\s?(?P<d>\d{1,2})(?:t[\d:.+-]*z?)?"
    r"|(?P<d2>\d{1,2})\s?(?P<s2>[./-])\s?(?P<m2>\d{1,2})\s?(?P=s2)\s?(?P<y2>\d{4}))(?!\d)\s?(?P<h>هجريه|هجري|ه)?(?!\w)"
)
_AFTER_NOON = "م"  # behind a time; behind a year it says that it is one of our era
_MOST, _MOST_LEFT, _MOST_WORDS_LEFT = 160, 22, 3
_HIJRI_YEARS = range(1300, 1500)
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a folded line: where it stands there, the day as ISO text if sure, the Hijri day in the same form."""

    start: int
    end: int
    day: str | None = None
    hijri: str | None = None

    @property
    def is_whole(self) -> bool:
        return self.day is not None or self.hijri is not None


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line of dates: ``published`` and ``updated`` days, the Hijri day, and what words it has besides."""

    published: str | None
    updated: str | None
    hijri: str | None
    left: tuple[str, ...]


class Dates:
    """Finds dates by the months and weekdays of the word lists."""

    def __init__(self, words: ZoneWords) -> None:
        self._words = words
        self._known = words.lists["date.words"] | words.lists["date.units"] | frozenset(words.weekdays)
        self._months = {**words.months, **{name: 100 + number for name, number in words.hijri.items()}}

    @cached_property
    def _spelt(self) -> re.Pattern[str]:
        months = "|".join(map(re.escape, sorted(self._months, key=len, reverse=True)))
        dual = rf"(?:\s?[/(|-]?\s?(?:{months})\s?\)?)?"
        year = r"(?:\s?[,،/-]?\s?(?:(?:من )?(?:عام|سنه|سنة) )?(?P<y>\d{4})(?!\d))?"
        year += r"(?:\s?(?:ه|هجري[هة]?|م|ميلادي[هة]?)(?!\w))?"
        return re.compile(
            rf"(?<![\d.:])(?P<d>\d{{1,2}})\s?[-/]?\s?(?:من )?(?:شهر )?(?P<m>{months})(?!\w){dual}{year}"
            rf"|(?<!\w)(?P<m2>{months})(?!\w){dual}\s(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s?[,،]?\s(?P<y2>\d{{4}})(?!\d)"
        )

    @cached_property
    def _any_month(self) -> re.Pattern[str]:
        return re.compile("|".join(map(re.escape, sorted(self._months, key=len, reverse=True))))

    def find(self, key: str) -> list[Dated]:
        """Every date in a folded line, in order; one without a year has neither day."""
        found = [self._numeric(each, key) for each in _NUMBERS.finditer(key)]
        if self._any_month.search(key):
            found += [self._worded(each, key) for each in self._spelt.finditer(key)]
        return sorted(found, key=lambda each: each.start)

    def line(self, key: str) -> DateLine | None:
        """The folded line as a line of dates, None when it is something else."""
        if len(key) > _MOST or not (_DIGIT.search(key) or key.split(" ", 1)[0] in self._words.lists["date.relative"]):
            return None
        found = self.find(key)
        rest = key
        for each in reversed(found):
            rest = rest[: each.start] + " " + rest[each.end :]
        rest = _BY_CLOCK_OF.sub(" ", rest)
        words = _WORD.findall(rest)
        left = tuple(word for word in words if word not in self._known)
        if len(left) > _MOST_WORDS_LEFT or sum(map(len, left)) > _MOST_LEFT:
            return None
        if left and not self._may_stay(left, rest):
            return None
        if not any(each.is_whole for each in found) and (left or not self._tells(words, rest, bool(found))):
            return None
        return self._told(key, found, left)

    def only(self, key: str) -> tuple[str | None, str | None]:
        """What a folded text tells that is one date and nothing else: the day as ISO text, followed by ``T`` and a time
        where one stands there, and the Hijri day. None and None when there is more in it, or no sure date."""
        found = self.find(key) if len(key) <= _MOST else []
        rest = key
        for each in reversed(found):
            rest = rest[: each.start] + " " + rest[each.end :]
        numbers, words = _NUMBER.findall(rest), _WORD.findall(rest)
        times = [_CLOCK.fullmatch(number) for number in numbers]
        days, hijri = {each.day for each in found if each.day}, {each.hijri for each in found if each.hijri}
        if len(days) > 1 or len(hijri) > 1 or len(times) > 1 or not all(each.is_whole for each in found):
            return None, None
        if not all(times) or any(word not in self._around for word in words) or (times and _AFTER_NOON in words):
            return None, None
        day = next(iter(days), None)
        if day and times and times[0]:
            day += f"T{int(times[0][1]):02}:{times[0][2]}"
        return day, next(iter(hijri), None)

    @cached_property
    def _around(self) -> frozenset[str]:
        return self._words.lists["date.around"] | frozenset(self._words.weekdays)

    def _may_stay(self, left: tuple[str, ...], rest: str) -> bool:
        """Whether what is left can stand beside a date: a place, an agency, a name, something in Latin letters."""
        words = self._words
        named = any(
            word.isascii() or word in words.places or word in words.given or word in words.signed for word in left
        )
        return named and not any(number.isdigit() and ":" not in rest for number in rest.split())

    def _tells(self, words: list[str], rest: str, dated: bool) -> bool:
        """Whether a line without a whole date tells a time all the same: تحديث 14:20, منذ ساعتين, الأحد 30 أبريل."""
        lists = self._words.lists
        if dated and len(words) <= _MOST_WORDS_LEFT:
            return True
        timed = lists["date.updated"] | lists["date.published"] | lists["date.today"]
        if _TIME.search(rest) and any(word in timed for word in words):
            return True
        return bool(words) and words[0] in lists["date.relative"] and any(word in lists["date.units"] for word in words)

    def _told(self, key: str, found: list[Dated], left: tuple[str, ...]) -> DateLine:
        """Which of the dates is that of a change is said by the word before it."""
        lists, at = self._words.lists, 0
        published = updated = None
        for each in found:
            before = _WORD.findall(key[at : each.start])
            at = each.end
            last = next(
                (word for word in reversed(before) if word in lists["date.updated"] | lists["date.published"]), ""
            )
            if last in lists["date.updated"]:
                updated = updated or each.day
            else:
                published = published or each.day
        hijri = next((each.hijri for each in found if each.hijri), None)
        return DateLine(published, updated, hijri, left)

    def _numeric(self, found: re.Match[str], key: str) -> Dated:
        year, month, day = (int(found[name] or found[f"{name}2"]) for name in ("y", "m", "d"))
        span = found.span()
        if found["h"] or year in _HIJRI_YEARS:
            return Dated(*span, None, _hijri(year, month, day))
        if found["y2"] and found["s2"] != "." and month != day:
            day, month = self._in_order(day, month, year, key)
        return Dated(*span, _iso(year, month, day))

    def _in_order(self, first: int, second: int, year: int, key: str) -> tuple[int, int]:
        """Day and month. Days come first in Arabic; a weekday may say otherwise, an American clock leaves it open."""
        if second > 12 or first > 12:
            return (first, second) if second <= 12 else (second, first)
        weekday = self._weekday(key)
        if weekday is not None:
            fits = [pair for pair in ((first, second), (second, first)) if _falls_on(year, pair[1], pair[0], weekday)]
            if len(fits) == 1:
                return fits[0]
        american = re.search(r"\d\s?[ap]m\b", key) is not None
        return (0, 0) if american else (first, second)

    def _weekday(self, key: str) -> int | None:
        return next((self._words.weekdays[word] for word in _WORD.findall(key) if word in self._words.weekdays), None)

    def _worded(self, found: re.Match[str], key: str) -> Dated:
        month = self._months[found["m"] or found["m2"]]
        day, year = int(found["d"] or found["d2"]), int(found["y"] or found["y2"] or 0)
        start, end = found.span()
        if month > 100:
            return Dated(start, end, None, _hijri(year, month - 100, day))
        return Dated(start, end, _iso(year, month, day))


def _iso(year: int, month: int, day: int) -> str | None:
    """The day as ISO text; None for a day that there is not."""
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _hijri(year: int, month: int, day: int) -> str | None:
    fits = year in _HIJRI_YEARS and 1 <= month <= 12 and 1 <= day <= 30
    return f"{year:04}-{month:02}-{day:02}" if fits else None


def _falls_on(year: int, month: int, day: int, weekday: int) -> bool:
    iso = _iso(year, month, day)
    return iso is not None and date.fromisoformat(iso).isoweekday() == weekday
