"""What the queue keeps of an article beside its text: how long it is, its day, and what its title sorts by."""

from __future__ import annotations

import re
import sqlite3

from app.domain.days import HIJRI_YEARS, iso_day, western, written_day

_TITLE = 48  # code points of a folded title: enough to sort by
_HIJRI = re.compile(r'"hijri":\s*"(\d{4}-\d\d-\d\d)"')


def title_key(name: str) -> str:
    """What a title sorts by: folded, without the quotation marks and signs before its first letter."""
    from app.domain.text.folding import fold_key  # noqa: PLC0415 - an empty project is opened without it

    key = fold_key(name[: 3 * _TITLE])
    first = next((place for place, letter in enumerate(key) if letter.isalnum()), 0)
    return key[first : first + _TITLE].replace("\0", " ")


def day_of(published: str | None, extra: str = "{}") -> str | None:
    """The day by which an article is found and sorted: that which ``published`` gives in figures, the day first where
    it could mean two; else the Hijri day in ``extra``. Days of the Hijra are turned into ours by the calendar of Umm
    al-Qura, which newspapers print by; where the moon is looked for they may be one day off. None for anything else.
    """
    day = _day(published) if published else None
    if day is None and "hijri" in extra and (hijri := _HIJRI.search(extra)):
        return _day(hijri[1])
    return day


def _day(said: str) -> str | None:
    found = written_day(western(said.strip()))
    if found is None:
        return None
    year, month, day, _ = found
    return _of_hijra(year, month, day) if year in HIJRI_YEARS else iso_day(year, month, day)


def _of_hijra(year: int, month: int, day: int) -> str | None:
    from hijridate import Hijri  # noqa: PLC0415 - few projects have such a day, and all of them are opened quickly

    try:
        return Hijri(year, month, day).to_gregorian().isoformat()
    except (ValueError, OverflowError):
        return None


def teach(connection: sqlite3.Connection) -> None:
    """Give a connection the functions by which the step to version 2 shelves the articles that are there."""
    connection.create_function("tawsim_length", 1, len, deterministic=True)
    connection.create_function("tawsim_day", 1, day_of, deterministic=True)
    connection.create_function("tawsim_title", 1, title_key, deterministic=True)
