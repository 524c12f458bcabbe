"""Files appear whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.exchange import atomic
from app.exchange.atomic import whole_file, whole_folder, write_whole
from app.exchange.errors import CannotWrite

ROOT = Path(__file__).parents[2]


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.fixture(params=["nameless", "named"])
def way(request, monkeypatch) -> str:
    """Both ways to write: with the help of Linux, and as everywhere else."""
    if request.param == "named":
        monkeypatch.setattr(atomic, "_HANDLES", Path("/nowhere"))
    elif not (hasattr(os, "O_TMPFILE") and Path("/proc/self/fd").is_dir()):
        pytest.skip("needs nameless files")
    return request.param


def test_a_file_is_there_when_it_is_whole(tmp_path, way):
    path = tmp_path / "خبر.jsonl"
    with whole_file(path) as file:
        file.write(b"new")
        assert not path.exists()
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["خبر.jsonl"]


def test_it_takes_the_place_of_an_older_one(tmp_path, way):
    path = tmp_path / "a.jsonl"
    path.write_text("old")
    write_whole(path, "جديد")
    assert path.read_text(encoding="utf-8") == "جديد"
    assert names(tmp_path) == ["a.jsonl"]


def test_a_failure_leaves_the_older_one_and_nothing_else(tmp_path, way):
    path = tmp_path / "a.jsonl"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), whole_file(path) as file:
        file.write(b"half")
        raise ZeroDivisionError
    assert path.read_text() == "old"
    assert names(tmp_path) == ["a.jsonl"]


def test_others_may_read_it_as_any_file_of_the_user(tmp_path, way):
    plain = tmp_path / "plain"
    plain.write_text("x")
    write_whole(tmp_path / "whole", "x")
    assert (tmp_path / "whole").stat().st_mode == plain.stat().st_mode


def test_a_link_to_a_file_stays_a_link(tmp_path, way):
    (tmp_path / "real.jsonl").write_text("old")
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "real.jsonl")
    write_whole(tmp_path / "link.jsonl", "new")
    assert (tmp_path / "link.jsonl").is_symlink()
    assert (tmp_path / "real.jsonl").read_text() == "new"


@pytest.mark.parametrize("name", ["no/such/folder/a.jsonl", "folder"])
def test_a_place_that_cannot_be_written_is_told_in_a_sentence(tmp_path, way, name):
    (tmp_path / "folder").mkdir()
    with pytest.raises(CannotWrite, match="cannot be written: "):
        write_whole(tmp_path / name, "x")
    assert names(tmp_path) == ["folder"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_in_a_sentence(tmp_path, way, monkeypatch):
    monkeypatch.setattr(atomic, "_open_beside", lambda path: (open("/dev/full", "wb"), None))  # noqa: PTH123, SIM115
    with pytest.raises(CannotWrite, match="No space left"):
        write_whole(tmp_path / "a", "x" * 100_000)
    assert names(tmp_path) == []


@pytest.mark.skipif(not hasattr(os, "O_TMPFILE"), reason="needs nameless files")
def test_a_killed_process_leaves_nothing(tmp_path):
    script = (
        "import pathlib, sys, time\nfrom app.exchange.atomic import whole_file\n"
        "with whole_file(pathlib.Path(sys.argv[1])) as file:\n"
        "    file.write(b'half' * 100_000); file.flush(); print('half', flush=True); time.sleep(60)\n"
    )
    path = tmp_path / "out" / "a.jsonl"
    path.parent.mkdir()
    with subprocess.Popen([sys.executable, "-c", script, path], cwd=ROOT, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"half\n"
        os.kill(child.pid, signal.SIGKILL)
    assert names(path.parent) == []


def killed_half_way(path: Path, how: str) -> None:
    """Let another process begin to write there, and kill it."""
    script = (
        "import pathlib, sys, time\nfrom app.exchange import atomic\natomic._HANDLES = pathlib.Path('/nowhere')\n"
        f"with atomic.{how}(pathlib.Path(sys.argv[1])): print('half', flush=True); time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script, path], cwd=ROOT, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"half\n"
        os.kill(child.pid, signal.SIGKILL)


@pytest.mark.skipif(sys.platform == "win32", reason="needs locks on files")
def test_what_a_killed_process_left_is_thrown_away_by_the_next(tmp_path):
    killed_half_way(tmp_path / "a.jsonl", "whole_file")
    killed_half_way(tmp_path / "release", "whole_folder")
    assert [name[-5:] for name in names(tmp_path)] == [".part", ".part"]
    with whole_folder(tmp_path / "other"):
        pass
    write_whole(tmp_path / "a.jsonl", "whole")
    assert names(tmp_path) == ["a.jsonl", "other"]


def test_what_another_writes_at_the_same_time_stays_and_so_does_what_is_not_ours(tmp_path):
    (tmp_path / ".film.part").mkdir()
    (tmp_path / ".a.jsonl.mine").touch()
    with whole_folder(tmp_path / "one") as one:
        (one / "x").write_text("x")
        with whole_folder(tmp_path / "two"), whole_file(tmp_path / "a.jsonl") as file:
            file.write(b"a")
        assert (one / "x").exists()
    assert names(tmp_path) == [".a.jsonl.mine", ".film.part", "a.jsonl", "one", "two"]


def test_an_earlier_folder_that_a_killed_process_had_set_aside_goes_when_a_whole_one_is_there(tmp_path):
    with whole_folder(tmp_path / "one"):
        pass
    (tmp_path / "one").rename(tmp_path / ".one.1.old")
    with whole_folder(tmp_path / "one"):
        pass
    assert names(tmp_path) == ["one"]
