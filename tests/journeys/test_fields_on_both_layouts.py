"""While one writes in a field, undo and copy are about what is written there, whatever layout is on."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.journeys.conftest import OpenReader, Reader

UNDO, REDO, COPY, ALL, CUT, PASTE = range(6)
LATIN = ("Ctrl+Z", "Ctrl+Y", "Ctrl+C", "Ctrl+A", "Ctrl+X", "Ctrl+V")
ARABIC = ("Ctrl+ئ", "Ctrl+غ", "Ctrl+ؤ", "Ctrl+ش", "Ctrl+ء", "Ctrl+ر")


@pytest.fixture
def reader(open_reader: OpenReader) -> Reader:
    return open_reader()


def press(*keys: str) -> None:
    for key in keys:
        stroke = QKeySequence(key)[0]
        widget, held = QApplication.focusWidget(), stroke.keyboardModifiers()
        QTest.sendKeyEvent(QTest.KeyAction.Click, widget, stroke.key(), "", held)


def field_with(text: str) -> QLineEdit:
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit)
    QTest.keyClicks(found, text)
    return found


@pytest.mark.parametrize("keys", [LATIN, ARABIC])
@pytest.mark.parametrize("opener", ["Ctrl+F", "Ctrl+K", "F3"])
def test_undo_and_redo_are_the_fields_and_no_mark_goes(reader: Reader, opener: str, keys: tuple[str, ...]) -> None:
    reader.mark("G", "بغداد")
    reader.mark("G", "بيروت")
    reader.press("Ctrl+Z", opener)
    field = field_with("wafd")
    press(keys[UNDO])
    assert field.text() == ""
    press(keys[UNDO], keys[REDO])
    assert field.text() == "wafd"
    press(keys[REDO])
    assert reader.marks() == [("GPE", "بغداد")]


@pytest.mark.parametrize("keys", [LATIN, ARABIC])
def test_what_is_written_is_copied_cut_and_put_in_again(reader: Reader, keys: tuple[str, ...]) -> None:
    reader.mark("G", "بغداد")
    reader.press("Ctrl+F")
    field = field_with("wafd")
    press(keys[ALL], keys[COPY])
    assert QApplication.clipboard().text() == "wafd"
    press(keys[CUT])
    assert field.text() == ""
    press(keys[PASTE], keys[PASTE])
    assert field.text() == "wafdwafd"


def test_the_arabic_keys_are_the_articles_again_behind_the_field(reader: Reader) -> None:
    reader.mark("G", "بغداد")
    reader.press("Ctrl+F")
    field_with("wafd")
    press("Esc", "Esc")
    press("Ctrl+ئ")
    assert reader.marks() == []
