"""What a killed export leaves is cleared by the next one; what still runs, or is somebody else's, is not touched."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.exchange.atomic import whole_file, whole_folder
from app.exchange.leftovers import clear, mine

ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(os.name != "posix", reason="there is no such signal here")

KILLED = """
import os, signal, sys
from pathlib import Path
from app.exchange import atomic
path, moment = Path(sys.argv[1]), sys.argv[2]
rename = Path.rename
def die(self, target):
    if moment == "between" and self.suffix == ".part":
        os.kill(os.getpid(), signal.SIGKILL)
    return rename(self, target)
Path.rename = die
with atomic.whole_folder(path) as folder:
    (folder / "a.txt").write_text("new")
    if moment == "while":
        os.kill(os.getpid(), signal.SIGKILL)
"""


def killed(path: Path, moment: str) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(path), moment], cwd=ROOT)
    assert done.returncode == -signal.SIGKILL


@posix
def test_the_next_export_clears_what_a_killed_one_left(tmp_path):
    killed(tmp_path / "out", "while")
    assert [each.suffix for each in tmp_path.iterdir()] == [".part"]
    with whole_file(tmp_path / "other.txt") as file:
        file.write(b"x")
    assert [each.name for each in tmp_path.iterdir()] == ["other.txt"]


@posix
def test_an_export_that_was_killed_between_two_names_gives_the_old_one_back(tmp_path):
    with whole_folder(tmp_path / "out") as folder:
        (folder / "a.txt").write_text("old")
    killed(tmp_path / "out", "between")
    assert not (tmp_path / "out").exists()
    clear(tmp_path)
    assert (tmp_path / "out" / "a.txt").read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]


def test_what_still_runs_or_is_somebody_elses_stays(tmp_path):
    running = tmp_path / f"{mine()}.x.part"
    elsewhere = tmp_path / ".tawsim-00000000-1.x.part"
    own = tmp_path / ".thesis.part"
    for each in (running, elsewhere, own):
        each.mkdir()
    clear(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted((running, elsewhere, own))


@posix
def test_a_link_in_the_place_of_a_leftover_is_not_followed(tmp_path):
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "thesis.txt").write_text("years")
    folder = tmp_path / "out"
    folder.mkdir()
    name = mine().rpartition("-")[0]
    (folder / f"{name}-999999999.x.part").symlink_to(precious)
    clear(folder)
    assert list(folder.iterdir()) == []
    assert (precious / "thesis.txt").read_text() == "years"
