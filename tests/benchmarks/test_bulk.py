"""What is measured of a whole corpus is really done: with few articles, once. ``sh packaging/bench.sh`` measures."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from app.exchange.formats import FORMATS, format_named
from app.store import Store
from app.workbench.outgo import export
from tests.benchmarks import away, bulk, sizes, waiting
from tests.benchmarks.corpora import Corpus
from tests.benchmarks.corpus_lines import LAYER
from tests.benchmarks.timing import BARE, WHOLE

COUNT = 120


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpora, made once for all tests here."""
    return tmp_path_factory.mktemp("corpora")


@pytest.mark.parametrize(
    "work",
    [
        bulk.import_texts,
        bulk.import_plain,
        bulk.import_marks,
        bulk.search_index,
        bulk.near_duplicates,
        bulk.check,
        bulk.statistics,
        bulk.merge,
    ],
    ids=lambda work: work.__name__,
)
def test_work_on_a_corpus_has_its_limit_beside_it(folder: Path, work: object) -> None:
    assert callable(work)
    limit, ours = work(folder, COUNT)
    assert (limit.kind, ours.kind, ours.bare) == (BARE, WHOLE, limit.what)
    assert (ours.each, ours.size) == (COUNT, {"articles": COUNT})
    assert ours.ratio == ours.median / limit.median
    assert [path.name for path in folder.iterdir() if not path.name.isdigit()] == [], (
        "nothing is left beside the corpora"
    )


@pytest.mark.parametrize("form", [form.name for form in FORMATS if form.can_write])
def test_every_format_is_measured(folder: Path, form: str) -> None:
    limit, ours = bulk.export_as(folder, 20, form)
    assert (ours.what, limit.what) == (f"export {form}", "bare: JSONL out")


@pytest.mark.parametrize("name", away.JOBS)
def test_the_window_while_every_job_runs(qtbot: object, folder: Path, name: str) -> None:
    first, *later = away.job(folder, COUNT, name, rounds=2)
    assert first.what == f"the window away: {name}, the first time" and first.worst > 0
    assert [each.what for each in later] == ([] if name in away._ONCE else [f"the window away: {name}"])


def test_the_window_while_it_imports(qtbot: object, folder: Path) -> None:
    (away,) = bulk.window_while_importing(folder, COUNT)
    assert away.times >= 1 and away.worst > 0


def test_what_an_analyst_waits_for(folder: Path) -> None:
    found = {each.what: each for each in waiting.project(folder, COUNT, 6)}
    assert found.keys() >= {"open the project", "another article", "a page of the queue", "history of an article"}
    assert all(each.ratio for each in found.values() if each.kind != BARE)


def test_every_query_finds_something_also_in_the_window(qtbot: object, folder: Path) -> None:
    assert len(waiting.search(folder, COUNT, 1)) == 2 * len(waiting.QUERIES)
    shown, away = waiting.search_in_window(folder, COUNT, 2)
    assert (shown.times, away.times) == (2, 2)


def test_a_project_is_weighed_by_article_and_mark(folder: Path) -> None:
    found = {each.what: each.median for each in sizes.project(folder, COUNT)}
    assert found["project, an article without marks"] < found["project, an article with its marks"]
    assert 100 < found["project, a mark that was imported"] < 10_000
    assert 100 < found["project, a mark made by hand"] < 10_000


def test_what_is_installed_is_the_base_without_extras() -> None:
    found = {each.what: each.median for each in sizes.installed()}
    assert found["of these pyside6-essentials"] > 50e6
    assert found["all that is installed"] < 1e9
    assert not found.keys() & {"of these spacy", "of these pyarrow", "of these pytest"}


def test_a_corpus_is_the_same_every_time(folder: Path, tmp_path: Path) -> None:
    assert Corpus(folder, COUNT).lines().read_bytes() == Corpus(tmp_path, COUNT).lines().read_bytes()
    with Store.open(Corpus(folder, COUNT).project(), readonly=True) as store:
        assert store.queue_count(LAYER) == COUNT
        assert store.reprints.left() == 0


@pytest.mark.parametrize("form", ["tawsim", "prodigy"])
def test_what_an_export_holds_does_not_grow_with_the_corpus(tmp_path: Path, form: str) -> None:
    most = {}
    for count in (100, 300):
        path = Corpus(tmp_path, count).project()
        with Store.open(path, readonly=True) as store:
            tracemalloc.start()
            export(store, tmp_path / "out.jsonl", format_named(form))
            most[count] = tracemalloc.get_traced_memory()[1]
            tracemalloc.stop()
    assert most[300] < 1.5 * most[100]
