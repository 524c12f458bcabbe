"""Days as files write them in figures: 2024/5/3, 30.04.2023, ٣٠/٠٤/٢٠٢٣, and whether they can mean only one."""

from __future__ import annotations

import re
from datetime import date

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
_YEAR_FIRST = re.compile(r"(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?!\d)")
HIJRI_YEARS = range(1300, 1500)
"""Years of the Hijra that a newspaper can have; nothing that is annotated here was written in those of our era."""


def western(said: str) -> str:
    """The same with Western digits, letter for letter."""
    return said.translate(_DIGITS)


def written_day(plain: str) -> tuple[int, int, int, bool] | None:
    """Year, month and day that a text with Western digits begins with, and whether they are sure, as all but 03/04/2023
    are: the day comes first in some countries and the month in others; here it does then. With dots the day comes first
    wherever dots are used. The numbers may still name no day."""
    if found := _YEAR_FIRST.match(plain):
        return int(found[1]), int(found[3]), int(found[4]), True
    if found := _YEAR_LAST.match(plain):
        first, second = int(found[1]), int(found[3])
        return int(found[4]), second, first, found[2] == "." or first > 12 or first == second
    return None


def iso_day(year: int, month: int, day: int) -> str | None:
    """The day as ISO 8601; None when there is no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
