"""What is on the screen, looked at pixel by pixel: letters stay as they were, marks stand under them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from app.domain.span import Span
from app.ui.theme import DARK, LIGHT, Theme
from tests.journeys.conftest import OpenReader, Reader

LINE = "وصل الوفد وبغداد تنتظر بقوات التحالف في 14 أبريل مع Joe Biden اليوم هنا."
END = "\n\nنهاية"


def picture(reader: Reader) -> QImage:
    """The article alone, the caret out of the way and nothing focused."""
    reader.press("End", "Esc", "Esc")
    QTest.qWait(30)
    return reader.window.view.viewport().grab().toImage()


def letters_of(reader: Reader, span: Span) -> list[QRect]:
    """Where the letters of a span really stand, asked of the layout one by one."""
    view = reader.window.view
    boxes = []
    for position in range(span.start, span.end):
        unit = view.page.offsets.to_qt(position)
        block = view.document().findBlock(unit)
        line = block.layout().lineForTextPosition(unit - block.position())
        corner = view.document().documentLayout().blockBoundingRect(block).topLeft()
        for run in line.glyphRuns(unit - block.position(), 1):
            box = run.boundingRect().translated(corner)
            boxes.append(box.translated(0, -view.verticalScrollBar().value()).toAlignedRect())
    return boxes


def coloured(image: QImage, ink: QColor, top: int, bottom: int) -> set[int]:
    """Columns that have a pixel of just that colour between two rows."""
    wanted = ink.rgb()
    return {x for x in range(image.width()) for y in range(top, bottom) if image.pixel(x, y) == wanted}


def band(boxes: list[QRect]) -> tuple[int, int]:
    return min(box.top() for box in boxes), max(box.bottom() for box in boxes)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_marks_leave_every_letter_as_it_was(open_reader: OpenReader, theme: Theme) -> None:
    reader = open_reader(LINE + END)
    if theme.dark:
        reader.press("F8")
    before = picture(reader)
    baseline = _baseline(reader)
    for key, surface in (("G", "بغداد"), ("O", "قوات التحالف"), ("D", "14 أبريل"), ("P", "Joe Biden")):
        reader.mark(key, surface)
    after = picture(reader)
    assert len(reader.marks()) == 4
    letters = QRect(0, 0, before.width(), baseline + 9)  # above the first lane
    assert before.copy(letters) == after.copy(letters)
    assert before != after


def _baseline(reader: Reader) -> int:
    view = reader.window.view
    line = view.document().firstBlock().layout().lineAt(0)
    top = view.document().documentLayout().blockBoundingRect(view.document().firstBlock()).top()
    return int(top + line.y() + line.ascent())


@pytest.mark.parametrize(
    ("key", "surface"),
    [("G", "بغداد"), ("O", "قوات التحالف"), ("D", "14 أبريل"), ("P", "Joe Biden"), ("H", "الوفد")],
)
def test_an_underline_stands_exactly_under_its_letters(open_reader: OpenReader, key: str, surface: str) -> None:
    reader = open_reader(LINE + END)
    mark = reader.mark(key, surface)
    image = picture(reader)
    boxes = letters_of(reader, mark.fragments[0])
    ink = LIGHT.of(reader.bench.codebook.label("entity", mark.label))
    baseline = _baseline(reader)
    columns = coloured(image, ink, baseline + 11, baseline + 15)
    assert columns, "no underline was drawn"
    assert abs(min(columns) - min(box.left() for box in boxes)) <= 2
    assert abs(max(columns) - max(box.right() for box in boxes)) <= 2


def test_a_mark_over_a_lines_end_is_drawn_on_both_lines(open_reader: OpenReader) -> None:
    reader = open_reader("كلمة " * 40 + "." + END)
    reader.press("Home")
    for _ in range(30):
        reader.press("Shift+Left")
    reader.press("O")
    mark = reader.focused()
    image = picture(reader)
    ink = LIGHT.of(reader.bench.codebook.label("entity", "ORG"))
    tops = sorted({box.top() for box in letters_of(reader, mark.fragments[0])})
    assert len(tops) >= 2
    for top in tops[:2]:
        assert coloured(image, ink, top + 30, top + 60)


def test_nested_marks_have_lanes_of_their_own(open_reader: OpenReader) -> None:
    reader = open_reader("التقى رئيس وزراء الأردن الوفد." + END)
    reader.mark("J", "رئيس وزراء الأردن")
    reader.mark("O", "وزراء الأردن")
    reader.mark("G", "الأردن")
    image = picture(reader)
    book = reader.bench.codebook
    rows = {}
    for label in ("OCC", "ORG", "GPE"):
        ink = LIGHT.of(book.label("entity", label)).rgb()
        rows[label] = [y for y in range(image.height()) for x in range(image.width()) if image.pixel(x, y) == ink]
    assert min(rows["GPE"]) < min(rows["ORG"]) < min(rows["OCC"])


def test_a_quote_has_its_ground_behind_all_of_its_lines(open_reader: OpenReader) -> None:
    reader = open_reader('قال الوزير إن "' + "كلام طويل " * 20 + 'ينتهي هنا".' + END)
    reader.go_to("طويل")
    reader.press("Q")
    quote = reader.focused()
    image = picture(reader)
    plain = QColor(LIGHT.page).rgb()
    for box in letters_of(reader, quote.fragments[0])[5:-5:7]:
        assert image.pixel(box.center().x(), box.top() + 8) != plain


def test_a_paragraph_that_opens_with_a_latin_name_still_reads_from_the_right(open_reader: OpenReader) -> None:
    reader = open_reader("Joe Biden وصل إلى عمّان." + END)
    first, last = letters_of(reader, reader.find("Joe"))[0], letters_of(reader, reader.find("عمّان"))[-1]
    assert first.left() > last.left()
