"""Searching the whole project: typed, gone through, sorted, marked and come back to by keys."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.ui.search.panel import SearchPanel
from tests.journeys.conftest import TEXT, OpenReader, Reader

SECOND = "وصل الوفد إلى بغداد مساء الأحد.\n\nوبغداد تستضيف القمة، ثم يعود الوفد من بغداد إلى بيروت."
THIRD = "The EU delegation met in بغداد on Sunday."
PLAIN = Qt.KeyboardModifier.NoModifier


def press(key: Qt.Key, held: Qt.KeyboardModifier = PLAIN, text: str = "") -> None:
    focused = QApplication.focusWidget()
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focused, QKeyEvent(kind, key, held, text))
    QApplication.processEvents()


def type_(text: str) -> None:
    """``QTest`` knows no key for an Arabic letter; letters arrive as a layout types them."""
    for letter in text:
        press(ord(letter.upper()), PLAIN, letter)  # type: ignore[arg-type]


def panel(reader: Reader) -> SearchPanel:
    return next(each for each in reader.window.findChildren(SearchPanel) if each.isVisible())


def settle(reader: Reader) -> SearchPanel:
    """Until everything is found."""
    shown = panel(reader)
    for _ in range(500):
        if not shown._pause.isActive() and not shown.follower.running:
            return shown
        QTest.qWait(10)
    raise AssertionError("the search never ends")


def search(reader: Reader, query: str) -> SearchPanel:
    reader.press("Ctrl+Shift+F")
    panel(reader).field.clear()
    type_(query)
    shown = settle(reader)
    press(Qt.Key.Key_Return)
    return shown


def lines(shown: SearchPanel) -> list[str]:
    """Each hit with some of its context, as its line has it."""
    found = (shown.model.line(number) for number in range(len(shown.model.hits)))
    return [f"{line.before[-6:]}[{line.exact}]{line.after[:8]}" for line in found]


@pytest.fixture
def reader(open_reader: OpenReader) -> Reader:
    return open_reader(TEXT, SECOND, THIRD)


def test_words_are_found_behind_clitics_with_their_context(reader: Reader) -> None:
    shown = search(reader, "بغداد")
    assert lines(shown) == [
        "فد من [بغداد] وبيروت،",
        "د إلى [بغداد] مساء ال",
        "و[بغداد] تستضيف ",
        "فد من [بغداد] إلى بير",
        "et in [بغداد] on Sund",
    ]
    assert "5" in shown.parts.count.text()
    assert "3" in shown.parts.count.text()


def test_enter_goes_there_and_the_search_comes_back_to_the_same_line(reader: Reader) -> None:
    search(reader, "بغداد")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert reader.bench.article is not None
    assert reader.bench.article.text == SECOND
    assert reader.target() == "بغداد"
    assert reader.window.view.hasFocus()
    reader.press("Ctrl+Shift+F")
    shown = settle(reader)
    assert shown.field.text() == "بغداد"
    assert shown.list.currentIndex().row() == 2


def test_the_arrows_sort_by_what_stands_on_their_side(reader: Reader) -> None:
    search(reader, "بغداد -title:zzz")
    press(Qt.Key.Key_Left)
    by_left = [line.partition("]")[2] for line in lines(settle(reader))]
    # What follows, but in the article that runs the other way what comes before.
    assert by_left == [" on Sund", " إلى بير", " تستضيف ", " مساء ال", " وبيروت،"]
    press(Qt.Key.Key_Right)
    by_right = [line.partition("[")[0] for line in lines(settle(reader))]
    assert by_right == ["و", "et in ", "د إلى ", "فد من ", "فد من "]
    press(Qt.Key.Key_Right)
    assert lines(settle(reader))[0].startswith("فد من [بغداد] وبيروت")


@pytest.mark.parametrize("key", ["G", "ل"])
def test_a_label_key_marks_the_hit_in_its_article_and_one_undo_takes_it_back(reader: Reader, key: str) -> None:
    shown = search(reader, "بغداد")
    press(Qt.Key.Key_Down)
    press(ord(key), PLAIN, key.lower())  # type: ignore[arg-type]
    article = shown.model.line(1).article
    assert [(mark.label, mark.exact) for mark in reader.bench.store.annotations(article, "sana")] == [("GPE", "بغداد")]
    assert shown.model.line(1).other == "GPE"
    assert shown.list.currentIndex().row() == 2
    press(Qt.Key.Key_Escape)
    reader.press("Ctrl+Z")
    assert reader.bench.store.annotations(article, "sana") == []


def test_chosen_hits_are_marked_together_in_one_edit(reader: Reader) -> None:
    shown = search(reader, "بغداد")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_G, PLAIN, "g")
    journal = reader.bench.store.journal()
    assert [len(entry.articles) for entry in journal] == [2]
    assert [shown.model.line(number).other for number in range(5)] == ["GPE", "", "GPE", "", ""]
    press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier, "\x01")
    press(Qt.Key.Key_G, PLAIN, "g")
    assert [shown.model.line(number).other for number in range(5)] == ["GPE"] * 5
    assert len(reader.bench.store.journal()) == 2


def test_a_query_that_cannot_be_understood_is_told_with_its_place(reader: Reader) -> None:
    shown = search(reader, "بغداد (بيروت")
    assert "7" in shown.parts.note.text()
    assert shown.parts.note.objectName() == "grave"
    assert not shown.model.hits


def test_filters_keep_what_is_marked_so_or_leave_it_out(reader: Reader) -> None:
    shown = search(reader, "بغداد")
    press(Qt.Key.Key_G, PLAIN, "g")
    press(Qt.Key.Key_Escape)
    shown = search(reader, "بغداد label:GPE")
    assert len(shown.model.hits) == 1
    press(Qt.Key.Key_Escape)
    shown = search(reader, "بغداد -label:GPE")
    assert len(shown.model.hits) == 4


def test_all_hits_are_written_to_a_table(reader: Reader, tmp_path: Path) -> None:
    shown = search(reader, "بغداد")
    shown.export_to(tmp_path / "hits.csv")
    settle(reader)
    with (tmp_path / "hits.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["hit"] for row in rows] == ["بغداد"] * 5
    assert [SECOND[int(row["start"]) : int(row["end"])] for row in rows[1:4]] == ["بغداد"] * 3


def test_enter_pressed_before_the_first_hit_is_there_goes_to_it(reader: Reader) -> None:
    reader.press("Ctrl+Shift+F")
    type_("تستضيف")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    for _ in range(500):
        if reader.window.view.hasFocus():
            break
        QTest.qWait(10)
    assert reader.bench.article is not None
    assert reader.bench.article.text == SECOND
    assert reader.target() == "تستضيف"


def test_in_a_narrow_window_the_keys_stand_in_two_rows_and_none_is_cut(reader: Reader) -> None:
    reader.window.resize(900, 700)
    QTest.qWait(50)
    shown = search(reader, "بغداد")
    buttons = [each for each in shown.findChildren(QPushButton) if each.isVisible()]
    assert len({each.y() for each in buttons}) == 2
    assert all(each.width() >= each.sizeHint().width() for each in buttons)
    assert all(shown.rect().contains(each.geometry()) for each in buttons)
