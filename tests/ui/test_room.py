"""There is room for every lane at every size: between the lanes, and before the next line's letters."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetricsF, QTextDocument

from app.domain.annotation import Annotation
from app.domain.span import Span
from app.domain.text.trim import snap
from app.ui.application import make_application
from app.ui.article.brushes import Scale
from app.ui.article.brushes import cuts as cuts_of
from app.ui.article.lanes import Placed
from app.ui.article.page import Page
from app.ui.comfort import LARGEST, SMALLEST, USUAL
from app.workbench.fragments import joined
from app.workbench.marks import Marks

SIZES = range(SMALLEST, LARGEST + 1)
FONTS = ("Amiri", "IBM Plex Sans Arabic")
TEXT = "وصل وفد كبير من مدينة بعيدة إلى قصر المؤتمرات الجديد " * 9
_WIDEST = 1.7  # half of what the heaviest underline takes, in halves of a plain stroke


def nested(depth: int) -> Marks:
    """Marks around one word of the second line or so, each inside the next."""
    middle = TEXT.index("قصر", len(TEXT) // 2)
    spans = [Span(middle - 5 * each, middle + 3 + 5 * each) for each in range(depth)]
    return Marks(
        "a",
        [
            Annotation(f"m{number}", "a", "x", "entity", "ORG", (span,), TEXT[span.start : span.end], "", "")
            for number, span in enumerate(spans)
        ],
    )


def laid_out(family: str, size: int, marks: Marks, width: float = 22) -> tuple[QTextDocument, Page]:
    make_application()
    document = QTextDocument()
    document.setTextWidth(width * size)
    page = Page(document)
    page.set_font(family, size)
    page.load(TEXT, "rtl", marks)
    page.make_room(document.firstBlock())
    document.documentLayout().blockBoundingRect(document.firstBlock())
    return document, page


@pytest.mark.parametrize("size", SIZES)
def test_chips_end_before_the_next_lane_begins(size: int) -> None:
    make_application()
    font = QFont(USUAL.family)
    font.setPixelSize(size)
    scale = Scale.of(font)
    foot = scale.first_lane + scale.stroke * 0.5 + scale.chip
    assert foot <= scale.first_lane + scale.lane - _WIDEST * scale.stroke / 2


@pytest.mark.parametrize("family", FONTS)
@pytest.mark.parametrize("size", [14, 15, 19, 24, 29, 36, 51, 64])
@pytest.mark.parametrize("depth", [1, 2, 3, 6])
def test_the_deepest_lane_ends_before_the_next_lines_letters(family: str, size: int, depth: int) -> None:
    document, page = laid_out(family, size, nested(depth))
    block = document.firstBlock()
    layout = block.layout()
    drawings = page.drawings(block, range(layout.lineCount()))
    assert max(drawing.depth for _, drawing in drawings) == depth
    for number, drawing in drawings[:-1]:
        line, below = layout.lineAt(number), layout.lineAt(number + 1)
        foot = line.y() + line.ascent() + page.scale.under(drawing.depth)
        assert foot <= below.y() + 0.5, "a chip stands in the next line"


def test_a_very_long_paragraph_keeps_the_room_that_was_seen_to_be_needed() -> None:
    document, page = laid_out("Amiri", 24, nested(5), width=4)
    block = document.firstBlock()
    lines = block.layout().lineCount()
    assert lines > 60
    page.drawings(block, range(lines))
    assert page.is_tight(block)
    assert page.make_room(block)
    document.documentLayout().blockBoundingRect(block)
    page.forget_drawings()
    assert not page.is_tight(block)
    assert not page.make_room(block), "and it is not taken back when the lines are out of view"


MIXED = "قال Joe Biden إن برنامج الأمم المتحدة (UNDP) صرف 71% من 14 مليون دولار في Tawsim Lab وفي وبيروت، ثم عاد " * 3
CUTS = st.lists(st.integers(0, len(MIXED)), min_size=2, max_size=6, unique=True).map(sorted)


@settings(max_examples=60, deadline=None)
@given(st.lists(CUTS, min_size=1, max_size=12), st.integers(SMALLEST, LARGEST), st.integers(6, 30))
def test_whatever_is_marked_nothing_on_the_page_collides(cuts: list[list[int]], size: int, width: int) -> None:
    make_application()
    marks = Marks("a", [broken(number, edges) for number, edges in enumerate(cuts)])
    document = QTextDocument()
    document.setTextWidth(width * size)
    page = Page(document)
    page.set_font("Amiri", size)
    page.load(MIXED, "rtl", marks)
    block = document.firstBlock()
    document.documentLayout().blockBoundingRect(block)
    metrics = QFontMetricsF(page.scale.chip_font())
    for _, drawing in page.drawings(block, range(block.layout().lineCount())):
        boxes = [(each, chip_of(each, metrics, page.scale)) for each in drawing.lanes]
        for (one, chip), (other, facing) in combinations(boxes, 2):
            if one.lane != other.lane:
                continue
            assert apart(one.underline.taken, other.underline.taken)
            assert apart([chip], other.underline.taken)
            assert apart([facing], one.underline.taken)
            assert apart([chip], [facing])


def broken(number: int, edges: list[int]) -> Annotation:
    """A mark with one fragment for each pair of edges, moved outward to whole letters."""
    pairs = zip(edges[::2], edges[1::2], strict=False)
    spans = joined(snap(MIXED, Span(start, end)) for start, end in pairs)
    exact = "".join(MIXED[span.start : span.end] for span in spans)
    return Annotation(f"m{number}", "a", "x", "entity", "PERSON", spans, exact, "", "")


def chip_of(placed: Placed, metrics: QFontMetricsF, scale: Scale) -> tuple[float, float]:
    """Where the chip is drawn; nowhere when even one letter has no room."""
    room = placed.chip_to - placed.chip_from
    names = cuts_of(placed.underline.chip, metrics, 3.2 * scale.unit) if placed.underline.chip else []
    width = next((each for _, each in names if each <= room), 0.0)
    left = placed.chip_from if placed.underline.chip_left else placed.chip_to - width
    return left, left + width


def apart(ones: Iterable[tuple[float, float]], others: Iterable[tuple[float, float]]) -> bool:
    return not any(a < d and c < b for a, b in ones if a < b for c, d in others if c < d)
