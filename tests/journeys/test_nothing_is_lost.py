"""What the window has acknowledged is on disk, whatever happens next."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from app import resources
from app.domain.article import new_article
from app.store import DiskFull, Store
from app.workbench.actions.marking import mark
from app.workbench.bench import Workbench
from app.workbench.place import Place
from tests.journeys.conftest import TEXT, OpenReader, Reader
from tests.store.making import undo_title

ROOT = Path(__file__).parents[2]


def test_undo_of_everything_is_the_start_and_redo_of_everything_the_end(reader: Reader) -> None:
    reader.mark("G", "بيروت")
    reader.press("[", "R", "O")
    reader.go_to("مستعدة")
    reader.press("Q", "U", "Return", "S", "0", "C", "M", "Y")
    end = list(reader.bench.marks)
    done = 0
    while undo_title(reader.bench.store, "sana"):
        reader.press("Ctrl+Z")
        done += 1
    assert done == 9
    assert list(reader.bench.marks) == []
    assert reader.bench.progress.status == "new"
    for _ in range(done):
        reader.press("Ctrl+Y")
    assert list(reader.bench.marks) == end


def test_memory_is_what_the_tables_say(reader: Reader) -> None:
    reader.mark("G", "بيروت")
    reader.go_to("مؤمّن")
    reader.press("Q", "U", "Return", "Ctrl+Z", "S", "0", "Del", "Ctrl+Z", "C")
    bench = reader.bench
    assert bench.article is not None
    stored = bench.store.annotations(bench.article.id, "sana")
    assert sorted(stored, key=lambda mark: mark.order) == list(bench.marks)
    assert {link.id for link in bench.store.links(bench.article.id, "sana")} == {
        link.id for link in bench.marks.links()
    }


def test_undo_survives_a_restart(open_reader: OpenReader) -> None:
    first = open_reader()
    first.mark("G", "بيروت")
    first.mark("G", "بغداد")
    path = first.bench.store.path
    first.session.close()
    second = open_reader(project=path)
    assert second.marks() == [("GPE", "بغداد"), ("GPE", "بيروت")]
    second.press("Ctrl+Z", "Ctrl+Z")
    assert second.marks() == []
    second.press("Ctrl+Y")
    assert second.marks() == [("GPE", "بيروت")]


def test_undo_goes_to_the_article_that_it_changes(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT, "وصل وفد إلى دمشق.")
    first = reader.bench.article
    reader.mark("G", "بيروت")
    reader.press("Ctrl+PgDown")
    assert reader.bench.article != first
    reader.press("Ctrl+Z")
    assert reader.bench.article == first
    assert reader.marks() == []


def test_a_full_disk_changes_nothing_and_says_so(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.mark("G", "بيروت")

    def full(*_: object) -> None:
        raise DiskFull(
            "{path} could not be written: the disk is full. Make room, then repeat the step.", path="project"
        )

    monkeypatch.setattr(reader.bench.store, "write", full)
    reader.go_to("بغداد")
    reader.press("G")
    assert reader.marks() == [("GPE", "بيروت")]
    assert "project" in reader.said()
    assert reader.session.window.status.saved.objectName() == "grave"
    monkeypatch.undo()
    reader.press("G")
    assert reader.marks() == [("GPE", "بغداد"), ("GPE", "بيروت")]
    assert reader.session.window.status.saved.objectName() == ""


def test_what_another_program_marks_is_found(open_reader: OpenReader) -> None:
    """A command may write beside the window, since it does not hold the project."""
    reader = open_reader()
    assert reader.bench.article is not None
    with Store.open(reader.bench.store.path) as store:
        other = Workbench(store, author="sana")
        other.open_article(reader.bench.article.id)
        other.put(Place.at(reader.find("بغداد").start))
        mark(other, "entity", "GPE")
        reader.go_to("بيروت")
        reader.press("G")
        assert reader.marks() == [("GPE", "بغداد")], "refused once, for the article was begun elsewhere"
        assert reader.said()
        reader.press("G")
        assert reader.marks() == [("GPE", "بغداد"), ("GPE", "بيروت")]
        other.undo()
        other.undo()
    assert list(other.marks) == []
    reader.press("Del")
    assert reader.marks() == []


def test_a_choice_that_cannot_be_written_is_told(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.go_to("مستعدة")
    reader.press("Q", "U")

    def full(*_: object) -> None:
        raise DiskFull("{path}: the disk is full.", path="project")

    monkeypatch.setattr(reader.bench.store, "write", full)
    reader.press("Return")
    assert reader.marks("cue") == [("cue", "قال")]
    assert reader.filled(reader.focused(), "cue") == ["قال"]
    assert "project" in reader.said()


def test_a_search_that_cannot_be_made_is_told(reader: Reader) -> None:
    for end in ("", "-wal", "-shm"):
        Path(f"{reader.bench.store.path}{end}").unlink(missing_ok=True)
    queue = reader.session.window.queue
    queue.search.setText("بغداد")
    queue.search.returnPressed.emit()
    assert queue.model.rowCount() == 0
    assert reader.said()
    reader.session.window.open_palette().field.setText("بغداد")


_WORKER = """
import sys
from pathlib import Path
from app.ui.application import Session, make_application
from app.ui.hand import Hand, wait_until_shown
make_application()
session = Session(Path(sys.argv[1]), author="sana")
wait_until_shown(session.window)
hand = Hand(session.window)
for key in ["Home", *["G", "Left"] * 40]:
    hand.press(key)
    print(len(session.bench.marks), flush=True)
sys.stdin.read()
"""


@pytest.mark.slow
@pytest.mark.parametrize("after", [3, 17, 40, 80])
def test_a_killed_window_loses_nothing_that_it_showed(tmp_path: Path, after: int) -> None:
    project = tmp_path / "killed.tawsim"
    with Store.create(project, resources.codebook()) as store:
        store.add_article(new_article("article", TEXT))
    child = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(_WORKER), str(project)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
    )
    assert child.stdout is not None and child.stdin is not None
    acknowledged = 0
    for _ in range(after):
        acknowledged = int(child.stdout.readline())
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    child.stdin.close()
    with Store.open(project) as store:
        assert store.integrity() == []
        article = next(store.articles())
        kept = store.annotations(article.id, "sana")
        assert len(kept) >= acknowledged > 0
        while undo_title(store, "sana"):
            assert store.undo("sana", _stamp()) is not None
        assert store.annotations(article.id, "sana") == []


def _stamp() -> object:
    from app.store import Stamp

    return Stamp("sana", "sana", "2026-11-23T09:00:00Z", 1)
