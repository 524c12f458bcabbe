"""Dates as files write them, as ISO 8601 where they are plain; the others stay as their source gives them."""

from __future__ import annotations

import re
from datetime import datetime

from app.domain.days import HIJRI_YEARS, iso_day, western, written_day

_ISO = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?")
_ONLY_DAY = re.compile(r"[\d./-]+")
_RFC = re.compile(r"(?:[A-Za-z]{3}, ?)?\d{1,2} [A-Za-z]{3} \d{2,4} \d\d:\d\d")


def plain_date(said: str) -> str:
    """An ISO date, or date and time, when ``said`` can mean only one day; else ``said`` itself without outer space.

    2024/5/3, 30.04.2023 and ٣٠/٠٤/٢٠٢٣ are plain, and so is the date of a feed (RFC 822). 03/04/2023 is not: the day
    comes first in some countries and the month in others. With dots the day comes first wherever dots are used. A year
    of the Hijra stays as it stands.
    """
    said = said.strip()
    plain = western(said)
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
    found = written_day(plain) if _ONLY_DAY.fullmatch(plain) else None
    if found is None or not found[3] or found[0] in HIJRI_YEARS:
        return None
    return iso_day(*found[:3])


def of_moment(moment: datetime) -> str:
    """A date and time from a file's own properties; midnight without a zone is a date."""
    if moment.tzinfo is None and (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return moment.date().isoformat()
    return moment.isoformat()
