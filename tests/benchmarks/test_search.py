"""Searching the whole project beside the bare limit: the same words asked of the same index by SQLite alone.

    TAWSIM_ARTICLES=100000 pytest tests/benchmarks/test_search.py --benchmark-enable

The bare limit of a first page are 60 articles from FTS5 in the order of import, with their texts. ``project`` makes the
articles anew each time, unless TAWSIM_PROJECT names one to search in.
"""

from __future__ import annotations

import itertools
import os
import random
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import resources
from app.domain.article import Article, Meta, new_article
from app.store import Store
from app.ui.application import Session, make_application
from app.ui.hand import Hand, wait_until_shown
from app.ui.search.panel import SearchPanel
from app.workbench.jobs import Cancelled, Job
from app.workbench.querying import asked_of
from app.workbench.searching import Arrived, search_corpus
from tests.benchmarks.timing import Sample, Table

_ARTICLES = int(os.environ.get("TAWSIM_ARTICLES", "300"))
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
_SHAPES = ("{0}ا{1}{2}", "م{0}{1}و{2}", "{0}{1}ي{2}", "ت{0}{1}{2}", "ال{0}{1}{2}", "ال{0}ا{1}{2}ة", "ي{0}{1}{2}")
_FREQUENT = "في من على إلى قال أن إن عن وزير بغداد الحكومة مجلس النواب اليوم بعد قبل الأمم المتحدة بيان وفد السلام"
QUERIES = {
    "a frequent word": ("بغداد", '"بغداد"'),
    "a phrase": ('"مجلس النواب"', '"مجلس النواب"'),
    "a short beginning": ("الم*", '"الم" *'),
    "both, and without": ("بغداد الحكومة -المتحدة", '("بغداد" AND "الحكومة") NOT "المتحدة"'),
    "with a filter": ("وزير source:رواسي", '"وزير"'),
}


def invented(count: int) -> Iterator[Article]:
    """Articles of 300 invented words, the frequent ones as frequent as in any language; the same each time."""
    choose = random.Random(5)
    roots = [choose.sample(_LETTERS, 3) for _ in range(3000)]
    words = [*_FREQUENT.split(), *dict.fromkeys(shape.format(*root) for root in roots for shape in _SHAPES)]
    weights = list(itertools.accumulate(1 / (number + 3) for number in range(len(words))))
    for number in range(count):
        drawn = choose.choices(words, cum_weights=weights, k=300)
        text = " ".join(choose.choice(("", "", "", "", "و", "ب", "ل")) + word for word in drawn)
        if number % 7 == 0:
            text += " وقال مجلس النواب في بيان"
        meta = Meta(source=("رواسي", "وكالة الفجر", "سبأ")[number % 3], published=f"2026-0{1 + number % 9}-10")
        yield new_article(f"a-{number}", text, title=" ".join(drawn[:6]), meta=meta)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if given := os.environ.get("TAWSIM_PROJECT"):
        return Path(given)
    path = tmp_path_factory.mktemp("search") / "project.tawsim"
    with Store.create(path, resources.codebook()) as store:
        store.add_articles(invented(_ARTICLES))
        while store.index_search(2000):
            pass
    return path


def bare_page(connection: sqlite3.Connection, match: str) -> int:
    rows = connection.execute(
        "SELECT article.id, article.text FROM article_words JOIN article ON article.rank = article_words.rowid "
        "WHERE article_words MATCH ? ORDER BY article_words.rowid LIMIT 60",
        (f"text : ({match})",),
    ).fetchall()
    return len(rows)


def first_page(store: Store, typed: str) -> int:
    """Search until the first hits have come."""
    job, hits = Job(""), 0

    def deliver(some: Arrived) -> None:
        nonlocal hits
        hits += len(some.hits)
        job.cancel()

    try:
        search_corpus(job, asked_of(store, typed, "sana"), deliver)
    except Cancelled:
        pass
    return hits


def test_the_first_page_of_a_search(project: Path, full: bool, table: Table) -> None:
    table.head(f"Search: the first page, {_ARTICLES} articles")
    connection = sqlite3.connect(project)
    with Store.open(project, readonly=True) as store:
        for name, (typed, match) in QUERIES.items():
            bare, ours = Sample(f"bare: {name}"), Sample(name)
            for _ in range(15 if full else 1):
                with bare.timed():
                    assert bare_page(connection, match)
                with ours.timed():
                    assert first_page(store, typed)
            table.row(bare)
            table.row(ours, bare)
    connection.close()


def test_from_the_last_letter_to_the_first_hits_in_the_window(project: Path, full: bool, table: Table) -> None:
    """What the analyst waits for behind the pause in typing, and how long the window is away meanwhile."""
    make_application()
    session = Session(project, author="sana")
    wait_until_shown(session.window)
    Hand(session.window).press("Ctrl+Shift+F")
    (panel,) = [each for each in session.window.findChildren(SearchPanel) if each.isVisible()]
    shown, away = Sample("hits shown"), Sample("the longest the window was away")
    for number in range(21 if full else 2):
        typed = list(QUERIES.values())[number % len(QUERIES)][0]
        panel.field.setText(typed)
        panel.model.show([])
        QTest.qWait(50)
        longest = 0.0
        with shown.timed():
            panel._search()
            deadline = time.perf_counter() + 20
            while not panel.model.hits and time.perf_counter() < deadline:
                before = time.perf_counter()
                QApplication.processEvents()
                longest = max(longest, time.perf_counter() - before)
        away.seconds.append(longest)
        assert panel.model.hits
    session.close()
    for sample in (shown, away):
        del sample.seconds[0]  # the first one also paints the panel
    table.head(f"Search: in the window, {_ARTICLES} articles")
    table.row(shown)
    table.row(away)
