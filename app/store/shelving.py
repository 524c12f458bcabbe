"""What the queue keeps of an article beside its text: how long it is, its day, and what its title sorts by."""

from __future__ import annotations

import re
import sqlite3
from datetime import date

_TITLE = 48  # code points of a folded title: enough to sort by
_ISO = re.compile(r"\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"\s*(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)")


def title_key(name: str) -> str:
    """What a title sorts by: folded, without the quotation marks and signs before its first letter."""
    from app.domain.text.folding import fold_key  # noqa: PLC0415 - an empty project is opened without it

    key = fold_key(name[: 3 * _TITLE])
    first = next((place for place, letter in enumerate(key) if letter.isalnum()), 0)
    return key[first : first + _TITLE].replace("\0", " ")


def day_of(published: str | None) -> str | None:
    """The day that a source gives as ``YYYY-MM-DD...`` or day first with the whole year; None for anything else."""
    if not published:
        return None
    if iso := _ISO.match(published):
        year, month, day = map(int, iso.groups())
    elif first := _DAY_FIRST.match(published):
        day, month, year = map(int, first.groups())
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def teach(connection: sqlite3.Connection) -> None:
    """Give a connection the functions by which the step to version 2 shelves the articles that are there."""
    connection.create_function("tawsim_length", 1, len, deterministic=True)
    connection.create_function("tawsim_day", 1, day_of, deterministic=True)
    connection.create_function("tawsim_title", 1, title_key, deterministic=True)
