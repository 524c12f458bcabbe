"""Work on a whole corpus, beside a bare loop of sqlite3 and JSON over the same articles; and the memory it takes.

Each function is one step in a process of its own. The program's work is done first, so that memory is that of a fresh
process, and the two take turns when there are several rounds.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from app import resources
from app.exchange.formats import format_named
from app.store import Store
from app.workbench.bench import Workbench
from app.workbench.checking import findings_of
from app.workbench.entries import merging
from app.workbench.intake import import_files
from app.workbench.jobs import Job
from app.workbench.outgo import export
from app.workbench.reprints import clusters
from app.workbench.statistics import make_statistics
from app.workbench.surfaces import make_surfaces
from tests.benchmarks import bare_sqlite
from tests.benchmarks.corpora import Corpus, name_somebody, remove
from tests.benchmarks.corpus_lines import LAYER, with_reprints, write_lines
from tests.benchmarks.memory import more_than, peak_from_now
from tests.benchmarks.timing import BARE, WHOLE, Measure, Measures, Sample

PART = "bulk"

_Prepared = Callable[[int], AbstractContextManager[Callable[[], object]]]


class _Project:
    """A project for one round, open while the clock stands still before it. Closing it belongs to the work."""

    def __init__(self, path: Path, act: Callable[[Store], object], corpus: Corpus | None = None) -> None:
        self._path, self._act = path, act
        if corpus is None:
            self.store = Store.create(path, resources.codebook())
        else:
            shutil.copyfile(corpus.project(), path)
            self.store = Store.open(path)

    def __enter__(self) -> Callable[[], object]:
        return self._work

    def __exit__(self, *_raised: object) -> None:
        remove(self._path)

    def _work(self) -> None:
        self._act(self.store)
        self.store.close()


def _beside(
    corpus: Corpus, what: str, prepared: _Prepared, bare: tuple[str, Callable[[int], object]], rounds: int
) -> list[Measure]:
    """``prepared`` gives what is timed, ``bare`` the limit; both are told which round it is."""
    measures = Measures(PART, corpus.name, articles=corpus.count)
    ours, limit, memory = Sample(what), Sample(f"bare: {bare[0]}"), None
    for number in range(rounds):
        with prepared(number) as act:
            before = peak_from_now()
            with ours.timed():
                act()
            memory = more_than(before) if not number else memory
        with limit.timed():
            bare[1](number)
    measures.take(limit, kind=BARE, each=corpus.count)
    measures.take(ours, limit, kind=WHOLE, each=corpus.count, memory=memory)
    return measures.all


def _import(corpus: Corpus, what: str, files: Path, bare: Callable[[Path, Path], int], rounds: int) -> list[Measure]:
    def bring(store: Store) -> None:
        report = import_files(store, [files], author=LAYER)
        assert report.added == corpus.count and not report.rejected

    def limit(number: int) -> None:
        database = corpus.folder / f"bare-{number}.db"
        assert bare(files, database) == corpus.count
        remove(database)

    def prepared(number: int) -> _Project:
        return _Project(corpus.folder / f"in-{number}.tawsim", bring)

    return _beside(corpus, f"import {what}", prepared, (f"{what} in", limit), rounds)


def import_texts(folder: Path, count: int, rounds: int = 1) -> list[Measure]:
    corpus = Corpus(folder, count)
    return _import(corpus, "text files", corpus.texts(), bare_sqlite.bare_text_import, rounds)


def import_plain(folder: Path, count: int, rounds: int = 1) -> list[Measure]:
    corpus = Corpus(folder, count)
    return _import(corpus, "JSONL", corpus.plain(), bare_sqlite.bare_plain_import, rounds)


def import_marks(folder: Path, count: int, rounds: int = 1) -> list[Measure]:
    corpus = Corpus(folder, count)
    return _import(corpus, "JSONL with marks", corpus.lines(), bare_sqlite.bare_import, rounds)


class _Reading:
    """A project that is only read; opening it belongs to the work, as with a command."""

    def __init__(self, act: Callable[[], object]) -> None:
        self._act = act

    def __enter__(self) -> Callable[[], object]:
        return self._act

    def __exit__(self, *_raised: object) -> None:
        pass


def export_as(folder: Path, count: int, form: str, rounds: int = 1) -> list[Measure]:
    """Everything out in the format of that name; the limit are lines of JSON."""
    corpus = Corpus(folder, count)
    project, bare = corpus.project(), corpus.bare()
    chosen = format_named(form)
    out, lines = corpus.folder / f"out{(*chosen.written_as, '')[0]}", corpus.folder / "bare.jsonl"

    def write() -> None:
        with Store.open(project, readonly=True) as store:
            assert export(store, out, chosen).lines == count

    def limit(_number: int) -> None:
        assert bare_sqlite.bare_export(bare, lines) == count

    made = _beside(corpus, f"export {form}", lambda _number: _Reading(write), ("JSONL out", limit), rounds)
    for each in (*corpus.folder.glob("out*"), lines):
        shutil.rmtree(each) if each.is_dir() else each.unlink()
    return made


def search_index(folder: Path, count: int, rounds: int = 1) -> list[Measure]:
    """All words into the index of the search; the limit is an index of SQLite's own over the same texts."""
    corpus = Corpus(folder, count)
    bare = corpus.bare()

    def index(store: Store) -> None:
        while store.index_search():
            pass

    def prepared(number: int) -> _Project:
        project = _Project(corpus.folder / f"index-{number}.tawsim", index)
        import_files(project.store, [corpus.plain()], author=LAYER)
        return project

    def limit(number: int) -> None:
        database = corpus.folder / f"words-{number}.db"
        bare_sqlite.bare_index(bare, database)
        remove(database)

    return _beside(corpus, "search index", prepared, ("an FTS5 index", limit), rounds)


def _read_all(corpus: Corpus) -> tuple[str, Callable[[int], object]]:
    bare = corpus.bare()
    return "all rows read", lambda _number: bare_sqlite.bare_reading(bare)


def near_duplicates(folder: Path, count: int, rounds: int = 1) -> list[Measure]:
    """Reprints among articles that nobody has looked at yet; they are the right ones."""
    corpus = Corpus(folder, count)
    found: list[list[str]] = []

    def prepared(number: int) -> _Project:
        project = _Project(corpus.folder / f"prints-{number}.tawsim", look)
        import_files(project.store, [corpus.plain()], author=LAYER)
        refs.update((each.id, each.ref) for each in project.store.articles())
        return project

    def look(store: Store) -> None:
        found[:] = [list(cluster) for cluster in clusters(store)]

    refs: dict[str, str] = {}
    made = _beside(corpus, "near-duplicates", prepared, _read_all(corpus), rounds)
    prints = {article.ref: first or article.ref for article, first in with_reprints(count)}
    together = {refs[article]: number for number, cluster in enumerate(found) for article in cluster}
    meant = [(ref, first) for ref, first in prints.items() if ref != first]
    right = sum(ref in together and together[ref] == together.get(first) for ref, first in meant)
    wrong = sum(len({prints[refs[article]] for article in cluster}) - 1 for cluster in found)
    assert right > 0.8 * len(meant), f"{right} of {len(meant)} reprints were found"
    assert wrong <= 0.01 * len(meant), f"{wrong} stories were wrongly joined"
    return made


def check(folder: Path, count: int, rounds: int = 1) -> list[Measure]:
    corpus = Corpus(folder, count)
    project, lexicons = corpus.project(), resources.lexicons()

    def look() -> None:
        with Store.open(project, readonly=True) as store:
            assert store.integrity() == []
            assert sum(1 for _ in findings_of(store, lexicons=lexicons))

    return _beside(corpus, "check", lambda _number: _Reading(look), _read_all(corpus), rounds)


def statistics(folder: Path, count: int, rounds: int = 1) -> list[Measure]:
    corpus = Corpus(folder, count)
    project = corpus.project()

    def count_all() -> None:
        assert make_statistics(Job(""), project, LAYER).listings
        assert make_surfaces(Job(""), project, LAYER).listings

    return _beside(corpus, "statistics", lambda _number: _Reading(count_all), _read_all(corpus), rounds)


def merge(folder: Path, count: int, rounds: int = 1) -> list[Measure]:
    """Two entries of the register become one; every article names one of them, so half of the links move."""
    corpus = Corpus(folder, count)
    moved = 0

    def unite(store: Store, kept_id: str, gone_id: str) -> None:
        bench = Workbench(store, author=LAYER)
        kept, gone = store.entry(kept_id), store.entry(gone_id)
        assert kept is not None and gone is not None
        bench.do(merging(bench, kept, [gone]))
        assert store.entry(gone_id) is None

    def prepared(number: int) -> _Project:
        nonlocal moved
        project = _Project(
            corpus.folder / f"merged-{number}.tawsim", lambda store: unite(store, kept.id, gone.id), corpus
        )
        kept, gone = name_somebody(project.store, count)
        moved = len(project.store.entry_places.links(gone.id))
        bare_sqlite.prepare_moves(corpus.folder / f"moves-{number}.db", moved)
        return project

    def limit(number: int) -> None:
        database = corpus.folder / f"moves-{number}.db"
        bare_sqlite.bare_moves(database, moved)
        remove(database)

    return _beside(corpus, "merge of entries", prepared, ("links moved", limit), rounds)


def window_while_importing(folder: Path, count: int, rounds: int = 1) -> list[Measure]:
    """How long the window hears nothing, again and again, while the worker imports a tenth more."""
    from PySide6.QtWidgets import QApplication

    from app.ui.application import Session, make_application
    from app.ui.hand import wait_until_shown
    from app.ui.intake.work import Wanted, bring
    from tests.benchmarks.keys import settle

    corpus, away = Corpus(folder, count), Sample("the window away while it imports")
    more = corpus.folder / "more.jsonl"
    write_lines(more, max(count // 10, 50), seed=2)
    text = more.read_text(encoding="utf-8").replace('"doc_id":"', '"doc_id":"more-').replace('"id":"', '"id":"more-')
    more.write_text(text.replace('_ids":["', '_ids":["more-'), encoding="utf-8")
    make_application()
    with corpus.copy("away") as project:
        session = Session(project, author=LAYER)
        wait_until_shown(session.window)
        settle(1.0)  # what a start leaves for later is not the import's
        files = session.window.files
        assert files.start("Import", bring, lambda report: None, project, Wanted((more,)), LAYER)
        while files.busy:
            with away.timed():
                QApplication.processEvents()
            time.sleep(0.002)
        session.close()
        QApplication.processEvents()
    more.unlink()
    away.seconds = [each for each in away.seconds if each > 0.002] or [max(away.seconds)]  # not where nothing was done
    measures = Measures(PART, corpus.name, articles=count)
    measures.take(away)
    return measures.all
