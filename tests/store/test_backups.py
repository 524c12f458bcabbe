"""Backups are whole copies; one put back is all there or not there at all, and what it replaced is kept."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.edit import making as making_edit
from app.store import DiskFull, NewerProject, NotAProject, ProjectBusy, ProjectMissing, Store, backups, restoring
from app.store.errors import damaged
from app.store.rotation import HAND, MIGRATION, RESTORE, SCHEDULE
from tests.store import making, sample
from tests.store.making import content, mark, stamp

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
posix = pytest.mark.skipif(os.name != "posix", reason="rights are another thing here")


def work(store, article, number, author="a1"):
    store.write(making_edit("Mark", mark(article, 0, 4, id_=f"m{number}")), stamp(author, number % 60))


def test_a_backup_is_the_project_at_that_moment(path, store, article):
    work(store, article, 1)
    made = backups.make_backup(path, HAND, NOW)
    work(store, article, 2)
    assert made.path.parent == path.with_name(path.name + ".backups")
    assert [each.name for each in made.path.parent.iterdir()] == ["2026-11-24T100000Z.hand.tawsim"]
    with Store.open(made.path, readonly=True) as kept:
        assert [each.id for each in kept.annotations(article.id, "a1")] == ["m1"]
        assert kept.integrity() == []
    assert len(list(made.path.parent.iterdir())) == 1


def test_two_of_one_second_both_stay(path, store, article):
    made = [backups.make_backup(path, HAND, NOW) for _ in range(3)]
    assert len({each.name for each in made}) == 3
    assert [each.name for each in backups.backups_of(path)] == [each.name for each in reversed(made)]


@posix
def test_projects_and_backups_are_their_owners_own(path, store, article):
    work(store, article, 1)
    made = backups.make_backup(path, HAND, NOW)
    for each in (path, Path(f"{path}-wal"), made.path):
        assert each.stat().st_mode & 0o777 == 0o600
    assert made.path.parent.stat().st_mode & 0o777 == 0o700


@posix
def test_a_copy_before_a_migration_is_its_owners_own_and_is_listed(tmp_path):
    old = Path(shutil.copy(sample.FOLDER / "schema_1.tawsim", tmp_path / "old.tawsim"))
    from app.store import steps

    connection = sqlite3.connect(old)
    kept = steps.keep_copy(connection, old, 1)
    connection.close()
    assert kept.stat().st_mode & 0o777 == 0o600
    assert [(each.path, each.moment.cause) for each in backups.backups_of(old)] == [(kept, MIGRATION)]


def test_the_schedule_waits_for_time_and_for_work(path, store, article):
    assert backups.keep_up(path, NOW) is None, "nothing was done yet"
    work(store, article, 1)
    first = backups.keep_up(path, NOW)
    assert first is not None and first.moment.cause == SCHEDULE
    work(store, article, 2)
    assert backups.keep_up(path, NOW + timedelta(minutes=5)) is None
    assert backups.keep_up(path, NOW + timedelta(minutes=16)) is not None
    assert backups.keep_up(path, NOW + timedelta(minutes=60)) is None, "nothing was done since"
    work(store, article, 3)
    assert backups.keep_up(path, NOW - timedelta(days=300)) is not None, "a clock set back stops no backup"


def test_the_schedule_leaves_room_on_the_disk(path, store, article, monkeypatch):
    work(store, article, 1)
    monkeypatch.setattr(backups, "_ROOM", 10**9)
    assert backups.keep_up(path, NOW) is None
    assert backups.backups_of(path) == []


def test_old_ones_of_the_schedule_go_and_those_by_hand_stay(path, store, article):
    hand = backups.make_backup(path, HAND, NOW - timedelta(days=900))
    for number in range(40):
        backups.make_backup(path, SCHEDULE, NOW - timedelta(minutes=20 * (40 - number)))
    work(store, article, 1)
    made = backups.keep_up(path, NOW)
    left = backups.backups_of(path)
    assert made in left and hand in left
    assert len(left) <= 11


def test_a_stopped_backup_leaves_nothing(path, store, article):
    for number in range(30):
        store.write(
            making_edit("Mark", mark(article, 0, 4, id_=f"m{number}", attributes={"note": "س" * 50_000})), stamp()
        )

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backups.make_backup(path, HAND, NOW, stop)
    assert list(backups.folder_of(path).iterdir()) == []


def test_a_damaged_project_gives_no_backup(path, store, article):
    for number in range(300):
        work(store, article, number)
    store.close()
    bytes_ = bytearray(path.read_bytes())
    chance = random.Random(1)
    for at in range(5 * 4096, len(bytes_)):
        bytes_[at] = chance.randrange(256)
    path.write_bytes(bytes_)
    from app.store import StoreError

    with pytest.raises(StoreError):
        backups.make_backup(path, HAND, NOW)
    assert list(backups.folder_of(path).iterdir()) == []


def test_what_killed_processes_left_half_made_goes_after_a_day(path, store, article):
    backups.make_backup(path, HAND, NOW)
    beside = [path.with_name(f".tawsim-0011223344556677.new{end}") for end in ("", "-journal")]
    left = [*beside, backups.folder_of(path) / ".tawsim-8899aabbccddeeff.new"]
    for each in left:
        each.write_bytes(b"half")
    backups.rotate(path, datetime.now(UTC))
    assert all(each.exists() for each in left)
    for each in left:
        os.utime(each, (0, 0))
    backups.rotate(path, datetime.now(UTC))
    assert not any(each.exists() for each in left)
    assert store.integrity() == []


def test_what_sqlite_says_of_damage_is_one_line(path, store):
    told = "*** in database main ***\nPage 41: never used"
    assert str(damaged(path, told)).count("\n") == 0
    assert "Page 41: never used" in str(damaged(path, told))


def test_foreign_files_in_the_folder_are_let_be(path, store, article):
    backups.folder_of(path).mkdir()
    for name in ("notes.txt", "2026-13-41T100000Z.hand.tawsim", "2026-11-24T100000Z.other.tawsim"):
        (backups.folder_of(path) / name).touch()
    assert backups.backups_of(path) == []
    assert backups.rotate(path, NOW) == []
    assert len(list(backups.folder_of(path).iterdir())) == 3
    with pytest.raises(ProjectMissing):
        backups.backup_named(path, "../x.tawsim")


class TestRestoring:
    @pytest.fixture
    def kept(self, path, store, article):
        work(store, article, 1)
        return backups.make_backup(path, HAND, NOW)

    def test_it_is_told_what_would_change(self, path, store, article, kept):
        work(store, article, 2)
        work(store, article, 3)
        store.write(making_edit("Mark", mark(article, 0, 4, id_="b", layer="b1")), stamp("b1", 9))
        store.add_article(making.article("later", "نص آخر تماما."))
        told = restoring.preview(path, kept)
        assert [(each.author, each.edits) for each in told.taken_back] == [("a1", 2), ("b1", 1)]
        assert (told.taken_back[0].first, told.taken_back[0].last) == ("2026-11-23T09:02:00Z", "2026-11-23T09:03:00Z")
        assert told.brought_back == ()
        assert told.articles == (2, 1)
        assert told.marks == {"a1": (3, 1), "b1": (1, 0)}
        assert not told.nothing

    def test_a_project_as_the_backup_has_it_would_not_change(self, path, kept):
        assert restoring.preview(path, kept).nothing

    def test_it_is_put_back_and_can_be_taken_back(self, path, store, article, kept):
        then = content(path)
        work(store, article, 2)
        now = content(path)
        before = restoring.restore(path, kept, NOW)
        assert content(path) == then
        assert before.moment.cause == RESTORE
        with Store.open(path) as again:
            assert again.integrity() == []
            assert again.undo("a1", stamp()) is not None
        restoring.restore(path, before, NOW)
        assert content(path) == now
        assert {each.suffix for each in backups.folder_of(path).iterdir()} == {".tawsim"}

    def test_a_store_that_is_open_meanwhile_sees_the_old_state_or_the_new(self, path, store, article, kept):
        work(store, article, 2)
        with store.snapshot():
            assert store.counts()["edits"] == 2
            restoring.restore(path, kept, NOW)
            assert store.counts()["edits"] == 2
        assert store.counts()["edits"] == 1

    def test_no_edit_falls_between_the_last_backup_and_the_restore(self, path, article, kept, store):
        """Another window writes as fast as it can: all it was told is written is in the project or in the backup."""
        written, stop = [], threading.Event()

        def write():
            with Store.open(path) as other:
                number = 100
                while not stop.is_set():
                    work(other, article, number)
                    written.append(f"m{number}")
                    number += 1

        writer = threading.Thread(target=write)
        writer.start()
        while len(written) < 5:
            time.sleep(0.005)
        before = restoring.restore(path, kept, NOW)
        stop.set()
        writer.join()
        found = set()
        for each in (path, before.path):
            with Store.open(each, readonly=True) as one:
                assert one.integrity() == []
                found |= {made.id for made in one.annotations(article.id, "a1")}
        assert set(written) <= found

    def test_a_project_that_somebody_writes_is_left_alone(self, path, store, article, kept, monkeypatch):
        monkeypatch.setattr("app.store.file.WAIT_SECONDS", 0.1)
        monkeypatch.setattr(restoring, "WAIT_SECONDS", 0.2)
        with store.batch():
            work(store, article, 2)
            with pytest.raises(ProjectBusy):
                restoring.restore(path, kept, NOW)
        assert len(store.annotations(article.id, "a1")) == 2
        assert len(backups.backups_of(path)) == 1

    def test_where_what_is_there_cannot_be_kept_nothing_is_put_back(self, path, store, article, kept, monkeypatch):
        work(store, article, 2)
        now = content(path)

        def full(*_):
            raise DiskFull("{path}: full", path=path)

        monkeypatch.setattr(restoring, "make_backup", full)
        with pytest.raises(DiskFull):
            restoring.restore(path, kept, NOW)
        assert content(path) == now
        work(store, article, 3)

    def test_a_backup_of_an_older_version_comes_back_up_to_date(self, tmp_path, path, store, article):
        backups.folder_of(path).mkdir()
        name = "2026-11-01T100000Z.hand.tawsim"
        shutil.copy(sample.FOLDER / "schema_1.tawsim", backups.folder_of(path) / name)
        restoring.restore(path, backups.backup_named(path, name), NOW)
        with Store.open(path) as again:
            assert [row.ref for row in again.queue("a1")] == ["n-001", "n-002"]
            assert again.integrity() == []

    def test_what_is_no_backup_is_refused(self, path, store, article, kept):
        connection = sqlite3.connect(kept.path)
        connection.execute("PRAGMA user_version = 99")
        connection.close()
        for ask in (restoring.preview, lambda *pair: restoring.restore(*pair, NOW)):
            with pytest.raises(NewerProject):
                ask(path, kept)
        kept.path.write_bytes(b"no project")
        for ask in (restoring.preview, lambda *pair: restoring.restore(*pair, NOW)):
            with pytest.raises(NotAProject):
                ask(path, kept)


RESTORER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from app.store import backups, restoring
path = Path(sys.argv[1])
first = backups.backup_named(path, sys.argv[2])
second = backups.backup_named(path, sys.argv[3])
print("ready", flush=True)
while True:
    for each in (first, second):
        restoring.restore(path, each, datetime.now(UTC))
        print("done", flush=True)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
def test_a_killed_restore_leaves_one_state_or_the_other(path, store, article):
    states, kept = [], []
    for number in range(2):
        for each in range(15):
            long = {"note": f"{number}" * 30_000}
            store.write(making_edit("M", mark(article, 0, 4, id_=f"m{number}-{each}", attributes=long)), stamp())
        states.append(content(path))
        kept.append(backups.make_backup(path, HAND, NOW))
    store.close()
    chance, seen = random.Random(7), set()
    for turn in range(10):
        words = [sys.executable, "-c", RESTORER, str(path), kept[0].name, kept[1].name]
        child = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None and child.stdout.readline() == "ready\n"
        for _ in range(turn % 3):
            assert child.stdout.readline() == "done\n"
        time.sleep(chance.uniform(0.0, 0.05))
        child.kill()
        child.wait()
        child.stdout.close()
        with Store.open(path) as again:
            assert again.integrity() == []
        found = content(path)
        assert found in states
        seen.add(states.index(found))
        for each in backups.backups_of(path):
            assert content(each.path) in states
    assert seen == {0, 1}
