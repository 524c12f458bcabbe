"""A project of many articles: in, out, found, opened; beside a bare sqlite3 + JSON loop over the same lines.

    TAWSIM_BENCH_ARTICLES=100000 pytest tests/benchmarks/test_corpus.py --benchmark-enable

Everything is measured for some of the articles and for all of them, so that one sees what grows. Articles are of
ordinary length (1,800 code points, some 25 entities, 4 quotes and 3 claims), every tenth is a reprint of another.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app import resources
from app.store import Store
from app.ui.application import Session, make_application
from app.ui.hand import wait_until_shown
from app.ui.intake.work import Wanted, bring
from app.workbench.bench import Workbench
from app.workbench.intake import import_files
from app.workbench.outgo import export_jsonl
from app.workbench.reprints import clusters
from tests.benchmarks.bare_sqlite import bare_export, bare_import, bare_plain_import
from tests.benchmarks.corpus_lines import with_reprints, write_lines, write_plain
from tests.benchmarks.timing import Table

ROOT = Path(__file__).parents[2]
ARTICLES = int(os.environ.get("TAWSIM_BENCH_ARTICLES", "1000"))
_QUERIES = ("بغداد", "وزارة المياه", "السدود ارتفع", "مخز", "الناصر", "كلمة لا توجد", "في")
_SWITCHED = 60
_OPENED = 5
_TICK = 0.05  # seconds for which the window may be deaf


@dataclass(slots=True)
class Figures:
    """Seconds by what took them, and other figures by their names, for one size of corpus."""

    count: int
    seconds: dict[str, float] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)

    @contextmanager
    def timed(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - start

    def repeated(self, name: str, acts: list[Callable[[], object]]) -> None:
        """The median and the worst of short acts."""
        taken = []
        for act in acts:
            start = time.perf_counter()
            act()
            taken.append(time.perf_counter() - start)
        self.seconds[name] = statistics.median(taken)
        self.seconds[f"{name}, the longest"] = max(taken)


def test_a_corpus_in_and_out_and_found_again(tmp_path: Path, table: Table):
    sizes = [_measured(count, tmp_path / f"{count}") for count in sorted({min(ARTICLES // 10, 1000), ARTICLES})]
    _tell(table, sizes)


def _measured(count: int, folder: Path) -> Figures:
    folder.mkdir()
    figures = Figures(count)
    lines, plain, project = folder / "lines.jsonl", folder / "plain.jsonl", folder / "p.tawsim"
    with figures.timed("inventing it"):
        write_lines(lines, count)
    write_plain(plain, count)
    _in(figures, folder, lines, plain, project)
    _out(figures, folder, project)
    _indexes(figures, project, count)
    _daily(figures, project)
    figures.others["memory of a process with the project open"] = _memory_of_open(project)
    figures.others["project file"] = f"{project.stat().st_size / 1e6:,.0f} MB"
    figures.others["longest silence of the window during an import"] = _silence(folder, project, count)
    return figures


def _in(figures: Figures, folder: Path, lines: Path, plain: Path, project: Path) -> None:
    with figures.timed("bare: lines with marks in"):
        assert bare_import(lines, folder / "bare.db") == figures.count
    before = _peak_from_now()
    with Store.create(project, resources.codebook()) as store, figures.timed("import with marks"):
        report = import_files(store, [lines], author="sana")
    figures.others["memory that the import took at most"] = _more_than(before)
    assert (report.added, len(report.rejected)) == (figures.count, 0)
    with figures.timed("bare: plain lines in"):
        assert bare_plain_import(plain, folder / "bare-plain.db") == figures.count
    with Store.create(folder / "plain.tawsim", resources.codebook()) as store, figures.timed("import without marks"):
        report = import_files(store, [plain], author="sana")
    assert report.added == figures.count


def _out(figures: Figures, folder: Path, project: Path) -> None:
    with figures.timed("bare: lines out"):
        assert bare_export(folder / "bare.db", folder / "bare.jsonl") == figures.count
    before = _peak_from_now()
    with Store.open(project, readonly=True) as store, figures.timed("export"):
        assert export_jsonl(store, folder / "out.jsonl").lines == figures.count
    figures.others["memory that the export took at most"] = _more_than(before)


def _indexes(figures: Figures, project: Path, count: int) -> None:
    with Store.open(project) as store:
        with figures.timed("search index"):
            while store.index_search():
                pass
        before = _peak_from_now()
        with figures.timed("near-duplicates"):
            found = clusters(store)
        figures.others["memory that near-duplicates took at most"] = _more_than(before)
        refs = {article.id: article.ref for article in store.articles()}
    prints = {article.ref: first or article.ref for article, first in with_reprints(count)}
    together = {refs[article]: number for number, cluster in enumerate(found) for article in cluster}
    meant = [(ref, first) for ref, first in prints.items() if ref != first]
    right = sum(ref in together and together[ref] == together.get(first) for ref, first in meant)
    wrong = sum(len({prints[refs[article]] for article in cluster}) - 1 for cluster in found)
    figures.others["reprints found"] = f"{right} of {len(meant)}; stories wrongly joined: {wrong}"
    assert right > 0.8 * len(meant)
    assert wrong <= 0.01 * len(meant)


def _daily(figures: Figures, project: Path) -> None:
    """What an analyst waits for."""

    def opening() -> None:
        with Store.open(project) as store:
            Workbench(store, author="sana").resume()

    figures.repeated("opening the project", [opening] * _OPENED)
    with Store.open(project) as store:
        bench = Workbench(store, author="sana")
        choose = random.Random(1)
        total = store.queue_count(bench.layer)
        rows = [store.queue(bench.layer, offset=choose.randrange(total), limit=1)[0] for _ in range(_SWITCHED)]
        figures.repeated("switching to another article", [_to(bench, row.id) for row in rows])
        figures.repeated("first page of a search", [_search(store, query) for query in _QUERIES * 3])
        figures.repeated("reprints of an article", [_reprints(store, row.id) for row in rows])
        pages = [_page(store, bench.layer, choose.randrange(total)) for _ in range(_SWITCHED)]
        figures.repeated("a page of the queue", pages)


def _to(bench: Workbench, article: str) -> Callable[[], object]:
    return lambda: bench.open_article(article)


def _search(store: Store, query: str) -> Callable[[], object]:
    return lambda: store.search(query, limit=50)


def _reprints(store: Store, article: str) -> Callable[[], object]:
    return lambda: store.reprints.reprints_of(article)


def _page(store: Store, layer: str, offset: int) -> Callable[[], object]:
    return lambda: store.reprints.counts(row.id for row in store.queue(layer, offset=offset, limit=100))


_OPEN = """
import sys
from pathlib import Path
from app.store import Store
from app.workbench.bench import Workbench
def resident():
    return next(int(line.split()[1]) for line in open("/proc/self/status") if line.startswith("VmRSS")) / 1024
before = resident()
with Store.open(Path(sys.argv[1])) as store:
    bench = Workbench(store, author="sana")
    bench.resume()
    store.queue(bench.layer)
    store.search("بغداد")
    print(f"{before:.0f} MB before, {resident():.0f} MB after")
"""


def _memory_of_open(project: Path) -> str:
    if not Path("/proc/self/status").exists():
        return "not known here"
    return subprocess.run(
        [sys.executable, "-c", _OPEN, str(project)], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.strip()


def _peak_from_now() -> int:
    """Have the system forget the greatest memory so far; what is used now, in KiB (0 where that cannot be asked)."""
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        return 0
    return _peak()


def _peak() -> int:
    status = Path("/proc/self/status").read_text()
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))


def _more_than(before: int) -> str:
    return f"{(_peak() - before) / 1024:.0f} MB" if before else "not known here"


def _silence(folder: Path, project: Path, count: int) -> str:
    """How long the window heard nothing at most while the worker imported a tenth more, and how often too long."""
    more = folder / "more.jsonl"
    write_lines(more, max(count // 10, 50), seed=2)
    text = more.read_text(encoding="utf-8").replace('"doc_id":"', '"doc_id":"more-').replace('"id":"', '"id":"more-')
    more.write_text(text.replace('_ids":["', '_ids":["more-'), encoding="utf-8")
    make_application()
    session = Session(project, author="sana")
    wait_until_shown(session.window)
    for _ in range(50):
        QApplication.processEvents()
    gaps: list[float] = []
    files = session.window.files
    assert files.start("Import", bring, lambda report: None, project, Wanted((more,)), "sana")
    last = time.perf_counter()
    while files.busy:
        QApplication.processEvents()
        now = time.perf_counter()
        gaps.append(now - last)
        last = now
        time.sleep(0.002)
    session.close()
    QApplication.processEvents()
    long = sum(gap > _TICK for gap in gaps)
    return f"{max(gaps) * 1e3:.0f} ms; over 50 ms {long} times in {sum(gaps):.0f} s"


_BARE_OF = {
    "import with marks": "bare: lines with marks in",
    "import without marks": "bare: plain lines in",
    "export": "bare: lines out",
    "search index": "bare: lines with marks in",
    "near-duplicates": "bare: lines with marks in",
}


def _tell(table: Table, sizes: list[Figures]) -> None:
    first, last = sizes[0], sizes[-1]
    table.lines += ["", f"A corpus of {first.count:,} and of {last.count:,} articles"]
    table.lines.append(f"  {'':44}{first.count:>16,}{last.count:>16,}{'growth':>9}{'bare':>8}")
    for name in last.seconds:
        whole = name.startswith("bare") or name in _BARE_OF or name == "inventing it"
        shown = [_rate(each, name) if whole else f"{each.seconds[name] * 1e3:.2f} ms" for each in sizes]
        per = [each.seconds[name] / (each.count if whole else 1) for each in sizes]
        line = f"  {name:44}{shown[0]:>16}{shown[-1]:>16}{per[-1] / per[0]:>8.2f}x"
        if name in _BARE_OF:
            line += f"{last.seconds[name] / last.seconds[_BARE_OF[name]]:>7.2f}x"
        table.lines.append(line)
    for name in last.others:
        table.lines.append(f"  {name}: {first.others[name]} | {last.others[name]}")


def _rate(figures: Figures, name: str) -> str:
    return f"{figures.count / figures.seconds[name]:,.0f}/s"
