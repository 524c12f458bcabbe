"""F2 shows what the eye cannot see: invisible characters at their places, directions, code points, doubtful marks."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from PySide6.QtGui import QColor, QImage, QTextBlock, QTextLayout
from pytestqt.qtbot import QtBot

from app.domain.text.folding import is_invisible
from app.domain.text.unseen import HIDDEN, unseen
from app.ui.article.geometry import x_at
from app.ui.article.truth import Truth
from app.ui.article.truthlines import LineTruth
from app.ui.truthbar import TruthBar
from app.ui.words import in_arabic
from tests.journeys.conftest import OpenReader, Reader

TEXT = """وصل\u200fالوفد إلى\u00a0القاعة\u200c، وقال \u202aالناطق\u202c إن \u2066EU\u2069 حاضرة\u200b\u200d\u200e\u200f.

جاء في البيان: "لن نتأخر، ثم »بدأ العمل« في 14 أبريل مع \U0001f600 أهل المدينة."
"""
CORPUS = Path(__file__).parents[2] / "../shared/corpora/armpro_dev.jsonl"
STREWN = "\u200c\u200d\u200e\u200f\u202a\u202d\u202e\u202c\u2066\u2069\u200b\ufeff"
ALL = QTextLayout.GlyphRunRetrievalFlag.RetrieveAll

Glyphs = list[tuple[list[int], list[tuple[float, float]]]]


def bar(reader: Reader) -> TruthBar:
    found = reader.window.aids.truthbar
    assert found is not None
    return found


def told(reader: Reader, number: int) -> str:
    """One of the three lines of words, as long as it is."""
    return (bar(reader).name, bar(reader).place, bar(reader).more)[number].accessibleDescription()


def glyphs(block: QTextBlock) -> Glyphs:
    """Every glyph of a paragraph and where it stands."""
    lines = (block.layout().lineAt(number) for number in range(block.layout().lineCount()))
    runs = [run for line in lines for run in line.glyphRuns(-1, -1, ALL)]
    return [(run.glyphIndexes(), [(point.x(), point.y()) for point in run.positions()]) for run in runs]


def blocks(reader: Reader) -> Iterator[QTextBlock]:
    block = reader.window.view.document().begin()
    while block.isValid():
        reader.window.view.document().documentLayout().blockBoundingRect(block)  # lays it out
        yield block
        block = block.next()


def lines(reader: Reader, truth: Truth) -> Iterator[tuple[QTextBlock, int, LineTruth]]:
    for block in blocks(reader):
        for number in range(block.layout().lineCount()):
            yield block, number, truth.line(reader.window.view.page, block, number)


def edges_beside(block: QTextBlock, number: int, text: str, unit: int) -> list[float]:
    """The edges of the nearest seen characters before and after ``unit`` on its line, asked of Qt one by one; at an end
    of the line the caret's place too."""
    line = block.layout().lineAt(number)
    start, stop = line.textStart(), line.textStart() + line.textLength()
    found: list[float] = []
    for way in (range(unit - 1, start - 1, -1), range(unit + 1, stop)):
        for other in way:
            if is_invisible(text[other]) or "\udc00" <= text[other] <= "\udfff":
                continue
            length = max(unit + 1 - other, 1)  # a joiner is one letter with what stands before it
            boxes = [run.boundingRect() for run in line.glyphRuns(other, length) if run.boundingRect().width() > 0.75]
            if boxes:
                found += [edge for box in boxes for edge in (box.left(), box.right())]
                break
        else:
            found.append(x_at(line, unit))
    return found


def check_signs(reader: Reader, truth: Truth) -> int:
    """Every invisible character has one sign, between the edges of its neighbours; how many there are."""
    page, count = reader.window.view.page, 0
    for block, number, found in lines(reader, truth):
        text, line = page.text_of(block), block.layout().lineAt(number)
        units = range(line.textStart(), line.textStart() + line.textLength())
        hidden = [unit for unit in units if (what := unseen(text[unit])) and what.kind == HIDDEN]
        hidden = [unit for unit in hidden if not "\ud800" <= text[unit] <= "\udfff"]
        signs = {sign.unit: sign.x for sign in found.signs if sign.hidden}
        assert set(hidden) <= set(signs)
        for unit in hidden:
            beside = edges_beside(block, number, text, unit)
            if beside:
                assert min(beside) - 1 <= signs[unit] <= max(beside) + 1, (text, unit)
        count += len(hidden)
    return count


@pytest.fixture
def reader(open_reader: OpenReader) -> Reader:
    return open_reader(TEXT)


def test_every_invisible_character_has_a_sign_between_its_neighbours(reader: Reader) -> None:
    reader.press("F2")
    reader.window.view.viewport().grab()
    assert check_signs(reader, bar(reader).truth) == 10


def test_no_letter_moves(reader: Reader) -> None:
    before = [glyphs(block) for block in blocks(reader)]
    reader.press("F2")
    reader.window.view.viewport().grab()
    assert [glyphs(block) for block in blocks(reader)] == before


def test_the_second_press_shows_the_text_as_it_was(reader: Reader, qtbot: QtBot) -> None:
    reader.settle()
    reader.press("Home")
    plain = picture(reader)
    reader.press("F2")
    assert bar(reader).isVisible()
    assert picture(reader) != plain
    reader.press("F2")
    assert not bar(reader).isVisible()
    qtbot.waitUntil(lambda: picture(reader) == plain)


def picture(reader: Reader) -> QImage:
    return reader.window.view.viewport().grab().toImage()


def test_the_line_names_the_character_at_the_caret(reader: Reader) -> None:
    reader.press("Home", "F2")
    assert "U+0648  ARABIC LETTER WAW" in told(reader, 0)
    assert in_arabic("letter") in told(reader, 1)
    reader.press("Alt+Left", "Alt+Left")
    assert "U+0644  ARABIC LETTER LAM" in told(reader, 0)
    assert "U+200F" in bar(reader).cells.accessibleDescription()


def test_offsets_are_told_in_code_points_and_in_units(reader: Reader) -> None:
    reader.go_to("أهل")
    reader.press("F2")
    at = reader.find("أهل").start
    assert str(at) in told(reader, 1) and str(at + 1) in told(reader, 1)


def test_what_makes_one_letter_is_told_together(open_reader: OpenReader) -> None:
    reader = open_reader("مدّت يدها.")
    reader.press("F2")
    reader.press("Alt+Left")
    assert "U+062F ARABIC LETTER DAL + U+0651 ARABIC SHADDA" in told(reader, 2)


def test_swapped_quotation_marks_are_told(reader: Reader) -> None:
    reader.press("F2")
    reader.bench.put(reader.bench.place.to(reader.find('"').start))
    said = [told(reader, 2)]
    reader.bench.put(reader.bench.place.to(reader.find("»").start))
    said.append(told(reader, 2))
    assert said == ["", in_arabic("This quotation mark is swapped with its partner")]


def test_an_unclosed_mark_is_told(open_reader: OpenReader) -> None:
    reader = open_reader('قال الناطق: "لن نتأخر، ثم مضى.\n\nوعاد الوفد.')
    reader.press("F2")
    reader.bench.put(reader.bench.place.to(reader.find('"').start))
    assert told(reader, 2) == in_arabic("This quotation mark has no partner")


def test_an_unclosed_override_scrambles_no_other_paragraph(open_reader: OpenReader) -> None:
    calm = open_reader("وصل الوفد abc اليوم.\nوعاد الوفد (EU) في 14 أبريل.")
    wild = open_reader("وصل\u202e الوفد abc اليوم.\nوعاد الوفد (EU) في 14 أبريل.")
    calm_first, calm_second = blocks(calm)
    wild_first, wild_second = blocks(wild)
    assert glyphs(wild_first) != glyphs(calm_first)
    assert glyphs(wild_second) == glyphs(calm_second)
    wild.press("F2")
    truth = bar(wild).truth.line(wild.window.view.page, wild_first, 0)
    assert any(run.turned for run in truth.runs)
    assert not any(run.turned for run in bar(wild).truth.line(wild.window.view.page, wild_second, 0).runs)


def test_runs_are_numbered_in_logical_order(open_reader: OpenReader) -> None:
    reader = open_reader("وصل وفد EU في 14 أبريل")
    reader.press("F2")
    runs = bar(reader).truth.line(reader.window.view.page, next(blocks(reader)), 0).runs
    assert [run.forward for run in runs] == [False, True, False, True, False]
    assert [run.first for run in runs] == sorted(run.first for run in runs)
    assert all(before.left >= after.right - 1 for before, after in pairwise(runs))


def test_marks_show_their_true_edges(reader: Reader) -> None:
    mark = reader.mark("D", "14 أبريل")
    reader.press("End", "Esc", "F2")
    view = reader.window.view
    block = view.document().findBlock(view.page.offsets.to_qt(mark.start))
    pieces = view.page.pieces(block, mark.fragments[0])
    corner = view.document().documentLayout().blockBoundingRect(block).topLeft()
    row = int(corner.y() + block.layout().lineAt(pieces[0].line).y() + 12) - view.verticalScrollBar().value()
    first, last = next(each for each in pieces if each.first), next(each for each in pieces if each.last)
    edges = (first.left if first.forward else first.right), (last.right if last.forward else last.left)
    image, ink = picture(reader), view._picture.brushes.ink(mark)
    for x in edges:
        near = [QColor(image.pixel(int(corner.x() + x) + step, row)) for step in (-1, 0, 1)]
        assert any(abs(each.hue() - ink.hue()) < 25 and each.saturation() > 30 for each in near)


def test_both_lines_have_names_and_take_no_keys(reader: Reader) -> None:
    reader.press("F2")
    assert all(part.accessibleName() for part in (bar(reader), bar(reader).cells, bar(reader).name, bar(reader).place))
    reader.go_to("الناطق")
    reader.press("P")
    assert reader.marks() == [("PERS", "الناطق")]


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpora are not beside the project")
@pytest.mark.parametrize("more", [0, 4], ids=["as they are", "with controls strewn in"])
def test_real_paragraphs(open_reader: OpenReader, more: int) -> None:
    lines = CORPUS.read_text(encoding="utf-8").splitlines()
    paragraphs = [json.loads(line)["paragraph"].replace("\n", " ") for line in lines]
    chance = Random(7)
    paragraphs = [strewn(text, chance, more) for text in (paragraphs[:150] if more else paragraphs)]
    reader = open_reader("\n".join(paragraphs))
    before = [glyphs(block) for block in blocks(reader)]
    reader.press("F2")
    hidden = [letter for text in paragraphs for letter in text if (what := unseen(letter)) and what.kind == HIDDEN]
    assert check_signs(reader, bar(reader).truth) == len(hidden) > 0
    view = reader.window.view
    for top in range(0, view.verticalScrollBar().maximum(), view.viewport().height() if more else 10_000):
        view.verticalScrollBar().setValue(top)
        view.viewport().grab()
    assert [glyphs(block) for block in blocks(reader)] == before


def strewn(text: str, chance: Random, count: int) -> str:
    """``text`` with so many invisible characters and unclosed overrides put in anywhere."""
    for _ in range(count):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(STREWN) + text[at:]
    return text
