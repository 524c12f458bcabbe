"""The letters on the candidates of a choice."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from PySide6.QtGui import QPainter

from app.ui.article.badges import Badge, BadgePainter
from app.ui.article.brushes import Scale
from app.ui.article.decoration import Decoration
from app.ui.article.page import Page
from app.ui.article.painting import MarkPainter, Sheet
from app.ui.theme import Theme
from app.workbench.asking import LETTERS, Asking, Candidate
from app.workbench.bench import Workbench
from app.workbench.keymap import Keymap

_OPENING = 8  # letters that open hints of two where 200 words are in view


class Hints(Decoration):
    """A hint on every candidate in view while something is asked. ``arabic``: in the letters that the layout of
    ``keymap`` has on the same keys. Of hints that begin with another letter than the typed one nothing is shown."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self.arabic = False
        self.keymap = Keymap("latin", {})
        self._candidates: tuple[Candidate, ...] = ()
        self._dressed: tuple[Theme, Scale, BadgePainter] | None = None
        self._order: list[tuple[int, int]] = []

    def above(self, painter: QPainter, brushes: MarkPainter, page: Page, sheets: list[Sheet]) -> None:
        asking = self._bench.asking
        if asking is None:
            return
        badge_painter = self._painter(brushes.theme, brushes.scale)
        for sheet in sheets:
            for number, badges in self._lines(asking, page, sheet).items():
                line = sheet.line(number)
                badge_painter.line(painter, badges, sheet.origin.y() + line.y() + line.ascent(), page.rtl)

    def draw_ahead(self, theme: Theme, scale: Scale, ratio: float) -> Iterator[None]:
        """Draw the hints that a window full of words needs, one at a step: the first jump asks for all at once."""
        badge_painter = self._painter(theme, scale)
        yield
        for letters in (*LETTERS, *(first + second for first in LETTERS[-_OPENING:] for second in LETTERS)):
            for typed in range(len(letters)):
                badge_painter.plate(Badge(self._shown(letters), 0.0, False, typed), ratio)
            yield

    def _painter(self, theme: Theme, scale: Scale) -> BadgePainter:
        if self._dressed is None or self._dressed[:2] != (theme, scale):
            self._dressed = theme, scale, BadgePainter(theme, scale)
        return self._dressed[2]

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
