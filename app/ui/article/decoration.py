"""What is painted on the page beside the marks: hints, matches of a search, signs of the truth view."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from app.ui.article.page import Page
from app.ui.article.painting import MarkPainter, Sheet


class Decoration:
    """One thing that is painted over and under the lines in view, when there is anything of it to show.

    Both halves get what they paint with each time, for theme and text size change: ``brushes`` know the colours and
    where a stretch stands, ``page.pieces(sheet.block, span, sheet.numbers)`` where a span of code points does.
    Whoever changes what a decoration shows has the view repaint the spans concerned.
    """

    def below(self, painter: QPainter, brushes: MarkPainter, page: Page, sheets: list[Sheet]) -> None:
        """What lies under the letters."""

    def above(self, painter: QPainter, brushes: MarkPainter, page: Page, sheets: list[Sheet]) -> None:
        """What is drawn over the letters."""
