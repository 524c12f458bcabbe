"""Files that a process of its own reads come in as if they had been read here; one that dies takes no other with it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from app import resources
from app.domain.article import Article
from app.exchange.crossing import taken, unpacked
from app.exchange.format import Arrival, Source
from app.exchange.formats import format_named
from app.store import Store
from app.suggest.zoning import Rule
from app.workbench import reading_apart
from app.workbench.filereading import Here, Request, Wishes
from app.workbench.intake import Report, import_files
from app.workbench.messages import SOME, packed_wishes, taken_wishes
from app.workbench.outgo import export_jsonl
from app.workbench.reader_process import _messages
from app.workbench.reading_apart import Apart, ReadingStopped, reader_for
from app.workbench.zoning import Learned, zoned
from tests.benchmarks.corpus_lines import write_lines, write_plain
from tests.exchange.breaking import break_all, sound

ROOT = Path(__file__).parents[2]
WISHES = Wishes(resources.codebook(), None, {}, Learned({}))


@pytest.fixture
def apart(monkeypatch):
    monkeypatch.setattr(reading_apart, "_WORTH_IT", 0)


@pytest.fixture
def reader():
    made = Apart(WISHES)
    yield made
    made.close()


def lines(path: Path, count: int) -> Request:
    write_lines(path, count)
    return Request(Source.of(path), format_named("tawsim"), {})


def brought(folder: Path, name: str, **options: object) -> tuple[Report, list[object]]:
    """The report of bringing in a folder, and what the project then has of it but for what is new each time."""
    path = folder.parent / f"{name}.tawsim"
    with Store.create(path, resources.codebook()) as store:
        report = import_files(store, [folder], author="a1", **options)  # type: ignore[arg-type]
        kept = [(each.ref, each.text, each.title, each.meta, each.zones) for each in store.articles()]
        export_jsonl(store, path.with_suffix(".jsonl"))
    return report, [kept, path.with_suffix(".jsonl").read_bytes()]


def without_paths(report: Report) -> list[object]:
    troubles = [(each.file, each.line, each.reason) for each in report.rejected]
    notes = [(each.file, each.line, str(each.note)) for each in report.notes]
    return [report.added, report.pages, report.marks, report.twins, report.files, report.previews, troubles, notes]


@pytest.mark.parametrize("dry_run", [False, True])
def test_every_kind_of_file_comes_in_alike(inbox, monkeypatch, dry_run):
    for name, content in sound().items():
        (inbox / name).write_bytes(content)
    break_all(inbox)
    write_lines(inbox / "marked.jsonl", 50)
    write_plain(inbox / "plain.jsonl", 90)
    here, there = [], []
    for kept, worth_it in ((here, 1 << 60), (there, 0)):
        monkeypatch.setattr(reading_apart, "_WORTH_IT", worth_it)
        report, has = brought(inbox, str(worth_it), dry_run=dry_run)
        kept += [without_paths(report), has[0], has[1] if dry_run else has[1].count(b"\n")]  # type: ignore[attr-defined]
        for left in inbox.parent.glob("*.rejected*"):
            left.unlink() if left.is_file() else None
    assert there == here
    assert there[0][0] > 90


def test_few_files_are_read_here():
    assert isinstance(reader_for(10_000, WISHES), Here)


def test_where_no_process_can_be_started_files_are_read_here(inbox, monkeypatch, apart):
    monkeypatch.setattr(reading_apart.sys, "executable", str(inbox / "no-python"))
    (inbox / "a.txt").write_text("خبر واحد", encoding="utf-8")
    assert brought(inbox, "p")[0].added == 1


def test_one_that_dies_costs_the_file_it_was_at(inbox, reader):
    for name in ("a", "b"):
        reader.ask(lines(inbox / f"{name}.jsonl", 900))
    first = reader.arrivals(set())
    next(first)
    os.kill(reader._process.pid, signal.SIGKILL)
    with pytest.raises(ReadingStopped, match=r"a\.jsonl: the program that reads the files ended in the midst"):
        list(first)
    made_with: set[tuple[str, int]] = set()
    assert len(list(reader.arrivals(made_with))) == 900
    assert made_with


def test_what_had_come_before_it_died_is_in_the_project(inbox, monkeypatch, apart):
    write_lines(inbox / "a.jsonl", 900)
    (inbox / "b.txt").write_text("خبر واحد", encoding="utf-8")
    readers: list[Apart] = []

    class Watched(Apart):
        def __init__(self, wishes: Wishes) -> None:
            super().__init__(wishes)
            readers.append(self)

    def kill_once(done: int, total: int) -> None:
        process = readers[0]._process
        if len(readers) == 1 and process is not None:
            readers.append(readers[0])
            os.kill(process.pid, signal.SIGKILL)

    monkeypatch.setattr(reading_apart, "Apart", Watched)
    report, _ = brought(inbox, "p", report=kill_once)
    (rejected,) = report.rejected
    assert (rejected.file.name, rejected.line) == ("a.jsonl", None)
    assert 1 <= report.files[0].added < 900
    assert report.files[1].added == 1


def test_no_process_is_left_when_an_import_is_stopped(inbox, monkeypatch, apart):
    write_plain(inbox / "a.jsonl", 2000)
    pids: list[int] = []
    start = Apart._start

    def started(reader: Apart) -> None:
        start(reader)
        assert reader._process is not None
        pids.append(reader._process.pid)

    monkeypatch.setattr(Apart, "_start", started)
    report, _ = brought(inbox, "p", cancelled=lambda: True)
    assert report.cancelled
    (pid,) = pids
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_what_nobody_foresaw_stops_the_import_and_says_where(inbox, reader):
    path = inbox / "a.csv"
    path.write_text("id,text\n1,نص\n", encoding="utf-8")
    reader.ask(Request(Source.of(path), format_named("tawsim"), {}))
    reader.ask(Request(Source.of(path), format_named("csv"), {"text": 7}))  # type: ignore[dict-item]
    assert [str(each.found)[:20] for each in reader.arrivals(set())] == ["Not valid JSON at co"] * 2
    with pytest.raises(RuntimeError, match=r"a\.csv: Traceback"):
        list(reader.arrivals(set()))


def test_a_file_that_vanishes_is_told(inbox, reader):
    reader.ask(Request(Source.of(inbox / "gone.jsonl"), format_named("tawsim"), {}))
    with pytest.raises(Exception, match="There is no file"):
        list(reader.arrivals(set()))


def test_what_a_project_wishes_arrives_with_what_it_has_learned():
    learned = Learned({"وكالة": [Rule("byline", 1, "W W", "من")]})
    wishes = replace(WISHES, layer="gold", names={"PER": "PERS"}, learned=learned)
    there = taken_wishes(unpacked(packed_wishes(wishes)))
    assert there.learned is not None
    assert there.learned.rules("وكالة") == learned.rules("وكالة")
    assert (there.codebook, there.layer, there.names) == (wishes.codebook, "gold", {"PER": "PERS"})


def test_zones_are_found_by_whoever_has_time(inbox):
    write_plain(inbox / "a.jsonl", 30)
    request = Request(Source.of(inbox / "a.jsonl"), format_named("jsonl"), {})

    def read(has_time: bool) -> list[Arrival]:
        messages = map(unpacked, _messages(request, WISHES, lambda: has_time))
        return [taken(each, WISHES.codebook) for kind, told in messages if kind == SOME for each in told]

    busy, idle = read(False), read(True)
    assert [each.zoned for each in busy] == [None] * 30
    there = [each.zoned.zones for each in idle if each.zoned is not None]
    assert there == [zoned(each.found, Learned({})).zones for each in busy if isinstance(each.found, Article)]
    assert any(there)


def test_it_ends_with_who_started_it():
    code = (
        "import time; from tests.workbench.test_reading_apart import WISHES; "
        "from app.workbench.reading_apart import Apart; reader = Apart(WISHES); "
        "print(reader._process.pid, flush=True); time.sleep(600)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=ROOT) as started:
        assert started.stdout is not None
        reader = int(started.stdout.readline())
        started.kill()
    for _ in range(300):
        if not Path(f"/proc/{reader}").exists() or "Z (" in Path(f"/proc/{reader}/status").read_text():
            break
        time.sleep(0.1)
    else:
        pytest.fail("the reader is still there")
