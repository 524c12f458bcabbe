"""What the window waits for is asked of the project file through its indexes alone.

Every statement is taken from the running program, whoever asked it, and SQLite is asked how it would find the answer.
No clock is read: a table that is walked through is one that grows with the corpus.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from app.domain.annotation import Annotation, RegisterEntry
from app.domain.edit import making
from app.domain.ids import new_id
from app.domain.span import Span
from app.store import Store
from app.store.frames import FrameQuery
from app.workbench.bench import Workbench
from app.workbench.entries import merging
from app.workbench.frame_table import FRAMES
from app.workbench.jobs import Cancelled, Job
from app.workbench.querying import asked_of
from app.workbench.searching import Arrived, search_corpus
from tests.benchmarks.corpora import Corpus, name_somebody
from tests.benchmarks.corpus_lines import LAYER, WHEN

COUNT = 40  # articles: a plan does not depend on how many there are, since SQLite keeps no statistics of a project
_QUESTION = re.compile(r"\s*(SELECT|WITH|INSERT|UPDATE|DELETE|REPLACE)\b", re.IGNORECASE)

# What may be walked through: what a statement brought with it, the matches that SQLite's index of words gives one by
# one, and the register, whose names are read once and kept.
_WALKED = re.compile(
    r"SCAN (json_each|\(subquery|article_words VIRTUAL|main\.article_words_config|CONSTANT|sqlite_master|entry\b)"
)
_SORTED = ("RIGHT PART OF ORDER BY", "LAST TERM OF ORDER BY")  # those of one article
_FEW = re.compile(r"json_each\(|FROM entry\b", re.IGNORECASE)  # sorts what was found already, or the register


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RegisterEntry, RegisterEntry]:
    path = Corpus(tmp_path_factory.mktemp("plans"), COUNT).project()
    with Store.open(path) as store:
        return path, *name_somebody(store, COUNT)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[str]]]:
    """Every statement that is run from now on, and how SQLite finds its answer."""
    found: list[tuple[str, list[str]]] = []
    connect = sqlite3.connect

    def traced(*words: object, **more: object) -> sqlite3.Connection:
        connection = connect(*words, **more)  # type: ignore[call-overload]
        running: list[str] = []

        def note(sql: str) -> None:
            if _QUESTION.match(sql) and not running:  # SQLite tells of the question how it would be answered, too
                running.append(sql)
                try:
                    found.append((sql, [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}")]))
                finally:
                    running.clear()

        connection.set_trace_callback(note)
        return connection

    monkeypatch.setattr(sqlite3, "connect", traced)
    return found


@pytest.fixture
def bench(project: tuple[Path, RegisterEntry, RegisterEntry], asked: list[object]) -> Iterator[Workbench]:
    with Store.open(project[0]) as store:
        made = Workbench(store, author=LAYER)
        made.resume()
        assert len(asked) > 10, "opening a project asks"
        yield made


def _mark(bench: Workbench) -> None:
    article = bench.article
    assert article is not None
    span = Span(0, 3)
    mark = Annotation(new_id(), article.id, LAYER, "entity", "MISC", (span,), article.text[:3], WHEN, LAYER)
    bench.do(making("Mark", mark))


def _mark_undo_redo(bench: Workbench) -> None:
    _mark(bench)
    bench.store.size_of_next(LAYER)
    bench.undo()
    bench.redo()
    bench.undo()


def _search(bench: Workbench) -> None:
    for typed in ("بغداد", '"مجلس النواب"', "الم*", "وزير source:رواسي", "بغداد -الحكومة"):
        job, hits = Job(""), 0

        def deliver(some: Arrived, job: Job = job) -> None:
            nonlocal hits
            hits += len(some.hits)
            job.cancel()

        with suppress(Cancelled):
            search_corpus(job, asked_of(bench.store, typed, LAYER), deliver)
        assert hits


def _queue(bench: Workbench) -> None:
    store = bench.store
    rows = store.queue(LAYER, offset=COUNT // 2, limit=10)
    for query, status in (("", None), ("بغداد", None), ("", "done"), ("بغداد", "done")):
        store.queue(LAYER, query=query, status=status)
        store.queue_count(LAYER, query, status)
    store.reprints.counts(row.id for row in rows)


def _article(bench: Workbench) -> str:
    return bench.store.queue(LAYER, offset=7, limit=1)[0].id


def _history(bench: Workbench) -> None:
    article = _article(bench)
    assert bench.store.history(article, LAYER)
    assert bench.store.journal(article)
    bench.store.state_after(article, LAYER, 1)


def _frames(bench: Workbench) -> None:
    for article in (None, _article(bench)):
        ids = bench.store.frames.ids(FrameQuery(LAYER, FRAMES, article), limit=60)
        assert bench.store.frames.rows(ids)


ACTS: dict[str, Callable[[Workbench], object]] = {
    "opening the project": lambda bench: None,
    "opening an article": lambda bench: bench.open_article(_article(bench)),
    "a mark made, taken back and made again": _mark_undo_redo,
    "the queue, a page of it and a place in it": _queue,
    "search in the project": _search,
    "search for articles": lambda bench: (bench.store.search("بغداد"), bench.store.search_phrases(["بغداد"])),
    "the history of an article": _history,
    "the table of quotes and claims": _frames,
    "articles on their way out": lambda bench: [each.links for each in bench.store.worked()],
    "reprints of an article": lambda bench: bench.store.reprints.reprints_of(_article(bench)),
}


@pytest.mark.parametrize("name", ACTS)
def test_no_table_is_walked_through_and_nothing_large_is_sorted(
    name: str, bench: Workbench, asked: list[tuple[str, list[str]]]
) -> None:
    if name != "opening the project":
        asked.clear()
    ACTS[name](bench)
    assert asked
    assert _slow(asked) == []


def test_no_table_is_walked_through_for_the_mentions_of_an_entry_and_for_a_merge(
    project: tuple[Path, RegisterEntry, RegisterEntry], bench: Workbench, asked: list[tuple[str, list[str]]]
) -> None:
    _, kept, gone = project
    asked.clear()
    assert bench.store.entry_places.page(kept.id, LAYER)
    assert bench.store.entries_named("سليم")
    bench.do(merging(bench, kept, [gone]))
    assert bench.store.entry(gone.id) is None
    bench.undo()
    assert _slow(asked) == []


def test_a_walk_and_a_sort_would_be_seen(bench: Workbench, asked: list[tuple[str, list[str]]]) -> None:
    asked.clear()
    connection = bench.store._file.connection
    connection.execute("SELECT text FROM article WHERE title LIKE '%x%'").fetchall()
    connection.execute("SELECT id FROM annotation WHERE layer = 'x' AND article = 1 ORDER BY exact").fetchall()
    assert len(_slow(asked)) == 2


def _slow(asked: list[tuple[str, list[str]]]) -> list[tuple[str, str]]:
    """The steps that walk through a table or sort what may be many, each with the statement."""
    return [(step, sql) for sql, plan in asked for step in plan if _walks(step, plan, sql) or _sorts(step, sql)]


def _walks(step: str, plan: list[str], sql: str) -> bool:
    if not step.startswith("SCAN") or _WALKED.match(step):
        return False
    steps_of_its_own = re.search(rf"WITH RECURSIVE {step.split()[1]}\b", sql)
    first_few = re.search(r"LIMIT \d+\s*$", sql) and not any("TEMP B-TREE" in each for each in plan)
    return not (steps_of_its_own or first_few)


def _sorts(step: str, sql: str) -> bool:
    return "TEMP B-TREE" in step and not step.endswith(_SORTED) and _FEW.search(sql) is None
