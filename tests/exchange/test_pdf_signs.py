"""What PDFium leaves out of order in Arabic pages: ligatures, Latin words, lines that came as one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QPageSize, QPdfWriter, QTextDocument, QTextOption

from app.exchange.pdf_signs import latin_words_read, ligatures_read, lines_apart
from app.ui.application import make_application
from tests.exchange.bringing import article

TEXT = (
    "انهار جسر قديم في وادي السلام فجر الاثنين بعد سيول استمرت يومين متتاليين، ولم تقع إصابات (بحسب الدفاع المدني).\n"
    "وقال رئيس البلدية إن كلفة بنائه تبلغ 3.5 مليون دولار وفق شركة ABC Group للإنشاءات، وإن الأعمال تبدأ الأحد."
)
FONT = "DejaVu Sans"


def test_letters_of_a_ligature_are_read_in_the_one_order_that_they_can_have():
    assert ligatures_read([["ال", "م"], ["لا"], ["ًّ"[::-1] + "ل"]])[:2] == [("لا", "م"), ("لا",)]
    assert ligatures_read([["الله"], ["صلى"]]) == [("الله",), ("صلى",)]


def test_a_ligature_that_can_be_read_both_ways_goes_the_way_of_the_others_in_the_file():
    assert ligatures_read([["ال"], ["يف"]]) == [("لا",), ("في",)]
    assert ligatures_read([["لا"], ["في"]]) == [("لا",), ("في",)]


def test_latin_words_in_an_arabic_line_are_read_from_the_left():
    def read(words: list[tuple[str, float]]) -> str:
        signs, places = list[str](), list[float]()
        for word, left in words:
            signs += [*word, " "]
            places += [*(left + 5 * number for number in range(len(word))), 0.0]
        signs, places = signs[:-1], places[:-1]
        order = latin_words_read(signs, places)
        assert sorted(order) == list(range(len(signs)))
        return "".join(signs[at] for at in order)

    assert read([("شركة", 400), ("Group", 340), ("ABC", 300), ("قالت", 200)]) == "شركة ABC Group قالت"
    assert read([("شركة", 400), ("ABC", 300), ("Group", 340), ("قالت", 200)]) == "شركة ABC Group قالت"
    assert read([("عام", 400), ("2019", 340), ("2020", 300)]) == "عام 2019 2020"
    assert read([("Group", 340), ("ABC", 300)]) == "Group ABC"


def test_lines_that_came_as_one_are_parted_and_raised_signs_are_not():
    assert lines_apart([85.0] * 9 + [100.0] * 9, [10.0] * 18) == [list(range(9, 18)), list(range(9))]
    assert lines_apart([100.0] * 9 + [104.0] * 2 + [100.0] * 9, [10.0] * 20) == [list(range(20))]
    assert lines_apart([100.0 - 12 * at for at in range(6)], [10.0] * 6) == [list(range(6))]


def test_a_pdf_of_qt_comes_in_as_it_was_written(tmp_path: Path):
    make_application()
    if FONT not in QFontDatabase.families():
        pytest.skip(f"{FONT} is not here: of other fonts Qt does not tell what letters their signs are")
    path = tmp_path / "news.pdf"
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    page, option = QTextDocument(), QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    page.setDefaultFont(QFont(FONT, 13))
    page.setDefaultTextOption(option)
    page.setPlainText(TEXT)
    page.print_(writer)
    del writer
    assert article(path).text.removesuffix("\n1") == TEXT  # Qt prints the number of the page below
