"""How long the window is away while its worker is at work: the longest turn of its loop, job by job.

Each job runs in a process of its own, several times: the first time of a session also reads modules and builds pages.
"""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.corpora import Corpus
from tests.benchmarks.corpus_lines import LAYER, write_lines
from tests.benchmarks.timing import Measure, Measures, Sample

if TYPE_CHECKING:
    from app.ui.application import Session

PART = "waiting"
_REST = 2.5  # seconds in which a window reads ahead what no start waits for
_BEHIND = 0.3  # seconds after the work in which what came of it is shown
_PATIENCE = 300.0
Done = Callable[[], bool]
Begin = Callable[["Session", Path, int], Done]


def job(folder: Path, count: int, name: str, rounds: int = 3) -> list[Measure]:
    """The longest turns: of the first time, and of those after it. The processor's time is that of the window alone.

    Whatever a key would do is done in a turn of its own and timed with it; files are made ready before."""
    from app.ui.qt import import_qt

    import_qt()  # as a start does: Qt's own way to import would be measured else
    from app.ui.application import Session, make_application
    from app.ui.hand import wait_until_shown

    corpus = Corpus(folder, count)
    lines = corpus.lines()
    measures = Measures(PART, corpus.name, articles=count)
    samples = [Sample(f"the window away: {name}, the first time"), Sample(f"the window away: {name}")]
    make_application()
    with corpus.copy("away") as project:
        session = Session(project, author=LAYER)
        wait_until_shown(session.window)
        _turns(session, _after(_REST))
        for number in range(1 if name in _ONCE else rounds):
            samples[bool(number)].add(*_timed(JOBS[name], session, lines, number))
        session.close()
        _settle()
    for each in (*folder.glob("out-*"), *folder.glob("release-*")):
        shutil.rmtree(each) if each.is_dir() else each.unlink()
    for sample in filter(lambda each: each.seconds, samples):
        measures.take(sample)
    return measures.all


def _timed(begin: Begin, session: Session, files: Path, number: int) -> tuple[float, float]:
    """Seconds of the longest turn from the key to a moment after the end, and how many the window itself ran."""
    done = begin(session, files, number)
    return max(_turns(session, done), _turns(session, _after(_BEHIND)))


def _press(session: Session, act: Callable[[], object]) -> None:
    """Have it done as by a key: in the window's next turn."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, session, act)


def _turns(session: Session, done: Done) -> tuple[float, float]:
    from PySide6.QtWidgets import QApplication

    longest, until = (0.0, 0.0), time.perf_counter() + _PATIENCE
    while not done():
        begun, run = time.perf_counter(), time.thread_time()
        QApplication.processEvents()
        longest = max(longest, (time.perf_counter() - begun, time.thread_time() - run))
        assert time.perf_counter() < until, "the work did not end"
        time.sleep(0.002)
    return longest


def _after(seconds: float) -> Done:
    until = time.perf_counter() + seconds
    return lambda: time.perf_counter() > until


def _settle() -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()


def _page(session: Session, module: str, name: str) -> Any:
    """The page of that class, once it is open; None until then."""
    kind = getattr(sys.modules.get(module), name, None)
    return kind and next((each for each in session.window.findChildren(kind) if each.isVisible()), None)


def _open(session: Session, what: str, module: str, name: str, then: Callable[[Any], Done]) -> Done:
    """Open a page, another one where it is open, and go on with it when it is there."""
    old = _page(session, module, name)
    if old is not None:
        _press(session, old.dismiss)
    asked: list[bool] = []
    going: list[Done] = []

    def done() -> bool:
        page = _page(session, module, name)
        if not asked and page is None:
            asked.append(True)
            _press(session, lambda: session.window.ask(what))
        elif asked and not going and page is not None:
            going.append(then(page))
        return bool(going) and going[0]()

    return done


def _begun(session: Session, act: Callable[[], object], done: Done) -> Done:
    """``act`` in a turn of its own, then ``done``."""
    begun: list[bool] = []
    _press(session, lambda: (act(), begun.append(True)))
    return lambda: bool(begun) and done()


def _search(session: Session, _files: Path, number: int) -> Done:
    def then(page: Any) -> Done:
        page.field.setText(("بغداد", "الم*", '"مجلس النواب"')[number % 3])
        return _begun(session, page._search, lambda: not page.follower.running)

    return _open(session, "search.open", "app.ui.search.panel", "SearchPanel", then)


def _table(what: str) -> Begin:
    def begin(session: Session, _files: Path, _number: int) -> Done:
        def then(page: Any) -> Done:
            return _begun(session, page.again, lambda: not page.busy)

        return _open(session, what, "app.ui.tables.panel", "TablePanel", then)

    return begin


def _more(files: Path, number: int) -> Path:
    """Lines of articles that are not in the project yet, a tenth as many."""
    again = files.parents[1] / f"more-{number}.jsonl"
    write_lines(again, max(int(files.parent.name) // 10, 50), seed=2 + number)
    text = again.read_text(encoding="utf-8").replace('"doc_id":"', f'"doc_id":"{number}-')
    again.write_text(text.replace('"id":"', f'"id":"{number}-').replace('_ids":["', f'_ids":["{number}-'), "utf-8")
    return again


def _look(session: Session, files: Path, _number: int) -> Done:
    def then(page: Any) -> Done:
        return _begun(session, lambda: page.take([files]), lambda: page.state == page.LOOKED)

    return _open(session, "project.import", "app.ui.intake.page", "IntakePage", then)


def _bring(session: Session, files: Path, number: int) -> Done:
    again = _more(files, number)
    looked = _look(session, again, number)
    bringing: list[Done] = []

    def done() -> bool:
        page = _page(session, "app.ui.intake.page", "IntakePage")
        if not bringing and looked():
            bringing.append(_begun(session, page._bring, lambda: page.state == page.DONE))
        if not bringing or not bringing[0]():
            return False
        again.unlink(missing_ok=True)
        return True

    return done


def _export(session: Session, files: Path, number: int) -> Done:
    def then(page: Any) -> Done:
        leaving: list[Done] = []
        path = files.parents[1] / f"out-{number}.jsonl"

        def done() -> bool:
            if not session.window.files.busy and page.seen is not None and not leaving:
                leaving.append(_begun(session, lambda: page.export_to(path), lambda: not session.window.files.busy))
            return bool(leaving) and leaving[0]()

        return done

    return _open(session, "project.export", "app.ui.outgo.page", "ExportPage", then)


def _release(session: Session, files: Path, number: int) -> Done:
    def then(page: Any) -> Done:
        leaving: list[Done] = []
        path = files.parents[1] / f"release-{number}"

        def done() -> bool:
            if not session.window.files.busy and not leaving:
                leaving.append(_begun(session, lambda: page.release_to(path), lambda: not session.window.files.busy))
            return bool(leaving) and leaving[0]()

        return done

    return _open(session, "project.release", "app.ui.outgo.release", "ReleasePage", then)


def _progress(session: Session, _files: Path, _number: int) -> Done:
    return _open(
        session,
        "view.progress",
        "app.ui.progress_page",
        "ProgressPage",
        lambda page: lambda: bool(page.figures),
    )


def _reprints(session: Session, _files: Path, number: int) -> Done:
    bench = session.bench
    some = [row.id for row in bench.store.queue(bench.layer, limit=100)]
    printed = list(bench.store.reprints.counts(some))
    if printed:
        bench.open_article(printed[number % len(printed)])
        _settle()

    def then(page: Any) -> Done:
        return lambda: page._family is not None and not page.runner.busy and not page._rest.isActive()

    return _open(session, "article.reprints", "app.ui.reprints.panel", "ReprintsPanel", then)


def _near_duplicates(session: Session, _files: Path, _number: int) -> Done:
    """Everything looked at anew, a few articles at a time, as behind an import."""
    from app.store import Store

    store = session.bench.store
    with Store.open(store.path) as other:
        threshold = other.reprints.threshold()
        other.reprints.set_threshold(threshold - 0.01)
    return lambda: store.reprints.left() == 0


def _frames(session: Session, _files: Path, _number: int) -> Done:
    def then(page: Any) -> Done:
        return lambda: not page._listing.running

    return _open(session, "search.quotes", "app.ui.frames.panel", "FramesPanel", then)


def _findings(session: Session, _files: Path, _number: int) -> Done:
    """The check over the corpus, as the queue's filter has it counted."""
    from app.workbench.finding_counts import count_findings

    bench = session.bench
    work = bench.worker.start("", count_findings, bench.store.path, bench.layer, bench.lexicons, bench.knows)
    return lambda: work.finished


def _merge(session: Session, _files: Path, _number: int) -> Done:
    """Two entries, each meant in a hundred articles, become one: an edit of the window's own."""
    from app.workbench.entries import merging
    from tests.benchmarks.corpora import name_somebody

    bench = session.bench
    kept, gone = name_somebody(bench.store, 200)
    begun: list[bool] = []

    def done() -> bool:
        if not begun:
            begun.append(True)
            _press(session, lambda: bench.do(merging(bench, kept, [gone])))
            return False
        return bench.store.entry(gone.id) is None

    return done


JOBS: dict[str, Begin] = {
    "search": _search,
    "import dry run": _look,
    "import": _bring,
    "export": _export,
    "release": _release,
    "near-duplicates": _near_duplicates,
    "reprints": _reprints,
    "statistics": _table("view.stats"),
    "search in annotations": _table("search.annotations"),
    "quotes": _frames,
    "progress": _progress,
    "findings": _findings,
    "merge of entries": _merge,
}
_ONCE = ("findings",)  # what is checked stays so
