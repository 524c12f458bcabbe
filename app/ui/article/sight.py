"""What of the article is in view."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt

from app.domain.span import Span
from app.ui.article.page import Page

_ABOVE, _BELOW = 20.0, 10.0  # how far letters reach from the line they stand on, in the scale's units


def in_view(page: Page, top: float, bottom: float) -> Span:
    """From the first to the last code point on the lines whose letters stand wholly within rows of the document."""
    unit = page.scale.unit
    block = page.document.findBlock(
        page.document.documentLayout().hitTest(QPointF(0, max(top, 0.0)), Qt.HitTestAccuracy.FuzzyHit)
    )
    edges: list[int] = []
    for each, corner, numbers in page.visible(top, bottom, block):
        for number in numbers:
            line = each.layout().lineAt(number)
            baseline = corner.y() + line.y() + line.ascent()
            if top <= baseline - _ABOVE * unit and baseline + _BELOW * unit <= bottom:
                start = each.position() + line.textStart()
                edges += (start, start + line.textLength())
    if not edges:
        return Span(0, 0)
    return Span(page.offsets.to_text(edges[0]), page.offsets.to_text(edges[-1]))
