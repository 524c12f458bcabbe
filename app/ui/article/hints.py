"""The letters on the candidates of a choice."""

from __future__ import annotations

from PySide6.QtGui import QPainter

from app.ui.article.decoration import Decoration
from app.ui.article.page import Page
from app.ui.article.painting import MarkPainter, Sheet
from app.workbench.asking import hint
from app.workbench.bench import Workbench


class Hints(Decoration):
    """A hint on every candidate in view while something is asked. ``arabic``: in the letters of the Arabic layout."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self.arabic = False

    def above(self, painter: QPainter, brushes: MarkPainter, page: Page, sheets: list[Sheet]) -> None:
        asking = self._bench.asking
        if asking is None:
            return
        for number, candidate in enumerate(asking.candidates):
            for sheet in sheets:
                pieces = page.pieces(sheet.block, candidate.span)
                if pieces:
                    brushes.hint(painter, sheet, pieces[0], hint(number, self.arabic), number in asking.filled)
                    break
