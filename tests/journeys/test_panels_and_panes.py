"""A panel and what is behind it: the keyboard is always somewhere, and Esc always leads on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.overlay import Overlay
from tests.journeys.conftest import OpenReader, Reader


def type_(reader: Reader, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or reader.window.view, key, modifiers)
    QTest.qWait(10)


def panels(reader: Reader) -> list[str]:
    return [type(each).__name__ for each in reader.window.findChildren(Overlay) if each.isVisible()]


@pytest.mark.parametrize("way_out", [Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F5])
def test_a_key_that_leads_behind_a_panel_closes_it(reader: Reader, way_out: Qt.Key) -> None:
    reader.press("Ctrl+Shift+E")
    assert panels(reader) == ["RegisterPage"]
    type_(reader, way_out)
    assert panels(reader) == []
    focused = QApplication.focusWidget()
    assert focused is not None and focused.isVisible()


def test_the_inspector_takes_the_keyboard_also_when_it_has_nothing_to_show(open_reader: OpenReader) -> None:
    reader = open_reader("وصل وفد إلى دمشق.")
    QTest.qWait(300)  # until the checks have found nothing
    reader.press("Ctrl+Shift+E")
    type_(reader, Qt.Key.Key_F5)
    assert panels(reader) == []
    inspector, focused = reader.window.inspector, QApplication.focusWidget()
    assert focused is inspector or inspector.isAncestorOf(focused)
    reader.press("Esc")
    assert reader.window.view.hasFocus()


def test_find_closes_the_panel_it_is_opened_over(reader: Reader) -> None:
    reader.press("Ctrl+Shift+E")
    type_(reader, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert panels(reader) == []
    type_(reader, Qt.Key.Key_Escape)
    assert reader.window.view.hasFocus()


def test_a_panel_over_a_panel_leaves_the_first_open(reader: Reader) -> None:
    reader.press("Ctrl+Shift+E")
    type_(reader, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert panels(reader) == ["RegisterPage", "Palette"]
    type_(reader, Qt.Key.Key_Escape)
    assert panels(reader) == ["RegisterPage"]
    type_(reader, Qt.Key.Key_Escape)
    assert panels(reader) == []
    assert reader.window.view.hasFocus()


def test_the_keyboard_goes_to_the_article_when_what_had_it_is_gone(reader: Reader) -> None:
    """From the inspector's page of a mark to a panel, where the mark is taken back; its page is gone then."""
    reader.mark("G", "بيروت")
    reader.press("F5")
    assert reader.window.inspector.isAncestorOf(QApplication.focusWidget())
    type_(reader, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    reader.bench.undo()
    QTest.qWait(10)
    type_(reader, Qt.Key.Key_Escape)
    assert reader.window.view.hasFocus()


def test_undo_of_everything_leaves_nobody_who_worked_on_the_article(reader: Reader) -> None:
    reader.mark("G", "بيروت")
    reader.press("Ctrl+Z")
    bench = reader.bench
    assert bench.progress == bench.store.progress(bench.progress.article, bench.layer)


def test_a_text_with_the_line_ends_of_windows_keeps_its_places(open_reader: OpenReader) -> None:
    """Such a text comes in with a dataset, whose texts are taken as they are."""
    reader = open_reader("أول\r\nثانٍ في عمّان\r\nثالث في بيروت\n")
    made = reader.mark("G", "بيروت")
    page = reader.window.view.page
    shown = page.document.findBlock(page.offsets.to_qt(made.start))
    at = page.offsets.to_qt(made.start) - shown.position()
    assert page.text_of(shown)[at : at + len("بيروت")] == "بيروت"
    reader.press("Ctrl+A", "End")


def test_a_panel_does_not_outlive_its_window(reader: Reader) -> None:
    """F9 over the register builds the window anew; the old page must not follow what is marked in the new one."""
    reader.press("Ctrl+Shift+E")
    type_(reader, Qt.Key.Key_F9)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    again = Reader(reader.session)
    assert again.window is not reader.window
    again.mark("G", "بيروت")
    again.press("Ctrl+Z")


def test_the_inspectors_fields_keep_their_places_when_its_scroll_bar_comes_and_goes(reader: Reader) -> None:
    reader.mark("G", "بيروت")
    seen = set()
    for height in (560, 1500):
        reader.window.resize(1400, height)
        QTest.qWait(30)
        page = reader.window.inspector.current
        seen.add((page.mapToGlobal(page.rect().topLeft()).x(), page.width()))
    assert len(seen) == 1
