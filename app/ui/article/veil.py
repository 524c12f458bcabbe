"""Focus mode: a veil of the page's own colour over every paragraph but the one at the caret."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from app.domain.span import Span
from app.ui.article.decoration import Decoration
from app.ui.article.page import Page
from app.ui.article.painting import MarkPainter, Sheet
from app.workbench.bench import Workbench

_DIMMED = 0.66  # how much of the page's colour lies over what is not read now
_DIMMED_DARK = 0.6
_BLANK = 200  # UTF-16 units that a line of nothing but spaces has at most; a longer one is not looked through


class Veil(Decoration):
    """Dims the text and the marks of all paragraphs but those that the caret and the selection touch.

    It lifts while something is asked: the answer may stand anywhere.
    """

    def __init__(self, bench: Workbench, page: Page) -> None:
        self._bench, self._page = bench, page
        self.down = False
        self._bright: Span | None = None

    def news(self) -> list[Span]:
        """Paragraphs that are to be painted again, since the caret has left them or come to them."""
        if not self.down or self._bench.article is None:
            return []
        before, self._bright = self._bright, self._paragraphs()
        return [] if self._bright == before else [span for span in (before, self._bright) if span is not None]

    def above(self, painter: QPainter, brushes: MarkPainter, page: Page, sheets: list[Sheet]) -> None:
        if not self.down or not sheets or self._bench.asking is not None or self._bench.article is None:
            return
        shift = sheets[0].origin.y() - page.document.documentLayout().blockBoundingRect(sheets[0].block).top()
        top, bottom = (edge + shift for edge in page.rows(self._paragraphs()))
        veil = QColor(brushes.theme.page)
        veil.setAlphaF(_DIMMED_DARK if brushes.theme.dark else _DIMMED)
        whole = QRectF(painter.window())
        painter.fillRect(QRectF(whole.left(), whole.top(), whole.width(), top - whole.top()), veil)
        painter.fillRect(QRectF(whole.left(), bottom, whole.width(), whole.bottom() - bottom), veil)

    def forget(self) -> None:
        """Another article is shown."""
        self._bright = None

    def _paragraphs(self) -> Span:
        """From the start of the first paragraph that caret and selection touch to the end of the last."""
        place = self._bench.place
        low, high = sorted((place.anchor, place.caret))
        return Span(self._paragraph(low).start, self._paragraph(high).end)

    def _paragraph(self, position: int) -> Span:
        """The paragraph at ``position``; on a blank line the one before it, if there is one."""
        offsets = self._page.offsets
        block = self._page.document.findBlock(offsets.to_qt(position))
        while block.previous().isValid() and block.length() < _BLANK and not block.text().strip():
            block = block.previous()
        start = block.position()
        return Span(offsets.to_text(start), offsets.to_text(start + block.length() - 1))
