"""The gold dataset out of a project, beside a bare loop of sqlite3 and JSON over the same rows; and its memory.

    pytest tests/benchmarks/test_export.py --benchmark-enable

The bare loop reads each article with its marks and links, parses what is stored as JSON and writes one line for it.
"""

from __future__ import annotations

import json
import sqlite3
import time
import tracemalloc
from dataclasses import replace
from pathlib import Path

from app import resources
from app.domain.annotation import End
from app.domain.edit import making
from app.domain.ids import new_id
from app.exchange.formats import format_named
from app.store import Stamp, Store
from app.workbench.outgo import export
from tests.benchmarks.inventing import LAYER, WHEN, Invented, invent
from tests.benchmarks.timing import Table

_MARK = "id, kind, label, fragments, exact, attributes, origin, confidence, made_by, made_at, changed_by, changed_at"


def project(path: Path, count: int) -> Path:
    """``count`` articles of 1,800 code points with 32 marks each."""
    book = resources.codebook()
    made = [invent(book, f"a{seed}", seed=seed, length=1800, most=32) for seed in range(min(count, 20))]
    with Store.create(path, book) as store, store.batch():
        for number in range(count):
            again(store, made[number % len(made)], f"a{number:06}")
    return path


def again(store: Store, one: Invented, ref: str) -> None:
    """The invented article once more, under other ids."""
    article = replace(one.article, id=new_id(), ref=ref)
    ids = {mark.id: new_id() for mark in one.annotations}
    marks = [replace(mark, id=ids[mark.id], article=article.id) for mark in one.annotations]
    links = [
        replace(link, id=new_id(), article=article.id, source=ids[link.source], target=target(link.target, ids))
        for link in one.links
    ]
    store.add_article(article)
    progress = replace(one.progress, article=article.id)
    store.record(making("invented", *marks, *links, progress), Stamp(LAYER, LAYER, WHEN, 1))


def target(end: End, ids: dict[str, str]) -> End:
    return End(end.kind, ids[end.value])


def bare(path: Path, out: Path) -> None:
    with sqlite3.connect(path) as connection, out.open("wb") as file:
        for rank, ref, text, zones in connection.execute("SELECT rank, ref, text, zones FROM article ORDER BY ref"):
            place = (LAYER, rank)
            rows = connection.execute(f"SELECT {_MARK} FROM annotation WHERE layer = ? AND article = ?", place)
            marks = [dict(zip(_MARK.split(", "), row, strict=True)) for row in rows]
            for mark in marks:
                mark["fragments"], mark["attributes"] = json.loads(mark["fragments"]), json.loads(mark["attributes"])
            links = connection.execute("SELECT * FROM link WHERE layer = ? AND article = ?", place).fetchall()
            record = {"ref": ref, "text": text, "zones": json.loads(zones), "marks": marks, "links": links}
            file.write((json.dumps(record, ensure_ascii=False) + "\n").encode())


def test_an_export_beside_a_bare_loop(tmp_path: Path, table: Table, full: bool) -> None:
    count = 10_000 if full else 60
    path = project(tmp_path / "p.tawsim", count)
    times: dict[str, list[float]] = {"bare": [], "export": []}
    with Store.open(path, readonly=True) as store:
        for _ in range(3):
            begun = time.perf_counter()
            bare(path, tmp_path / "bare.jsonl")
            between = time.perf_counter()
            report = export(store, tmp_path / "out.jsonl", format_named("tawsim"))
            times["bare"].append(between - begun)
            times["export"].append(time.perf_counter() - between)
            assert report.lines == count
    took = {name: min(each) for name, each in times.items()}
    table.say(f"{count} articles to JSON Lines in {took['export']:.2f} s, {took['export'] / took['bare']:.1f}x bare")


def test_what_an_export_holds_does_not_grow_with_the_corpus(tmp_path: Path) -> None:
    most = {}
    for count in (150, 900):
        path = project(tmp_path / f"{count}.tawsim", count)
        for form in ("tawsim", "prodigy"):
            with Store.open(path, readonly=True) as store:
                tracemalloc.start()
                export(store, tmp_path / "out.jsonl", format_named(form))
                most[form, count] = tracemalloc.get_traced_memory()[1]
                tracemalloc.stop()
    for form in ("tawsim", "prodigy"):
        assert most[form, 900] < 1.5 * most[form, 150]
