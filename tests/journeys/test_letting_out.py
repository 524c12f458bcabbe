"""Exports and releases from the window: losses are told first, choices are remembered, a shut gate says where."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.domain.annotation import DONE, Progress
from app.domain.edit import Change, Edit
from app.domain.span import Span
from app.store import Stamp
from app.ui.outgo.page import ExportPage
from app.ui.outgo.release import ReleasePage
from app.ui.outgo.showing import readable
from app.ui.words import tr
from tests.journeys.conftest import OpenReader, Reader


def settle(reader: Reader) -> None:
    for _ in range(800):
        QTest.qWait(10)
        pages = [page for page in reader.session.window.findChildren(ExportPage) if page.isVisible()]
        if not reader.session.window.files.busy and not any(page._pause.isActive() for page in pages):
            return
    raise AssertionError("the work did not end")


def finish(reader: Reader) -> None:
    bench = reader.bench
    assert bench.article is not None
    before = bench.store.progress(bench.article.id, bench.layer)
    bench.do(Edit("Done", (Change(before, Progress(bench.article.id, bench.layer, DONE, ("sana",))),)))


def opened(reader: Reader, key: str, page: type) -> ExportPage | ReleasePage:
    reader.press(key)
    settle(reader)
    (found,) = [each for each in reader.session.window.findChildren(page) if each.isVisible()]
    return found


def choose(page: ExportPage, box: str, value: str) -> None:
    widget = getattr(page.choosing, box)
    widget.setCurrentIndex(widget.findData(value))
    widget.activated.emit(widget.currentIndex())


def test_what_is_lost_is_told_before_anything_is_written(reader: Reader, tmp_path: Path) -> None:
    reader.mark("G", "بيروت")
    reader.quote_by_hand("العاصمة مستعدة")
    page = opened(reader, "Ctrl+E", ExportPage)
    assert page.seen is not None and page.seen.lost == {}
    assert "بيروت" in page.view.toPlainText()
    choose(page, "form", "doccano")
    settle(reader)
    assert page.seen.lost
    assert page.lost.count() == len(page.seen.lost)
    assert list(tmp_path.glob("*.jsonl")) == []
    page.export_to(tmp_path / "out.jsonl")
    settle(reader)
    told = json.loads((tmp_path / "out.losses.json").read_text(encoding="utf-8"))
    assert {each["what"]: each["count"] for each in told["lost"]} == page.seen.lost


def test_the_last_choice_is_there_the_next_time(reader: Reader, tmp_path: Path) -> None:
    reader.mark("G", "بيروت")
    page = opened(reader, "Ctrl+E", ExportPage)
    choose(page, "form", "doccano")
    page.choosing.names.setText("GPE=LOC")
    settle(reader)
    page.export_to(tmp_path / "out.jsonl")
    settle(reader)
    assert json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()[0])["label"][0][2] == "LOC"
    reader.press("Esc")
    page = opened(reader, "Ctrl+E", ExportPage)
    assert page.choosing.form.currentData() == "doccano"
    assert page.choosing.names.text() == "GPE=LOC"


def test_ctrl_enter_asks_where_to_from_any_field(reader: Reader, tmp_path: Path, monkeypatch) -> None:
    reader.mark("G", "بيروت")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gold"), ""))
    page = opened(reader, "Ctrl+E", ExportPage)
    page.choosing.names.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(reader)
    assert (tmp_path / "gold.jsonl").exists()
    assert str(tmp_path / "gold.jsonl") in page.note.text()


def test_the_preview_follows_other_names_while_they_are_typed(reader: Reader, tmp_path: Path) -> None:
    reader.mark("G", "بيروت")
    page = opened(reader, "Ctrl+E", ExportPage)
    choose(page, "form", "doccano")
    settle(reader)
    assert "GPE" in page.view.toPlainText()
    page.choosing.names.setFocus()
    QTest.keyClicks(page.choosing.names, "GPE=LOC")
    settle(reader)
    assert "GPE" not in page.view.toPlainText()
    page.export_to(tmp_path / "out.jsonl")
    settle(reader)
    assert f"\u2068{tmp_path / 'out.jsonl'}\u2069" in reader.said()


def test_a_wrong_pair_of_names_is_said_and_nothing_leaves(reader: Reader, tmp_path: Path) -> None:
    reader.mark("G", "بيروت")
    page = opened(reader, "Ctrl+E", ExportPage)
    page.choosing.names.setText("GPE")
    page.export_to(tmp_path / "out.jsonl")
    assert "GPE" in page.note.text()
    assert page.note.objectName() == "grave"
    assert not (tmp_path / "out.jsonl").exists()


def test_an_export_in_splits_makes_a_file_for_each(open_reader: OpenReader, tmp_path: Path) -> None:
    reader = open_reader(*(f"وصل وفد رقم {number} إلى بيروت." for number in range(10)))
    for row in reader.bench.store.queue(reader.bench.layer):
        reader.bench.open_article(row.id)
        reader.mark("G", "بيروت")
    page = opened(reader, "Ctrl+E", ExportPage)
    page.choosing.splits.setChecked(True)
    page.export_to(tmp_path / "gold.jsonl")
    settle(reader)
    sizes = {
        split: len((tmp_path / f"gold-{split}.jsonl").read_text(encoding="utf-8").splitlines())
        for split in ("train", "validation", "test")
    }
    assert sizes == {"train": 8, "validation": 1, "test": 1}


def test_right_to_left_values_keep_their_places_in_the_preview() -> None:
    shown = readable('{"text": "قال", "label": "PERS"}\n')
    assert '"text": "\u2068قال\u2069"' in shown
    assert '"label": "PERS"' in shown
    assert readable("بيروت\tB-LOC\n") == "\u2068بيروت\u2069\tB-LOC\n"
    assert readable("بيروت _ _ B-LOC\nمن O B-X\n") == "\u2068بيروت\u2069 _ _ B-LOC\n\u2068من\u2069 O B-X\n"
    assert readable("# text = قال John Smith\n") == "# text = \u2068قال John Smith\u2069\n"
    assert readable("T1\tPERS 0 3\tقال هو.\n") == "T1\tPERS 0 3\t\u2068قال هو.\u2069\n"


def test_a_record_that_is_cut_off_is_laid_out_as_the_whole_one_is() -> None:
    record = {
        "text": 'قال: «نعم»\n\\"',
        "marks": [{"at": [[0, 3], [5, 8]], "none": [], "no": {}, "is": None}],
        "x": 1.5,
    }
    whole = json.dumps(record, ensure_ascii=False)
    shown = readable(whole)
    for end in range(2, len(whole)):
        assert shown.replace("\u2069", "").startswith(readable(whole[:end]).replace("\u2069", "").split("\n")[0])
    assert readable(whole[:-1]) == shown.removesuffix("\n}")


def test_a_release_is_made_from_the_window(reader: Reader, tmp_path: Path) -> None:
    reader.mark("G", "بيروت")
    finish(reader)
    page = opened(reader, "Ctrl+Shift+R", ReleasePage)
    page.about.first.setText("akhbar")
    page.release_to(tmp_path / "release")
    settle(reader)
    assert (tmp_path / "release/SHA256SUMS").exists(), page.note.text()
    assert "1.0.0" in page.note.text()
    assert json.loads((tmp_path / "release/croissant.json").read_text(encoding="utf-8"))["name"] == "akhbar"
    reader.press("Esc")
    page = opened(reader, "Ctrl+Shift+R", ReleasePage)
    assert page.about.first.text() == "akhbar"


def test_a_shut_gate_lists_its_articles_and_enter_opens_one(open_reader: OpenReader, tmp_path: Path) -> None:
    reader = open_reader("وصل وفد إلى دمشق.", "وصل وفد إلى بيروت، وقال الوزير إن «الأمر حُسم».")
    second = reader.bench.store.queue(reader.bench.layer)[1].id
    reader.bench.open_article(second)
    reader.quote_by_hand("الأمر")
    finish(reader)
    reader.bench.open_article(reader.bench.store.queue(reader.bench.layer)[0].id)
    page = opened(reader, "Ctrl+Shift+R", ReleasePage)
    page.gates.findings.setCurrentIndex(page.gates.findings.findData("doubt"))
    page.release_to(tmp_path / "release")
    settle(reader)
    assert not (tmp_path / "release").exists()
    assert page.articles.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert reader.bench.article is not None and reader.bench.article.id == second


def test_agreement_is_told_on_the_page_before_anything_is_released(reader: Reader, tmp_path: Path) -> None:
    reader.mark("G", "بيروت")
    finish(reader)
    page = opened(reader, "Ctrl+Shift+R", ReleasePage)
    assert page.agreed.text() == tr("Agreement: there is none to measure, no two people did the same article.")
    reader.press("Esc")
    bench = reader.bench
    assert bench.article is not None
    (mine,) = [mark for mark in bench.marks if mark.kind == "entity"]
    start = bench.article.text.index("بغداد")
    theirs = [
        replace(mine, id="b1", layer="badr"),
        replace(mine, id="b2", layer="badr", fragments=(Span(start, start + 5),), exact="بغداد"),
    ]
    done = Progress(bench.article.id, "badr", DONE, ("badr",))
    changes = (*(Change(None, each) for each in theirs), Change(Progress(bench.article.id, "badr"), done))
    bench.store.write(Edit("Mark", changes), Stamp("badr", "badr", "2026-11-24T08:00:00Z", 1))
    page = opened(reader, "Ctrl+Shift+R", ReleasePage)
    assert page.agreed.text().count("0.67") == 2
    assert "badr" in page.agreed.text()


def test_a_release_does_not_wait_for_what_the_page_measures(reader: Reader, tmp_path: Path) -> None:
    reader.mark("G", "بيروت")
    finish(reader)
    reader.press("Ctrl+Shift+R")
    (page,) = reader.session.window.findChildren(ReleasePage)
    page.release_to(tmp_path / "release")
    settle(reader)
    settle(reader)
    assert (tmp_path / "release/SHA256SUMS").exists(), page.note.text()
