"""The file format: what was released stays as it was, and every released file opens for ever."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from app.domain.annotation import DONE, IN_PROGRESS
from app.domain.edit import Change, Edit
from app.store import DiskFull, LooseLink, ReadOnlyProject, Store, opening, schema, steps
from tests.store import making, sample
from tests.store.making import begun, content, stamp, undo_title


def test_the_schema_is_the_one_that_was_released(path):
    Store.create(path, making.codebook()).close()
    assert sample.dump(path) == sample.SCHEMA.read_text(encoding="utf-8")


def test_the_sample_has_the_schema_of_its_version():
    assert sample.dump(sample.PROJECT) == sample.SCHEMA.read_text(encoding="utf-8")


@pytest.fixture(params=sorted(sample.FOLDER.glob("schema_*.tawsim")), ids=lambda each: each.stem)
def released(request, tmp_path) -> Path:
    return Path(shutil.copy(request.param, tmp_path / "old.tawsim"))


def test_a_released_project_opens_whole(released):
    with Store.open(released) as store:
        assert store.integrity() == []
        assert store.codebook() == making.codebook()
        assert [row.ref for row in store.queue("a1")] == ["n-001", "n-002"]
        assert store.search("وزيرة") == ["article-1"]
        assert store.note("article") == "n-001"
        assert store.layers() == ["a1", "gold"]
        assert [(each.label, each.exact) for each in store.annotations("article-1", "a1")] == [
            ("verb", "قالت"),
            ("PERS", "ليلى حداد"),
            ("direct", "«لن نخفض الحصص»"),
        ]
        assert [each.origin for each in store.annotations("article-2", "gold")] == ["import:tawsim"]
        assert store.progress("article-1", "a1").status == IN_PROGRESS
        assert len(store.journal()) == 6


def test_a_released_project_is_taken_back_and_worked_on(released):
    with Store.open(released) as store:
        assert store.redo("gold", stamp("gold"))
        assert store.undo("gold", stamp("gold"))
        assert undo_title(store, "a1") == "Link to register"
        with pytest.raises(LooseLink):  # the imported mark of gold points to the entry
            store.undo("a1", stamp())
        progress = store.progress("article-1", "a1")
        store.write(Edit("Done", (Change(progress, begun(store.article("article-1"), DONE)),)), stamp())
        assert store.progress("article-1", "a1").status == DONE
        assert store.undo("a1", stamp())
        assert store.integrity() == []


def test_a_released_project_can_be_read_where_it_lies(released):
    Store.open(released).close()  # which brings an older one up to date
    with Store.open(released, readonly=True) as store:
        assert len(store.annotations("article-1", "a1")) == 3


def next_steps(fail: bool = False) -> Migrations:
    """The steps that are released and one that a later version might add."""
    later = Migrations(steps.STEPS.name)
    later(name="2026-11 first tables")(steps.first_tables)
    later(name="2026-11 corpus")(steps.corpus_tables)

    @later(name="2027-01 a note on each article")
    def add_note(db: Database) -> None:
        db.execute("ALTER TABLE article ADD COLUMN remark TEXT")
        if fail:
            db.execute("INSERT INTO nowhere VALUES (1)")

    return later


@pytest.fixture
def later(monkeypatch):
    """This program as its next version might be."""

    def become(fail: bool = False) -> None:
        monkeypatch.setattr(opening, "VERSION", schema.VERSION + 1)
        monkeypatch.setattr(steps.bring_up_to_date, "__defaults__", (next_steps(fail), schema.VERSION + 1))

    return become


@pytest.fixture
def version(released) -> int:
    with contextlib.closing(sqlite3.connect(released)) as connection:
        return connection.execute("PRAGMA user_version").fetchone()[0]


def test_an_older_project_is_copied_and_then_brought_up_to_date(released, version, later):
    before = content(released)
    later()
    with Store.open(released) as store:
        assert store._file.value("PRAGMA user_version") == schema.VERSION + 1
        assert store._file.rows("SELECT DISTINCT remark FROM article") == [(None,)]
        assert store.integrity() == []
    copy = released.with_name(f"old.tawsim.backup-v{version}")
    assert content(copy) == before
    assert sorted(each.name for each in released.parent.iterdir()) == [released.name, copy.name]
    with Store.open(released) as store:
        assert undo_title(store, "a1") == "Link to register"
    assert sorted(each.name for each in released.parent.iterdir()) == [released.name, copy.name]


def test_an_earlier_copy_is_not_replaced(released, version, later):
    earlier = released.with_name(f"old.tawsim.backup-v{version}")
    earlier.write_text("earlier", encoding="utf-8")
    later()
    Store.open(released).close()
    assert earlier.read_text(encoding="utf-8") == "earlier"
    assert released.with_name(f"old.tawsim.backup-v{version}-2").exists()


def test_a_step_that_fails_changes_nothing(released, version, later):
    before = sample.dump(released), content(released)
    later(fail=True)
    with pytest.raises(Exception, match="nowhere"):
        Store.open(released)
    assert (sample.dump(released), content(released)) == before
    assert content(released.with_name(f"old.tawsim.backup-v{version}")) == before[1]


def test_an_older_project_is_not_brought_up_to_date_when_only_reading(released, later):
    later()
    with pytest.raises(ReadOnlyProject, match="must be brought up to date first"):
        Store.open(released, readonly=True)


def test_without_room_for_the_copy_nothing_is_brought_up_to_date(released, version, later):
    resource = pytest.importorskip("resource")
    later()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, limits[1]))
    try:
        with pytest.raises(DiskFull):
            Store.open(released)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert [each.name for each in released.parent.iterdir() if "backup" in each.name or each.suffix == ".new"] == []
    connection = sqlite3.connect(released)
    assert connection.execute("PRAGMA user_version").fetchone() == (version,)
    connection.close()
