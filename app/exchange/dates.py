"""Dates as files write them, as ISO 8601 where they are plain; the others stay as their source gives them."""

from __future__ import annotations

import re
from datetime import date, datetime

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
_ISO = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?")
_YEAR_FIRST = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4})")
_RFC = re.compile(r"(?:[A-Za-z]{3}, ?)?\d{1,2} [A-Za-z]{3} \d{2,4} \d\d:\d\d")


def plain_date(said: str) -> str:
    """An ISO date, or date and time, when ``said`` can mean only one day; else ``said`` itself without outer space.

    2024/5/3, 30.04.2023 and ٣٠/٠٤/٢٠٢٣ are plain, and so is the date of a feed (RFC 822). 03/04/2023 is not: the day
    comes first in some countries and the month in others. With dots the day comes first wherever dots are used.
    """
    said = said.strip()
    plain = said.translate(_DIGITS)
    if _ISO.fullmatch(plain):
        return plain
    if _RFC.match(plain):
        from email.utils import parsedate_to_datetime  # noqa: PLC0415 - few files have such dates

        try:
            return parsedate_to_datetime(plain).isoformat()
        except ValueError:
            return said
    return _day(plain) or said


def _day(plain: str) -> str | None:
    if found := _YEAR_FIRST.fullmatch(plain):
        return _iso(*map(int, found.groups()))
    if found := _YEAR_LAST.fullmatch(plain):
        first, dot, second, year = int(found[1]), found[2], int(found[3]), int(found[4])
        if dot == "." or first > 12 or first == second:
            return _iso(year, second, first)
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def of_moment(moment: datetime) -> str:
    """A date and time from a file's own properties; midnight without a zone is a date."""
    if moment.tzinfo is None and (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return moment.date().isoformat()
    return moment.isoformat()
