"""Words are found in the article while they are typed, whatever their spelling, and the caret ends on the match."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.findbar import FindBar
from tests.journeys.conftest import OpenReader, Reader

ARTICLES = (
    "وصل الوفد إلى مدينةٍ بعيدة.\n\nثم زار الوفد المدينه القديمة، وعاد وفدٌ آخر إلى\u00a0المدينـــة مع\nوفد ثالث.",
    "لم يصل أحد، ثم جاء الوفد مساءً.",
)


def bar(reader: Reader) -> FindBar:
    found = reader.window.aids.findbar
    assert found is not None
    return found


def type_in(reader: Reader, text: str) -> None:
    """Type into whatever has the keyboard."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(focused(), key)
        QApplication.processEvents()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(*keys: str) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        stroke = QKeySequence(key)[0]  # type: ignore[index]
        QTest.keyClick(focused(), stroke.key(), stroke.keyboardModifiers())
        QApplication.processEvents()


def found(reader: Reader) -> str:
    """The match that is meant."""
    span = reader.bench.seeking.current
    return reader.bench.article.text[span.start : span.end] if span and reader.bench.article else ""


@pytest.fixture
def reader(open_reader: OpenReader) -> Reader:
    return open_reader(*ARTICLES)


def test_what_is_typed_is_found_at_once_whatever_its_spelling(reader: Reader) -> None:
    reader.press("Home", "Ctrl+F")
    type_in(reader, "المدينة")
    assert bar(reader).isVisible()
    assert (found(reader), bar(reader).count.text()) == ("المدينـــة", "1 من 1")
    press("Alt+3")
    assert (found(reader), bar(reader).count.text()) == ("المدينه", "1 من 2")
    press("Alt+1")
    assert bar(reader).count.text() == "ليس هنا"
    press("Alt+2")
    assert bar(reader).count.text() == "1 من 1"


def test_the_caret_waits_until_the_match_is_taken_and_a_label_key_marks_it(reader: Reader) -> None:
    reader.press("Home", "Ctrl+F")
    type_in(reader, "القديمة")
    assert reader.caret == 0
    press("Esc")
    assert focused() is reader.window.view
    assert not bar(reader).isVisible()
    assert reader.target() == "القديمة"
    reader.press("G")
    assert reader.marks() == [("GPE", "القديمة")]


def test_enter_goes_on_and_shift_enter_back_round_the_ends(reader: Reader) -> None:
    reader.press("Home", "Ctrl+F")
    type_in(reader, "وفد")
    seen = [reader.bench.seeking.current]
    for _ in range(4):
        press("Return")
        seen.append(reader.bench.seeking.current)
    assert seen[0] == seen[4] and len(set(seen)) == 4
    assert bar(reader).count.text() == "1 من 4"
    press("Shift+Return")
    assert bar(reader).count.text() == "4 من 4"
    assert "نهاية" in reader.said() or "آخر" in reader.said()


def test_finding_begins_at_the_caret(reader: Reader) -> None:
    reader.go_to("القديمة")
    reader.press("Ctrl+F")
    type_in(reader, "وفد")
    assert bar(reader).count.text() == "3 من 4"


def test_a_space_stands_for_any_white_space(reader: Reader) -> None:
    reader.press("Home", "Ctrl+F")
    type_in(reader, "الى المدينة")
    assert found(reader) == "إلى\u00a0المدينـــة"
    bar(reader).field.selectAll()
    type_in(reader, "مع وفد")
    assert found(reader) == "مع\nوفد"


def test_an_empty_field_and_a_word_that_is_not_there_leave_the_caret(reader: Reader) -> None:
    reader.go_to("القديمة")
    before = reader.bench.place
    reader.press("Ctrl+F")
    press("Esc")
    assert reader.bench.place == before
    reader.press("Ctrl+F")
    type_in(reader, "قطار")
    assert bar(reader).count.text() == "ليس هنا"
    press("Esc")
    assert reader.bench.place == before


def test_the_selected_words_are_looked_for(reader: Reader) -> None:
    reader.go_to("الوفد")
    reader.press("Shift+Left", "Ctrl+F")
    assert bar(reader).field.text() == "الوفد"
    assert bar(reader).count.text() == "1 من 2"
    press("Return", "Esc")
    assert reader.target() == "الوفد"
    assert reader.caret > reader.find("بعيدة").start


def test_next_and_previous_work_with_the_line_closed(reader: Reader) -> None:
    reader.press("Home", "Ctrl+F")
    type_in(reader, "وفد")
    press("Esc")
    first = reader.bench.place
    reader.press("Ctrl+G")
    second = reader.bench.place
    assert second.caret > first.caret and reader.target() == "وفد"
    assert not bar(reader).isVisible()
    reader.press("Ctrl+Shift+G")
    assert reader.bench.place == first
    reader.press("Home", "Ctrl+G")
    assert reader.bench.place == first
    reader.press("Ctrl+Shift+G")
    assert reader.caret == reader.find("وفد ثالث").start + 3


def test_next_without_words_asks_for_them(reader: Reader) -> None:
    reader.press("Ctrl+G")
    assert focused() is bar(reader).field


def test_whole_words_do_not_count_particles(open_reader: OpenReader) -> None:
    reader = open_reader("عاد سالم وسالمة إلى بيتهم، وقال وسالم معهم بسالم إن السلام أولى.")
    reader.press("Home", "Ctrl+F")
    type_in(reader, "سالم")
    assert bar(reader).count.text() == "1 من 4"
    press("Alt+W")
    assert bar(reader).count.text() == "1 من 3"
    press("Return")
    assert found(reader) == "سالم"
    assert bar(reader).words.isChecked()


def test_f4_takes_the_match_and_leaves_the_line_open(reader: Reader) -> None:
    reader.press("Home", "Ctrl+F")
    type_in(reader, "بعيدة")
    press("F4")
    assert focused() is reader.window.view
    assert bar(reader).isVisible()
    assert reader.target() == "بعيدة"
    reader.press("G", "Esc")
    assert not bar(reader).isVisible()
    assert reader.marks() == [("GPE", "بعيدة")]


def test_another_article_is_searched_for_the_same_words(reader: Reader) -> None:
    reader.press("Home", "Ctrl+F")
    type_in(reader, "وفد")
    assert bar(reader).count.text() == "1 من 4"
    press("Ctrl+PgDown")
    assert bar(reader).count.text() == "1 من 1"
    press("Esc")
    assert reader.target() == "وفد"


def test_how_words_are_compared_is_remembered(open_reader: OpenReader) -> None:
    reader = open_reader(*ARTICLES)
    reader.press("Ctrl+F")
    press("Alt+3", "Esc")
    again = open_reader(*ARTICLES)
    again.press("Ctrl+F")
    assert again.bench.seeking.level == "strong"
    assert bar(again).levels["strong"].isChecked()


def test_matches_are_drawn_under_their_letters_until_escape(reader: Reader) -> None:
    reader.settle()  # from then on what a label key would mark has a ground
    reader.press("Home")
    plain = reader.window.view.viewport().grab().toImage()
    reader.press("Ctrl+F")
    before = reader.window.view.viewport().grab().toImage()
    type_in(reader, "المدينة")
    span = reader.bench.seeking.current
    assert span is not None
    view = reader.window.view
    block = view.document().findBlock(span.start)
    piece = view.page.pieces(block, span)[0]
    corner = view.document().documentLayout().blockBoundingRect(block).topLeft()
    after = view.viewport().grab().toImage()
    row = int(corner.y() + block.layout().lineAt(piece.line).y() + 12) - view.verticalScrollBar().value()
    changed = [x - corner.x() for x in range(after.width()) if after.pixel(x, row) != before.pixel(x, row)]
    assert changed and piece.left - 4 <= min(changed) and max(changed) <= piece.right + 4
    press("Esc")
    reader.press("Home")
    assert view.viewport().grab().toImage() == plain


def test_the_keys_have_their_twins(reader: Reader) -> None:
    twins = {"find.open": "Ctrl+ب", "find.next": "Ctrl+ل", "find.previous": "Ctrl+Shift+ل", "find.words": "Alt+ص"}
    for name, key in twins.items():
        assert QKeySequence(key) in reader.window.commands.made[name].shortcuts()


def test_every_part_of_the_line_has_a_name(reader: Reader) -> None:
    reader.press("Ctrl+F")
    parts = [each for each in bar(reader).findChildren(QWidget) if each.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert parts and all(each.accessibleName() for each in parts)


def test_a_strip_beside_the_scroll_bar_shows_where_the_matches_are(open_reader: OpenReader, qtbot: QtBot) -> None:
    filler = "\n\n".join(["كلام كثير لا يهم أحداً في هذا المكان من المقال الطويل."] * 40)
    reader = open_reader(f"جاء الوفد.\n\n{filler}\n\nعاد الوفد.\n\n{filler}")
    reader.press("Home", "Ctrl+F")
    type_in(reader, "الوفد")
    strip = bar(reader).strip
    qtbot.waitUntil(strip.isVisible)
    first, second = strip.rows()
    assert first[0] < 0.05 * strip.height()
    assert 0.4 * strip.height() < second[0] < 0.6 * strip.height()
    press("Esc")
    qtbot.waitUntil(lambda: not strip.isVisible())


def test_the_key_again_keeps_what_was_typed(reader: Reader) -> None:
    reader.go_to("الوفد")
    reader.press("Shift+Left", "Ctrl+F")
    bar(reader).field.selectAll()
    type_in(reader, "القديمة")
    press("Ctrl+F")
    assert bar(reader).field.text() == "القديمة"
    assert bar(reader).field.selectedText() == "القديمة"


def test_the_mouse_chooses_how_to_compare_and_the_keyboard_stays(reader: Reader) -> None:
    reader.press("Home", "Ctrl+F")
    type_in(reader, "المدينة")
    QTest.mouseClick(bar(reader).levels["strong"], Qt.MouseButton.LeftButton)
    assert bar(reader).count.text() == "1 من 2"
    assert bar(reader).levels["strong"].isChecked() and not bar(reader).levels["light"].isChecked()
    QTest.mouseClick(bar(reader).on_button, Qt.MouseButton.LeftButton)
    assert bar(reader).count.text() == "2 من 2"
    assert focused() is bar(reader).field
    QTest.mouseClick(bar(reader).close_button, Qt.MouseButton.LeftButton)
    assert focused() is reader.window.view
    assert reader.target() == "المدينـــة"


def test_the_words_last_when_the_interface_changes_its_language(reader: Reader, qtbot: QtBot) -> None:
    reader.press("Home", "Ctrl+F")
    type_in(reader, "وفد")
    press("Esc")
    before, window = reader.bench.place, reader.session.window
    reader.press("F9")
    qtbot.waitUntil(lambda: reader.session.window is not window)
    reader.window = reader.session.window
    reader.press("Ctrl+G")
    assert reader.bench.place.caret > before.caret and reader.target() == "وفد"
    reader.press("Ctrl+F")
    assert bar(reader).field.text() == "وفد"
    assert bar(reader).count.text() == "2 of 4"


def test_enter_behind_the_last_letter_goes_on_though_nothing_was_painted_yet(open_reader: OpenReader) -> None:
    reader = open_reader("\n\n".join(f"جاء الوفد رقم {number} إلى المدينة." for number in range(400)))
    reader.press("Home", "Ctrl+Home", "Ctrl+F")
    for letter in "الوفد":
        QApplication.sendEvent(focused(), QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter))
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert reader.bench.place.selection == reader.find("الوفد", 3)
    reader.press("Ctrl+F")
    assert bar(reader).count.text() == "3 من 400"


def test_in_a_narrow_window_the_find_line_takes_a_second_line_and_the_article_keeps_its_width(
    open_reader: OpenReader,
) -> None:
    reader = open_reader("\n\n".join(ARTICLES * 20))
    window = reader.window
    window.resize(window.minimumSize())
    window.splitter.setSizes([300, 300, 300])
    QTest.qWait(20)
    before = window.view.viewport().width()
    reader.press("Ctrl+F")
    QApplication.processEvents()
    type_in(reader, "الوفد")
    line = bar(reader)
    assert window.view.viewport().width() == before
    assert line.levels["light"].geometry().top() >= line.field.geometry().bottom()
    inside = [part.geometry() for part in line.findChildren(QWidget) if part.isVisible() and part.parent() is line]
    assert all(line.rect().contains(each) for each in inside), "nothing is cut off"
    assert not any(one.intersects(other) for n, one in enumerate(inside) for other in inside[:n])
    press("Esc")
    assert window.view.viewport().width() == before


def test_in_a_wide_window_the_find_line_is_one_line(open_reader: OpenReader) -> None:
    reader = open_reader(*ARTICLES)
    reader.window.resize(1400, 860)
    reader.window.splitter.setSizes([250, 860, 290])
    QTest.qWait(20)
    reader.press("Ctrl+F")
    type_in(reader, "الوفد")
    line = bar(reader)
    assert line.levels["light"].geometry().center().y() == line.field.geometry().center().y()


def test_reading_ahead_waits_while_a_query_is_typed(open_reader: OpenReader, qtbot: QtBot) -> None:
    reader = open_reader("\n\n".join(['قال الوزير إن "الأمر واضح" أمس.'] * 600))
    reader.press("Home")
    lens, timer = reader.bench.lens, reader.window.aids.lens._timer
    qtbot.waitUntil(lambda: lens._begun and bool(lens._unread))
    reader.press("Ctrl+F")
    timer.start(5)  # as from slice to slice
    key = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, "ا")
    QApplication.sendEvent(focused(), key)
    assert not lens.finished
    assert timer.interval() >= 100
