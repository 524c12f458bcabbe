"""What must be true after a kill, looked at as a stranger would: nothing of it is taken from the process that died."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from app.domain.annotation import Annotation, CodebookVersion, Link, Progress, Record, RegisterEntry
from app.domain.article import Details
from app.store import Store
from app.store.backups import backups_of
from app.store.records import changes_from_json
from app.store.rotation import RESTORE
from app.store.rows import ANNOTATION, ENTRY, LINK, PROGRESS, is_stored, row_of
from app.workbench.bench import Workbench
from tests.storms.promises import Promises, State, promised

TABLES = {
    "annotation": (Annotation, ANNOTATION),
    "link": (Link, LINK),
    "entry": (RegisterEntry, ENTRY),
    "progress": (Progress, PROGRESS),
}


def lost(path: Path, out: Path, told: list[dict[str, Any]]) -> Iterator[str]:
    """Everything that is wrong, in sentences; nothing when nothing is. ``settled`` must have been called."""
    promises = promised(told)
    with Store.open(path) as store:
        yield from store.integrity()
        if store.counts()["articles"] < promises.now.articles:
            yield f"{promises.now.articles} articles were told to be in, and {store.counts()['articles']} are"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        yield from (
            f"integrity_check: {row[0]}" for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"
        )
        yield from (f"foreign_key_check: {row}" for row in connection.execute("PRAGMA foreign_key_check"))
        journal = connection.execute("SELECT seq, id, changes FROM journal ORDER BY seq").fetchall()
        yield from _acknowledged({row[0]: row[1] for row in journal}, promises.now, "the journal")
        records: dict[tuple[type, str], Record] = {}
        for seq, _, changes in journal:
            yield from _replay(records, seq, changes)
        yield from _tables(connection, records)
    yield from _memory(path, records)
    yield from _left(out, told)
    yield from _backups(path, promises)


def settled(path: Path, told: list[dict[str, Any]]) -> dict[str, Any] | None:
    """How the restore that a killed process had begun has ended, as that process would have told it; None when there
    was none. What was there before it must then lie in a backup."""
    promises = promised(told)
    if promises.restoring is None:
        return None
    there = _edits(path)
    if not list(_acknowledged(there, promises.now, "")):
        return {"settled": promises.restoring}
    before = [each for each in backups_of(path) if each.moment.cause == RESTORE and each.name not in promises.kept]
    right = [each.name for each in before if not list(_acknowledged(_edits(each.path), promises.now, ""))]
    return {"restored": promises.restoring, "before": right[0] if right else "none"}


def _edits(path: Path) -> dict[int, str]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return dict(connection.execute("SELECT seq, id FROM journal").fetchall())


def _acknowledged(there: dict[int, str], state: State, where: str) -> Iterator[str]:
    for seq, id_ in state.edits.items():
        if there.get(seq) != id_:
            yield f"the acknowledged edit {seq} {id_} is not in {where}"


def _backups(path: Path, promises: Promises) -> Iterator[str]:
    """Whatever has the name of a backup is whole, and holds what was acknowledged when it was made."""
    found = {each.name: each for each in backups_of(path)}
    yield from (f"the backup {name} is gone" for name in promises.kept if name not in found)
    for name, each in found.items():
        with contextlib.closing(sqlite3.connect(each.path)) as connection:
            problem = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if problem != "ok":
                yield f"the backup {name} is not whole: {problem}"
                continue
            state = promises.kept.get(name, State())
            yield from _acknowledged(
                dict(connection.execute("SELECT seq, id FROM journal").fetchall()), state, f"the backup {name}"
            )
            if connection.execute("SELECT count(*) FROM article").fetchone()[0] < state.articles:
                yield f"the backup {name} has too few articles"


def _replay(records: dict[tuple[type, str], Record], seq: int, changes: str) -> Iterator[str]:
    """Apply a row of the journal to records that were empty at its beginning."""
    for change in changes_from_json(changes):
        record = change.record
        if isinstance(record, CodebookVersion | Details):
            continue
        key = (type(record), f"{record.article} {record.layer}" if isinstance(record, Progress) else record.id)
        before = change.before if is_stored(change.before) else None
        if records.get(key) != before:
            yield f"row {seq} of the journal does not start from what was before it: {key}"
        if change.after is not None and is_stored(change.after):
            records[key] = change.after
        else:
            records.pop(key, None)


def _tables(connection: sqlite3.Connection, records: dict[tuple[type, str], Record]) -> Iterator[str]:
    ranks = dict(connection.execute("SELECT id, rank FROM article"))
    for name, (kind, table) in TABLES.items():
        stored = sorted(connection.execute(f"SELECT {table.columns} FROM {name}"), key=repr)
        replayed = sorted((row_of(each, ranks) for each in records.values() if isinstance(each, kind)), key=repr)
        if stored != replayed:
            yield f"the table {name} has {len(stored)} rows, and the journal makes {len(replayed)} or others"


def _memory(path: Path, records: dict[tuple[type, str], Record]) -> Iterator[str]:
    bench = Workbench(Store.open(path, readonly=True), author="sana")
    try:
        worked = {each.article for each in records.values() if isinstance(each, Annotation) and each.layer == "sana"}
        for article in sorted(worked):
            bench.open_article(article)
            wanted = {
                each.id: each
                for each in records.values()
                if isinstance(each, Annotation) and (each.article, each.layer) == (article, "sana")
            }
            if {each.id: each for each in bench.marks} != wanted:
                yield f"the marks of {article} in memory are not those of the journal"
    finally:
        bench.close()


def _left(out: Path, told: list[dict[str, Any]]) -> Iterator[str]:
    """Exports and releases under their final names are whole, and those that were told to be there are there."""
    begun = {each["begun"]: each["lines"] for each in told if "begun" in each}
    left = {each["left"]: each.get("sha") for each in told if "left" in each}
    yield from (f"the export {name} is gone" for name in left if not (out / name).exists())
    for name, lines in begun.items():
        place = out / name
        if not place.exists():
            continue
        if place.is_file():
            content = place.read_bytes()
            found = len([json.loads(line) for line in content.splitlines()])
            if found != lines or (content and not content.endswith(b"\n")):
                yield f"the export {name} has {found} lines of {lines}"
            if left.get(name) not in (None, hashlib.sha256(content).hexdigest()):
                yield f"the export {name} is not as it was left"
        elif name.startswith("release"):
            yield from _release(place, lines)
        elif (found := len(list(place.rglob("*.ann")))) != lines:
            yield f"the export {name} has {found} files of {lines}"


def _release(place: Path, lines: int) -> Iterator[str]:
    found = sum(len(each.read_bytes().splitlines()) for each in (place / "data").glob("*.jsonl"))
    if found != lines:
        yield f"the release {place.name} has {found} lines of {lines}"
    sums = place / "SHA256SUMS"
    if not sums.exists():
        yield f"the release {place.name} has no checksums"
        return
    for line in sums.read_text(encoding="utf-8").splitlines():
        wanted, name = line.split(maxsplit=1)
        if hashlib.sha256((place / name.lstrip("*")).read_bytes()).hexdigest() != wanted:
            yield f"{name} in the release {place.name} is not as it was left"
