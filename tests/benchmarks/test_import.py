"""Import beside the bare limit: the same lines parsed and inserted by a loop of sqlite3 and json, in the same run.

    pytest tests/benchmarks/test_import.py --benchmark-enable

The bare loop keeps to what makes a project safe (WAL, FULL, a transaction for each 200 lines, unique ids), but to
nothing else: no checks, no journal, no other index. The index of the search is built after an import and not counted.
"""

from __future__ import annotations

import itertools
import json
import sqlite3
from pathlib import Path
from typing import Any

from app import resources
from app.exchange.page import Page
from app.exchange.tawsim_jsonl import line_of
from app.store import Store
from app.workbench.intake import import_files
from tests.benchmarks.inventing import LAYER, invent, write
from tests.benchmarks.timing import Sample, Table

_LENGTH = 1800
_TABLES = (
    "CREATE TABLE article (id INTEGER PRIMARY KEY, ref TEXT UNIQUE, title TEXT, text TEXT, rest TEXT)",
    "CREATE TABLE mark (id TEXT PRIMARY KEY, article INTEGER, start INTEGER, end INTEGER, label TEXT, rest TEXT)",
)
_ARRAYS = ("entities", "quotes", "claims", "cues")


def _bare(lines: Path, project: Path) -> int:
    """How many articles a plain loop brings into a database of its own."""
    database = sqlite3.connect(project, isolation_level=None)
    for statement in ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", *_TABLES):
        database.execute(statement)
    number = 0
    with lines.open(encoding="utf-8") as file:
        while batch := list(itertools.islice(file, 200)):
            database.execute("BEGIN")
            for line in batch:
                number += 1
                _insert(database, number, json.loads(line))
            database.execute("COMMIT")
    database.close()
    return number


def _insert(database: sqlite3.Connection, number: int, record: dict[str, Any]) -> None:
    row = (number, record.get("doc_id") or str(record["id"]), record.get("title"), record["text"])
    database.execute("INSERT INTO article VALUES (?, ?, ?, ?, ?)", (*row, json.dumps(record.get("meta"))))
    marks = [mark for array in _ARRAYS for mark in record.get(array, ())]
    database.executemany(
        "INSERT INTO mark VALUES (?, ?, ?, ?, ?, ?)",
        [
            (mark["id"], number, mark["fragments"][0][0], mark["fragments"][-1][1], mark.get("label"), json.dumps(mark))
            for mark in marks
        ],
    )


def _compare(lines: Path, folder: Path, count: int, rounds: int, table: Table, title: str) -> None:
    bare, ours = Sample("bare: sqlite3 and json"), Sample("import")
    for number in range(rounds):
        with bare.timed():
            assert _bare(lines, folder / f"bare-{number}.db") == count
        with Store.create(folder / f"ours-{number}.tawsim", resources.codebook()) as store, ours.timed():
            assert import_files(store, [lines], author=LAYER).added == count
    table.head(f"{title}: {count:,} articles of {_LENGTH:,} characters")
    table.row(bare)
    table.row(ours, bare)
    table.say(f"{count / ours.median:,.0f} articles a second")


def test_articles_without_marks(tmp_path: Path, full: bool, table: Table):
    lines, count = tmp_path / "plain.jsonl", 10_000 if full else 100
    texts = [write(seed, _LENGTH).text for seed in range(50)]
    with lines.open("w", encoding="utf-8") as file:
        for number in range(count):
            text = f"{texts[number % len(texts)]} {number}"
            record = {"id": number, "title": text[:40], "text": text, "date": "2026-04-30", "source": "رواسي"}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    _compare(lines, tmp_path, count, 3 if full else 1, table, "Import of JSON Lines")


def test_articles_with_marks(tmp_path: Path, full: bool, table: Table):
    lines, count, codebook = tmp_path / "gold.jsonl", 2_000 if full else 20, resources.codebook()
    with lines.open("w", encoding="utf-8") as file:
        for number in range(count):
            made = invent(codebook, f"r{number}", seed=number, length=_LENGTH, most=35)
            page = Page(made.article, LAYER, made.annotations, made.links, {}, made.progress, codebook)
            file.write(line_of(page) + "\n")
    _compare(lines, tmp_path, count, 3 if full else 1, table, "Import of gold data, some 35 marks each")
