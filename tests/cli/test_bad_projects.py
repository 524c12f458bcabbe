"""A project that cannot be used gets one clear sentence and the exit status 3, whatever was asked of it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.store import Store
from app.store.schema import VERSION
from tests.cli.conftest import NEWS, ROOT, Disk, Say, gold, type_

COMMANDS = {
    "import": ("import", "p.tawsim", "a.txt"),
    "rehearse": ("import", "p.tawsim", "a.txt", "--dry-run"),
    "export": ("export", "p.tawsim", "out.jsonl"),
    "info": ("info", "p.tawsim"),
    "check": ("check", "p.tawsim"),
}
every_command = pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)


def text(path: Path) -> None:
    path.write_text(NEWS, encoding="utf-8")


def empty(path: Path) -> None:
    path.touch()


def folder(path: Path) -> None:
    path.mkdir()


def other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE bookmark (address TEXT)")


def newer(path: Path) -> None:
    from app import resources

    Store.create(path, resources.codebook()).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def missing(path: Path) -> None:
    assert not path.exists()


BAD: dict[Callable[[Path], None], str] = {
    text: "is not a Tawsim project.",
    empty: "is not a Tawsim project.",
    folder: "is not a Tawsim project.",
    other_database: "is not a Tawsim project.",
    newer: f"was made by a newer Tawsim (format 99, this one knows {VERSION}). Install the newer Tawsim to open it.",
    missing: "There is no project at",
}
every_bad_project = pytest.mark.parametrize(("make", "said"), BAD.items(), ids=[make.__name__ for make in BAD])


@every_command
@every_bad_project
def test_it_is_refused_in_words(
    say: Say, here: Path, make: Callable[[Path], None], said: str, words: tuple[str, ...]
) -> None:
    text(here / "a.txt")
    make(here / "p.tawsim")
    heard = say(*words)
    assert heard.status == 3
    assert said in heard.err
    assert str(here / "p.tawsim") in heard.err
    assert not (here / "out.jsonl").exists()


@every_bad_project
def test_the_window_refuses_it_in_the_same_words(here: Path, make: Callable[[Path], None], said: str) -> None:
    make(here / "p.tawsim")
    heard = type_("p.tawsim", timeout=60)
    assert heard.status == 3
    assert said in heard.err


def test_a_damaged_project_is_told(say: Say, project: Path) -> None:
    gold(project)
    with project.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(16 * 4096))
    heard = say("check", project)
    assert heard.status in (1, 3)
    assert "damaged" in heard.out + heard.err


def said_by_the_window(disk: Disk) -> tuple[bool, str]:
    """Whether the window of the project on the disk only reads, and the project that its status line names as why."""
    source = """if True:
        from pathlib import Path
        from app.ui.application import Session, make_application
        make_application()
        session = Session(Path("p.tawsim"), author="sana")
        print(session.bench.store.readonly, "p.tawsim" * ("p.tawsim" in session.window.status.message.text()))
        session.close()
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", source], cwd=disk.place, env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    reads, named = done.stdout.split()
    return reads == "True", named


class TestOnADiskThatCannotBeWritten:
    @pytest.fixture(autouse=True)
    def disk_with_a_project(self, project: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> Disk:
        gold(project)
        text(disk.place / "a.txt")
        shutil.copy(project, disk.place / "p.tawsim")
        disk.turn_read_only()
        monkeypatch.chdir(disk.place)
        return disk

    @pytest.mark.parametrize("name", ["rehearse", "info", "check"])
    def test_it_can_be_read(self, say: Say, name: str) -> None:
        assert say(*COMMANDS[name]).status == 0

    def test_it_can_be_exported_to_another_disk(self, say: Say, here: Path) -> None:
        assert say("export", "p.tawsim", here / "out.jsonl").status == 0

    def test_an_import_is_refused(self, say: Say) -> None:
        heard = say(*COMMANDS["import"])
        assert heard.status == 3
        assert "p.tawsim cannot be written." in heard.err

    def test_an_export_beside_it_is_refused(self, say: Say) -> None:
        heard = say(*COMMANDS["export"])
        assert heard.status == 3
        assert "out.jsonl cannot be written: Read-only file system." in heard.err

    def test_a_new_project_beside_it_is_refused(self, say: Say) -> None:
        heard = say("new", "q.tawsim")
        assert heard.status == 3
        assert "q.tawsim cannot be written." in heard.err

    def test_the_window_opens_it_for_reading_and_says_why(self, disk: Disk) -> None:
        assert said_by_the_window(disk) == (True, "p.tawsim")

    def test_the_demo_refuses_to_write_there(self, disk: Disk) -> None:
        heard = type_("demo", "--out", ".", cwd=disk.place, timeout=60)
        assert heard.status == 3

    def test_rejected_lines_of_a_file_there_are_left_beside_the_project(self, say: Say, project: Path) -> None:
        heard = say("import", project, "--format", "jsonl", "a.txt", "--json")
        assert heard.status == 1
        assert heard.json["rejects_files"] == [str(project.with_name("a.rejected.jsonl"))]


class TestOnAFullDisk:
    @pytest.fixture(autouse=True)
    def disk_with_a_project(self, project: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch) -> Disk:
        gold(project)
        shutil.copy(project, disk.place / "p.tawsim")
        monkeypatch.chdir(disk.place)
        return disk

    def test_an_import_that_does_not_fit_says_so_and_leaves_a_sound_project(self, say: Say, here: Path) -> None:
        (here / "a.txt").write_text(NEWS * 5000, encoding="utf-8")
        heard = say("import", "p.tawsim", here / "a.txt")
        assert heard.status == 3
        assert "There is no room to write" in heard.err
        assert "Free some space" in heard.err
        assert say("check", "p.tawsim").status == 0
        assert say("info", "p.tawsim", "--json").json["articles"] == 1

    def test_an_export_that_does_not_fit_leaves_no_file(self, say: Say, disk: Disk) -> None:
        disk.fill()
        heard = say("export", "p.tawsim", "out.jsonl")
        assert heard.status == 3
        assert "out.jsonl cannot be written: No space left on device." in heard.err
        assert not list(Path.cwd().glob("*out*"))

    def test_a_new_project_that_does_not_fit_is_not_made(self, say: Say, disk: Disk) -> None:
        disk.fill()
        heard = say("new", "q.tawsim")
        assert heard.status == 3
        assert "There is no room to write" in heard.err
        assert {file.name for file in Path.cwd().iterdir()} == {"p.tawsim", "ballast"}

    def test_the_window_opens_it_for_reading_and_says_why(self, disk: Disk) -> None:
        disk.fill()
        assert said_by_the_window(disk) == (True, "p.tawsim")


@pytest.mark.skipif(os.name != "posix", reason="there are no such limits here")
class TestWhereFilesMayNotGrow:
    """A used-up quota, for those who cannot mount a disk of their own."""

    @staticmethod
    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))

    def test_an_import_says_so_and_leaves_a_sound_project(self, say: Say, project: Path) -> None:
        Path("a.txt").write_text(NEWS * 5000, encoding="utf-8")
        heard = type_("import", project, "a.txt", preexec_fn=self.limit)
        assert heard.status == 3
        assert "There is no room to write" in heard.err
        assert say("check", project).status == 0
        assert say("info", project, "--json").json["articles"] == 0

    def test_an_export_says_so_and_leaves_no_file(self, say: Say, project: Path) -> None:
        gold(project, text=NEWS * 1000)
        heard = type_("export", project, "out.jsonl", preexec_fn=self.limit)
        assert heard.status == 3
        assert "out.jsonl cannot be written: File too large." in heard.err
        assert not list(Path.cwd().glob("*out*"))


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="needs signals")
def test_ctrl_c_during_an_import_leaves_whole_articles(say: Say, project: Path) -> None:
    with Path("many.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": str(number), "text": f"{number} {NEWS}"}) + "\n" for number in range(40_000))
    words = [sys.executable, "-m", "app", "import", str(project), "many.jsonl"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(words, env=environment, stdout=-1, stderr=-1, encoding="utf-8") as child:
        while _articles(project) == 0:
            assert child.poll() is None
            time.sleep(0.01)
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=60)
    assert (child.returncode, out) == (130, "")
    assert err.strip() == "tawsim: Stopped; what was finished by then is kept."
    came = _articles(project)
    assert 0 < came < 40_000
    assert say("check", project).status == 0
    assert sorted(file.name for file in project.parent.iterdir() if "rejected" in file.name) == []


def _articles(project: Path) -> int:
    with Store.open(project, readonly=True) as store:
        return store.counts()["articles"]
