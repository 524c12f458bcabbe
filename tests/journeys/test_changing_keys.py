"""Shift+F1: every key seen, found and changed, on both layouts, without a mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QTreeWidget, QWidget

from app.ui import keyhold, settings
from app.ui.keypage import KeyPage
from app.ui.keyrows import LATIN, TWIN
from app.ui.palette import Palette
from app.ui.rowpaint import KEYS
from tests.journeys.conftest import OpenReader, Reader


class Page:
    """An analyst before the key page."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        reader.press("Shift+F1")
        (self.page,) = [found for found in reader.session.window.findChildren(KeyPage) if found.isVisible()]

    def press(self, *keys: str) -> Page:
        """Press keys wherever the keyboard is now."""
        for key in keys:
            stroke = QKeySequence(key)[0]  # type: ignore[index]
            focused = QApplication.focusWidget()
            assert focused is not None
            QTest.keyClick(focused, stroke.key(), stroke.keyboardModifiers())
            QApplication.processEvents()
        return self

    def press_arabic(self, letter: str) -> Page:
        """Press a key as the Arabic layout tells of it."""
        focused = QApplication.focusWidget()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focused, QKeyEvent(kind, ord(letter), Qt.KeyboardModifier.NoModifier, letter))
        return self

    def search(self, text: str) -> Page:
        self.page.field.setFocus()
        self.page.field.setText(text)
        return self

    def shown(self) -> list[str]:
        return [row.text(0) for row in self.page.rows._all() if not row.isHidden()]

    def told(self) -> str:
        """What is asked, or was said last."""
        page = self.page
        shown = page.catcher if page.catcher.isVisible() else page.message
        return shown.text().replace("\u2066", "").replace("\u2069", "")

    def leave(self) -> Reader:
        while self.page.isVisible():
            self.press("Esc")
        return self.reader


def keys_of(reader: Reader, action: str) -> tuple[str, ...]:
    return reader.session.window.commands.table.of(action)


@pytest.mark.parametrize("name", ["شخص", "person", "PERS"])
def test_a_label_gets_another_key_and_marks_with_it(reader: Reader, name: str) -> None:
    page = Page(reader).search(name).press("Return", "Z")
    assert "مستعملة" in page.told()
    page.leave()
    assert reader.session.window.view.hasFocus()
    reader.go_to("بغداد")
    reader.press("P")
    assert reader.marks() == []
    reader.press("Z")
    assert reader.marks() == [("PERS", "بغداد")]


def test_its_twin_comes_along(reader: Reader) -> None:
    Page(reader).search("شخص").press("Return", "Z").leave()
    assert keys_of(reader, "label.PERS") == ("Z", "ئ")
    shortcuts = reader.session.window.commands.made["label.PERS"].shortcuts()
    assert [each.toString() for each in shortcuts] == ["Z", "ئ"]


def test_a_key_is_pressed_under_the_arabic_layout_as_well(reader: Reader) -> None:
    Page(reader).search("شخص").press("Return").press_arabic("ئ").leave()
    assert keys_of(reader, "label.PERS") == ("Z", "ئ")


def test_a_taken_key_is_refused_with_its_owner_and_swapped_when_pressed_again(reader: Reader) -> None:
    page = Page(reader).search("شخص").press("Return", "K")
    assert "K" in page.told()
    assert "قانون" in page.told()
    assert keys_of(reader, "label.PERS") == ("P", "ح")
    page.press("K")
    assert keys_of(reader, "label.PERS") == ("K", "ن")
    assert keys_of(reader, "label.LAW") == ("P", "ح")
    page.leave()


def test_escape_leaves_the_question_then_the_page_and_changes_nothing(reader: Reader) -> None:
    page = Page(reader).search("شخص").press("Return", "K", "Esc")
    assert page.page.isVisible()
    page.press("Esc")
    assert not page.page.isVisible()
    assert keys_of(reader, "label.PERS") == ("P", "ح")
    assert not keyhold.file().exists()


@pytest.mark.parametrize("key", ["B", "Ctrl+B"])
def test_a_key_that_types_two_letters_is_refused_in_words(reader: Reader, key: str) -> None:
    page = Page(reader).search("شخص").press("Return", key)
    assert key in page.told()
    assert "حرفين" in page.told()
    assert keys_of(reader, "label.PERS") == ("P", "ح")
    page.press("Z")
    assert keys_of(reader, "label.PERS") == ("Z", "ئ")


def test_a_modifier_alone_is_refused_but_may_begin_a_chord(reader: Reader) -> None:
    page = Page(reader).search("شخص").press("Return")
    catcher = page.page.catcher
    QTest.keyPress(catcher, Qt.Key.Key_Control)
    QTest.keyRelease(catcher, Qt.Key.Key_Control)
    assert "Ctrl" in page.told()
    QTest.keyPress(catcher, Qt.Key.Key_Control)
    QTest.keyPress(catcher, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    QTest.keyRelease(catcher, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    QTest.keyRelease(catcher, Qt.Key.Key_Control)
    assert keys_of(reader, "label.PERS") == ("Ctrl+J", "Ctrl+ت")


def test_a_dead_key_is_refused_in_words(reader: Reader) -> None:
    page = Page(reader).search("شخص").press("Return")
    dead = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Dead_Circumflex, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(page.page.catcher, dead)
    assert "Dead_Circumflex" in page.told()
    assert keys_of(reader, "label.PERS") == ("P", "ح")


def test_keys_of_the_window_can_be_caught(reader: Reader) -> None:
    """F8 would change the theme, Ctrl+Z would undo, Tab would leave the field."""
    reader.mark("G", "بغداد")
    page = Page(reader).search("شخص").press("Return", "F8", "Ctrl+Z", "Tab", "Tab")
    assert keys_of(reader, "label.PERS") == ("Tab",)
    assert not reader.session.window.theme.dark
    assert len(reader.marks()) == 1
    page.leave()


def test_an_action_gets_a_second_key_and_loses_the_first(reader: Reader) -> None:
    page = Page(reader).search("شخص").press("Down", "+", "Z")
    assert keys_of(reader, "label.PERS") == ("P", "Z", "ح", "ئ")
    page.press("Delete")
    assert keys_of(reader, "label.PERS") in (("Z", "ئ"), ("P", "ح"))
    page.press("Delete")
    assert keys_of(reader, "label.PERS") == ()
    page.press("Return", "P")
    assert keys_of(reader, "label.PERS") == ("P", "ح")
    assert not reader.session.window.commands.table.changed("label.PERS")


def test_the_arabic_key_is_changed_alone(reader: Reader) -> None:
    page = Page(reader).search("شخص").press("Down", "Left", "Return")
    page.press_arabic("ئ")
    assert keys_of(reader, "label.PERS") == ("P", "ئ")
    assert page.page.rows.currentColumn() == TWIN
    page.press("Right", "Return", "Z")
    assert keys_of(reader, "label.PERS") == ("Z", "ئ")
    assert page.page.rows.currentColumn() == LATIN


def test_an_action_without_keys_gets_one(reader: Reader) -> None:
    Page(reader).search("quote indirect").press("Return", "Z").leave()
    reader.go_to("مستعدة")
    reader.press("Q", "Z")
    assert [mark.label for mark in reader.bench.marks if mark.kind == "quote"] == ["indirect"]


def test_actions_are_found_by_pressing_their_key(reader: Reader) -> None:
    page = Page(reader)
    page.page.by_key.setFocus()
    page.press("Space", "K")
    assert page.shown() == ["قانون"]
    page.press_arabic("ل")
    assert page.shown() == ["كيان سياسي"]
    page.press("Ctrl+K")
    assert page.shown() == [reader.session.window.commands.made["view.palette"].text()]
    page.press("Z")
    assert page.shown() == []
    page.press("K", "Esc")
    assert page.page.isVisible()
    page.press("Return", "Z")
    assert keys_of(reader, "label.LAW") == ("Z", "ئ")


def test_everything_that_shows_keys_shows_the_new_ones(reader: Reader) -> None:
    Page(reader).search("شخص").press("Return", "Z").leave()
    Page(reader).search("slot").search("Fill the cue").press("Return", "X", "X").leave()
    window = reader.session.window
    legend = [button.text() for button in window.strip.findChildren(QToolButton)]
    assert [text for text in legend if text.startswith("شخص")] == ["شخص  \u2066Z\u2069"]
    assert window.commands.made["label.PERS"].shortcuts()[0].toString() == "Z"
    reader.press("Ctrl+K")
    (palette,) = [found for found in window.findChildren(Palette) if found.isVisible()]
    palette.field.setText("شخص")
    assert "Z" in palette.list.item(0).data(KEYS)
    palette.dismiss()
    reader.press("F1")
    sheet = next(found for found in window.findChildren(QWidget) if type(found).__name__ == "KeySheet")
    texts = []
    for tree in sheet.findChildren(QTreeWidget):
        heads = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
        texts += [head.child(row).text(1) for head in heads for row in range(head.childCount())]
    assert "\u2066Z\u2069  \u2066ئ\u2069" in texts
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    reader.go_to("مستعدة")
    reader.press("Q")
    QApplication.processEvents()
    slots = {row.slot.id: row.key.text() for row in window.inspector.pages["quote"].slots}
    assert slots == {"speaker": "\u2066S\u2069", "cue": "\u2066X\u2069", "addressee": "\u2066W\u2069"}
    reader.press("X")
    assert reader.bench.asking is not None
    reader.press("Esc")


def test_hints_are_typed_as_before_whatever_the_keys_are(reader: Reader) -> None:
    Page(reader).search("شخص").press("Return", "A", "A").leave()
    reader.mark("A", "سليم الناصر")
    reader.go_to("مستعدة")
    reader.press("Q", "S", "0")
    reader.choose("S", "سليم الناصر")
    quote = next(mark for mark in reader.bench.marks if mark.kind == "quote")
    assert reader.filled(quote, "speaker") == ["سليم الناصر"]


def test_keys_are_remembered(open_reader: OpenReader) -> None:
    Page(open_reader()).search("شخص").press("Return", "Z").leave()
    again = open_reader()
    assert keys_of(again, "label.PERS") == ("Z", "ئ")
    assert '"label.PERS" = ["Z"]' in keyhold.file().read_text(encoding="utf-8")
    again.press("F9")
    QTest.qWait(50)
    assert keys_of(again, "label.PERS") == ("Z", "ئ")


def test_the_usual_keys_come_back_for_one_action_or_for_all(reader: Reader) -> None:
    page = Page(reader).search("شخص").press("Return", "K", "K")
    page.page.tools.reset_one()
    assert keys_of(reader, "label.PERS") == ("P", "ح")
    assert keys_of(reader, "label.LAW") == ()
    page.page.tools.reset_all()
    assert keys_of(reader, "label.LAW") == ("K", "ن")
    assert "label" not in keyhold.file().read_text(encoding="utf-8").partition("[keys]")[2]


def test_keys_go_out_into_a_file_and_come_in_elsewhere(reader: Reader, tmp_path: Path) -> None:
    page = Page(reader).search("شخص").press("Return", "Z")
    page.page.tools.export_to(tmp_path / "mine.toml")
    page.page.tools.reset_all()
    assert keys_of(reader, "label.PERS") == ("P", "ح")
    page.page.tools.import_from(tmp_path / "mine.toml")
    assert keys_of(reader, "label.PERS") == ("Z", "ئ")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('[keys]\n"label.PERS" = ["K"]\n', ["K", "شخص", "قانون"]),
        ('[keys]\n"label.PERS" = "K"\n', ["2", "label.PERS"]),
        ('[keys]\n"label.PERS" = ["B"]\n', ["B", "حرفين"]),
        ('layout = "klingon"\n', ["klingon"]),
        ("[keys", ["1", "TOML"]),
    ],
)
def test_a_file_with_something_wrong_is_refused_in_words(
    reader: Reader, tmp_path: Path, source: str, words: list[str]
) -> None:
    file = tmp_path / "theirs.toml"
    file.write_text(source, encoding="utf-8")
    page = Page(reader)
    page.page.tools.import_from(file)
    assert all(word in page.told() for word in words), page.told()
    assert keys_of(reader, "label.PERS") == ("P", "ح")
    assert not keyhold.file().exists()


def test_keys_of_unknown_actions_are_reported_and_kept(reader: Reader, tmp_path: Path) -> None:
    file = tmp_path / "theirs.toml"
    file.write_text('[keys]\n"label.PERS" = ["Z"]\n"future.act" = ["F12"]\n', encoding="utf-8")
    page = Page(reader)
    page.page.tools.import_from(file)
    assert "future.act" in page.told()
    assert keys_of(reader, "label.PERS") == ("Z", "ئ")
    page.search("قانون").press("Return", "Ctrl+J")
    assert '"future.act" = ["F12"]' in keyhold.file().read_text(encoding="utf-8")


def kept(source: str) -> None:
    keyhold.file().parent.mkdir(parents=True, exist_ok=True)
    keyhold.file().write_text(source, encoding="utf-8")


def test_a_broken_key_file_is_said_at_the_start_and_the_usual_keys_are_used(open_reader: OpenReader) -> None:
    kept('[keys]\n"label.PERS" = ["Z"]\n"label.LAW" = 7\n')
    reader = open_reader()
    assert "3" in reader.said()
    assert "label.LAW" in reader.said()
    assert "المعتادة" in reader.said()
    assert keys_of(reader, "label.PERS") == ("P", "ح")


def test_a_key_that_has_become_usual_elsewhere_stays_with_the_analyst(open_reader: OpenReader) -> None:
    kept('[keys]\n"label.PERS" = ["K"]\n')
    reader = open_reader()
    assert keys_of(reader, "label.PERS") == ("K", "ن")
    assert keys_of(reader, "label.LAW") == ()
    assert "قانون" in reader.said()


def test_keys_that_cannot_be_kept_are_not_used(reader: Reader) -> None:
    settings.folder().parent.mkdir(parents=True, exist_ok=True)
    if settings.folder().is_dir():
        for file in settings.folder().iterdir():
            file.unlink()
        settings.folder().rmdir()
    settings.folder().write_text("a file where the folder should be", encoding="utf-8")
    page = Page(reader).search("شخص").press("Return", "Z")
    assert str(settings.folder()) in page.told()
    assert keys_of(reader, "label.PERS") == ("P", "ح")


def test_every_control_of_the_page_has_a_name_and_changed_keys_are_told(reader: Reader) -> None:
    page = Page(reader).search("شخص").press("Return", "Z")
    for widget in page.page.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName(), widget
    told = page.page.rows.currentItem().data(LATIN, Qt.ItemDataRole.AccessibleTextRole)
    assert all(word in told for word in ("شخص", "Z", "مغيَّر"))


def test_another_arabic_layout_gives_other_twins_and_is_remembered(open_reader: OpenReader) -> None:
    reader = open_reader()
    page = Page(reader)
    box = page.page.tools.layout_box
    box.setFocus()
    for _ in range(box.findData("arabic-mac")):
        page.press("Down")
    assert keys_of(reader, "label.EVENT") == ("V", "د")
    assert keys_of(open_reader(), "label.EVENT") == ("V", "د")


def test_a_click_in_a_list_that_opens_over_the_page_does_not_close_it(reader: Reader) -> None:
    page = Page(reader)
    page.page.tools.layout_box.showPopup()
    view = page.page.tools.layout_box.view()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(1, 0)).center())
    page.page.tools.layout_box.hidePopup()
    assert page.page.isVisible()
    QTest.mouseClick(reader.session.window.view.viewport(), Qt.MouseButton.LeftButton)
    assert not page.page.isVisible()
