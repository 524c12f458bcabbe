"""A damaged file: what can be saved is saved, what is saved is right, what is lost is told. Cases have seeds."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from app.domain.annotation import Annotation, Progress
from app.domain.edit import Change, Edit
from app.domain.edit import making as making_edit
from app.store import NotAProject, ProjectExists, ProjectMissing, Store
from app.store.pages import Cell, Pages
from app.store.rescue import rescue
from tests.store import making
from tests.store.making import begun, content, entry, link, stamp, undo_title

# so many seeds of each kind of damage; TAWSIM_RESCUES=200 for the long run
CASES = int(os.environ.get("TAWSIM_RESCUES", "6"))
Core = tuple[object, ...]


def core(mark: Annotation) -> Core:
    return (mark.article, mark.layer, mark.kind, mark.label, mark.fragments, mark.exact)


@dataclass
class Truth:
    """A whole project: its bytes, its marks now, every state that each mark ever had, and its articles."""

    path: Path
    bytes: bytes
    now: dict[str, Core]
    ever: dict[str, set[Core]]
    articles: dict[str, str]


@pytest.fixture(scope="module")
def truth(tmp_path_factory: pytest.TempPathFactory) -> Truth:
    """A project that was worked in for long: marks made, renamed, erased, linked, taken back, in two layers."""
    chance = random.Random(20261124)
    path = tmp_path_factory.mktemp("whole") / "a.tawsim"
    ever: dict[str, set[Core]] = {}
    with Store.create(path, making.codebook()) as store:
        store.write(
            making_edit("Enter", *(replace(entry(number), kb_id=f"Q{number}") for number in range(40))), stamp()
        )
        for number in range(12):
            article = making.article(f"a{number}", (making.TEXT + f"\n{number}\n") * (1 + number))
            store.add_article(article)
            for layer in ("a1", "b1"):
                here: list[Annotation] = []
                store.write(making_edit("Begin", begun(article, layer=layer)), stamp(layer))
                for each in range(40):
                    start = chance.randrange(len(article.text) - 12)
                    kind = chance.choice(sorted(making.NAMES))
                    more = {"attributes": {"note": "س" * chance.randrange(300)}}
                    made = making.mark(article, start, start + 9, kind=kind, layer=layer, **more)
                    made = replace(made, id=f"{number}-{layer}-{each}")
                    store.write(making_edit("Mark", made), stamp(layer))
                    ever.setdefault(made.id, set()).add(core(made))
                    act = chance.randrange(6)
                    if act == 0:
                        store.write(Edit("Erase", (Change(made, None),)), stamp(layer))
                        continue
                    if act == 1:
                        moved = making.mark(article, start, start + 5, kind=kind, layer=layer, **more)
                        after = replace(moved, id=made.id)
                        store.write(Edit("Move", (Change(made, after),)), stamp(layer))
                        ever[made.id].add(core(after))
                        if chance.random() < 0.5:
                            store.undo(layer, stamp(layer))
                    if act == 2 and here:
                        store.write(making_edit("Link", link(made, chance.choice(here))), stamp(layer))
                    if act == 3:
                        store.write(making_edit("Link", link(made, entry(chance.randrange(40)))), stamp(layer))
                    here.append(made)
        marks = [m for a in store.articles() for layer in ("a1", "b1") for m in store.annotations(a.id, layer)]
        now = {each.id: core(each) for each in marks}
        articles = {each.ref: each.text for each in store.articles()}
    return Truth(path, path.read_bytes(), now, ever, articles)


def flip(content: bytearray, chance: random.Random, count: int) -> bytearray:
    for _ in range(count):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return content


def blot(content: bytearray, chance: random.Random, pages: int) -> bytearray:
    for _ in range(pages):
        at = 4096 * chance.randrange(len(content) // 4096)
        content[at : at + 4096] = chance.choice([bytes(4096), chance.randbytes(4096)])
    return content


def cut(content: bytearray, chance: random.Random, _: int) -> bytearray:
    return content[: int(len(content) * chance.uniform(0.5, 1.0))]


def look(truth: Truth, new: Path, doubted: set[str]) -> tuple[int, int]:
    """How many articles and marks are there; fails when one of them is wrong."""
    with Store.open(new) as store:
        assert store.integrity() == []
        articles = list(store.articles())
        for article in articles:
            assert truth.articles[article.ref] == article.text
        found = [mark for a in articles for layer in store.layers() for mark in store.annotations(a.id, layer)]
        anything = set().union(*truth.ever.values())
        for mark in found:  # of a mark that is told once only, the id may be damaged
            assert core(mark) in truth.ever.get(mark.id, anything if mark.id in doubted else ()), mark
            assert mark.id in doubted or core(mark) == truth.now.get(mark.id), mark
        store.write(making_edit("On", making.mark(articles[0], 0, 4, id_="new")) if articles else Edit("", ()), stamp())
    return len(articles), len(found)


@pytest.mark.parametrize(
    ("damage", "count", "least"),
    [(flip, 1, 0.99), (flip, 8, 0.95), (flip, 60, 0.75), (blot, 1, 0.9), (blot, 6, 0.6), (cut, 0, 0.3)],
)
def test_whatever_is_damaged_nothing_wrong_is_saved_and_most_is(truth, tmp_path, damage, count, least):
    saved = whole = 0
    for seed in range(CASES):
        broken, new = tmp_path / "broken.tawsim", tmp_path / f"new-{seed}.tawsim"
        broken.write_bytes(damage(bytearray(truth.bytes), random.Random(seed), count))
        before = broken.read_bytes()
        report = rescue(broken, new)
        assert broken.read_bytes() == before
        articles, marks = look(truth, new, set(report.doubted.get("marks", ())))
        assert (report.saved["articles"], report.saved["marks"]) == (articles, marks), f"seed {seed}"
        if articles < len(truth.articles) or marks < len(truth.now):
            assert report.losses, f"seed {seed}: something is missing and nothing is said"
        saved, whole = saved + articles + marks, whole + len(truth.articles) + len(truth.now)
        new.unlink()
    assert saved / whole >= least, f"{saved / whole:.1%} of all was saved"


def test_a_whole_project_is_saved_whole_with_its_journal(truth, tmp_path):
    report = rescue(truth.path, tmp_path / "new.tawsim")
    assert (report.losses, report.doubts) == ([], [])
    assert content(tmp_path / "new.tawsim") == content(truth.path)
    with Store.open(truth.path, readonly=True) as old, Store.open(tmp_path / "new.tawsim") as new:
        assert new.journal(limit=10**6) == old.journal(limit=10**6)
        assert undo_title(new, "a1") == undo_title(old, "a1")
        assert new.undo("b1", stamp("b1")) is not None


def test_pages_are_read_as_sqlite_reads_them(truth):
    pages, connection = Pages(truth.bytes), sqlite3.connect(truth.path)
    for name in ("annotation", "link", "entry", "progress", "journal", "article", "codebook"):
        root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]
        tree = pages.walk(root, set())
        found = [(cell.rowid, *cell.values[1:]) if cell.rowid is not None else cell.values for cell in tree.cells]
        assert sorted(found, key=repr) == sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
        assert tree.lost == 0
    connection.close()


def test_any_bytes_at_all_are_read_without_a_crash():
    chance = random.Random(5)
    for _ in range(300):
        pages = Pages(chance.randbytes(4096 * 3))
        for number in (1, 2, 3, 4):
            assert pages.walk(number, set()).lost >= 0
            try:
                assert all(isinstance(cell, Cell | ValueError) for cell in pages.cells(number))
            except ValueError:
                continue
        assert isinstance(pages.free(), set)


def test_the_newest_edits_are_saved_from_the_log_beside_the_file(tmp_path, path, store, article):
    store.write(making_edit("Mark", making.mark(article, 0, 4)), stamp())
    log = Path(f"{path}-wal")
    assert log.stat().st_size > 0
    broken = tmp_path / "broken.tawsim"
    shutil.copy(path, broken)
    shutil.copy(log, f"{broken}-wal")
    rescue(broken, tmp_path / "new.tawsim")
    assert content(tmp_path / "new.tawsim") == content(path)
    assert Path(f"{broken}-wal").read_bytes() == log.read_bytes()


@pytest.mark.parametrize("where", [0, 16, 18, 40, 68, 100])
def test_a_file_whose_first_page_is_spoilt_is_saved(truth, tmp_path, where):
    broken = bytearray(truth.bytes)
    broken[where : where + 40] = bytes(40)
    (tmp_path / "b.tawsim").write_bytes(broken)
    report = rescue(tmp_path / "b.tawsim", tmp_path / "new.tawsim")
    articles, marks = look(truth, tmp_path / "new.tawsim", set(report.doubted.get("marks", ())))
    assert articles == len(truth.articles)
    assert marks >= 0.95 * len(truth.now)


def test_without_its_codebook_a_project_is_saved_with_another(truth, tmp_path):
    broken = truth.bytes.replace(b'name = "small"', b'name = "sma\xff\xff"')
    (tmp_path / "b.tawsim").write_bytes(broken)
    report = rescue(tmp_path / "b.tawsim", tmp_path / "new.tawsim")
    assert any("codebook" in str(each) for each in report.losses)
    assert report.saved["marks"] == len(truth.now)


def test_what_is_no_project_is_refused_and_leaves_nothing(tmp_path):
    for number, what in enumerate((b"", b"a text", bytes(8192), random.Random(1).randbytes(40_000))):
        (tmp_path / f"{number}.tawsim").write_bytes(what)
        with pytest.raises(NotAProject):
            rescue(tmp_path / f"{number}.tawsim", tmp_path / "new.tawsim")
    with pytest.raises(ProjectMissing):
        rescue(tmp_path / "none.tawsim", tmp_path / "new.tawsim")
    assert {each.suffix for each in tmp_path.iterdir()} == {".tawsim"}
    assert not (tmp_path / "new.tawsim").exists()


def test_nothing_is_written_over(truth, tmp_path):
    (tmp_path / "new.tawsim").write_text("mine", encoding="utf-8")
    with pytest.raises(ProjectExists):
        rescue(truth.path, tmp_path / "new.tawsim")
    assert (tmp_path / "new.tawsim").read_text(encoding="utf-8") == "mine"


def test_register_and_progress_are_saved_too(truth, tmp_path):
    chance, most = random.Random(3), 0
    for _ in range(10):
        (tmp_path / "b.tawsim").write_bytes(blot(bytearray(truth.bytes), chance, 2))
        rescue(tmp_path / "b.tawsim", tmp_path / "new.tawsim")
        with Store.open(tmp_path / "new.tawsim") as store:
            for each in store.register():
                assert each == replace(entry(int(each.id[1:])), kb_id=f"Q{each.id[1:]}")
            most += len(store.register()) == 40
            for article in store.articles():
                assert store.progress(article.id, "a1") in (begun(article), Progress(article.id, "a1"))
        (tmp_path / "new.tawsim").unlink()
    assert most >= 8


def sides(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The settings, the time that was worked and what was done on which day."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            name: connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2, 3, 4").fetchall()
            for name in ("activity", "pace")
        } | {"note": connection.execute("SELECT * FROM note ORDER BY 1").fetchall()}


@pytest.fixture
def with_sides(truth, tmp_path):
    """The same project with settings and some worked time on every article."""
    path = tmp_path / "whole.tawsim"
    shutil.copy(truth.path, path)
    with Store.open(path) as store:
        for number, article in enumerate(list(store.articles())):
            store.desk.spend([(f"2026-11-{number + 1:02}", "a1", "sana", article.id, 60.0 * number)])
        store.set_note("queue.views", '[{"name": "mine"}]')
        store.set_note("lexicons", 'add = ["قال"]\n')
    return path


def test_settings_and_worked_time_are_saved_too(with_sides, tmp_path):
    report = rescue(with_sides, tmp_path / "new.tawsim")
    assert (report.losses, report.doubts) == ([], [])
    assert sides(tmp_path / "new.tawsim") == sides(with_sides)
    assert report.saved["settings"] == 2
    assert report.saved["days of work"] >= 12


def test_settings_and_worked_time_that_are_damaged_are_told(with_sides, tmp_path):
    """Whatever of them cannot be saved stands in the report, and what is saved is as it was."""
    wanted, told = sides(with_sides), 0
    whole = with_sides.read_bytes()
    roots = dict(sqlite3.connect(with_sides).execute("SELECT name, rootpage FROM sqlite_master").fetchall())
    for name in ("note", "activity", "pace"):
        broken = bytearray(whole)
        at = 4096 * (roots[name] - 1)
        broken[at : at + 4096] = bytes(4096)
        (tmp_path / "b.tawsim").write_bytes(broken)
        report = rescue(tmp_path / "b.tawsim", tmp_path / f"new-{name}.tawsim")
        found = sides(tmp_path / f"new-{name}.tawsim")
        assert all(set(found[each]) <= set(wanted[each]) for each in wanted if each != "pace")
        told += any(word in str(report.losses) for word in ("ettings", "worked")) and found[name] != wanted[name]
    assert told >= 2
    flipped = whole.replace(b'[{"name": "mine"}]', b'[{"name"\x00 "mine"}]')
    (tmp_path / "b.tawsim").write_bytes(flipped)
    report = rescue(tmp_path / "b.tawsim", tmp_path / "new.tawsim")
    assert ["queue.views" in str(each) for each in report.losses] == [True]
    with Store.open(tmp_path / "new.tawsim") as store:
        assert store.note("queue.views") is None


def test_worked_time_of_an_article_that_is_lost_is_told(with_sides, tmp_path):
    broken = with_sides.read_bytes().replace("قالت وزيرة".encode(), "قالتْوزيرة".encode()[: len("قالت وزيرة".encode())])
    (tmp_path / "b.tawsim").write_bytes(broken)
    report = rescue(tmp_path / "b.tawsim", tmp_path / "new.tawsim")
    assert any("worked time" in str(each) for each in report.losses)
    with Store.open(tmp_path / "new.tawsim") as store:
        assert store.integrity() == []
