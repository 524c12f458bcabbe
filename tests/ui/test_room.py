"""There is room for every lane at every size: between the lanes, and before the next line's letters."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextDocument

from app.domain.annotation import Annotation
from app.domain.span import Span
from app.ui.application import make_application
from app.ui.article.brushes import Scale
from app.ui.article.page import Page
from app.ui.article.view import LARGEST, SMALLEST
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
    scale = Scale.of(size)
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
