"""Files into the project: everything that can come in comes in once, and what cannot is told and kept to be mended."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from app.domain.annotation import Progress
from app.domain.article import checksum
from app.domain.edit import making
from app.exchange.errors import UnknownFormat
from app.store import Stamp, Store
from app.workbench.intake import Report, import_files
from app.workbench.outgo import export_jsonl
from tests.store.making import undo_title

SHARED = Path(__file__).parents[2] / "../shared"
NEWS = "قالت وزيرة المياه، ليلى حداد: «لن نخفض حصة المزارعين هذا العام».\n"


@pytest.fixture
def example() -> dict[str, Any]:
    file = SHARED / "gold-example.jsonl"
    if not file.exists():
        pytest.skip("needs ../shared/gold-example.jsonl")
    record: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return record


def bring(store: Store, *files: Path, **options: Any) -> Report:
    return import_files(store, files, author="a1", **options)


def write(path: Path, *lines: Any) -> Path:
    """Records as lines of JSON, texts and bytes as they are."""
    raw = [line if isinstance(line, bytes) else text_of(line).encode() for line in lines]
    path.write_bytes(b"".join(line + b"\n" for line in raw))
    return path


def text_of(line: Any) -> str:
    return line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)


def counted(report: Report) -> tuple[int, int, int, int]:
    return report.added, report.marks, report.duplicates, len(report.rejected)


def refs(store: Store) -> list[str]:
    return [article.ref for article in store.articles()]


def renamed(record: dict[str, Any], ref: str, text: str | None = None) -> dict[str, Any]:
    """Another article's line with the same ids."""
    text = record["text"] if text is None else text
    return json.loads(json.dumps(record)) | {"doc_id": ref, "text": text, "sha256": checksum(text)}


class TestPlainText:
    def test_a_file_becomes_an_article_named_after_it(self, store, inbox):
        report = bring(store, write(inbox / "خبر.txt", NEWS))
        assert counted(report) == (1, 0, 0, 0)
        article = store.article_by_ref("خبر")
        assert (article.text, article.title) == (NEWS + "\n", None)

    def test_the_same_file_again_adds_nothing(self, store, inbox):
        file = write(inbox / "a.txt", NEWS)
        bring(store, file)
        assert counted(bring(store, file, file)) == (0, 0, 2, 0)
        assert refs(store) == ["a"]

    def test_the_same_text_under_another_name_is_a_duplicate(self, store, inbox):
        assert counted(bring(store, write(inbox / "a.txt", NEWS), write(inbox / "b.txt", NEWS))) == (1, 0, 1, 0)

    def test_another_text_under_the_same_name_gets_a_ref_of_its_own(self, store, inbox, tmp_path):
        first, other = write(inbox / "a.txt", "خبر"), write(tmp_path / "a.txt", "خبر آخر")
        assert bring(store, first, other).added == 2
        assert refs(store) == ["a", f"a-{checksum('خبر آخر' + chr(10))[:8]}"]
        assert counted(bring(store, first, other)) == (0, 0, 2, 0)

    def test_another_encoding_is_told(self, store, inbox):
        file = inbox / "a.txt"
        file.write_bytes(NEWS.encode("cp1256"))
        report = bring(store, file)
        assert [(note.file, str(note.note)) for note in report.notes] == [(file, "decoded as windows-1256")]
        assert store.article_by_ref("a").text == NEWS

    def test_what_cannot_come_in_does_not_keep_its_neighbours_out(self, store, inbox):
        files = [
            write(inbox / "a.txt", NEWS),
            write(inbox / "b.txt", NEWS.encode() + b"\xff"),
            write(inbox / "c.pdf", b"%PDF-1.7"),
            inbox / "gone.txt",
            inbox / "empty",
            write(inbox / "z.txt", "آخر"),
        ]
        (inbox / "empty").mkdir()
        report = bring(store, *files)
        assert refs(store) == ["a", "z"]
        assert [(each.file, each.line) for each in report.rejected] == [(file, None) for file in files[1:5]]
        assert f"Byte {len(NEWS.encode()) + 1} is not valid UTF-8" in report.rejected[0].reason
        assert report.rejects == []


class TestTextFields:
    def test_real_paragraphs_come_in_once(self, store):
        file = SHARED / "corpora/armpro_dev.jsonl"
        if not file.exists():
            pytest.skip("needs ../shared/corpora/armpro_dev.jsonl")
        assert counted(bring(store, file, field="paragraph", format="jsonl")) == (672, 0, 0, 0)
        assert counted(bring(store, file, format="jsonl")) == (0, 0, 672, 0)
        for line in file.read_text(encoding="utf-8").split("\n")[:20]:
            record = json.loads(line)
            article = store.article_by_ref(record["paragraph_id"])
            assert article.text == record["paragraph"]
            assert json.loads(article.meta.extra)["labels"] == record["labels"]

    def test_an_id_keeps_equal_texts_apart(self, store, inbox):
        file = write(inbox / "a.jsonl", {"id": 1, "text": "خبر"}, {"id": 2, "text": "خبر"})
        assert counted(bring(store, file)) == (2, 0, 0, 0)
        assert counted(bring(store, file)) == (0, 0, 2, 0)

    def test_without_an_id_equal_texts_are_one(self, store, inbox):
        file = write(inbox / "a.jsonl", {"text": "خبر"}, {"text": "خبر"}, {"text": "آخر"})
        assert counted(bring(store, file)) == (2, 0, 1, 0)
        assert refs(store) == ["a-1", "a-3"]

    def test_without_an_id_a_taken_ref_gives_way(self, store, inbox):
        bring(store, write(inbox / "a.jsonl", {"text": "خبر"}))
        assert bring(store, write(inbox / "a.jsonl", {"text": "آخر"})).added == 1
        assert refs(store) == ["a-1", f"a-1-{checksum('آخر')[:8]}"]

    def test_an_id_that_another_text_has_is_refused(self, store, inbox):
        report = bring(store, write(inbox / "a.jsonl", {"id": "x", "text": "خبر"}, {"id": "x", "text": "آخر"}))
        assert counted(report) == (1, 0, 0, 1)
        assert report.rejected[0].reason.startswith("The project has another text under the ref x")

    def test_gold_lines_are_not_stripped_of_their_marks_by_mistake(self, store, inbox, example):
        report = bring(store, write(inbox / "a.jsonl", example), format="jsonl")
        assert counted(report) == (0, 0, 0, 1)
        assert "import it with the format tawsim" in report.rejected[0].reason


class TestBrokenLines:
    def test_good_lines_come_in_and_broken_ones_are_told_by_number_and_kept(self, store, inbox, example):
        spoilt = renamed(example, "spoilt")
        spoilt["cues"][0]["text"] = "قال"
        lines = ['{"schema": "tawsim/1",', text_of(example), "", text_of(spoilt), b"\xff"]
        report = bring(store, write(inbox / "gold.jsonl", *lines))
        assert counted(report) == (1, 9, 0, 3)
        assert [each.line for each in report.rejected] == [1, 4, 5]
        assert report.rejected[0].reason.startswith("Not valid JSON at column 23")
        assert report.rejected[1].reason.startswith("The mark c1 says “قال”")
        (rejects,) = report.rejects
        assert rejects == inbox / "gold.rejected.jsonl"
        assert rejects.read_bytes() == b"\n".join([lines[0].encode(), lines[3].encode(), lines[4], b""])
        reasons = (inbox / "gold.rejected.reasons.txt").read_text(encoding="utf-8").splitlines()
        assert [reason.split(": ")[0] for reason in reasons] == [
            "1 (gold.jsonl:1)",
            "2 (gold.jsonl:4)",
            "3 (gold.jsonl:5)",
        ]

    def test_the_mended_file_comes_in(self, store, inbox, example):
        file = write(inbox / "a.jsonl", example, '{"text": ')
        (rejects,) = bring(store, file).rejects
        write(rejects, renamed(example, "mended"))
        report = bring(store, rejects)
        assert counted(report) == (1, 9, 0, 0)
        assert refs(store) == ["demo-001", "mended"]

    def test_rejects_of_a_folder_that_is_gone_lie_beside_the_project(self, store, inbox, monkeypatch):
        file = write(inbox / "a.jsonl", "{")
        monkeypatch.setattr("app.exchange.rejects.Rejects._leave_in", beside_only(store.path.parent))
        assert bring(store, file).rejects == [store.path.parent / "a.rejected.jsonl"]

    def test_a_dry_run_writes_nothing_at_all(self, store, inbox, example):
        other = renamed(example, "other")
        other["layer"] = "b"
        lines = [example, example, other, "{", {"schema": "tawsim/1"}]
        report = bring(store, write(inbox / "a.jsonl", *lines), write(inbox / "a.txt", NEWS), dry_run=True)
        assert (report.added, report.duplicates, len(report.rejected)) == (2, 1, 3)
        assert refs(store) == []
        assert store.journal() == []
        assert sorted(file.name for file in inbox.iterdir()) == ["a.jsonl", "a.txt"]

    @pytest.mark.parametrize("dry_run", [False, True])
    def test_a_dry_run_tells_what_the_run_would_do(self, store, inbox, example, dry_run):
        changed = renamed(example, "demo-001")
        changed["entities"][0]["note"] = "x"
        lines = [example, changed, renamed(example, "demo-001", "نص آخر"), example, {"id": 1, "text": "a"}]
        texts = write(inbox / "b.jsonl", {"id": 1, "text": "a"}, {"id": 1, "text": "b"}, {"text": "a"}, {"text": "c"})
        report = bring(store, write(inbox / "a.jsonl", *lines), texts, dry_run=dry_run)
        assert counted(report) == (3, 9, 2, 4)
        assert [each.line for each in report.rejected] == [2, 3, 5, 2]


def beside_only(folder: Path):
    """``Rejects._leave_in`` that can write to no other folder."""
    from app.exchange.errors import CannotWrite
    from app.exchange.rejects import Rejects

    real = Rejects._leave_in

    def leave_in(self: Rejects, asked: Path) -> Path:
        if asked != folder:
            raise CannotWrite("{path}", path=asked)
        return real(self, asked)

    return leave_in


class TestGoldLines:
    def test_the_example_comes_in_and_goes_out_byte_for_byte(self, store, inbox, tmp_path):
        source = SHARED / "gold-example.jsonl"
        if not source.exists():
            pytest.skip("needs ../shared/gold-example.jsonl")
        file = shutil.copy(source, inbox / "gold.jsonl")
        assert counted(bring(store, file)) == (1, 9, 0, 0)
        assert export_jsonl(store, tmp_path / "out.jsonl").lines == 1
        assert (tmp_path / "out.jsonl").read_bytes() == source.read_bytes()
        assert store.integrity() == []

    def test_it_is_journaled_and_cannot_be_undone_by_accident(self, store, inbox, example):
        bring(store, write(inbox / "a.jsonl", example))
        (entry,) = store.journal()
        assert (entry.op, entry.layer, entry.author) == ("import", "gold", "a1")
        assert undo_title(store, "gold") is None

    def test_the_same_lines_again_add_nothing(self, store, inbox, example):
        lines = [renamed(example, f"d{at}") for at in range(3)]
        file = write(inbox / "a.jsonl", *lines)
        assert counted(bring(store, file)) == (3, 27, 0, 0)
        counts = store.counts()
        assert counted(bring(store, file)) == (0, 0, 3, 0)
        assert store.counts() == counts

    def test_ids_that_other_marks_have_are_changed_everywhere_in_the_line(self, store, inbox, example, tmp_path):
        example["relations"] = [{"id": "r1", "type": "near", "from": "e1", "to": "e2", "why": [1]}]
        report = bring(store, write(inbox / "a.jsonl", example, renamed(example, "twin")))
        assert counted(report) == (2, 18, 0, 0)
        assert [str(each.note) for each in report.notes] == [
            "twin: 10 ids belong to other marks of the project; here they have new ones."
        ]
        export_jsonl(store, tmp_path / "out.jsonl")
        first, second = (json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines())
        ids = [{each["id"] for each in line["entities"]} for line in (first, second)]
        assert not ids[0] & ids[1]
        assert second["quotes"][0]["speaker"]["mention_ids"] == [second["entities"][1]["id"]]
        assert second["relations"][0]["why"] == [1]
        assert store.integrity() == []

    def test_a_project_comes_back_byte_for_byte_from_its_own_export(self, store, inbox, example, tmp_path):
        bring(store, write(inbox / "a.jsonl", example, renamed(example, "twin"), renamed(example, "third")))
        export_jsonl(store, tmp_path / "first.jsonl")
        with Store.create(tmp_path / "fresh.tawsim", store.codebook()) as fresh:
            bring(fresh, tmp_path / "first.jsonl")
            export_jsonl(fresh, tmp_path / "second.jsonl")
        assert (tmp_path / "first.jsonl").read_bytes() == (tmp_path / "second.jsonl").read_bytes()

    def test_an_article_that_is_there_gains_the_layer(self, store, inbox, example):
        (inbox / "demo-001.txt").write_text(example["text"], encoding="utf-8")
        bring(store, inbox / "demo-001.txt")
        report = bring(store, write(inbox / "a.jsonl", example))
        assert (report.added, report.pages, report.marks) == (0, 1, 9)
        assert len(store.annotations(store.article_by_ref("demo-001").id, "gold")) == 9
        assert [str(each.note) for each in report.notes] == [
            "demo-001: the title, metadata and zones of the project stay; the line has others."
        ]

    def test_another_layer_may_be_named(self, store, inbox, example, tmp_path):
        file = write(inbox / "a.jsonl", example)
        bring(store, file)
        report = bring(store, file, layer="b2")
        assert (report.added, report.pages, report.marks) == (0, 1, 9)
        assert store.layers() == ["b2", "gold"]
        assert counted(bring(store, file, layer="b2")) == (0, 0, 1, 0)
        export_jsonl(store, tmp_path / "out.jsonl", layer="b2")
        (line,) = (json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines())
        assert {line["layer"], *(mark["layer"] for mark in line["entities"])} == {"b2"}

    def test_a_layer_that_says_something_else_already_is_left_alone(self, store, inbox, example):
        bring(store, write(inbox / "a.jsonl", example))
        example["entities"][0]["note"] = "changed"
        report = bring(store, write(inbox / "b.jsonl", example))
        assert counted(report) == (0, 0, 0, 1)
        assert report.rejected[0].reason.startswith("demo-001 already has other marks in layer gold")

    def test_what_stayed_behind_comes_in_with_the_next_import_of_the_line(self, store, inbox):
        line = {"id": 1, "text": "وصل سامي خليل إلى حلب.", "label": [[4, 13, "PERS"], [18, 21, "CITY"]]}
        file = write(inbox / "a.jsonl", line)
        report = bring(store, file)
        assert (report.added, report.marks, len(report.rejected)) == (1, 1, 1)
        article = store.article_by_ref("1").id
        assert store.progress(article, "doccano").status == "in_progress"
        named = bring(store, file, names={"CITY": "GPE"})
        assert (named.added, named.marks, named.rejected) == (0, 1, [])
        assert [each.label for each in store.annotations(article, "doccano")] == ["PERS", "GPE"]
        assert store.progress(article, "doccano").status == "done"
        assert counted(bring(store, file, names={"CITY": "GPE"})) == (0, 0, 1, 0)

    def test_what_somebody_erased_does_not_come_back_with_the_line(self, store, inbox):
        line = {"id": 1, "text": "وصل سامي خليل إلى حلب.", "label": [[4, 13, "PERS"], [18, 21, "GPE"]]}
        file = write(inbox / "a.jsonl", line)
        bring(store, file)
        article = store.article_by_ref("1").id
        erased = making("Erase", store.annotations(article, "doccano")[0]).inverse()
        store.write(erased, Stamp("doccano", "sana", "2026-05-01T10:00:00Z", 1))
        assert len(bring(store, file).rejected) == 1
        assert [each.label for each in store.annotations(article, "doccano")] == ["GPE"]

    def test_a_layer_that_was_opened_but_has_no_marks_takes_them(self, store, inbox, example):
        (inbox / "demo-001.txt").write_text(example["text"], encoding="utf-8")
        bring(store, inbox / "demo-001.txt")
        article = store.article_by_ref("demo-001").id
        begun = Progress(article, "gold", "in_progress", ("zz",))
        store.write(making("x", begun), Stamp("gold", "zz", "2026-11-23T09:00:00Z", 1))
        assert bring(store, write(inbox / "a.jsonl", example)).marks == 9
        assert store.progress(article, "gold") == Progress(article, "gold", "done", ("a1", "a2", "zz"))

    def test_a_ref_with_another_text_is_refused(self, store, inbox, example):
        report = bring(
            store, write(inbox / "a.jsonl", {"id": "demo-001", "text": "نص آخر"}), write(inbox / "b.jsonl", example)
        )
        assert counted(report) == (1, 0, 0, 1)

    def test_the_register_is_shared_by_entries_that_mean_the_same(self, store, inbox, example):
        report = bring(store, write(inbox / "a.jsonl", example, renamed(example, "twin")))
        assert [entry.id for entry in store.register()] == ["E1"]
        assert report.rejected == []

    def test_another_entry_under_the_same_id_gets_one_of_its_own(self, store, inbox, example):
        other = renamed(example, "twin")
        other["register"][0]["name"] = "ليلى خوري"
        third = renamed(other, "third")
        report = bring(store, file := write(inbox / "a.jsonl", example, other, third))
        assert sorted(entry.name for entry in store.register()) == ["ليلى حداد", "ليلى خوري"]
        assert sum("The register has another entry E1" in str(each.note) for each in report.notes) == 2
        assert counted(bring(store, file)) == (0, 0, 3, 0)

    def test_aliases_that_the_register_does_not_have_are_told(self, store, inbox, example):
        other = renamed(example, "twin")
        other["register"][0]["aliases"] = ["أم علي"]
        report = bring(store, write(inbox / "a.jsonl", example, other))
        assert any("aliases and knowledge base id" in str(each.note) for each in report.notes)
        assert store.entry("E1").aliases == ()

    def test_lines_made_with_another_codebook_are_told_once(self, store, inbox, example):
        example["codebook"]["version"] = 7
        report = bring(store, write(inbox / "a.jsonl", example, renamed(example, "twin")))
        assert report.marks == 18
        said = "made with the codebook arabic-news version 7; the project's is arabic-news version 1"
        assert [str(each.note) for each in report.notes if each.line is None] == [said]


class TestTheRunItself:
    def test_an_unknown_format_is_refused_before_anything_is_read(self, store, inbox):
        with pytest.raises(UnknownFormat):
            bring(store, write(inbox / "a.txt", NEWS), format="odt")
        assert refs(store) == []

    def test_a_format_that_is_named_is_not_guessed(self, store, inbox):
        assert bring(store, write(inbox / "a.jsonl", {"text": "خبر"}), format="text").added == 1
        assert store.article_by_ref("a").text == '{"text": "خبر"}\n'

    def test_it_tells_how_far_it_is_in_bytes(self, store, inbox):
        file = write(inbox / "a.jsonl", *({"id": at, "text": "خبر"} for at in range(450)))
        told: list[tuple[int, int]] = []
        bring(store, file, report=lambda done, total: told.append((done, total)))
        size = file.stat().st_size
        assert told[0] == (0, size)
        assert told[-1] == (size, size)
        assert [done for done, _ in told] == sorted(done for done, _ in told)

    def test_what_was_done_before_a_stop_stays_and_the_rest_comes_with_the_next_run(self, store, inbox):
        file = write(inbox / "a.jsonl", "{", *({"id": at, "text": "خبر"} for at in range(450)))
        asked: list[int] = []
        report = bring(store, file, cancelled=lambda: len(asked) > 1, report=lambda done, total: asked.append(done))
        assert report.cancelled
        assert 0 < report.added < 450
        assert report.rejects == [inbox / "a.rejected.jsonl"]
        assert bring(store, file).added == 450 - report.added

    def test_a_run_that_is_torn_off_leaves_its_rejects(self, store, inbox):
        file = write(inbox / "a.jsonl", "{", *({"id": at, "text": "خبر"} for at in range(450)))

        def tear(done: int, total: int) -> None:
            if done:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            bring(store, file, report=tear)
        assert (inbox / "a.rejected.jsonl").read_bytes() == b"{\n"
        assert store.counts()["articles"] == 199

    def test_a_window_can_write_between_two_batches(self, store, inbox):
        file = write(inbox / "a.jsonl", *({"id": at, "text": "خبر"} for at in range(450)))

        def another_window(done: int, total: int) -> None:
            with Store.open(store.path) as other:
                other.set_note("seen", str(done))

        assert bring(store, file, report=another_window).added == 450
        assert store.note("seen") == str(file.stat().st_size)


def test_all_comes_in_also_while_somebody_waits_to_write_after_every_article(store, inbox, monkeypatch):
    monkeypatch.setattr(Store, "wanted", True)
    lines = [{"id": f"n{number}", "text": f"خبر رقم {number} عن الميناء."} for number in range(70)]
    report = bring(store, write(inbox / "a.jsonl", *lines, "{", lines[0]))
    assert (report.added, report.duplicates, len(report.rejected)) == (70, 1, 1)
    assert store.counts()["articles"] == 70
    assert bring(store, inbox / "a.jsonl").added == 0
