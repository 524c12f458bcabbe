"""The menu at the mouse and at the caret: the actions of the place, with their keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from tests.journeys.conftest import OpenReader, Reader
from tests.journeys.pointer import Mouse, lines, shown_menu


@pytest.fixture
def mouse(reader: Reader) -> Mouse:
    return Mouse(reader)


@pytest.fixture(autouse=True)
def no_menu_stays() -> object:
    yield
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    QToolTip.hideText()


def test_a_right_click_brings_the_mark_under_it_to_hand(mouse: Mouse) -> None:
    made = mouse.reader.mark("G", "بيروت")
    mouse.reader.go_to("قمة")
    menu = mouse.right_click(mouse.at("بيروت"))
    assert mouse.reader.bench.at_hand() == made
    assert "كيان سياسي" in lines(menu)[0]
    assert "بيروت" in lines(menu)[0]


def test_a_right_click_keeps_the_selection_it_falls_on(mouse: Mouse) -> None:
    mouse.press_quickly(mouse.at("الجلسات"), 2)
    before = mouse.reader.bench.place
    mouse.right_click(mouse.at("الجلسات")).close()
    assert mouse.reader.bench.place == before
    mouse.right_click(mouse.at("بيروت"))
    assert mouse.reader.bench.place.selection is None


def test_the_menu_marks_as_the_key_does(mouse: Mouse) -> None:
    menu = mouse.right_click(mouse.at("وبيروت"))
    labels = next(action.menu() for action in menu.actions() if action.text() == "وسم بوصف")
    assert isinstance(labels, QMenu)
    place = next(action for action in labels.actions() if action.text() == "كيان سياسي")
    assert place is mouse.reader.window.commands.made["label.GPE"]
    assert place.isShortcutVisibleInContextMenu()
    place.trigger()
    assert mouse.reader.marks() == [("GPE", "بيروت")]


def test_the_menu_relabels_and_erases(mouse: Mouse) -> None:
    mouse.reader.mark("G", "بيروت")
    menu = mouse.right_click(mouse.at("بيروت"))
    labels = next(action.menu() for action in menu.actions() if action.text() == "تغيير التصنيف")
    assert isinstance(labels, QMenu)
    next(action for action in labels.actions() if action.text().startswith("منظمة")).trigger()
    assert mouse.reader.marks() == [("ORG", "بيروت")]
    menu.close()
    menu = mouse.right_click(mouse.at("بيروت"))
    mouse.reader.window.commands.made["mark.erase"].trigger()
    assert mouse.reader.marks() == []


def test_a_quote_offers_its_slots_and_a_name_does_not(mouse: Mouse) -> None:
    made = mouse.reader.window.commands.made
    mouse.reader.mark("G", "بيروت")
    mouse.reader.go_to("مستعدة")
    mouse.reader.press("Q")
    menu = mouse.right_click(mouse.at("مستعدة"))
    assert {made["slot.speaker"], made["slot.cue"], made["quote.type"], made["quote.medium"]} <= set(menu.actions())
    menu.close()
    assert made["slot.speaker"] not in mouse.right_click(mouse.at("بيروت")).actions()


@pytest.mark.parametrize("key", ["Menu", "Shift+F10"])
def test_the_menu_opens_by_key_at_the_caret_and_is_worked_by_keys(mouse: Mouse, key: str) -> None:
    reader = mouse.reader
    reader.mark("G", "بيروت")
    reader.press(key)
    menu = shown_menu()
    caret = mouse.view.caret_on_screen()
    assert QRect(menu.pos(), menu.size()).adjusted(-2, -2, 2, 2).contains(caret)
    while menu.activeAction() is not reader.window.commands.made["mark.erase"]:
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert reader.marks() == []
    assert mouse.view.hasFocus()


def test_the_menu_follows_the_place_each_time(mouse: Mouse) -> None:
    mouse.reader.mark("G", "بيروت")
    with_mark = lines(mouse.right_click(mouse.at("بيروت")))
    shown_menu().close()
    without = lines(mouse.right_click(mouse.at("الجلسات")))
    assert len(with_mark) > len(without)
    assert "محو" not in " ".join(without)


def test_without_an_article_the_mouse_does_no_harm(open_reader: OpenReader, tmp_path: object) -> None:
    from pathlib import Path

    from app import resources
    from app.store import Store

    path = Path(str(tmp_path)) / "empty.tawsim"
    Store.create(path, resources.codebook()).close()
    mouse = Mouse(open_reader(project=path))
    mouse.press_quickly(QPoint(80, 80), 4)
    mouse.drag(QPoint(80, 80), QPoint(120, 120))
    assert mouse.shape(QPoint(60, 60)) == Qt.CursorShape.IBeamCursor
    assert mouse.rest(QPoint(60, 60)) == ""
    assert mouse.right_click(QPoint(80, 80)).actions()
