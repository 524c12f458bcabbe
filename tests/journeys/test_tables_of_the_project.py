"""Statistics, consistency and the search in annotations: opened, read, gone on from and exported by keys."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.frames.panel import FramesPanel
from app.ui.search.panel import SearchPanel
from app.ui.tables.panel import TablePanel
from tests.journeys.conftest import TEXT, OpenReader, Reader
from tests.journeys.test_searching import SECOND, press, type_

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def reader(open_reader: OpenReader) -> Reader:
    """بغداد is marked once in each article, in two ways; a quote has its speaker and a cue that doubts."""
    reader = open_reader(TEXT, SECOND)
    reader.mark("P", "سليم الناصر")
    reader.mark("G", "بغداد")
    reader.quote_by_hand("مستعدة")
    reader.press("S", "Return", "U", "Return")
    reader.quote_by_hand("مؤمّن")
    reader.press("S", "0")
    reader.press("Ctrl+PgDown")
    reader.mark("L", "بغداد")
    reader.press("Ctrl+PgUp")
    return reader


def panel(reader: Reader) -> TablePanel:
    """The page of tables that is open, once it has counted."""
    (shown,) = [each for each in reader.window.findChildren(TablePanel) if each.isVisible()]
    for _ in range(500):
        if not shown.busy:
            return shown
        QTest.qWait(10)
    raise AssertionError("it never ends counting")


def choose(shown: TablePanel, name: str) -> None:
    """Walk in the list of tables to the one of that name."""
    ids = [each.id for each in shown._kept.listings]
    while shown.names.currentRow() < ids.index(name):
        press(Qt.Key.Key_Down)


def rows(shown: TablePanel) -> list[list[str]]:
    return [shown.model.line(number) for number in range(len(shown.model.order))]


def test_statistics_are_counted_and_read_table_by_table(reader: Reader) -> None:
    reader.press("Ctrl+Shift+S")
    shown = panel(reader)
    counts = {row[0]: row[1] for row in rows(shown)}
    assert counts["المقالات"] == "2"
    assert counts["الأحرف"] == str(len(TEXT) + len(SECOND))
    choose(shown, "speakers")
    assert rows(shown)[0][0] == "سليم الناصر"


def test_words_under_two_labels_lead_to_their_places(reader: Reader) -> None:
    reader.press("Ctrl+Shift+S")
    shown = panel(reader)
    choose(shown, "conflicts")
    assert [row[0] for row in rows(shown)] == ["بغداد", "بغداد"]
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    (search,) = [each for each in reader.window.findChildren(SearchPanel) if each.isVisible()]
    QTest.qWait(200)
    assert search.field.text().startswith('"بغداد" label:')
    assert len(search.model.hits) == 1


def test_an_entry_that_is_a_page_of_its_own_says_so(reader: Reader) -> None:
    reader.press("Ctrl+Shift+F", "Ctrl+Shift+F")
    shown = panel(reader)
    press(Qt.Key.Key_End)
    assert (shown.model.rowCount(), shown.note.text()) == (0, "يفتح Enter هذا في صفحة مستقلة.")
    press(Qt.Key.Key_Home)
    assert shown.note.text() == ""
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Return)
    assert [each.isVisible() for each in reader.window.findChildren(FramesPanel)] == [True]


def test_what_is_marked_in_some_places_only_is_marked_from_the_list(reader: Reader) -> None:
    reader.press("Ctrl+Shift+F", "Ctrl+Shift+F")
    shown = panel(reader)
    choose(shown, "partly")
    assert [row[0] for row in rows(shown)] == ["بغداد"]
    assert rows(shown)[0][2:4] == ["2", "2"]
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    QTest.qWait(200)
    (search,) = [each for each in reader.window.findChildren(SearchPanel) if each.isVisible()]
    assert len(search.model.hits) == 2
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_A, CONTROL, "\x01")
    press(Qt.Key.Key_G, Qt.KeyboardModifier.NoModifier, "g")
    press(Qt.Key.Key_Escape)
    reader.press("Ctrl+Shift+F", "Ctrl+Shift+F")
    shown = panel(reader)
    assert "partly" in [each.id for each in shown._kept.listings]
    choose(shown, "partly")
    assert rows(shown) == []


def test_the_count_says_when_it_is_old_and_counts_again(reader: Reader) -> None:
    reader.press("Ctrl+Shift+S")
    shown = panel(reader)
    press(Qt.Key.Key_Escape)
    reader.press("Ctrl+Shift+S")
    assert not panel(reader).note.text()
    reader.press("Ctrl+Z")
    shown = panel(reader)
    assert shown.note.text()
    press(Qt.Key.Key_R, Qt.KeyboardModifier.NoModifier, "r")
    assert not panel(reader).note.text()


def test_rows_are_sorted_filtered_copied_and_exported(reader: Reader, tmp_path: Path) -> None:
    reader.press("Ctrl+Shift+S")
    shown = panel(reader)
    choose(shown, "marks")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier, "7")
    counts = [int(row[-1]) for row in rows(shown)]
    assert counts == sorted(counts, reverse=True)
    press(Qt.Key.Key_F, Qt.KeyboardModifier.NoModifier, "f")
    type_("PERS")
    assert [row[2] for row in rows(shown)] == ["شخص"]
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_C, CONTROL, "\x03")
    assert "شخص" in QGuiApplication.clipboard().text()
    shown.export_to(tmp_path / "marks.csv")
    with (tmp_path / "marks.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [(row["kind"], row["label"], row["count"]) for row in csv.DictReader(file)] == [("entity", "PERS", "1")]


def test_quotes_are_found_by_their_speaker_and_by_how_their_cue_reports(reader: Reader) -> None:
    reader.press("Ctrl+Shift+F", "Ctrl+Shift+F")
    shown = panel(reader)
    for _ in range(len(shown._kept.listings)):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    (frames,) = [each for each in reader.window.findChildren(FramesPanel) if each.isVisible()]
    QTest.qWait(100)
    assert frames.model.columns[:3] == ("speaker", "cue", "strength")
    assert len(frames.model.ids) == 2
    press(Qt.Key.Key_F, Qt.KeyboardModifier.NoModifier, "f")
    type_("speaker:الناصر strength:محايدة")
    QTest.qWait(400)
    row = frames.model.row(0)
    assert len(frames.model.ids) == 1
    assert row is not None
    assert (row.speaker, row.strength) == ("سليم الناصر", "neutral")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert reader.focused().exact == '"العاصمة مستعدة للقمة"'


def test_everything_has_a_name_for_those_who_hear_the_window(reader: Reader) -> None:
    reader.press("Ctrl+Shift+S")
    shown = panel(reader)
    for part in (shown, shown.names, shown.table, shown.filter, shown.parts.count):
        assert part.accessibleName()
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() in (shown.table, shown.filter)


def test_claims_are_found_by_who_makes_them(reader: Reader) -> None:
    reader.go_to("الوفود تصل")
    reader.press("C", "S", "0")
    reader.window.ask("search.claims")
    (frames,) = [each for each in reader.window.findChildren(FramesPanel) if each.isVisible()]
    head = frames.model.headerData(0, Qt.Orientation.Horizontal)
    assert head.startswith("صاحب الادعاء")
    press(Qt.Key.Key_F, Qt.KeyboardModifier.NoModifier, "f")
    type_("claimer:الصحفي")
    QTest.qWait(400)
    assert len(frames.model.ids) == 1
