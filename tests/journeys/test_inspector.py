"""The focused frame as a sentence of chips, its completion, the notes, the guideline, and the links in the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app import resources
from app.domain.annotation import ACCEPTED, ANNOTATION_END, SUGGESTED, Annotation, End, RegisterEntry
from app.domain.article import new_article
from app.domain.edit import Change, Edit
from app.store import Store
from app.ui import settings
from app.ui.chips import Chip
from app.ui.frame_sentence import FrameSentence, SlotChip
from app.ui.kind_page import KindPage
from app.ui.slot_completion import Completion
from app.workbench.completing import label_offers, slot_offers
from app.workbench.making import changed, link
from tests.journeys.conftest import OpenReader, Reader


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)
    QApplication.processEvents()


def type_(text: str) -> None:
    for letter in text:  # QTest knows the keys of Latin letters alone
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, ord(letter), Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(QApplication.focusWidget(), event)
        QApplication.processEvents()


def page(reader: Reader, kind: str = "quote") -> KindPage:
    QApplication.processEvents()
    return reader.window.inspector.pages[kind]


def sentence(reader: Reader, kind: str = "quote") -> FrameSentence:
    found = page(reader, kind).sentence
    assert found is not None
    return found


def slot(reader: Reader, role: str, kind: str = "quote") -> SlotChip:
    return next(each for each in page(reader, kind).slots if each.slot.id == role)


def told(chip: Chip) -> str:
    """What fills a chip, as it is read aloud."""
    return chip.accessibleName().partition(": ")[2].strip("\u2068\u2069")


def completion(reader: Reader) -> Completion:
    return next(each for each in reader.window.findChildren(Completion) if each.isVisible())


def rows(panel: Completion) -> list[str]:
    shown = (panel.list.item(number).text() for number in range(panel.list.count()))
    return [text.partition("·")[0].translate({0x2068: None, 0x2069: None}).strip() for text in shown]


def quote(reader: Reader) -> Annotation:
    return reader.quote_by_hand("مستعدة")


def now(reader: Reader, mark: Annotation) -> Annotation:
    found = reader.bench.marks.get(mark.id)
    assert found is not None
    return found


# the sentence


def test_the_frame_reads_as_a_sentence(reader: Reader) -> None:
    reader.mark("P", "سليم الناصر")
    quote(reader)
    reader.choose("S", "سليم الناصر")
    reader.choose("U", "قال")
    said = sentence(reader)
    assert [told(chip) for chip in said.chips] == ["سليم الناصر", "قال", "فارغ", "مباشر", "كلام"]
    words = [each.text() for each in said.findChildren(QLabel)]
    assert sorted(words) == sorted([said.content.text(), "إن", "إلى"])
    assert said.content.text() == '"العاصمة مستعدة للقمة"'


def test_a_claim_reads_as_a_sentence_too(reader: Reader) -> None:
    reader.go_to("بغداد")
    reader.press("C", "S", "0")
    assert told(slot(reader, "claimer", "claim")) == "الصحفي"
    assert sentence(reader, "claim").content.text().startswith("وشارك وفد")


def test_an_implicit_speaker_stands_in_the_sentence(reader: Reader) -> None:
    reader.quote_by_hand("مؤمّن")
    reader.press("S", "0")
    assert told(slot(reader, "speaker")) == "ضمير مستتر"


def test_what_nobody_has_accepted_yet_is_said_to_be_suggested(reader: Reader) -> None:
    speaker = reader.mark("P", "سليم الناصر")
    made = quote(reader)
    reader.choose("S", "سليم الناصر")
    assert "مقترح" not in slot(reader, "speaker").accessibleName()
    doubted = changed(reader.bench, now(reader, speaker), state=SUGGESTED)
    reader.bench.do(Edit("", (doubted,)))
    assert "مقترح" in slot(reader, "speaker").accessibleName()
    assert now(reader, made).state == ACCEPTED


def test_nothing_moves_while_one_steps_from_frame_to_frame(open_reader: OpenReader) -> None:
    long = " ".join(["كلام"] * 90)
    reader = open_reader(f'قال سليم الناصر إن "{long}".\n\nوأضاف أن "الجلسات تبدأ الأحد".')
    reader.mark("P", "سليم الناصر")
    reader.quote_by_hand("كلام")
    reader.press("S", "Return")
    shown = page(reader)
    parts: list[QWidget] = [*shown.stops, shown.heading, shown.text, shown.origin]
    QTest.qWait(20)

    def places() -> list[tuple[int, int, int, int]]:
        return [part.geometry().getRect() for part in parts if part is not shown.guideline.button]

    before = places()
    reader.quote_by_hand("الجلسات")
    QTest.qWait(20)
    assert shown.text.text() == '"الجلسات تبدأ الأحد"'
    assert places() == before


def test_a_click_on_the_type_goes_to_the_next_one(reader: Reader) -> None:
    made = quote(reader)
    kind = next(chip for chip in sentence(reader).chips if "Y" in chip.key)
    kind.click()
    assert now(reader, made).label == "indirect"


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_chip_says_its_name_and_its_key(open_reader: OpenReader, language: str) -> None:
    reader = open_reader()
    if language == "en":
        reader.press("F9")
        QTest.qWait(50)
        reader = Reader(reader.session)
    quote(reader)
    for chip in sentence(reader).chips:
        assert chip.accessibleName()
        assert chip.key
        assert chip.key in chip.accessibleDescription()


# completion


def test_enter_in_a_chip_offers_who_can_fill_it_and_enter_takes_the_first(reader: Reader) -> None:
    reader.mark("P", "سليم الناصر")
    made = quote(reader)
    reader.press("F5")
    assert QApplication.focusWidget() is slot(reader, "speaker")
    press(Qt.Key.Key_Return)
    assert rows(completion(reader))[0] == "سليم الناصر"
    assert rows(completion(reader))[-3:] == ["ضمير مستتر", "لم يُكشف عنه", "غير محدد  ✓"]
    press(Qt.Key.Key_Return)
    assert reader.filled(now(reader, made), "speaker") == ["سليم الناصر"]
    assert now(reader, made).attributes["realization"] == "named"
    assert QApplication.focusWidget() is slot(reader, "speaker")
    assert told(slot(reader, "speaker")) == "سليم الناصر"


def test_a_letter_typed_into_a_chip_opens_what_begins_with_it(reader: Reader) -> None:
    reader.mark("P", "سليم الناصر")
    reader.mark("J", "وزير البيئة الأردني")
    made = quote(reader)
    reader.press("F5")
    type_("ن")
    type_("ا")
    assert rows(completion(reader)) == ["سليم الناصر"]  # the article before الناصر does not hide it
    press(Qt.Key.Key_Backspace)
    press(Qt.Key.Key_Backspace)
    type_("وز")
    press(Qt.Key.Key_Return)
    assert reader.filled(now(reader, made), "speaker") == ["وزير البيئة الأردني"]


def test_arrows_choose_and_shift_enter_puts_a_second_one_beside(reader: Reader) -> None:
    reader.mark("P", "سليم الناصر")
    reader.mark("J", "وزير البيئة الأردني")
    made = quote(reader)
    reader.press("F5")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    first = reader.filled(now(reader, made), "speaker")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert len(reader.filled(now(reader, made), "speaker")) == 2
    assert first[0] in reader.filled(now(reader, made), "speaker")


def test_delete_empties_a_chip_and_undo_fills_it_again(reader: Reader) -> None:
    reader.mark("P", "سليم الناصر")
    made = quote(reader)
    reader.choose("S", "سليم الناصر")
    reader.press("F5")
    press(Qt.Key.Key_Delete)
    assert reader.filled(now(reader, made), "speaker") == []
    assert now(reader, made).attributes["realization"] == "none"
    reader.press("F4", "Ctrl+Z")
    assert reader.filled(now(reader, made), "speaker") == ["سليم الناصر"]


def test_choosing_what_stands_there_already_changes_nothing(reader: Reader) -> None:
    reader.mark("P", "سليم الناصر")
    made = quote(reader)
    reader.choose("S", "سليم الناصر")
    before = reader.bench.store.counts()["edits"]
    reader.press("F5")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert reader.filled(now(reader, made), "speaker") == ["سليم الناصر"]
    assert reader.bench.store.counts()["edits"] == before


def test_escape_leaves_the_chip_as_it_was(reader: Reader) -> None:
    quote(reader)
    reader.press("F5")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is slot(reader, "speaker")
    assert told(slot(reader, "speaker")) == "فارغ"


def test_tab_in_an_open_completion_goes_on_to_the_next_chip(reader: Reader) -> None:
    quote(reader)
    reader.press("F5")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is slot(reader, "cue")


def test_a_register_entry_fills_a_slot_without_words(reader: Reader) -> None:
    entry = RegisterEntry("E1", "PERS", "هالة القاضي", ("أم سامر",))
    reader.bench.do(Edit("", (Change(None, entry),)))
    made = quote(reader)
    reader.press("F5")
    type_("هاله")  # folded: teh marbuta as heh
    assert rows(completion(reader)) == ["هالة القاضي"]
    press(Qt.Key.Key_Return)
    links = reader.bench.marks.links_from(made.id, "speaker")
    assert [(link.target.kind, link.target.value) for link in links] == [("entry", "E1")]
    assert now(reader, made).attributes["realization"] == "implicit"
    assert told(slot(reader, "speaker")) == "هالة القاضي"


def test_the_cue_is_completed_from_the_reporting_verbs(reader: Reader) -> None:
    made = quote(reader)
    slot(reader, "cue").setFocus()
    type_("قا")
    press(Qt.Key.Key_Return)
    assert reader.filled(now(reader, made), "cue") == ["قال"]


def test_type_and_medium_are_completed_from_the_codebook(reader: Reader) -> None:
    made = quote(reader)
    next(chip for chip in sentence(reader).chips if "Y" in chip.key).setFocus()
    type_("غ")
    press(Qt.Key.Key_Return)
    assert now(reader, made).label == "indirect"
    next(chip for chip in sentence(reader).chips if "M" in chip.key).setFocus()
    type_("writ")  # by either name
    press(Qt.Key.Key_Return)
    assert now(reader, made).attributes["medium"] == "writing"


def test_the_claimer_may_be_the_journalist(reader: Reader) -> None:
    reader.go_to("بغداد")
    reader.press("C")
    made = reader.focused()
    reader.press("F5")
    type_("صح")
    press(Qt.Key.Key_Return)
    assert now(reader, made).attributes["claimer_kind"] == "journalist"
    links = reader.bench.marks.links_from(made.id, "claimer")
    assert [link.target.value for link in links] == ["journalist"]


def test_offers_say_what_stands_there(reader: Reader) -> None:
    made = quote(reader)
    assert [each.text for each in label_offers(reader.bench, made) if each.held] == ["direct"]
    speaker = reader.bench.codebook.kind("quote").slot("speaker")
    assert speaker is not None
    assert [each.text for each in slot_offers(reader.bench, made, speaker) if each.held] == ["none"]


# notes


def test_a_note_has_lines_of_its_own(reader: Reader) -> None:
    made = reader.mark("G", "بغداد")
    note = next(field.editor for field in page(reader, "entity").fields if field.attribute.id == "note")
    note.setFocus()
    type_("سطر")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_("وآخر")
    press(Qt.Key.Key_Return)
    assert now(reader, made).attributes["note"] == "سطر\nوآخر"


# guideline


def test_the_guideline_of_the_label_shows_examples_for_and_against(reader: Reader) -> None:
    made = quote(reader)
    label = reader.bench.codebook.label(made.kind, made.label)
    shown = page(reader).guideline
    shown.finish()
    assert shown.text.isVisible()
    assert "background-color" in shown.text.text()
    heard = shown.text.accessibleName()
    assert label.definition.ar in heard
    for example in (*label.examples, *label.counter_examples):
        assert example in heard


def test_the_guideline_is_folded_away_and_stays_so(reader: Reader) -> None:
    quote(reader)
    button = page(reader).guideline.button
    button.setFocus()
    press(Qt.Key.Key_Space)
    assert not page(reader).guideline.text.isVisible()
    assert settings.read("guideline") == "shut"
    reader.press("F4")
    reader.mark("G", "بيروت")
    reader.go_to("مستعدة")
    QApplication.processEvents()
    assert not page(reader).guideline.text.isVisible()
    button.setFocus()
    press(Qt.Key.Key_Space)
    assert page(reader).guideline.text.isVisible()


# links in the text


def inked(reader: Reader, mark: Annotation, rows: range, columns: range) -> int:
    """How many pixels of about a mark's colour stand there in the article."""
    view = reader.window.view
    QTest.qWait(20)
    image = view.viewport().grab().toImage()
    ink = view._picture.brushes.ink(mark)
    near = 0
    for y in rows:
        for x in columns:
            seen = image.pixelColor(x, y)
            far = max(abs(seen.red() - ink.red()), abs(seen.green() - ink.green()), abs(seen.blue() - ink.blue()))
            near += far < 60
    return near


def above(reader: Reader, mark: Annotation) -> range:
    """The rows between a mark's first line and the line before it."""
    view = reader.window.view
    top = int(view.page.rows(mark.fragments[0])[0]) - view.verticalScrollBar().value()
    return range(max(top - 14, 0), top + 4)


def test_a_focused_frames_links_are_drawn_and_go_with_the_focus(reader: Reader) -> None:
    reader.mark("P", "سليم الناصر")
    made = quote(reader)
    wide = range(reader.window.view.viewport().width())
    without = inked(reader, made, above(reader, made), wide)
    reader.choose("S", "سليم الناصر")
    reader.choose("U", "قال")
    curves = reader.window.view._picture.curves
    ties = curves.ties(now(reader, made))
    assert [(tie.end.exact, tie.key, tie.back) for tie in ties] == [("سليم الناصر", "S", False), ("قال", "U", False)]
    assert inked(reader, made, above(reader, made), wide) > without + 60
    reader.press("Home", "Esc")
    assert reader.bench.focus is None
    assert inked(reader, made, above(reader, made), wide) < without + 20


def test_a_focused_mention_shows_the_frames_that_point_to_it(reader: Reader) -> None:
    speaker = reader.mark("P", "سليم الناصر")
    made = quote(reader)
    reader.choose("S", "سليم الناصر")
    reader.press("C")  # a claim in the quote, with the same claimer
    reader.bench.focus_on(speaker)
    ties = reader.window.view._picture.curves.ties(speaker)
    assert [(tie.frame.kind, tie.key, tie.back) for tie in ties] == [("quote", "S", True), ("claim", "S", True)]
    wide = range(reader.window.view.viewport().width())
    assert inked(reader, made, above(reader, speaker), wide) > 40


def test_what_is_out_of_view_is_told_at_the_edge_of_the_page(open_reader: OpenReader) -> None:
    lines = "\n\n".join(["سطر آخر من الكلام"] * 60)
    reader = open_reader(f'قال سليم الناصر هنا.\n\n{lines}\n\nوقال إن "المهمة شاقة اليوم جداً".\n\n{lines}')
    speaker = reader.mark("P", "سليم الناصر")
    reader.quote_by_hand("شاقة")
    made = reader.focused()
    view = reader.window.view
    wide, edge = range(view.viewport().width()), range(26)
    before = inked(reader, made, edge, wide)
    reader.bench.do(Edit("", (Change(None, link(reader.bench, "speaker", made, End(ANNOTATION_END, speaker.id))),)))
    assert inked(reader, made, edge, wide) > before + 15
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 40)  # the sign stays at the edge
    assert inked(reader, made, edge, wide) > before + 15
    assert inked(reader, made, range(30, 80), wide) < 20


def test_links_leave_from_the_left_where_an_article_runs_left_to_right(open_reader: OpenReader, tmp_path: Path) -> None:
    path = tmp_path / "english.tawsim"
    with Store.create(path, resources.codebook()) as store:
        store.add_article(new_article("one", 'Then Sami Naser said "the town is ready" here.'))
    reader = open_reader(project=path)
    reader.mark("P", "Sami Naser")
    reader.quote_by_hand("town")
    reader.press("S", "Return")
    made = reader.focused()
    view = reader.window.view
    unit = view.page.offsets.to_qt(made.start)
    edge = view.document().firstBlock().layout().lineForTextPosition(unit).cursorToX(unit)[0]  # type: ignore[index]
    columns = range(int(edge) - 60, int(edge) - 6)  # before the quote, towards its speaker
    assert inked(reader, made, above(reader, made), columns) > 10
