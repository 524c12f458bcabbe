"""Making and opening project files, and what is said when that cannot be."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.domain.edit import making as making_edit
from app.store import (
    NewerProject,
    NotAProject,
    ProjectBusy,
    ProjectExists,
    ProjectMissing,
    ReadOnlyProject,
    Store,
    StoreTrouble,
    file,
    schema,
)
from tests.store import making

ROOT = Path(__file__).parents[2]


def test_a_new_project_is_a_tawsim_file_and_nothing_lies_beside_it(path):
    Store.create(path, making.codebook()).close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (int.from_bytes(b"TWSM"),)
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_every_table_of_ours_is_strict(store):
    tables = store._file.rows("SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
    assert {name for name, strict in tables if not strict} == {"sqlite_schema", "_sqlite_migrations"}


def test_an_open_project_syncs_every_commit_and_holds_to_its_links(store):
    assert store._file.value("PRAGMA synchronous") == 2
    assert store._file.value("PRAGMA foreign_keys") == 1
    assert store._file.value("PRAGMA journal_mode") == "wal"
    assert store._file.value("PRAGMA busy_timeout") == 5000


def test_the_codebook_and_the_notes_come_back(path):
    with Store.create(path, making.codebook(3)) as store:
        store.set_note("last", "a-001")
        store.set_note("last", "a-002")
    with Store.open(path) as store:
        assert store.codebook() == making.codebook(3)
        assert store.note("last") == "a-002"
        assert store.note("other") is None


def test_opening_and_editing_never_import_sqlite_utils(path):
    Store.create(path, making.codebook()).close()
    code = (
        "import sys; from pathlib import Path; from app.store import Store\n"
        "store = Store.open(Path(sys.argv[1])); store.set_note('a', 'b'); store.queue('a1'); store.close()\n"
        "sys.exit('sqlite_utils' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT).returncode == 0


def test_a_file_that_is_there_is_never_replaced(path):
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(ProjectExists, match="there already"):
        Store.create(path, making.codebook())
    assert path.read_text(encoding="utf-8") == "mine"


def test_a_log_left_by_another_project_is_not_read_into_a_new_one(path):
    log = path.with_name(path.name + "-wal")
    log.write_bytes(b"old")
    with pytest.raises(ProjectExists) as caught:
        Store.create(path, making.codebook())
    assert caught.value.values["path"] == log
    assert [each.name for each in path.parent.iterdir()] == [log.name]


def test_a_project_in_a_folder_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(ProjectMissing, match="no folder"):
        Store.create(tmp_path / "none" / "a.tawsim", making.codebook())


def test_a_project_that_is_not_there_is_missing(path):
    with pytest.raises(ProjectMissing, match="There is no project"):
        Store.open(path)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"plain text", b"SQLite format 3\0", bytes(4096)])
def test_a_file_that_is_no_database_is_not_a_project(path, content):
    path.write_bytes(content)
    with pytest.raises(NotAProject, match=r"is not a Tawsim project\. Open a \.tawsim file"):
        Store.open(path)
    assert path.read_bytes() == content


def test_a_folder_is_not_a_project(tmp_path):
    with pytest.raises(NotAProject):
        Store.open(tmp_path)


@pytest.mark.parametrize("application", [0, 0x0F055112])
def test_a_database_of_another_program_is_not_a_project_and_stays_as_it_is(path, application):
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA application_id = {application}")
        connection.execute("CREATE TABLE article (id)")
    connection.close()
    before = path.read_bytes()
    for readonly in (False, True):
        with pytest.raises(NotAProject):
            Store.open(path, readonly=readonly)
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_project_of_a_newer_program_is_refused_in_words(path):
    Store.create(path, making.codebook()).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 7")
    connection.close()
    with pytest.raises(NewerProject, match=r"newer Tawsim \(format 7, this one knows 2\)"):
        Store.open(path)


def test_a_damaged_project_says_so(path):
    Store.create(path, making.codebook()).close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreTrouble, match="damaged"), Store.open(path) as store:
        store.codebook()


def test_each_sentence_names_the_file(path):
    with pytest.raises(ProjectMissing) as caught:
        Store.open(path)
    assert str(path) in str(caught.value)
    assert caught.value.sentence(lambda text: "« {path} »") == f"« {path} »"


def test_opened_for_reading_everything_is_read_and_nothing_written(path, store, article):
    store.write(making_edit("Mark", making.mark(article, 0, 4)), making.stamp())
    with Store.open(path, readonly=True) as reader:
        assert reader.readonly
        assert len(reader.annotations(article.id, "a1")) == 1
        with pytest.raises(ReadOnlyProject, match="open only for reading"):
            reader.set_note("a", "b")
        with pytest.raises(ReadOnlyProject):
            reader.undo("a1", making.stamp())


def test_a_search_index_that_is_not_ready_is_said_when_only_reading(path, store, article):
    with Store.open(path, readonly=True) as reader, pytest.raises(ReadOnlyProject, match="1 of its articles"):
        reader.search("وزيرة")
    store.index_search()
    with Store.open(path, readonly=True) as reader:
        assert reader.search("وزيرة") == [article.id]


@pytest.fixture
def frozen(tmp_path):
    """Puts a folder on a file system that cannot be written."""
    place = tmp_path / "frozen"
    place.mkdir()

    def freeze(folder):
        if os.name != "posix" or os.geteuid() != 0 or shutil.which("mount") is None:
            pytest.skip("only root can mount")
        if subprocess.run(["mount", "-t", "tmpfs", "none", str(place)], capture_output=True).returncode:
            pytest.skip("mounting is not allowed here")
        for each in folder.iterdir():
            shutil.copy(each, place)
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        return place

    yield freeze
    subprocess.run(["umount", str(place)], capture_output=True)


def test_on_a_file_system_that_cannot_be_written_a_project_can_be_read(path, tmp_path, frozen):
    home = tmp_path / "home"
    home.mkdir()
    with Store.create(home / path.name, making.codebook()) as store:
        store.add_article(article := making.article())
    there = frozen(home) / path.name
    with pytest.raises(ReadOnlyProject, match="cannot be written"):
        Store.open(there)
    with Store.open(there, readonly=True) as reader:
        assert reader.article(article.id) == article
    with pytest.raises(ReadOnlyProject, match="cannot be written"):
        Store.create(there.with_name("new.tawsim"), making.codebook())


def test_changes_that_only_the_log_holds_are_never_silently_left_out(path, tmp_path, frozen):
    home = tmp_path / "home"
    home.mkdir()
    with Store.create(home / path.name, making.codebook()) as store:
        store.set_note("a", "b")
        (home / f"{path.name}-shm").unlink()
        place = frozen(home)
    there = place / path.name
    with pytest.raises(ReadOnlyProject, match="its newest changes lie in"):
        Store.open(there, readonly=True)


def test_a_project_moved_away_while_open_is_told_at_the_next_step(path, store, article):
    path.rename(path.with_name("moved.tawsim"))
    with pytest.raises(ProjectMissing, match="moved, renamed or replaced"):
        store.write(making_edit("Mark", making.mark(article, 0, 4)), making.stamp())


def test_a_project_that_another_is_writing_is_busy_and_then_free(path, store, article, monkeypatch):
    monkeypatch.setattr(file, "WAIT_SECONDS", 0.05)
    with Store.open(path) as other:
        with other.batch():
            other.set_note("a", "b")
            with Store.open(path) as third, pytest.raises(ProjectBusy, match="being written by another"):
                third.set_note("c", "d")
            assert store.note("a") is None
        store.set_note("c", "d")
    assert (store.note("a"), store.note("c")) == ("b", "d")


def test_two_threads_work_with_a_store_each(path, store, article):
    troubles = []

    def work():
        try:
            with Store.open(path) as own:
                for number in range(20):
                    made = making.mark(article, 0, 4, layer="b", id_=f"b{number}")
                    own.write(making_edit("Mark", made), making.stamp("b"))
        except Exception as error:
            troubles.append(error)

    worker = threading.Thread(target=work)
    worker.start()
    for number in range(20):
        store.write(making_edit("Mark", making.mark(article, 5, 9, id_=f"a{number}")), making.stamp())
        store.queue("a1")
    worker.join()
    assert troubles == []
    assert (len(store.annotations(article.id, "a1")), len(store.annotations(article.id, "b"))) == (20, 20)


def test_a_snapshot_reads_one_moment(path, store, article):
    with Store.open(path) as other, other.snapshot():
        assert other.annotations(article.id, "a1") == []
        store.write(making_edit("Mark", making.mark(article, 0, 4)), making.stamp())
        assert other.annotations(article.id, "a1") == []
        with pytest.raises(RuntimeError, match="inside a snapshot"):
            other.set_note("a", "b")
        with other.snapshot():
            assert other.annotations(article.id, "a1") == []
    with Store.open(path) as other:
        assert len(other.annotations(article.id, "a1")) == 1


def test_a_store_closed_twice_is_closed(path):
    store = Store.create(path, making.codebook())
    store.close()
    store.close()
