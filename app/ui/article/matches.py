"""The matches of what is looked for, as soft grounds under the letters; the one that is meant is stronger."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPen

from app.domain.span import Span
from app.ui.article.decoration import Decoration
from app.ui.article.page import Page
from app.ui.article.painting import MarkPainter, Sheet
from app.workbench.seeking import Seeking

INK = {False: "#C98A00", True: "#FFC94D"}  # by whether the theme is dark
_SOFT, _STRONG = 60, 125  # how much of the ink is in the grounds


class MatchGrounds(Decoration):
    """Draws the matches in view while they are shown."""

    def __init__(self, seeking: Seeking) -> None:
        self._seeking = seeking

    def below(self, painter: QPainter, brushes: MarkPainter, page: Page, sheets: list[Sheet]) -> None:
        if not self._seeking.shown or not len(self._seeking.matches):
            return
        ink = QColor(INK[brushes.theme.dark])
        for sheet in sheets:
            for number in self._seeking.matches.meeting(shown(page, sheet)):
                self._draw(painter, brushes, page, sheet, number, ink)

    def _draw(
        self, painter: QPainter, brushes: MarkPainter, page: Page, sheet: Sheet, number: int, ink: QColor
    ) -> None:
        pieces = page.pieces(sheet.block, self._seeking.matches[number], sheet.numbers)
        meant = number == self._seeking.at
        ground = QColor(ink)
        ground.setAlpha(_STRONG if meant else _SOFT)
        for box in brushes.boxes(sheet, pieces):
            if meant:
                painter.setBrush(ground)
                painter.setPen(QPen(ink, 1.5 * brushes.scale.unit))
                painter.drawRoundedRect(box.adjusted(-1, 1, 1, -1), 3, 3)
            else:
                painter.fillRect(box.adjusted(0, 2, 0, -2), ground)


def shown(page: Page, sheet: Sheet) -> Span:
    """The code points of the lines that are painted."""
    if not sheet.numbers:
        return Span(0, 0)
    base, first, last = sheet.block.position(), sheet.line(sheet.numbers[0]), sheet.line(sheet.numbers[-1])
    start, end = base + first.textStart(), base + last.textStart() + last.textLength()
    return Span(page.offsets.to_text(start), page.offsets.to_text(end))
