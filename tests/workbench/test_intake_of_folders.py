"""Folders and archives into the project: every file in them once, what is refused kept to be mended, nothing lost."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from app.store import Store
from app.workbench.columns import columns
from app.workbench.intake import Report, import_files
from tests.exchange.breaking import break_all, sound, zipped

NEWS = "قالت وزيرة المياه، ليلى حداد: «لن نخفض حصة المزارعين هذا العام»."


def bring(store: Store, *paths: Path, **options: Any) -> Report:
    return import_files(store, paths, author="a1", **options)


def refs(store: Store) -> list[str]:
    return [article.ref for article in store.articles()]


def fill(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def test_a_folder_comes_in_with_what_lies_deep_in_it(store, inbox):
    fill(inbox, {"ب.txt": "1", "أ/ج.txt": "2", "أ/د/ه.html": f"<p>{NEWS}</p>", ".hidden": "3", "Thumbs.db": "4"})
    report = bring(store, inbox)
    assert sorted(refs(store)) == ["ب", "ج", "ه"]
    assert [(each.file.name, each.format, each.added) for each in report.files] == [
        ("ب.txt", "text", 1),
        ("ج.txt", "text", 1),
        ("ه.html", "html", 1),
    ]
    assert bring(store, inbox).duplicates == 3


def test_sound_files_of_every_kind_come_in_and_again_add_nothing(store, inbox):
    fill(inbox, dict(sound()))
    report = bring(store, inbox)
    assert report.rejected == []
    assert report.added >= 8
    again = bring(store, inbox)
    assert (again.added, again.duplicates) == (0, report.added + report.duplicates)


def test_broken_files_keep_no_sound_one_out(store, inbox):
    said = break_all(inbox)
    (inbox / "good.txt").write_text(f"{NEWS} نعم", encoding="utf-8")
    report = bring(store, inbox)
    assert "good" in refs(store)
    assert {each.file.name for each in report.rejected} == set(said)
    reasons = (inbox.parent / "inbox.rejected.reasons.txt").read_text(encoding="utf-8")
    assert "cut.docx: The DOCX file is damaged" in reasons


def test_what_was_rejected_before_is_not_taken_for_new(store, inbox):
    fill(inbox, {"a.jsonl": '{"text": "خبر"}\n{"text": \n'})
    bring(store, inbox)
    assert (inbox / "a.rejected.jsonl").exists()
    assert [each.file.name for each in bring(store, inbox).rejected] == ["a.jsonl"]


def test_rejected_rows_of_a_table_come_in_when_they_are_mended(store, inbox):
    fill(inbox, {"a.csv": 'no,text\n1,"خبر\n2,آخر\n'})
    report = bring(store, inbox / "a.csv", fields={"ref": "no"})
    (rejects,) = report.rejects
    assert rejects.read_text(encoding="utf-8") == 'no,text\n1,"خبر\n'
    rejects.write_text('no,text\n1,"خبر"\n', encoding="utf-8")
    assert bring(store, rejects).added == 1
    assert refs(store) == ["1", "2"]  # the choice of the column was remembered


def test_an_archive_is_read_without_unpacking_it(store, inbox):
    inner = zipped({"عميق.txt": b"3"})
    fill(inbox, {"a.zip": zipped({"أ/ب.txt": b"1", "ج.csv": f"id,text\n7,{NEWS}\n".encode(), "inner.zip": inner})})
    report = bring(store, inbox / "a.zip")
    assert sorted(refs(store)) == ["7", "ب", "عميق"]
    assert [str(each.file.relative_to(inbox)) for each in report.files] == [
        "a.zip/inner.zip/عميق.txt",
        "a.zip/أ/ب.txt",
        "a.zip/ج.csv",
    ]
    assert [path.name for path in inbox.iterdir()] == ["a.zip"]


def test_what_an_archive_had_that_is_refused_is_kept_beside_it_to_be_mended(store, inbox):
    files = {
        "a.jsonl": b'{"text": "x"}\n{"text"\n',
        "b.txt": NEWS.encode()[:9] + b"\xff" + NEWS.encode(),
        "c.txt": b"c",
    }
    fill(inbox, {"news.zip": zipped(files)})
    report = bring(store, inbox / "news.zip")
    kept = inbox / "news.rejected"
    assert sorted(report.rejects) == [kept, kept / "a.rejected.jsonl"]
    assert (kept / "b.txt").read_bytes() == files["b.txt"]
    (kept / "b.txt").write_text("mended", encoding="utf-8")
    (kept / "a.rejected.jsonl").write_text('{"text": "y"}\n', encoding="utf-8")
    assert bring(store, kept).added == 2


def test_names_in_an_archive_of_an_old_system_are_read(store, inbox):
    with zipfile.ZipFile(inbox / "a.zip", "w") as archive:
        archive.writestr("xxxx.txt", "خبر")
    raw = (inbox / "a.zip").read_bytes().replace(b"xxxx", "سدود".encode("cp1256"))
    (inbox / "a.zip").write_bytes(raw)
    bring(store, inbox / "a.zip")
    assert refs(store) == ["سدود"]


def refusals(report: Report) -> dict[str, str]:
    return {each.file.name: each.reason for each in report.rejected}


def test_a_name_that_points_outside_is_refused(store, inbox):
    fill(inbox, {"a.zip": zipped({"../../evil.txt": b"x", "/abs.txt": b"y", "good.txt": b"z"})})
    told = refusals(bring(store, inbox / "a.zip"))
    assert "points outside" in told["evil.txt"] and "points outside" in told["abs.txt"]
    assert refs(store) == ["good"]
    assert not list(inbox.parent.rglob("evil*"))


def test_a_bomb_is_refused_and_its_neighbours_come_in(store, inbox):
    fill(inbox, {"a.zip": zipped({"bomb.txt": bytes(64 << 20), "good.txt": b"z"})})
    assert refusals(bring(store, inbox / "a.zip")) == {
        "bomb.txt": "It would unpack to 64 million bytes from 1 million: such a file is made to fill a disk."
    }
    assert refs(store) == ["good"]


def test_archives_in_archives_have_an_end(store, inbox):
    content = zipped({"a.txt": b"x"})
    for _ in range(4):
        content = zipped({"in.zip": content, "b.txt": str(len(content)).encode()})
    fill(inbox, {"a.zip": content})
    report = bring(store, inbox / "a.zip")
    assert report.added == 3
    assert [each.reason for each in report.rejected] == [
        "It is an archive in an archive in an archive in an archive: unpack it first."
    ]


def test_a_locked_member_is_refused(store, inbox):
    raw = bytearray(zipped({"a.txt": b"x", "b.txt": b"y"}))
    at = raw.index(b"PK\1\2")
    raw[at + 8] |= 1
    raw[6] |= 1
    fill(inbox, {"a.zip": bytes(raw)})
    assert refusals(bring(store, inbox / "a.zip")) == {
        "a.txt": "It is locked with a password: unpack it and import the file itself."
    }
    assert refs(store) == ["b"]


def test_a_dry_run_shows_what_would_come_in_and_of_what_the_rest_is_a_duplicate(store, inbox):
    fill(inbox, {"there.txt": "خبر قديم"})
    bring(store, inbox / "there.txt")
    fill(inbox, {"b.txt": "خبر قديم", "c.txt": NEWS, "d.txt": NEWS, "e.txt": b"\xff\0", "f.txt": NEWS.encode("cp1256")})
    for report in (bring(store, inbox, dry_run=True), bring(store, inbox)):
        assert [(each.ref, each.start, each.letters) for each in report.previews] == [("c", NEWS, len(NEWS))]
        twins = [(each.file.name, each.ref, each.twice) for each in report.twins]
        assert twins == [
            ("b.txt", "there", False),
            ("d.txt", "c", True),
            ("f.txt", "c", True),
            ("there.txt", "there", False),
        ]
        assert list(refusals(report)) == ["e.txt"]
        assert [(note.file.name, str(note.note)) for note in report.notes] == [("f.txt", "decoded as windows-1256")]


def test_a_dry_run_leaves_no_trace(store, inbox):
    fill(inbox, {"a.zip": zipped({"x.txt": b"\xff\0", "y.jsonl": b"{\n"}), "b.csv": "text\n,\n"})
    before = sorted(path.name for path in inbox.rglob("*"))
    assert bring(store, inbox, dry_run=True, fields={"text": "text"}).rejected
    assert sorted(path.name for path in inbox.rglob("*")) == before
    assert store.note("columns") is None


def test_a_file_in_another_format_than_its_name_says_is_told(store, inbox):
    fill(inbox, {"a.txt": json.dumps({"text": "خبر"}) + "\n"})
    report = bring(store, inbox / "a.txt")
    assert [str(each.note) for each in report.notes] == ["read as jsonl, which its content is, whatever its name says"]


def test_chosen_columns_are_remembered_for_files_with_the_same_ones(store, inbox):
    fill(inbox, {"a.csv": "text,متن,no\nx,خبر,1\n", "b.csv": "متن,text,no\nآخر,y,2\n", "c.csv": "text,other\nثالث,z\n"})
    assert {each.name: each.part for each in columns(inbox / "a.csv")} == {"text": "text", "متن": None, "no": None}
    bring(store, inbox / "a.csv", fields={"text": "متن", "ref": "no"})
    report = bring(store, inbox / "b.csv", inbox / "c.csv")
    assert [each.fields for each in report.files] == [{"text": "متن", "ref": "no"}, {}]
    assert {article.ref: article.text for article in store.articles()} == {"1": "خبر", "2": "آخر", "c-2": "ثالث"}


def test_nothing_unpacked_stays_behind(store, inbox, tmp_path, monkeypatch):
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    fill(inbox, {"a.zip": zipped({"x.txt": b"\xff\0", "y.txt": b"y", "z.zip": zipped({"v.txt": b"v"})})})
    bring(store, inbox, dry_run=True)
    assert os.listdir(scratch) == []  # noqa: PTH208 - only the names
    bring(store, inbox)
    assert os.listdir(scratch) == []  # noqa: PTH208 - as above


@pytest.mark.parametrize("dry_run", [True, False])
def test_it_tells_how_far_it_is_and_can_be_stopped(store, inbox, dry_run):
    fill(inbox, {"a.zip": zipped({f"{n}.txt": f"خبر {n} {NEWS * 50}".encode() for n in range(450)})})
    heard: list[tuple[int, int]] = []
    report = bring(
        store, inbox, dry_run=dry_run, report=lambda *at: heard.append(at), cancelled=lambda: len(heard) == 2
    )
    size = (inbox / "a.zip").stat().st_size
    assert report.cancelled and 0 < report.added < 450
    assert len(refs(store)) == (0 if dry_run else report.added)
    assert [total for _, total in heard] == [size, size]
    assert heard[0][0] == 0 < heard[1][0] < size
    bring(store, inbox)
    assert len(refs(store)) == 450
