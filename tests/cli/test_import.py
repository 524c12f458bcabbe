"""Articles and marks from files: what can come in does, and what cannot is told and kept."""

from __future__ import annotations

import json
import os
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from app.store import Store
from tests.cli.conftest import NEWS, SHARED, Say, gold, type_


def texts(project: Path) -> dict[str, str]:
    with Store.open(project, readonly=True) as store:
        return {article.ref: article.text for article in store.articles()}


def write_lines(path: str, *records: Any) -> Path:
    """Records as JSON, texts as they are, a line each."""
    lines = (each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in records)
    Path(path).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return Path(path)


@pytest.fixture
def exported(say: Say, here: Path) -> Path:
    """A dataset of two lines from another project."""
    say("new", "other.tawsim")
    for ref in ("a", "b"):
        gold(here / "other.tawsim", ref, NEWS.replace("71", ref))
    say("export", "other.tawsim", "other.jsonl")
    return here / "other.jsonl"


def test_text_files_become_articles_named_after_them(say: Say, project: Path) -> None:
    for name in ("سد", "نهر"):
        Path(f"{name}.txt").write_bytes(f"\ufeff{name}\r\n{NEWS}".encode())
    heard = say("import", project, "سد.txt", "نهر.txt")
    assert (heard.status, heard.err) == (0, "")
    assert heard.out == "imported: 2 articles, 0 marks; here already: 0; rejected: 0\n"
    assert texts(project) == {"سد": f"سد\n{NEWS}", "نهر": f"نهر\n{NEWS}"}


def test_what_came_in_can_be_searched_at_once(say: Say, project: Path) -> None:
    Path("a.txt").write_text(NEWS, encoding="utf-8")
    say("import", project, "a.txt")
    with Store.open(project, readonly=True) as store:  # which could not index anything itself
        assert len(store.search("وادي")) == 1


def test_the_same_files_again_add_nothing(say: Say, project: Path) -> None:
    Path("a.txt").write_text(NEWS, encoding="utf-8")
    say("import", project, "a.txt")
    heard = say("import", project, "a.txt", "--json")
    assert (heard.status, heard.json["articles"], heard.json["duplicates"]) == (0, 0, 1)


def test_json_lines_bring_texts_with_what_is_known_of_them(say: Say, project: Path) -> None:
    write_lines("a.jsonl", {"id": 7, "title": "السدود", "text": NEWS, "page": 3}, {"content": "نص\n"})
    heard = say("import", project, "a.jsonl", "--json")
    assert heard.status == 0
    assert (heard.json["articles"], heard.json["marks"]) == (2, 0)
    with Store.open(project, readonly=True) as store:
        known, other = store.articles()
    assert (known.ref, known.title, known.meta.extra) == ("7", "السدود", '{"page":3}')
    assert (other.ref, other.text) == ("a-2", "نص\n")


def test_the_field_of_the_text_can_be_named(say: Say, project: Path) -> None:
    write_lines("a.jsonl", {"text": "عنوان", "خبر": NEWS})
    assert say("import", project, "a.jsonl", "--field", "خبر").status == 0
    assert list(texts(project).values()) == [NEWS]


def test_a_format_can_be_named(say: Say, project: Path) -> None:
    Path("notes").write_text('{"text": "سطر"}\n', encoding="utf-8")
    say("import", project, "notes", "--format", "text")
    assert texts(project) == {"notes": '{"text": "سطر"}\n'}


def test_gold_lines_bring_their_marks(say: Say, project: Path, exported: Path) -> None:
    heard = say("import", project, exported)
    assert (heard.status, heard.out) == (0, "imported: 2 articles, 2 marks; here already: 0; rejected: 0\n")
    assert list(say("info", project, "--json").json["layers"]) == ["sana"]


def test_marks_can_go_into_another_layer(say: Say, project: Path, exported: Path) -> None:
    say("import", project, exported, "--layer", "gold")
    assert list(say("info", project, "--json").json["layers"]) == ["gold"]


def test_a_dry_run_says_the_same_and_changes_nothing(say: Say, project: Path, exported: Path) -> None:
    with exported.open("a", encoding="utf-8") as file:
        file.write("{broken\n")
    before = project.read_bytes()
    rehearsed = say("import", project, exported, "--dry-run", "--json")
    assert project.read_bytes() == before
    assert texts(project) == {}
    assert not list(Path.cwd().glob("*.rejected*"))
    assert say("import", project, exported, "--dry-run").out.startswith("would come in: 2 articles, 2 marks;")
    done = say("import", project, exported, "--json")
    assert rehearsed.status == done.status == 1
    same = ("articles", "marks", "duplicates", "rejected", "notes")
    assert [rehearsed.json[key] for key in same] == [done.json[key] for key in same]


def test_a_broken_line_is_told_kept_and_comes_in_when_mended(say: Say, project: Path, exported: Path) -> None:
    first, second = exported.read_text(encoding="utf-8").splitlines()
    write_lines("x.jsonl", first, second[:-1])
    heard = say("import", project, "x.jsonl")
    assert (heard.status, heard.out) == (1, "imported: 1 article, 1 mark; here already: 0; rejected: 1\n")
    assert heard.sentences[0].startswith("x.jsonl:2: Not valid JSON at column ")
    rejects = Path("x.rejected.jsonl")
    assert heard.sentences[1] == f"rejected, to mend and import again: {rejects.resolve()}"
    assert rejects.read_text(encoding="utf-8") == second[:-1] + "\n"
    assert Path("x.rejected.reasons.txt").read_text(encoding="utf-8").startswith("1 (x.jsonl:2): Not valid JSON")
    rejects.write_text(second + "\n", encoding="utf-8")
    assert say("import", project, rejects).out == "imported: 1 article, 1 mark; here already: 0; rejected: 0\n"
    assert sorted(texts(project)) == ["a", "b"]


def test_one_reason_for_many_lines_is_told_a_few_times_with_how_often(say: Say, project: Path) -> None:
    write_lines("x.jsonl", *(f'{{"no": {number}}}' for number in range(40)))
    heard = say("import", project, "x.jsonl")
    reasons = [each for each in heard.sentences if each.startswith("x.jsonl:")]
    assert [each.partition(": ")[0] for each in reasons] == [f"x.jsonl:{line}" for line in range(1, 6)]
    assert reasons[-1].endswith("(35 more lines like it; --json has all)")
    assert len(say("import", project, "x.jsonl", "--json").json["rejected"]) == 40


def test_a_mark_that_is_not_in_its_text_is_refused_by_name(say: Say, project: Path, exported: Path) -> None:
    first, second = map(json.loads, exported.read_text(encoding="utf-8").splitlines())
    first["entities"][0]["fragments"][0][0] -= 1
    write_lines("x.jsonl", first, second)
    heard = say("import", project, "x.jsonl", "--json")
    assert heard.status == 1
    assert heard.json["articles"] == 1
    (rejected,) = heard.json["rejected"]
    assert (rejected["file"], rejected["line"]) == ("x.jsonl", 1)
    assert first["entities"][0]["id"] in rejected["reason"]
    assert heard.json["rejects_files"] == [str(Path("x.rejected.jsonl").resolve())]


def test_a_text_in_an_older_encoding_is_read_and_said(say: Say, project: Path) -> None:
    Path("old.txt").write_bytes(NEWS.encode("windows-1256"))
    heard = say("import", project, "old.txt")
    assert (heard.status, heard.sentences) == (0, ["old.txt: decoded as windows-1256"])
    assert texts(project) == {"old": NEWS}
    told = say("import", project, "old.txt", "--json").json
    assert told["notes"] == [{"file": "old.txt", "line": None, "note": "decoded as windows-1256"}]


def test_a_damaged_text_is_refused_with_the_byte(say: Say, project: Path) -> None:
    raw = bytearray(NEWS.encode())
    at = raw.index("مخزون".encode())
    raw[at] = 0xFF
    Path("bad.txt").write_bytes(raw)
    Path("good.txt").write_text(NEWS, encoding="utf-8")
    heard = say("import", project, "bad.txt", "good.txt")
    assert heard.status == 1
    assert heard.sentences[0].startswith(f"bad.txt: Byte {at + 1} is not valid UTF-8")
    assert list(texts(project)) == ["good"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.txt", None, "There is no file gone.txt."),
        ("page.pdf", b"%PDF-1.7\n", "The PDF file is damaged"),
        ("zero.txt", b"\0\0\0", "It holds NUL"),
        ("blank.txt", b" \n", "There is no text in it."),
        ("page.html", b"<script>1</script>", "There is no text in the page, only scripts"),
    ],
)
def test_a_file_that_brings_nothing_does_not_keep_others_out(
    say: Say, project: Path, name: str, content: bytes | None, said: str
) -> None:
    if content is not None:
        Path(name).write_bytes(content)
    Path("good.txt").write_text(NEWS, encoding="utf-8")
    heard = say("import", project, name, "good.txt")
    assert heard.status == 1
    assert len(heard.sentences) == 1
    assert heard.sentences[0].startswith(f"{name}: {said}")
    assert list(texts(project)) == ["good"]


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes only there")
def test_a_name_that_is_not_utf_8_keeps_nothing_out(say: Say, project: Path) -> None:
    for name in ("سد".encode("windows-1256"), "نهر".encode()):
        Path(os.fsdecode(name + b".txt")).write_bytes(name + NEWS.encode("windows-1256"))
    heard = say("import", project, *Path.cwd().glob("*.txt"))
    assert heard.status == 0
    assert sorted(texts(project)) == ["نهر", "\ufffd\ufffd"]


def test_a_folder_with_nothing_in_it_is_told(say: Say, project: Path) -> None:
    Path("folder").mkdir()
    heard = say("import", project, "folder")
    assert (heard.status, heard.sentences) == (1, ["folder: There is nothing to read in the folder folder."])


def test_the_reference_article_comes_in_as_it_is(say: Say, project: Path) -> None:
    file = SHARED / "articles/000_57f3cbd02e05244a.txt"
    if not file.exists():
        pytest.skip("needs ../shared/articles")
    heard = say("import", project, file)
    assert (heard.status, heard.err) == (0, "")
    assert texts(project) == {file.stem: file.read_bytes().decode().replace("\r\n", "\n").removeprefix("\ufeff")}
    assert say("check", project).status == 0


def test_a_folder_an_archive_and_a_pipe_come_in_together(project: Path) -> None:
    Path("in").mkdir()
    Path("in/a.txt").write_text("أ", encoding="utf-8")
    with zipfile.ZipFile("b.zip", "w") as archive:
        archive.writestr("b.html", f"<p>{NEWS}</p>")
    heard = type_("import", project, "in", "b.zip", "-", "--json", input=json.dumps({"id": "c", "text": "ج"}) + "\n")
    assert heard.status == 0, heard.err
    assert [(each["file"], each["format"]) for each in heard.json["files"]] == [
        ("in/a.txt", "text"),
        ("b.zip/b.html", "html"),
        ("stdin", "jsonl"),
    ]
    assert sorted(texts(project)) == ["a", "b", "c"]


def test_columns_are_listed_and_chosen(say: Say, project: Path) -> None:
    Path("a.csv").write_text(f"رقم,خلاصة,نص\n9,قصير,{NEWS.strip().replace(',', ' ')}\n", encoding="utf-8")
    heard = say("import", project, "a.csv", "--columns", "--json")
    assert [(each["name"], each["part"]) for each in heard.json["a.csv"]] == [
        ("رقم", "ref"),
        ("خلاصة", None),
        ("نص", "text"),
    ]
    assert say("import", project, "a.csv", "--columns").out.splitlines()[1] == "a.csv\tخلاصة\t-\tقصير"
    assert say("import", project, "a.csv", "--column", "text=خلاصة").status == 0
    assert texts(project) == {"9": "قصير"}


def test_a_part_that_no_article_has_is_wrong_use(say: Say, project: Path) -> None:
    heard = say("import", project, "a.csv", "--column", "body=x")
    assert heard.status == 2
    assert "the parts are text, ref, title, date, source, url" in heard.sentences[0]
