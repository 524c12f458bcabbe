"""Faults of disks, clocks and neighbours: a sentence each, nothing lost, and work goes on."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.domain.edit import making as making_edit
from app.store import (
    HeldElsewhere,
    Hold,
    Holder,
    NewerProject,
    NotAProject,
    OnShare,
    ProjectBusy,
    ProjectMissing,
    ReadOnlyProject,
    Store,
    StoreError,
    StoreTrouble,
)
from app.store import opening as store_opening
from app.store.shares import share_of
from app.workbench import opening
from app.workbench.opening import open_for
from tests.store.making import content, mark, redo_title, stamp, undo_title

ROOT = Path(__file__).parents[2]


class FailingCursor(sqlite3.Cursor):
    """A disk that fails with every statement from a given one on, until it is mended."""

    def execute(self, sql, *arguments):
        self.connection.fail(sql)
        return super().execute(sql, *arguments)

    def executemany(self, sql, *arguments):
        self.connection.fail(sql)
        return super().executemany(sql, *arguments)


class FailingConnection(sqlite3.Connection):
    left = -1

    def cursor(self, factory=FailingCursor):
        return super().cursor(factory)

    def execute(self, sql, *arguments):
        return self.cursor().execute(sql, *arguments)

    def executemany(self, sql, *arguments):
        return self.cursor().executemany(sql, *arguments)

    def fail(self, sql):
        if sql.startswith("ROLLBACK"):
            return
        if self.left == 0:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
            raise error
        self.left -= 1


@pytest.fixture
def failing(path, store, article, monkeypatch):
    """A store on a disk that can be made to fail."""
    store.close()

    def connect(path, mode, *, immutable=False):
        return sqlite3.connect(
            f"{path.resolve().as_uri()}?mode={mode}", uri=True, isolation_level=None, factory=FailingConnection
        )

    monkeypatch.setattr(store_opening, "connect", connect)
    with Store.open(path) as opened:
        yield opened


def test_an_input_or_output_error_at_any_statement_changes_nothing(failing, path, article):
    """The disk fails at the first, the second ... statement of an edit, until the edit needs no more of them."""
    connection = failing._file.connection
    made, said = 0, set()
    for number in range(40):
        edit = making_edit("Mark", mark(article, 0, 4, id_=f"m{number}"))
        connection.left = number
        try:
            failing.write(edit, stamp())
        except StoreTrouble as error:
            said.add(str(error))
            connection.left = -1
            assert len(failing.annotations(article.id, "a1")) == made
            failing.write(edit, stamp())
            made += 1
        else:
            made += 1
            break
    else:
        pytest.fail("the disk never failed")
    connection.left = -1
    assert len(said) == 1
    assert "disk I/O error" in said.pop()
    assert made > 3
    assert len(failing.annotations(article.id, "a1")) == made == failing.counts()["edits"]
    assert failing.integrity() == []
    while failing.undo("a1", stamp()):
        pass
    assert content(path)["annotation"] == []


def test_a_drive_that_vanishes_loses_nothing_and_is_told(path, store, article, tmp_path):
    store.write(making_edit("Mark", mark(article, 0, 4)), stamp())
    away = tmp_path / "away"
    away.mkdir()
    for each in list(path.parent.glob(f"{path.name}*")):
        each.rename(away / each.name)
    with pytest.raises(ProjectMissing, match="moved, renamed or replaced"):
        store.write(making_edit("Mark", mark(article, 5, 9)), stamp())
    for each in away.iterdir():
        each.rename(path.parent / each.name)
    store.write(making_edit("Mark", mark(article, 5, 9)), stamp())
    assert len(store.annotations(article.id, "a1")) == 2
    assert store.integrity() == []


def test_another_process_that_writes_for_long_is_named(path, store, article, monkeypatch):
    store._file.value("PRAGMA busy_timeout = 10")
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ProjectBusy, match="another window or program"):
            store.write(making_edit("Mark", mark(article, 0, 4)), stamp())
        other.execute("ROLLBACK")
    store.write(making_edit("Mark", mark(article, 0, 4)), stamp())
    assert store.counts()["edits"] == 1


def test_a_clock_that_jumps_back_changes_no_order(store, article):
    """Undo goes by the order of the journal, and ids need only differ."""
    for minute in (30, 20, 10):
        store.write(making_edit(f"Mark {minute}", mark(article, 0, 4, id_=f"m{minute}")), stamp(minute=minute))
    assert [each.title for each in store.journal()] == ["Mark 10", "Mark 20", "Mark 30"]
    assert undo_title(store, "a1") == "Mark 10"
    store.undo("a1", stamp(minute=0))
    assert [each.id for each in store.annotations(article.id, "a1")] == ["m20", "m30"]
    assert redo_title(store, "a1") == "Mark 10"


def test_ids_differ_when_the_clock_jumps_back(monkeypatch):
    from app.domain.ids import new_id

    times = iter([5_000_000_000, 1_000_000_000] * 50)
    monkeypatch.setattr(time, "time_ns", lambda: next(times))
    assert len({new_id() for _ in range(100)}) == 100


def test_a_newer_project_is_refused_and_not_touched(path, store):
    store.close()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = path.read_bytes()
    for how in (Store.open, lambda path: open_for(path, "sana")):
        with pytest.raises(NewerProject, match="newer Tawsim"):
            how(path)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("where", [0, 100, 4096, 0.3, 0.7, 0.99])
def test_a_truncated_project_is_a_sentence_unless_nothing_stood_there(path, store, article, where):
    store.close()
    os.truncate(path, int(where if where >= 1 else where * path.stat().st_size))
    with contextlib.suppress(StoreError), open_for(path, "sana") as opened:
        assert opened.integrity() or list(opened.articles()) == [article]


def test_a_project_on_a_share_is_opened_for_reading_and_says_so(path, store, article, monkeypatch):
    store.close()
    monkeypatch.setattr(opening, "share_of", lambda path: "nfs4")
    with open_for(path, "sana") as opened:
        assert opened.article(article.id) == article
        with pytest.raises(OnShare, match=r"network share \(nfs4\)"):
            opened.write(making_edit("Mark", mark(article, 0, 4)), stamp())


MOUNTS = """22 1 0:21 / / rw - ext4 /dev/vda rw
30 22 0:30 / {place} rw - nfs4 server:/news rw
31 22 0:31 / {other} rw - ext4 /dev/vdb rw
"""


def test_the_file_system_that_is_mounted_last_and_deepest_counts(tmp_path):
    place, other = tmp_path / "with space", tmp_path / "with space" / "disk"
    other.mkdir(parents=True)
    mounts = MOUNTS.format(place=str(place).replace(" ", "\\040"), other=str(other).replace(" ", "\\040"))
    assert share_of(place / "a.tawsim", mounts) == "nfs4"
    assert share_of(other / "a.tawsim", mounts) is None
    assert share_of(tmp_path / "a.tawsim", mounts) is None
    assert share_of(tmp_path / "a.tawsim", "nonsense\n\n1 2 3") is None
    assert share_of(tmp_path / "a.tawsim") is None, "the tests run on a disk"


HOLDER = Holder("ليلى", "رواسي", "2026-11-24T09:00:00Z")


def test_a_hold_names_its_holder_and_ends_with_it(path, store):
    hold = Hold.take(path, HOLDER)
    with pytest.raises(HeldElsewhere, match="ليلى has it open on رواسي since 2026-11-24T09:00:00Z"):
        Hold.take(path, HOLDER)
    hold.release()
    hold.release()
    Hold.take(path, HOLDER).release()
    assert list(path.parent.glob(".*.open")) == []


@pytest.mark.parametrize("words", [b"", b"{", b"[]", b'{"user": 1}', b"\xff", b"9" * 9000])
def test_a_hold_whose_file_says_nothing_still_holds(path, store, words):
    hold = Hold.take(path, HOLDER)
    place = path.with_name(f".{path.name}.open")
    place.write_bytes(words)
    with pytest.raises(HeldElsewhere, match="another window has it open"):
        Hold.take(path, HOLDER)
    hold.release()


def test_a_project_without_the_right_to_write_is_opened_for_reading(path, store, article):
    store.close()
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("setpriv") is None:
        pytest.skip("only root can be somebody else")
    for each in (path, *path.parents):
        if each.stat().st_uid == os.geteuid() and each.is_relative_to("/tmp") and each != Path("/tmp"):
            each.chmod(0o755 if each.is_dir() else 0o644)
    code = (
        "import sys; from pathlib import Path; from app.workbench.opening import open_for\n"
        "store = open_for(Path(sys.argv[1]), 'sana'); print(store.readonly, store.counts()['articles'])\n"
        "print(type(store.why_readonly).__name__)"
    )
    done = subprocess.run(
        ["setpriv", "--reuid=65534", "--clear-groups", sys.executable, "-B", "-c", code, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    if "Permission denied" in done.stderr or "ModuleNotFoundError" in done.stderr:
        pytest.skip("nobody else may read the program here")
    assert (done.stdout, done.stderr) == (f"True 1\n{ReadOnlyProject.__name__}\n", "")


def test_a_missing_project_makes_no_file(tmp_path):
    with pytest.raises(ProjectMissing):
        open_for(tmp_path / "none.tawsim", "sana")
    (tmp_path / "text.tawsim").write_text("news")
    with pytest.raises(NotAProject):
        open_for(tmp_path / "text.tawsim", "sana")
    assert [each.name for each in tmp_path.iterdir()] == ["text.tawsim"]
