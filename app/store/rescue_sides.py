"""What a damaged project holds beside its articles and marks: its settings, and how long and how much was worked."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from contextlib import suppress

from app.domain.errors import N_
from app.store import notes
from app.store.file import ProjectFile
from app.store.judging import Ids
from app.store.pages import Value
from app.store.records import parse
from app.store.rescue_report import Report
from app.store.salvage import Rows, Salvage

Row = tuple[Value, ...]

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOST_SECONDS = 24 * 3600
_MADE_ANEW = ("codebook", "reprints.rank", "reprints.made_by")
_DAYS = "SELECT count(*) FROM (SELECT day FROM pace UNION SELECT day FROM activity)"
_PLACE = "INSERT OR REPLACE INTO {} VALUES (?, ?, ?, ?, ?)"


def keep_settings(file: ProjectFile, found: Salvage, report: Report) -> None:
    """Take over every setting that can be read. Which codebook is in use was chosen already; signs are made anew."""
    rows, kept = found.tables["note"], 0
    with file.writing():
        for key, value in rows.live:
            if key in _MADE_ANEW:
                continue
            if isinstance(key, str) and isinstance(value, str) and _is_whole(value):
                notes.put(file, key, value)
                kept += 1
            else:
                report.lose(N_("A setting of the project, which cannot be read: {name}."), name=str(key)[:40])
    report.saved["settings"] = kept
    if rows.known and not rows.complete:
        report.lose(N_("Settings of the project, such as views and word lists: their table is damaged."))


def keep_work(file: ProjectFile, found: Salvage, ids: Ids, report: Report, *, counted: bool) -> None:
    """Take over the time that was worked and what was done on which day. ``counted``: what was done on which day was
    counted anew from the whole journal, so that only a table without a flaw is better."""
    ranks = {id_: rank for rank, id_ in file.rows("SELECT rank, id FROM article")}
    times, pace = found.tables["activity"], found.tables["pace"]

    def moved(row: Row) -> Row | None:
        article = ids.get(row[3]) if isinstance(row[3], int) else None
        return (*row[:3], ranks[article], row[4]) if article in ranks and _is_time(row) else None

    with file.writing():
        lost = _put(file, "activity", times, moved)
        if pace.complete or not counted:
            file.run("DELETE FROM pace")
            lost += _put(file, "pace", pace, lambda row: row if _is_pace(row) else None)
    report.saved["days of work"] = int(file.value(_DAYS))
    if lost:
        report.lose(N_("{count} records of worked time that cannot be read, or whose article is lost."), count=lost)
    if any(each.known and not each.complete for each in (times, pace)):
        report.lose(N_("Some of the time that was worked: its table is damaged."))


def _put(file: ProjectFile, table: str, rows: Rows, mended: Callable[[Row], Row | None]) -> int:
    """Write the rows that are right; how many are not."""
    right = [row for row in map(mended, rows.live) if row is not None]
    file.run_many(_PLACE.format(table), right)
    return len(rows.live) - len(right)


def _is_whole(value: str) -> bool:
    """Whether a setting can be what was written: what begins as JSON is JSON."""
    if value[:1] not in ("[", "{"):
        return True
    with suppress(ValueError):
        parse(value)
        return True
    return False


def _is_work(row: Row) -> bool:
    day, layer, author = row[:3]
    return isinstance(layer, str) and isinstance(author, str) and _DAY.fullmatch(str(day)) is not None


def _is_time(row: Row) -> bool:
    spent = row[4]
    return _is_work(row) and isinstance(spent, int | float) and math.isfinite(spent) and 0 <= spent <= _MOST_SECONDS


def _is_pace(row: Row) -> bool:
    return _is_work(row) and isinstance(row[3], int) and isinstance(row[4], int)
