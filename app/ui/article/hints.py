"""The letters on the candidates of a choice."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtGui import QPainter

from app.ui.article.badges import Badge, BadgePainter
from app.ui.article.decoration import Decoration
from app.ui.article.page import Page
from app.ui.article.painting import MarkPainter, Sheet
from app.workbench.asking import Asking, Candidate
from app.workbench.bench import Workbench
from app.workbench.keymap import Keymap


class Hints(Decoration):
    """A hint on every candidate in view while something is asked. ``arabic``: in the letters that the layout of
    ``keymap`` has on the same keys. Of hints that begin with another letter than the typed one nothing is shown."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self.arabic = False
        self.keymap = Keymap("latin", {})
        self._candidates: tuple[Candidate, ...] = ()
        self._dressed: tuple[MarkPainter, BadgePainter] | None = None
        self._order: list[tuple[int, int]] = []

    def above(self, painter: QPainter, brushes: MarkPainter, page: Page, sheets: list[Sheet]) -> None:
        asking = self._bench.asking
        if asking is None:
            return
        if self._dressed is None or self._dressed[0] is not brushes:
            self._dressed = brushes, BadgePainter(brushes.theme, brushes.scale)
        badge_painter = self._dressed[1]
        for sheet in sheets:
            for number, badges in self._lines(asking, page, sheet).items():
                line = sheet.line(number)
                badge_painter.line(painter, badges, sheet.origin.y() + line.y() + line.ascent(), page.rtl)

    def _lines(self, asking: Asking, page: Page, sheet: Sheet) -> dict[int, list[Badge]]:
        """The badges of the lines of a paragraph."""
        made: dict[int, list[Badge]] = {}
        hints = asking.hints
        for number in self._within(asking, page, sheet):
            if not hints[number].startswith(asking.begun):
                continue
            pieces = page.pieces(sheet.block, asking.candidates[number].span)
            first = next((piece for piece in pieces if piece.first and piece.line in sheet.numbers), None)
            if first is not None:
                edge = sheet.origin.x() + (first.left if first.forward else first.right)
                filled = number in asking.filled
                badge = Badge(self._shown(hints[number]), edge, first.forward, len(asking.begun), filled)
                made.setdefault(first.line, []).append(badge)
        return made

    def _within(self, asking: Asking, page: Page, sheet: Sheet) -> list[int]:
        """Numbers of the candidates that begin in the paragraph."""
        if asking.candidates is not self._candidates:
            self._candidates = asking.candidates
            self._order = sorted((each.span.start, number) for number, each in enumerate(asking.candidates))
        start = page.offsets.to_text(sheet.block.position())
        end = page.offsets.to_text(sheet.block.position() + sheet.block.length())
        low, high = (bisect_left(self._order, (edge, -1)) for edge in (start, end))
        return [number for _, number in self._order[low:high]]

    def _shown(self, hint: str) -> str:
        return "".join(self.keymap.twins.get(letter, letter) for letter in hint) if self.arabic else hint
