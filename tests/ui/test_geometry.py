"""Marks stand exactly under their letters: inside a word, over a line's end, across a change of direction."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from app.ui.application import make_application
from app.ui.article.geometry import Stretch, joined, stretches


def lay_out(text: str, width: float = 2000) -> QTextLayout:
    make_application()
    font = QFont("Amiri")
    font.setPixelSize(24)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(line.position().__class__(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def find(text: str, surface: str, width: float = 2000) -> tuple[list[Stretch], QTextLayout]:
    layout = lay_out(text, width)
    start = text.index(surface)
    return stretches(layout, text, start, start + len(surface), True), layout


def glyph_boxes(layout: QTextLayout, text: str, surface: str) -> list[tuple[float, float]]:
    """Where the letters really are, asked letter by letter."""
    start = text.index(surface)
    boxes = []
    for position in range(start, start + len(surface)):
        line = layout.lineForTextPosition(position)
        boxes += [(run.boundingRect().left(), run.boundingRect().right()) for run in line.glyphRuns(position, 1)]
    return boxes


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("وصلوا إلى وبغداد اليوم", "بغداد"),
        ("مشاركة بقوات التحالف هنا", "قوات التحالف"),
        ("بلغ المخزون 71% من الطاقة", "71%"),
        ("برنامج الأمم المتحدة (UNDP) قال", "UNDP"),
        ("قال Joe Biden أمس", "Joe Biden"),
        ("في 14 أبريل 2026 مساء", "14 أبريل 2026"),
        ("السبت", "الس"),
        ("عـــمّان الآن", "عـــمّان"),
    ],
)
def test_a_stretch_covers_its_letters_and_no_others(text: str, surface: str) -> None:
    found, layout = find(text, surface)
    pieces = joined(found)
    boxes = glyph_boxes(layout, text, surface)
    assert abs(min(left for left, _ in boxes) - pieces[0][0]) < 1
    assert abs(max(right for _, right in boxes) - pieces[-1][1]) < 1
    for left, right in boxes:
        assert any(a - 1 <= left and right <= b + 1 for a, b in pieces)
    for left, right in pieces if "ـ" not in surface else []:  # Qt gives a run of tatweels one box
        assert all(any(a - 2 <= x <= b + 2 for a, b in boxes) for x in range(int(left) + 1, int(right)))


def test_a_mark_across_a_change_of_direction_is_several_rectangles() -> None:
    text = "قال Joe Biden إن"
    found, _ = find(text, "قال Joe")
    assert len(joined(found)) == 2, "the last Latin word stands between the Arabic one and the first"
    assert [piece.first for piece in found].count(True) == 1
    assert [piece.last for piece in found].count(True) == 1


def test_a_mark_over_a_lines_end_has_a_piece_on_each_line() -> None:
    text = "كلمة " * 30
    layout = lay_out(text, 300)
    found = stretches(layout, text, 5, 120, True)
    assert len({piece.line for piece in found}) > 2
    assert found[0].first and not found[0].last
    assert found[-1].last and not found[-1].first


def test_the_space_at_a_lines_end_is_not_drawn() -> None:
    text = "كلمة " * 30
    layout = lay_out(text, 300)
    whole = stretches(layout, text, 0, len(text), True)
    for piece in whole:
        assert piece.left >= -1
        assert piece.right <= 301


def test_a_surrogate_pair_is_one_letter() -> None:
    text = "قبل 😀 بعد"
    units = text.encode("utf-16-le")
    start = len(text[: text.index("😀")].encode("utf-16-le")) // 2
    found = stretches(lay_out(text), text, start, start + 2, True)
    assert len(units) // 2 == len(text) + 1
    assert len(found) == 1
    assert found[0].first and found[0].last


@pytest.mark.parametrize("surface", ["وفدٍ", "وفدٌّ", "وَفْدًا"])
def test_a_mark_at_the_end_of_a_span_takes_no_letter_along(surface: str) -> None:
    text = f"جاء {surface} ثالث"
    found_, layout = find(text, surface)
    line = layout.lineAt(0)
    assert len(found_) == 1
    assert found_[0].left == pytest.approx(line.cursorToX(text.index(surface) + len(surface))[0])  # type: ignore[index]
