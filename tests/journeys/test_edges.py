"""Edges of a mark: where a selection is trimmed, how edges move, and how one sees where they stand."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from app.domain.span import Span
from app.ui.theme import LIGHT
from tests.journeys.conftest import OpenReader, Reader

TEXT = """وصل إلى وبغداد وفد من صحيفة "المرفأ" المحلية (مرفأ) أمس.

قال سليم: "نعود غداً". وأضاف «لا رجعة» في 1447 هـ. ثم نشر #نبض_المدينة.

هنأ وزيرا العدل في عمّان ووزير الصحة الكاتبة بكتابها.
"""


def select(reader: Reader, surface: str) -> Span:
    """Select from letter to letter with the keyboard."""
    span = reader.find(surface)
    reader.go_to(span.start)
    while reader.caret > span.start:
        reader.press("Alt+Right")
    while reader.caret < span.start:
        reader.press("Alt+Left")
    while reader.caret < span.end:
        reader.press("Alt+Shift+Left")
    return span


def marked(reader: Reader, kind: str = "entity") -> list[str]:
    return [mark.exact for mark in reader.bench.marks if mark.kind == kind]


def test_a_name_is_trimmed_of_what_stands_around_it(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    for surface, key in (('"المرفأ" ', "O"), ("(مرفأ)", "G"), ('صحيفة "المرفأ"', "O")):
        select(reader, surface)
        reader.press(key)
    assert marked(reader) == ['صحيفة "المرفأ"', "المرفأ", "مرفأ"]


def test_each_label_has_its_own_way_of_trimming(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    select(reader, "1447 هـ.")
    reader.press("D")
    select(reader, "#نبض_المدينة.")
    reader.press("9")
    select(reader, "وأضاف «")
    reader.press("I")
    select(reader, '"نعود غداً')
    reader.press("Q")
    assert marked(reader) == ["سليم", "1447 هـ", "#نبض_المدينة"], "with the speaker that Q suggests"
    assert marked(reader, "cue") == ["قال", "وأضاف"]
    assert marked(reader, "quote") == ['"نعود غداً"']


def test_a_claim_inside_a_quote_has_no_half_of_its_marks(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    select(reader, '"نعود غداً')
    reader.press("C")
    assert marked(reader, "claim") == ["نعود غداً"]


def test_a_proclitic_that_was_selected_stays(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    select(reader, "وبغداد")
    reader.press("G")
    assert marked(reader) == ["وبغداد"]


def test_edges_move_by_words(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    made = reader.mark("O", "وفد")
    reader.press("Alt+}", "Alt+}")
    assert marked(reader) == ["وفد من صحيفة"]
    reader.press("Alt+}", "Alt+[")
    assert marked(reader) == ['وبغداد وفد من صحيفة "المرفأ']
    reader.press("Alt+]", "Alt+]", "Alt+{", "Alt+{")
    assert marked(reader) == ["من"]
    assert reader.focused().id == made.id
    reader.press("Alt+{")
    assert marked(reader) == ["من"]
    assert reader.said()


def test_a_clitic_is_left_out_and_taken_in_before_a_word_is(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    reader.mark("G", "بغداد")
    reader.press("Alt+[")
    assert marked(reader) == ["وبغداد"], "the rest of its own word first"
    reader.press("Alt+[")
    assert marked(reader) == ["إلى وبغداد"]


def test_moving_an_edge_of_a_quote_keeps_its_inner_stretch_and_its_links(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    reader.mark("P", "سليم")
    reader.go_to("نعود")
    reader.press("Q")
    reader.choose("S", "سليم")
    quote = reader.focused()
    reader.press("}")
    moved = reader.focused()
    assert moved.id == quote.id
    assert moved.exact == '"نعود غداً".'
    assert reader.filled(moved, "speaker") == ["سليم"]
    reader.press("{", "{")
    shorter = reader.focused()
    inner = [reader.bench.article.text[start:end] for start, end in shorter.attributes["inner"]]  # type: ignore[union-attr]
    assert (shorter.exact, inner) == ('"نعود غداً', ["نعود غداً"])
    reader.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert reader.bench.marks.get(quote.id) == quote


def test_an_edge_of_a_broken_mark_is_that_of_the_fragment_at_the_caret(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    reader.mark("J", "وزيرا العدل")
    reader.go_to("الصحة")
    reader.press("=")
    assert marked(reader) == ["وزيرا العدلالصحة"]
    reader.press("Alt+[")
    assert reader.focused().shown == "وزيرا العدل … ووزير الصحة"
    reader.press("Alt+[", "Alt+[")
    assert reader.focused().shown == "وزيرا العدل … في عمّان ووزير الصحة"
    reader.go_to("وزيرا")
    reader.press("Alt+[", "Alt+{")
    assert reader.focused().shown == "هنأ وزيرا … في عمّان ووزير الصحة"


def test_an_edge_that_reaches_the_next_fragment_joins_it(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    reader.mark("J", "وزيرا العدل")
    reader.go_to("عمّان")
    reader.press("=", "[", "[")
    mark = reader.focused()
    assert (len(mark.fragments), mark.exact) == (1, "وزيرا العدل في عمّان")


# what one sees


def picture(reader: Reader) -> QImage:
    reader.window.view.setCursorWidth(0)
    QTest.qWait(30)
    return reader.window.view.viewport().grab().toImage()


def letter_box(reader: Reader, position: int) -> QRect:
    view = reader.window.view
    unit = view.page.offsets.to_qt(position)
    block = view.document().findBlock(unit)
    line = block.layout().lineForTextPosition(unit - block.position())
    corner = view.document().documentLayout().blockBoundingRect(block).topLeft()
    boxes = [run.boundingRect() for run in line.glyphRuns(unit - block.position(), 1)]
    return boxes[0].translated(corner).translated(0, -view.verticalScrollBar().value()).toAlignedRect()


def ink(reader: Reader, label: str) -> QColor:
    return LIGHT.of(reader.bench.codebook.label("entity", label))


def is_near(pixel: int, wanted: QColor) -> bool:
    found = QColor(pixel)
    pairs = zip(found.getRgb()[:3], wanted.getRgb()[:3], strict=True)  # type: ignore[arg-type]
    return all(abs(one - other) < 60 for one, other in pairs)


def test_a_bar_stands_between_a_proclitic_and_its_name_and_hides_no_letter(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    before = picture(reader)
    mark = reader.mark("G", "بغداد")
    reader.press("End", "Tab")
    after = picture(reader)
    box = letter_box(reader, mark.start)
    x = box.right()
    rows = range(box.top() + 4, box.top() + 12)  # over the letters
    green = ink(reader, "GPE")
    found = {column for column in range(x - 6, x + 7) for y in rows if is_near(after.pixel(column, y), green)}
    assert found, "no bar was drawn"
    assert max(abs(column - x) for column in found) <= 2
    body = range(box.bottom() - 26, box.bottom() - 14)  # where the letters join
    for column in range(x - 8, x + 9):
        for y in body:
            if QColor(before.pixel(column, y)).lightness() < 60:
                assert QColor(after.pixel(column, y)).lightness() < 110, (column, y)


def test_a_quotation_mark_and_a_space_inside_a_mark_are_tinted(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT)
    mark = reader.mark("O", 'صحيفة "المرفأ"')
    plain = picture(reader).pixel(*_low(reader, mark.end))
    reader.press("Ctrl+}")
    mark = reader.focused()
    assert mark.exact.endswith(" ")
    tinted = picture(reader)
    assert tinted.pixel(*_low(reader, mark.end - 1)) != plain, "the space"
    assert tinted.pixel(*_low(reader, mark.end - 2)) != QColor(LIGHT.page).rgb(), "the quotation mark"
    inside = letter_box(reader, mark.start)
    assert tinted.pixel(inside.center().x(), inside.top() + 14) == QColor(LIGHT.page).rgb(), "the name is not tinted"


def _low(reader: Reader, position: int) -> tuple[int, int]:
    """A point in the cell of a character, where no letter reaches."""
    box = letter_box(reader, position)
    return box.center().x(), box.bottom() - 14
