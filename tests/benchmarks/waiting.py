"""What an analyst waits for in a project of many articles. None of it may grow with them.

The bare limits are SQLite's own answers to the same questions, from the same rows or the same index.
"""

from __future__ import annotations

import itertools
import random
import sqlite3
import time
from collections.abc import Callable, Iterable
from contextlib import closing
from pathlib import Path

from app.store import Store
from app.store.frames import FrameQuery
from app.workbench.bench import Workbench
from app.workbench.frame_table import FRAMES
from app.workbench.jobs import Cancelled, Job
from app.workbench.querying import asked_of
from app.workbench.searching import Arrived, search_corpus
from tests.benchmarks.bare_sqlite import bare_marks
from tests.benchmarks.corpora import Corpus, name_somebody
from tests.benchmarks.corpus_lines import LAYER
from tests.benchmarks.timing import BARE, Measure, Measures, Sample

PART = "waiting"
_PAGE = 60  # articles of a bare first page
QUERIES = {
    "a frequent word": ("بغداد", '"بغداد"'),
    "a phrase": ('"مجلس النواب"', '"مجلس النواب"'),
    "a short beginning": ("الم*", '"الم" *'),
    "both, and without": ("بغداد الحكومة -المتحدة", '("بغداد" AND "الحكومة") NOT "المتحدة"'),
    "with a filter": ("وزير source:رواسي", '"وزير"'),
}


def _again(sample: Sample, acts: Iterable[Callable[[], object]]) -> None:
    for act in acts:
        with sample.timed():
            act()


def search(folder: Path, count: int, rounds: int = 15) -> list[Measure]:
    """From a query to its first hits; the limit is a page of texts out of SQLite's index."""
    corpus = Corpus(folder, count)
    project, measures = corpus.project(), Measures(PART, corpus.name, articles=count)
    with closing(sqlite3.connect(project)) as connection, Store.open(project, readonly=True) as store:
        for name, (typed, match) in QUERIES.items():
            bare, ours = Sample(f"bare: search, {name}"), Sample(f"search, {name}")
            for _ in range(rounds):
                with bare.timed():
                    assert _bare_page(connection, match)
                with ours.timed():
                    assert _first_page(store, typed)
            measures.take(bare, kind=BARE)
            measures.take(ours, bare)
    return measures.all


def _bare_page(connection: sqlite3.Connection, match: str) -> int:
    rows = connection.execute(
        "SELECT article.id, article.text FROM article_words JOIN article ON article.rank = article_words.rowid "
        f"WHERE article_words MATCH ? ORDER BY article_words.rowid LIMIT {_PAGE}",
        (f"text : ({match})",),
    ).fetchall()
    return len(rows)


def _first_page(store: Store, typed: str) -> int:
    """Search until the first hits have come."""
    job, hits = Job(""), 0

    def deliver(some: Arrived) -> None:
        nonlocal hits
        hits += len(some.hits)
        job.cancel()

    try:
        search_corpus(job, asked_of(store, typed, LAYER), deliver)
    except Cancelled:
        pass
    return hits


def search_in_window(folder: Path, count: int, rounds: int = 20) -> list[Measure]:
    """From the end of the pause in typing to hits in the list, and how long the window is away meanwhile."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from app.ui.application import Session, make_application
    from app.ui.hand import Hand, wait_until_shown
    from app.ui.search.panel import SearchPanel

    corpus = Corpus(folder, count)
    make_application()
    session = Session(corpus.project(), author=LAYER)
    wait_until_shown(session.window)
    Hand(session.window).press("Ctrl+Shift+F")
    (panel,) = [each for each in session.window.findChildren(SearchPanel) if each.isVisible()]
    shown, away = Sample("search: hits in the window"), Sample("search: the window away")
    for number in range(rounds + 1):
        panel.field.setText(list(QUERIES.values())[number % len(QUERIES)][0])
        while panel.follower.running:  # what is left of the one before
            QTest.qWait(10)
        panel.model.show([])
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
    measures = Measures(PART, corpus.name, articles=count)
    for sample in (shown, away):
        del sample.seconds[0], sample.cpu[:1]  # the first one also paints the panel
        measures.take(sample)
    return measures.all


def project(folder: Path, count: int, rounds: int = 60) -> list[Measure]:
    """Opening it, going from article to article, pages of lists; without a window."""
    corpus = Corpus(folder, count)
    measures = Measures(PART, corpus.name, articles=count)
    bare_open, bare_row, bare_page = (Sample(f"bare: {name}") for name in ("opened", "an article", "a page of rows"))
    choose = random.Random(1)
    ranks = [choose.randrange(1, count + 1) for _ in range(rounds)]
    with closing(sqlite3.connect(corpus.bare())) as db:
        _again(bare_open, [lambda: _bare_open(corpus.bare())] * max(rounds // 6, 1))
        _again(bare_row, [_bare_article(db, rank) for rank in ranks])
        _again(bare_page, [_bare_rows(db, rank) for rank in ranks])
    for sample in (bare_open, bare_row, bare_page):
        measures.take(sample, kind=BARE)
    with corpus.copy("daily") as path:
        with Store.open(path) as store:
            kept, _ = name_somebody(store, min(count, 2_000))
        opening = Sample("open the project")
        _again(opening, [lambda: _open(path)] * max(rounds // 6, 1))
        measures.take(opening, bare_open)
        with Store.open(path) as store:
            for name, acts in _acts(store, kept.id, rounds, choose).items():
                sample = Sample(name)
                _again(sample, acts)
                measures.take(sample, bare_row if name in _ONE_ARTICLE else bare_page)
    return measures.all


_ONE_ARTICLE = ("another article", "history of an article", "reprints of an article")


def _acts(store: Store, entry: str, rounds: int, choose: random.Random) -> dict[str, list[Callable[[], object]]]:
    bench = Workbench(store, author=LAYER)
    layer, total = bench.layer, store.queue_count(bench.layer)
    places = [choose.randrange(total) for _ in range(rounds)]
    ids = [store.queue(layer, offset=place, limit=1)[0].id for place in places]
    whole = FrameQuery(layer, FRAMES)
    titled = itertools.cycle(("بغداد", "مؤتمر", "السدود"))
    return {
        "another article": [lambda each=each: bench.open_article(each) for each in ids],
        "a page of the queue": [lambda place=place: _page(store, layer, place) for place in places],
        "the queue by its words": [lambda: store.queue(layer, query=next(titled)) for _ in ids],
        "reprints of an article": [lambda each=each: store.reprints.reprints_of(each) for each in ids],
        "history of an article": [lambda each=each: store.history(each, layer) for each in ids],
        "a page of the frames": [lambda: store.frames.rows(store.frames.ids(whole, limit=60)) for _ in ids],
        "a page of an entry's mentions": [lambda: store.entry_places.page(entry, layer) for _ in ids],
        "an entry by its name": [lambda: store.entries_named("الناصر") for _ in ids],
    }


def _page(store: Store, layer: str, place: int) -> object:
    return store.reprints.counts(row.id for row in store.queue(layer, offset=place, limit=100))


def _open(path: Path) -> None:
    with Store.open(path) as store:
        Workbench(store, author=LAYER).resume()


def _bare_open(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        _bare_article(db, 1)()


def _bare_article(db: sqlite3.Connection, rank: int) -> Callable[[], object]:
    return lambda: (db.execute("SELECT * FROM article WHERE rank = ?", (rank,)).fetchone(), bare_marks(db, rank))


def _bare_rows(db: sqlite3.Connection, rank: int) -> Callable[[], object]:
    asked = "SELECT rank, ref, title, source, published FROM article WHERE rank >= ? ORDER BY rank LIMIT 100"
    return lambda: db.execute(asked, (rank,)).fetchall()
