"""A disk that fills up: one sentence, nothing half written, and work goes on when there is room again."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.edit import making as making_edit
from app.store import DiskFull, Store
from tests.store import making
from tests.store.making import content, mark, stamp, undo_title

ROOT = Path(__file__).parents[2]
LONG = {"note": "س" * 20_000}


def fill(store, article, most=2000):
    """Write until there is no room; how many were written."""
    for number in range(most):
        try:
            store.write(making_edit("Mark", mark(article, 0, 4, id_=f"m{number}", attributes=LONG)), stamp())
        except DiskFull as error:
            said = str(error)
            break
    else:
        pytest.fail("the disk never filled up")
    assert f"There is no room to write {store.path}." in said
    return number


def test_a_full_file_refuses_an_edit_whole_and_takes_it_later(path, store, article):
    pages = store._file.value("PRAGMA page_count")
    store._file.value(f"PRAGMA max_page_count = {pages + 60}")
    written = fill(store, article)
    assert written > 0
    before = content(path)
    assert len(store.annotations(article.id, "a1")) == written == store.counts()["edits"]
    assert store.integrity() == []
    with pytest.raises(DiskFull):
        store.write(making_edit("Mark", mark(article, 0, 4, attributes=LONG)), stamp())
    assert content(path) == before
    store._file.value("PRAGMA max_page_count = 1000000")
    store.write(making_edit("Mark", mark(article, 0, 4, attributes=LONG)), stamp())
    assert store.undo("a1", stamp())


def test_a_batch_on_a_full_disk_leaves_nothing_and_commits_no_later_part(path, store, article):
    before = content(path)
    store._file.value(f"PRAGMA max_page_count = {store._file.value('PRAGMA page_count') + 30}")
    with pytest.raises(DiskFull), store.batch():
        assert fill(store, article) > 0
        assert not store._file.connection.in_transaction
        store._file.value("PRAGMA max_page_count = 1000000")
        with pytest.raises(DiskFull):
            store.add_article(making.article("later"))
    assert content(path) == before
    assert store.integrity() == []


@pytest.fixture
def small_disk(tmp_path):
    """A file system of one megabyte."""
    place = tmp_path / "small"
    place.mkdir()
    if os.name != "posix" or os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root can mount")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place)], capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    yield place
    subprocess.run(["umount", str(place)], capture_output=True)


def test_a_full_disk_loses_nothing_that_was_written(small_disk):
    path = small_disk / "a.tawsim"
    with Store.create(path, making.codebook()) as store:
        store.add_article(article := making.article())
        ballast = small_disk / "ballast"
        ballast.write_bytes(bytes(200_000))
        written = fill(store, article)
        assert written > 0
        assert len(store.annotations(article.id, "a1")) == written
        ballast.unlink()
        store.write(making_edit("Mark", mark(article, 0, 4)), stamp())
    with Store.open(path) as store:
        assert len(store.annotations(article.id, "a1")) == written + 1
        assert store.integrity() == []


def test_on_a_full_disk_a_project_can_still_be_read(small_disk):
    path = small_disk / "a.tawsim"
    with Store.create(path, making.codebook()) as store:
        store.add_article(article := making.article())
    with (small_disk / "ballast").open("wb", buffering=0) as ballast, contextlib.suppress(OSError):
        while True:
            ballast.write(bytes(4096))
    with pytest.raises(DiskFull, match="Free some space"):
        Store.open(path)
    with Store.open(path, readonly=True) as reader:
        assert reader.article(article.id) == article


def test_a_project_that_does_not_fit_is_not_made(small_disk):
    (small_disk / "ballast").write_bytes(bytes(1024 * 1024 - 40_000))
    with pytest.raises(DiskFull):
        Store.create(small_disk / "a.tawsim", making.codebook())
    assert [each.name for each in small_disk.iterdir()] == ["ballast"]


# A limit on the length of files stands for a used-up quota: SQLite calls both a disk I/O error.
LIMITED = """
import json, resource, sys
from pathlib import Path
from app.domain.edit import making as making_edit
from app.store import DiskFull, Store
from tests.store import making
path = Path(sys.argv[1])
store = Store.open(path)
article = next(store.articles())
limit = path.stat().st_size + 400_000
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
said, number = "", 0
while not said and number < 2000:
    mark = making.mark(article, 0, 4, id_=f"m{number}", attributes={"note": "س" * 20_000})
    try:
        store.write(making_edit("Mark", mark), making.stamp())
        number += 1
    except DiskFull as error:
        said = str(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
store.write(making_edit("After", making.mark(article, 5, 9)), making.stamp())
store.close()
print(json.dumps([number, said]))
"""

UNMADE = """
import resource, sys
from pathlib import Path
from app.store import DiskFull, Store
from tests.store import making
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    Store.create(Path(sys.argv[1]), making.codebook())
except DiskFull:
    sys.exit(9)
"""

needs_limits = pytest.mark.skipif(os.name != "posix", reason="there are no such limits here")


def run(code, *words):
    return subprocess.run([sys.executable, "-c", code, *map(str, words)], cwd=ROOT, capture_output=True, text=True)


@needs_limits
def test_a_file_that_may_not_grow_is_a_full_disk(path, store, article):
    store.close()
    done = run(LIMITED, path)
    assert done.stderr == ""
    number, said = json.loads(done.stdout)
    assert number > 0
    assert "There is no room to write" in said
    with Store.open(path) as again:
        assert len(again.annotations(article.id, "a1")) == number + 1
        assert undo_title(again, "a1") == "After"
        assert again.integrity() == []


@needs_limits
@pytest.mark.parametrize("limit", [0, 4096, 60_000])
def test_a_project_that_may_not_grow_is_not_made(path, limit):
    done = run(UNMADE, path, limit)
    assert (done.returncode, done.stderr) == (9, "")
    assert list(path.parent.iterdir()) == []
