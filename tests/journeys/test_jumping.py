"""Jumping to a word in view by the letters on it, and selecting to it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.ui.hand import LostHand
from app.ui.palette import Palette
from tests.journeys.conftest import OpenReader, Reader

MANY = "وصل وفد من بيروت إلى بغداد ثم عاد.\n\n" * 40


def type_sign(reader: Reader, key: Qt.Key, sign: str, shift: bool = False) -> None:
    """What reaches the window when another layout types ``sign``."""
    view = reader.window.view
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    override = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier, sign)
    override.ignore()
    QApplication.sendEvent(view, override)
    if override.isAccepted():
        QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, key, modifier, sign))
    QApplication.processEvents()


def hinted(reader: Reader) -> dict[str, str]:
    """The hints on the page, and the words that they stand on."""
    asking = reader.bench.asking
    assert asking is not None
    text = reader.bench.reading.text  # type: ignore[union-attr]
    return {
        hint: text[each.span.start : each.span.end]
        for hint, each in zip(asking.hints, asking.candidates, strict=True)
        if hint.startswith(asking.begun)
    }


def scrolled(reader: Reader) -> int:
    return reader.window.view.verticalScrollBar().value()


def baseline_at(reader: Reader, position: int) -> int:
    """The row of the viewport on which the letters at ``position`` stand."""
    view = reader.window.view
    unit = view.page.offsets.to_qt(position)
    block = view.document().findBlock(unit)
    line = block.layout().lineForTextPosition(unit - block.position())
    top = view.document().documentLayout().blockBoundingRect(block).top()
    return int(top + line.y() + line.ascent()) - scrolled(reader)


def test_a_label_key_marks_right_away_what_was_jumped_to(reader: Reader) -> None:
    reader.jump(reader.find("الأمم").start)
    reader.press("O")
    assert reader.marks() == [("ORG", "الأمم")]


def test_a_jump_goes_to_the_stem_behind_a_clitic(reader: Reader) -> None:
    reader.jump(reader.find("وبيروت").start)
    assert reader.caret == reader.find("بيروت").start
    reader.press("G")
    assert reader.marks() == [("GPE", "بيروت")]


def test_the_whole_word_is_one_key_further(reader: Reader) -> None:
    reader.jump(reader.find("وبيروت").start)
    reader.press("Space")
    assert reader.target() == "وبيروت"


def test_a_name_ahead_takes_one_letter(reader: Reader) -> None:
    before = reader.presses
    reader.jump(reader.find("عمّان").start)
    assert reader.presses - before == 2


def test_every_word_in_view_can_be_reached(reader: Reader) -> None:
    reader.press("Home", "F")
    words = reader.bench.reading.words.all()  # type: ignore[union-attr]
    assert len(hinted(reader)) == len(words) > 25
    reader.press("Esc")
    for word in words[::7]:
        reader.jump(word.start)
        assert word.start <= reader.caret < word.end


def test_shift_selects_from_the_stem_under_the_caret_to_the_end_of_the_word(reader: Reader) -> None:
    reader.jump(reader.find("سليم").start)
    reader.jump(reader.find("الناصر").start, "Shift+F")
    assert reader.target() == "سليم الناصر"
    reader.press("P")
    assert reader.marks() == [("PERS", "سليم الناصر")]


def test_a_selection_leaves_out_the_clitic_of_its_first_word(reader: Reader) -> None:
    reader.go_to(reader.find("وبيروت").start)
    reader.jump(reader.find("لجنة").start, "Shift+F")
    assert reader.target() == "بيروت، وقالت لجنة"


def test_selecting_back_takes_in_the_word_under_the_caret(reader: Reader) -> None:
    reader.jump(reader.find("الناصر").start)
    reader.jump(reader.find("سليم").start, "Shift+F")
    assert reader.target() == "سليم الناصر"


def test_a_selection_grows_to_the_word_and_is_cut_off_at_it(reader: Reader) -> None:
    reader.jump(reader.find("وزير").start)
    reader.press("Shift+Left")
    reader.jump(reader.find("سليم").start, "Shift+F")
    assert reader.target() == "وزير البيئة الأردني سليم"
    reader.jump(reader.find("الأردني").start, "Shift+F")
    assert reader.target() == "وزير البيئة الأردني"
    reader.jump(reader.find("قال").start, "Shift+F")
    assert reader.target() == "قال وزير البيئة الأردني"


def test_shift_with_the_hint_selects_too(reader: Reader) -> None:
    reader.jump(reader.find("سليم").start)
    reader.press("F")
    hint = next(hint for hint, word in hinted(reader).items() if word == "الناصر")
    reader.press(f"Shift+{hint}")
    assert reader.target() == "سليم الناصر"


def test_escape_leaves_everything_as_it_was(reader: Reader) -> None:
    reader.jump(reader.find("سليم").start)
    reader.press("Shift+Left")
    before = reader.bench.place
    for key in ("F", "Shift+F"):
        reader.press(key, "Esc")
        assert reader.bench.asking is None
        assert reader.bench.place == before


def test_after_the_first_of_two_letters_only_what_goes_on_so_is_left_and_backspace_takes_it_back(
    reader: Reader,
) -> None:
    reader.press("Home", "F")
    everything = hinted(reader)
    first = next(hint for hint in everything if len(hint) == 2)[0]
    reader.press(first)
    left = hinted(reader)
    assert left == {hint: word for hint, word in everything.items() if hint.startswith(first)}
    reader.press("Backspace")
    assert hinted(reader) == everything
    reader.press("Backspace", first, "Esc")
    assert reader.bench.asking is None
    assert reader.caret == 0


def test_a_key_that_is_on_no_word_does_nothing(reader: Reader) -> None:
    reader.press("Home", "F", "B", ";", "F9", "Left")
    assert reader.bench.asking is not None
    assert reader.caret == 0
    assert reader.marks() == []


def test_a_key_held_too_long_does_not_choose(reader: Reader) -> None:
    reader.press("Home", "F")
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F, Qt.KeyboardModifier.NoModifier, "f", True)
    QApplication.sendEvent(reader.window.view, held)
    assert reader.bench.asking is not None
    assert reader.caret == 0


def test_a_jump_can_be_begun_in_the_palette(reader: Reader) -> None:
    reader.press("Home", "Ctrl+K")
    palette = next(found for found in reader.window.findChildren(Palette) if found.isVisible())
    palette.field.setText("jump to a word")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    QTest.qWait(30)
    reader.press("A")
    assert reader.caret > 0


def test_only_words_in_view_have_hints(open_reader: OpenReader) -> None:
    reader = open_reader(MANY)
    view = reader.window.view
    reader.press(*["Ctrl+Down"] * 15, "F")
    asking = reader.bench.asking
    assert asking is not None
    assert scrolled(reader) > 0
    assert 10 < len(asking.candidates) < len(reader.bench.reading.words.all()) / 2  # type: ignore[union-attr]
    QTest.qWait(30)  # until the line that says what is asked has its place
    for each in asking.candidates:
        baseline = baseline_at(reader, each.span.start)
        assert 20 <= baseline <= view.viewport().height() - 8


def test_a_word_out_of_view_cannot_be_jumped_to(open_reader: OpenReader) -> None:
    reader = open_reader(MANY)
    with pytest.raises(LostHand):
        reader.jump(len(MANY) - 10)
    assert reader.bench.asking is None


def test_at_the_end_of_the_article_the_jump_stays_until_it_is_made(open_reader: OpenReader) -> None:
    reader = open_reader(MANY)
    reader.press("End", "F")
    QTest.qWait(30)
    assert reader.bench.asking is not None
    reader.press("Esc")
    reader.jump(MANY.rindex("بغداد"))
    assert reader.caret == MANY.rindex("بغداد")


def test_scrolling_leaves_the_jump(open_reader: OpenReader) -> None:
    reader = open_reader(MANY)
    view = reader.window.view
    reader.press("F")
    middle = QPointF(view.viewport().rect().center())
    down = QWheelEvent(
        middle, view.viewport().mapToGlobal(middle), QPoint(0, -240), QPoint(0, -240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), down)
    assert scrolled(reader) > 0
    assert reader.bench.asking is None
    assert not reader.window.hintbar.isVisible()


def test_another_size_of_window_or_text_leaves_the_jump(reader: Reader) -> None:
    reader.press("F")
    QTest.qWait(30)
    assert reader.bench.asking is not None
    reader.window.resize(reader.window.width() - 120, reader.window.height())
    QApplication.processEvents()
    assert reader.bench.asking is None
    reader.press("F")
    reader.window.zoom(1)
    assert reader.bench.asking is None


def test_a_click_in_the_article_or_elsewhere_leaves_the_jump(reader: Reader) -> None:
    view = reader.window.view
    reader.press("F")
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(view.viewport().width() - 60, 90))
    assert reader.bench.asking is None
    reader.press("F")
    reader.window.queue.search.setFocus()
    QApplication.processEvents()
    assert reader.bench.asking is None


def test_the_line_under_the_article_says_what_is_asked(reader: Reader) -> None:
    reader.press("F")
    assert reader.window.hintbar.text().startswith("الانتقال إلى")
    reader.press("Esc", "Shift+F")
    assert reader.window.hintbar.text().startswith("التحديد إلى")
    reader.press("Esc")
    assert not reader.window.hintbar.isVisible()


def test_an_article_without_words_says_so(open_reader: OpenReader) -> None:
    reader = open_reader("...!\n\n؟")
    reader.press("F")
    assert reader.bench.asking is None
    assert reader.said()


def test_a_jump_in_an_article_that_runs_left_to_right(open_reader: OpenReader) -> None:
    reader = open_reader("The minister said the summit in Amman will open on Sunday.")
    reader.jump(reader.find("Amman").start)
    reader.press("G")
    assert reader.marks() == [("GPE", "Amman")]


def test_words_beyond_the_first_plane_are_found_where_they_stand(open_reader: OpenReader) -> None:
    reader = open_reader("😀😀😀 وصل الوفد 😀 إلى بغداد اليوم.")
    reader.jump(reader.find("بغداد").start)
    reader.press("G")
    assert reader.marks() == [("GPE", "بغداد")]


def test_on_the_arabic_layout_the_same_keys_jump_and_select(reader: Reader) -> None:
    """Shift+F types a bracket there, which without Shift moves an edge."""
    twins = reader.window.view.hints.keymap.twins
    reader.jump(reader.find("سليم").start)
    type_sign(reader, Qt.Key.Key_BracketLeft, "[", shift=True)
    assert reader.bench.asking is not None
    assert reader.window.view.hints.arabic
    hint = next(hint for hint, word in hinted(reader).items() if word == "الناصر")
    for letter in hint:
        type_sign(reader, Qt.Key(ord(twins[letter])), twins[letter])
    assert reader.target() == "سليم الناصر"


def test_on_the_arabic_layout_shift_with_a_hint_is_told_by_its_key(reader: Reader) -> None:
    keymap = reader.window.view.hints.keymap
    reader.jump(reader.find("سليم").start)
    reader.press("F")
    hint = next(hint for hint, word in hinted(reader).items() if word == "الناصر")
    for letter in hint:
        type_sign(reader, Qt.Key.Key_unknown, keymap.shifted[letter], shift=True)
    assert reader.target() == "سليم الناصر"


def test_a_bracket_without_shift_still_moves_the_edge(reader: Reader) -> None:
    reader.mark("P", "سليم الناصر")
    reader.press("[")
    assert reader.marks() == [("PERS", "أردني سليم الناصر")]


def test_a_slot_with_more_candidates_than_letters_is_filled_by_two(open_reader: OpenReader) -> None:
    names = [f"سامر{number}" for number in range(30)]
    reader = open_reader(" ثم ".join(names) + ' ثم قال سليم إن "المهمة شاقة".')
    reader.press("Home")
    for name in names:
        reader.mark("P", name)
    reader.mark("P", "سليم")
    reader.go_to("شاقة")
    reader.press("Q", "S")
    assert len(hinted(reader)) == 31
    assert hinted(reader)["A"] == "سليم"
    reader.press("Esc")
    reader.choose("S", names[0])
    assert reader.filled(reader.focused(), "speaker") == [names[0]]
    reader.press("S", "Return")
    assert reader.filled(reader.focused(), "speaker") == ["سليم"]


def picture(reader: Reader) -> QImage:
    QTest.qWait(30)
    return reader.window.view.viewport().grab().toImage()


@pytest.mark.parametrize("steps", [0, 6])
@pytest.mark.parametrize("dark", [False, True])
def test_hints_stand_clear_of_the_letters(open_reader: OpenReader, steps: int, dark: bool) -> None:
    reader = open_reader("بداية\n\nالأردن وأمريكا في إيران أم لأوكرانيا إلى أن آن أوان الإمارات.\n\nنهاية")
    reader.window.zoom(steps)
    if dark:
        reader.press("F8")
    reader.press("End", "Esc")
    view = reader.window.view
    baseline, unit = baseline_at(reader, reader.find("الأردن").start), view.page.scale.unit
    letters = QRect(0, baseline - int(21 * unit), view.viewport().width(), int(30 * unit))
    badges = QRect(0, baseline - int(36 * unit), view.viewport().width(), int(12 * unit))
    before = picture(reader)
    reader.press("F")
    after = picture(reader)
    assert before.copy(letters) == after.copy(letters)
    assert before.copy(badges) != after.copy(badges)


def test_hints_are_shown_in_the_letters_that_the_keyboard_types(reader: Reader) -> None:
    reader.settle()
    pictures = []
    for sign in ("f", "ب", "f"):
        type_sign(reader, Qt.Key.Key_unknown, sign)
        reader.session.window.commands.run("move.jump")
        pictures.append(picture(reader))
        reader.bench.cancel()
    assert pictures[0] == pictures[2] != pictures[1]
