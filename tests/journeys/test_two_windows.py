"""Two windows on one project: the second reads, says who has it, and takes over when the first is gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.store import HeldElsewhere, Store
from app.workbench.opening import open_for
from app.workbench.place import Place
from tests.journeys.conftest import OpenReader

ROOT = Path(__file__).parents[2]
SIDE = ".project-0.tawsim.open"


def test_the_second_window_only_reads_and_says_who_has_the_project(open_reader: OpenReader) -> None:
    first = open_reader()
    first.mark("G", "بغداد")
    second = open_reader(project=first.bench.store.path)
    assert second.marks() == [("GPE", "بغداد")]
    assert "sana" in second.said()
    second.go_to("بيروت")
    second.press("G")
    assert second.marks() == [("GPE", "بغداد")]
    assert "sana" in second.said()
    first.bench.put(Place.at(first.find("بيروت").start))
    first.session.window.commands.run("label.GPE")
    assert first.marks() == [("GPE", "بغداد"), ("GPE", "بيروت")]


def test_no_job_of_a_window_that_only_reads_writes(open_reader: OpenReader) -> None:
    first = open_reader()
    second = open_reader(project=first.bench.store.path)
    path = first.bench.store.path
    job = second.bench.worker.start("write", lambda _job: Store.open(path).close())
    assert isinstance(job.future.exception(timeout=10), HeldElsewhere)
    assert first.bench.worker.start("write", lambda _job: Store.open(path).close()).future.exception(10) is None


def test_the_second_window_takes_over_when_the_first_is_gone(open_reader: OpenReader) -> None:
    first = open_reader()
    second = open_reader(project=first.bench.store.path)
    second.session.take_over()
    assert second.session.bench.store.readonly
    first.bench.put(Place.at(first.find("بغداد").start))
    first.session.window.commands.run("label.GPE")
    first.session.close()
    second.session.take_over()
    bench = second.session.bench
    assert not bench.store.readonly
    assert [mark.exact for mark in bench.marks] == ["بغداد"]
    second.session.window.commands.run("edit.undo")
    assert list(bench.marks) == []


def test_nothing_is_left_beside_a_project_that_was_closed(open_reader: OpenReader, tmp_path: Path) -> None:
    reader = open_reader()
    assert (tmp_path / SIDE).exists()
    reader.session.close()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["project-0.tawsim"]


HOLDER = """
import os, sys
from pathlib import Path
from app.workbench.opening import open_for
from app.workbench.place import Place
store = open_for(Path(sys.argv[1]), "ليلى")
print("held" if not store.readonly else "read", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(os.name != "posix", reason="there is no such signal here")
def test_a_killed_window_leaves_no_lock_behind(open_reader: OpenReader, tmp_path: Path) -> None:
    reader = open_reader()
    path = reader.bench.store.path
    reader.session.close()
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "cwd": ROOT, "text": True, "encoding": "utf-8"}
    with subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], **pipes) as holder:  # type: ignore[call-overload]
        assert holder.stdout.readline() == "held\n"
        with open_for(path, "sana") as store:
            assert store.readonly
            assert "ليلى" in str(store.why_readonly)
        holder.send_signal(signal.SIGKILL)
    assert (tmp_path / SIDE).exists(), "the file stays, and nobody holds it"
    with open_for(path, "sana") as store:
        assert not store.readonly
    assert not (tmp_path / SIDE).exists()
