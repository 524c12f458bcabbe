"""The mouse and the touchpad do what the keys do, and no more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from app.domain.annotation import SUGGESTED
from app.domain.edit import making
from app.domain.span import Span
from app.workbench.making import annotate
from app.workbench.place import Place
from tests.journeys.conftest import OpenReader, Reader
from tests.journeys.pointer import LEFT, MIDDLE, PLAIN, SHIFT, Mouse, selected


@pytest.fixture
def mouse(reader: Reader) -> Mouse:
    return Mouse(reader)


@pytest.fixture(autouse=True)
def no_menu_stays() -> object:
    yield
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    QToolTip.hideText()


# pressing


def test_a_click_brings_the_caret_between_two_letters(mouse: Mouse) -> None:
    word = mouse.reader.find("بغداد")
    mouse.click(mouse.at(Span(word.start + 2, word.start + 3), 0.1))
    assert mouse.reader.bench.place == Place.at(word.start + 2)


def test_a_click_beside_a_mark_takes_the_focus_from_it(mouse: Mouse) -> None:
    mouse.reader.mark("G", "بغداد")
    mouse.click(mouse.at("الجلسات"))
    assert mouse.reader.bench.focus is None
    assert mouse.reader.bench.at_hand() is None


def test_a_click_inside_a_word_has_its_innermost_mark_at_hand(mouse: Mouse) -> None:
    outer = mouse.reader.mark("J", "وزير البيئة الأردني")
    inner = mouse.reader.mark("N", "الأردني")
    mouse.reader.bench.focus_on(outer)
    mouse.click(mouse.at("الأردني"))
    assert mouse.reader.bench.at_hand() == inner


def test_a_double_click_takes_the_stem(mouse: Mouse) -> None:
    for part in (0.15, 0.5, 0.9):
        mouse.press_quickly(mouse.at("وبالعراق", part), 2)
        assert selected(mouse.reader) == "العراق"


def test_a_double_click_leaves_quotation_marks_out(mouse: Mouse) -> None:
    mouse.press_quickly(mouse.at("الجلسات"), 2)
    assert selected(mouse.reader) == "الجلسات"


def test_three_presses_take_the_sentence_and_four_the_paragraph(open_reader: OpenReader) -> None:
    mouse = Mouse(open_reader("وصل الوفد صباحاً. ثم غادر بغداد مساءً. وعاد.\n\nخبر آخر."))
    mouse.press_quickly(mouse.at("بغداد"), 3)
    assert selected(mouse.reader) == "ثم غادر بغداد مساءً."
    mouse.click(mouse.at("خبر"))
    mouse.press_quickly(mouse.at("بغداد"), 4)
    assert selected(mouse.reader) == "وصل الوفد صباحاً. ثم غادر بغداد مساءً. وعاد."


def test_a_third_press_elsewhere_is_a_click(mouse: Mouse) -> None:
    mouse.press_quickly(mouse.at("بغداد"), 2)
    mouse.click(mouse.at("الجلسات"))
    assert selected(mouse.reader) == ""


def test_a_late_third_press_is_a_click(mouse: Mouse) -> None:
    mouse.press_quickly(mouse.at("بغداد"), 2)  # behind a release, QTest lets the time of a double click pass
    mouse.click(mouse.at("بغداد"))
    assert selected(mouse.reader) == ""


def test_a_label_key_marks_what_was_double_clicked(mouse: Mouse) -> None:
    mouse.press_quickly(mouse.at("وبيروت"), 2)
    mouse.reader.press("G")
    assert mouse.reader.marks() == [("GPE", "بيروت")]


# dragging


def test_dragging_selects_letters_both_ways(mouse: Mouse) -> None:
    word = mouse.reader.find("بغداد")
    start, end = mouse.at(Span(word.start, word.start + 1), 0.1), mouse.at(Span(word.end - 1, word.end), 0.9)
    mouse.drag(start, mouse.at(word), end)
    assert selected(mouse.reader) == "بغداد"
    assert mouse.reader.bench.place == Place(word.start, word.end)
    mouse.drag(end, start)
    assert mouse.reader.bench.place == Place(word.end, word.start)


def test_dragging_never_splits_a_letter_from_its_marks(open_reader: OpenReader) -> None:
    reader = open_reader("كَتَبَ الشَّاعِرُ قَصِيدَةً.")
    mouse = Mouse(reader)
    assert reader.bench.article is not None
    text = reader.bench.article.text
    row = mouse.at("كَتَبَ").y()
    for x in range(mouse.at("قَصِيدَةً").x(), mouse.at("كَتَبَ").x(), 3):
        mouse.drag(QPoint(x + 60, row), QPoint(x, row))
        place = reader.bench.place
        for edge in (place.anchor, place.caret):
            assert edge == len(text) or not "\u064b" <= text[edge] <= "\u0652", (x, place)


def test_a_double_click_then_dragging_takes_whole_stems(mouse: Mouse) -> None:
    mouse.drag(mouse.at("برنامج"), mouse.at("المتحدة"), mouse.at("الإنمائي", 0.2), double=True)
    assert selected(mouse.reader) == "برنامج الأمم المتحدة الإنمائي"
    mouse.click(mouse.at("قمة"))
    mouse.drag(mouse.at("المتحدة"), mouse.at("الأمم", 0.8), double=True)
    assert selected(mouse.reader) == "الأمم المتحدة"


def test_dragging_begins_anew_inside_a_selection(mouse: Mouse) -> None:
    mouse.reader.press("Ctrl+A")
    word = mouse.reader.find("بيروت")
    mouse.drag(mouse.at(Span(word.start, word.start + 1), 0.1), mouse.at(Span(word.end - 1, word.end), 0.9))
    assert selected(mouse.reader) == "بيروت"


def test_shift_and_a_click_extend_from_the_anchor(mouse: Mouse) -> None:
    start = mouse.reader.find("بغداد").start
    end = mouse.reader.find("بيروت").end
    mouse.reader.go_to("بغداد")
    mouse.click(mouse.at(Span(end - 1, end), 0.9), SHIFT)
    assert mouse.reader.bench.place == Place(start, end)
    back = mouse.reader.find("وفد")
    mouse.click(mouse.at(Span(back.start, back.start + 1), 0.1), SHIFT)
    assert mouse.reader.bench.place == Place(start, back.start)


def test_dragging_below_the_text_scrolls_it(open_reader: OpenReader) -> None:
    reader = open_reader("\n\n".join(f"الفقرة رقم {number} من خبر طويل عن بغداد." for number in range(60)))
    mouse = Mouse(reader)
    bar = reader.window.view.verticalScrollBar()
    QTest.mousePress(mouse.ground, LEFT, PLAIN, mouse.at("الفقرة"))
    QTest.mouseMove(mouse.ground, QPoint(200, mouse.ground.height() + 80))
    for _ in range(200):
        if bar.value() > 300:
            break
        QTest.qWait(20)
    QTest.mouseRelease(mouse.ground, LEFT, PLAIN, QPoint(200, mouse.ground.height() + 80))
    assert bar.value() > 300
    assert reader.bench.place.caret > 400


def test_the_middle_button_does_nothing(mouse: Mouse) -> None:
    QGuiApplication.clipboard().setText("غريب")
    before = mouse.reader.bench.place
    mouse.click(mouse.at("بيروت"), PLAIN, MIDDLE)
    assert mouse.reader.bench.place == before
    assert "غريب" not in mouse.view.toPlainText()


# what is painted


def test_a_click_on_a_chip_gives_its_mark_the_focus(mouse: Mouse) -> None:
    outer = mouse.reader.mark("J", "وزير البيئة الأردني")
    inner = mouse.reader.mark("N", "الأردني")
    mouse.reader.press("Esc")
    for mark in (outer, inner, outer):
        mouse.click(mouse.chip(mark))
        assert mouse.reader.focused() == mark
        assert mark.extent.start <= mouse.reader.caret <= mark.extent.end


def test_a_click_on_an_underline_gives_its_mark_the_focus(mouse: Mouse) -> None:
    outer = mouse.reader.mark("J", "وزير البيئة الأردني")
    mouse.reader.mark("N", "الأردني")
    mouse.click(mouse.line(outer))
    assert mouse.reader.focused() == outer


def test_a_click_on_the_bar_at_its_edge_gives_a_quote_the_focus(mouse: Mouse) -> None:
    mouse.reader.go_to("مستعدة")
    mouse.reader.press("Q")
    quote = mouse.reader.focused()
    mouse.click(mouse.at("الجلسات"))
    assert mouse.reader.bench.focus is None
    mouse.click(mouse.line(quote))
    assert mouse.reader.focused() == quote


def test_chips_are_pressed_where_they_are_painted_at_every_size(mouse: Mouse) -> None:
    made = mouse.reader.mark("G", "بيروت")
    for key in ("Ctrl++", "Ctrl++", "Ctrl++", "Ctrl+0", "Ctrl+-", "Ctrl+-"):
        mouse.reader.press(key, "Esc")
        mouse.click(mouse.chip(made))
        assert mouse.reader.bench.focus == made.id


def test_a_hand_shows_over_chips_only(mouse: Mouse) -> None:
    made = mouse.reader.mark("G", "بيروت")
    assert mouse.shape(mouse.chip(made)) == Qt.CursorShape.PointingHandCursor
    assert mouse.shape(mouse.at("الجلسات")) == Qt.CursorShape.IBeamCursor


def test_resting_on_a_chip_tells_label_and_maker(mouse: Mouse) -> None:
    made = mouse.reader.mark("G", "بيروت")
    tip = mouse.rest(mouse.chip(made))
    assert "كيان سياسي" in tip
    assert "sana" in tip
    assert mouse.rest(mouse.at("الجلسات")) == ""


def test_a_tip_takes_no_name_for_markup(open_reader: OpenReader) -> None:
    reader = open_reader()
    bench = reader.bench
    made = annotate(bench, "entity", "GPE", (reader.find("بيروت"),))
    bench.do(making("", replace(made, made_by="<img src=x>", origin="model:<b>m</b>@1", state=SUGGESTED)))
    mouse = Mouse(reader)
    tip = mouse.rest(mouse.chip(made))
    assert "&lt;img src=x&gt;" in tip
    assert "<img" not in tip


def test_a_press_takes_the_candidate_under_it(mouse: Mouse) -> None:
    reader = mouse.reader
    reader.mark("J", "وزير البيئة الأردني")
    minister = reader.mark("P", "سليم الناصر")
    reader.go_to("مستعدة")
    reader.press("Q", "S", "0")
    quote = reader.focused()
    assert reader.filled(quote, "speaker") == []
    reader.press("S")
    mouse.click(mouse.at("سليم"))
    assert reader.bench.asking is None
    assert reader.filled(quote, "speaker") == [minister.exact]
    reader.press("S")
    mouse.click(mouse.at("UNDP"))
    assert reader.bench.asking is None
    assert reader.filled(quote, "speaker") == [minister.exact]


# wheel and fingers


def test_small_turns_of_the_wheel_add_up_to_one_step(mouse: Mouse) -> None:
    size = mouse.view.comfort.size
    for _ in range(7):
        mouse.wheel(15)
    assert mouse.view.comfort.size == size
    mouse.wheel(15)
    assert mouse.view.comfort.size == size + 2
    mouse.wheel(-120)
    assert mouse.view.comfort.size == size
    mouse.wheel(240)
    assert mouse.view.comfort.size == size + 4


def test_a_page_that_still_glides_is_not_zoomed(mouse: Mouse) -> None:
    size = mouse.view.comfort.size
    mouse.wheel(480, Qt.ScrollPhase.ScrollMomentum)
    assert mouse.view.comfort.size == size


def test_two_fingers_zoom(mouse: Mouse) -> None:
    size = mouse.view.comfort.size
    place, device = QPointF(50, 50), QPointingDevice.primaryPointingDevice()
    pinch = Qt.NativeGestureType.ZoomNativeGesture
    for _ in range(4):
        spread = QNativeGestureEvent(pinch, device, 2, place, place, place, 0.05, QPointF())
        QApplication.sendEvent(mouse.ground, spread)
    assert mouse.view.comfort.size == size + 4


def test_the_wheel_changes_no_mark_on_its_way_over_the_inspector(mouse: Mouse) -> None:
    made = mouse.reader.mark("G", "بيروت")
    page = mouse.reader.window.inspector.pages["entity"]
    box = next(field.editor for field in page.fields if field.attribute.id == "mention")
    place, turn = QPointF(10, 10), QPoint(0, -120)
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(box, QWheelEvent(place, place, QPoint(), turn, none, PLAIN, phase, False))
    assert mouse.reader.bench.marks.get(made.id) == made


def test_a_click_on_a_slot_asks_who_fills_it(mouse: Mouse) -> None:
    mouse.reader.mark("P", "سليم الناصر")
    mouse.reader.go_to("مستعدة")
    mouse.reader.press("Q")
    QTest.mouseClick(mouse.reader.window.inspector.pages["quote"].slots[0], LEFT)
    assert mouse.reader.bench.asking is not None
    assert mouse.view.hasFocus()
