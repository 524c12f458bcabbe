"""The limit: the same articles into bare tables of SQLite and back, with the same JSON libraries, transactions and
durability, and nothing checked, nothing indexed beyond the keys, nothing journaled."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

_AT_ONCE = 200  # lines of one transaction, as an import has them
_TABLES = (
    "CREATE TABLE article (rank INTEGER PRIMARY KEY, ref TEXT NOT NULL UNIQUE, title TEXT, lang TEXT, sha256 TEXT, "
    "source TEXT, url TEXT, published TEXT, extra TEXT, text TEXT NOT NULL)",
    "CREATE TABLE mark (article INTEGER, kind TEXT, id TEXT, fragments TEXT, text TEXT, rest TEXT, made_by TEXT, "
    "made_at TEXT, origin TEXT, PRIMARY KEY (article, kind, id)) WITHOUT ROWID",
)
_ARTICLE = f"INSERT INTO article VALUES ({', '.join('?' * 10)})"
_MARK = f"INSERT INTO mark VALUES ({', '.join('?' * 9)})"
_KINDS = ("entities", "cues", "quotes", "claims")
_OWN = ("id", "fragments", "text", "made_by", "made_at", "origin")


def bare_import(lines: Path, database: Path) -> int:
    """Every line's article and marks, a row each; how many articles."""
    count = 0
    with closing(sqlite3.connect(database, isolation_level=None)) as db, lines.open("rb") as file:
        _prepare(db)
        while some := list(islice(file, _AT_ONCE)):
            db.execute("BEGIN IMMEDIATE")
            for raw in some:
                count += 1
                read = orjson.loads(raw)
                db.execute(_ARTICLE, _article(count, read))
                db.executemany(_MARK, list(_marks(count, read)))
            db.execute("COMMIT")
    return count


def bare_plain_import(lines: Path, database: Path) -> int:
    """The same for lines without marks."""
    count = 0
    with closing(sqlite3.connect(database, isolation_level=None)) as db, lines.open("rb") as file:
        _prepare(db)
        while some := list(islice(file, _AT_ONCE)):
            db.execute("BEGIN IMMEDIATE")
            for raw in some:
                count += 1
                each = orjson.loads(raw)
                row = (count, each["id"], each["title"], "ar", "", each["source"], None, each["date"], "{}")
                db.execute(_ARTICLE, (*row, each["text"]))
            db.execute("COMMIT")
    return count


def bare_text_import(folder: Path, database: Path) -> int:
    """The same for text files."""
    count, files = 0, iter(sorted(folder.rglob("*.txt")))
    with closing(sqlite3.connect(database, isolation_level=None)) as db:
        _prepare(db)
        while some := list(islice(files, _AT_ONCE)):
            db.execute("BEGIN IMMEDIATE")
            for path in some:
                count += 1
                row = (count, path.stem, path.stem, "ar", "", None, None, None, "{}")
                db.execute(_ARTICLE, (*row, path.read_text(encoding="utf-8")))
            db.execute("COMMIT")
    return count


def bare_reading(database: Path) -> int:
    """Every article with its marks, their JSON parsed, and nothing done with it; how many articles."""
    count = 0
    with closing(sqlite3.connect(database)) as db:
        for row in db.execute("SELECT * FROM article ORDER BY ref"):
            bare_marks(db, row[0])
            count += 1
    return count


def bare_marks(db: sqlite3.Connection, rank: int) -> list[Any]:
    """The marks of an article, their JSON parsed."""
    rows = db.execute("SELECT * FROM mark WHERE article = ?", (rank,))
    return [(*row[:3], orjson.loads(row[3]), row[4], orjson.loads(row[5]), *row[6:]) for row in rows]


def bare_index(texts: Path, database: Path) -> None:
    """An index of the words of every text, as SQLite makes it."""
    with closing(sqlite3.connect(texts)) as db, closing(sqlite3.connect(database, isolation_level=None)) as index:
        index.execute("PRAGMA journal_mode = WAL")
        index.execute("CREATE VIRTUAL TABLE words USING fts5(title, text, content='')")
        index.execute("BEGIN")
        rows = db.execute("SELECT rank, title, text FROM article")
        index.executemany("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", rows)
        index.execute("COMMIT")


def bare_moves(database: Path, rows: int) -> None:
    """So many rows that are moved from one owner to another, found by an index, in one transaction with a line of JSON
    for each."""
    with closing(sqlite3.connect(database, isolation_level=None)) as db:
        for rule in ("journal_mode = WAL", "synchronous = FULL"):
            db.execute(f"PRAGMA {rule}")
        found = db.execute("SELECT id FROM link WHERE owner = 1").fetchall()
        db.execute("BEGIN IMMEDIATE")
        told = json.dumps([{"before": {"id": key, "owner": 1}, "after": {"id": key, "owner": 2}} for (key,) in found])
        db.executemany("UPDATE link SET owner = 2 WHERE id = ?", found)
        db.execute("INSERT INTO journal VALUES (?)", (told,))
        db.execute("COMMIT")
        assert len(found) == rows


def prepare_moves(database: Path, rows: int) -> None:
    """The table for ``bare_moves``."""
    with closing(sqlite3.connect(database)) as db, db:
        db.execute("CREATE TABLE link (id TEXT PRIMARY KEY, owner INTEGER) WITHOUT ROWID")
        db.execute("CREATE INDEX link_owner ON link (owner)")
        db.execute("CREATE TABLE journal (changes TEXT)")
        db.executemany("INSERT INTO link VALUES (?, 1)", ((f"link-{number:036}",) for number in range(rows)))


def bare_export(database: Path, out: Path) -> int:
    """Every article with its marks as a line of JSON, in the order of ref; how many."""
    count = 0
    with closing(sqlite3.connect(database)) as db, out.open("w", encoding="utf-8") as file:
        for row in db.execute("SELECT * FROM article ORDER BY ref"):
            arrays: dict[str, list[dict[str, Any]]] = {kind: [] for kind in _KINDS}
            for mark in db.execute("SELECT * FROM mark WHERE article = ?", (row[0],)):
                own = dict(zip(_OWN, (mark[2], orjson.loads(mark[3]), mark[4], *mark[6:9]), strict=True))
                arrays[mark[1]].append(own | orjson.loads(mark[5]))
            meta = dict(zip(("title", "source", "url", "published", "extra"), (row[2], *row[5:9]), strict=True))
            line = {"doc_id": row[1], "lang": row[3], "text": row[9], "sha256": row[4], "meta": meta, **arrays}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
            count += 1
    return count


def _prepare(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    for table in _TABLES:
        db.execute(table)


def _article(rank: int, read: dict[str, Any]) -> tuple[object, ...]:
    meta = read["meta"]
    places = (meta["source"], meta["url"], meta["published"], meta["extra"])
    return (rank, read["doc_id"], meta["title"], read["lang"], read["sha256"], *places, read["text"])


def _marks(rank: int, read: dict[str, Any]) -> Iterator[tuple[object, ...]]:
    for kind in _KINDS:
        for mark in read[kind]:
            rest = {key: value for key, value in mark.items() if key not in _OWN}
            fragments = orjson.dumps(mark["fragments"]).decode()
            made = (mark["made_by"], mark["made_at"], mark["origin"])
            yield (rank, kind, mark["id"], fragments, mark["text"], orjson.dumps(rest).decode(), *made)
