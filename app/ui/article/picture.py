"""What is painted around the text: the lines in view with their drawings, the ground of what a label key would mark,
the focused mark's frame and links, and the decorations. It knows what has to be painted again."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QRegion, QTextBlock

from app.domain.annotation import Annotation
from app.domain.span import Span
from app.ui.article.curves import LinkCurves
from app.ui.article.decoration import Decoration
from app.ui.article.geometry import Stretch
from app.ui.article.page import Page
from app.ui.article.painting import MarkPainter, Sheet
from app.workbench.bench import Workbench

_OVERHANG = 1  # lanes by which marks, hints and links may hang over a line's own rows

_HANGING = 2  # paragraphs above a row whose room for lanes may reach into it
_PALE = 0.5  # of the target's ground while the keyboard is elsewhere


class Picture:
    """Paints the page of one bench. ``brushes`` are set by the view with its theme and size, ``awake`` by whether it
    has the keyboard.

    ``decorations`` are painted in their order, below the letters over what is there already, and above them last.
    """

    def __init__(self, bench: Workbench, page: Page, brushes: MarkPainter, *decorations: Decoration) -> None:
        self.bench, self.page, self.brushes = bench, page, brushes
        self.decorations = decorations
        self.curves = LinkCurves(bench, page)
        self.awake = True
        self._ground: Span | None = None
        self._framed: Annotation | None = None
        self._tied = False

    @property
    def overhang(self) -> float:
        return _OVERHANG * self.page.scale.lane

    def news(self) -> list[Span] | None:
        """Stretches that look different since this was asked last, because caret or focus moved; None when that may be
        anywhere, since links are drawn across the page."""
        focused = self.bench.marks.get(self.bench.focus)
        tied = self.curves.tied(focused)
        ground = self._target()
        anywhere = (tied or self._tied) and (focused is not self._framed or tied != self._tied)
        changed = [self._ground, ground] if ground != self._ground else []
        if focused is not self._framed:
            changed += [span for each in (self._framed, focused) if each is not None for span in each.fragments]
        self._ground, self._framed, self._tied = ground, focused, tied
        return None if anywhere else [span for span in changed if span is not None]

    @property
    def ground(self) -> Span | None:
        """What a label key would mark, as it was painted last: its ground is pale while the keyboard is elsewhere."""
        return self._ground

    @property
    def tied(self) -> bool:
        """Whether links of the focused mark are drawn."""
        return self._tied

    def sheets(self, region: QRegion, shift: QPointF) -> list[Sheet]:
        """The paragraphs with lines in ``region`` (of the viewport, which stands at ``-shift`` in the document)."""
        box, over = region.boundingRect(), self.overhang
        top, bottom = box.top() - shift.y() - over, box.bottom() - shift.y() + over
        first = self._block_at(max(top, 0.0))
        found = []
        for block, corner, lines in self.page.visible(top, bottom, first):
            origin = corner + shift
            if region.rectCount() > 1:
                wanted = [number for number in lines if region.intersects(_row(block, number, origin, box, over))]
                lines = range(wanted[0], wanted[-1] + 1) if wanted else range(0)
            found.append(Sheet(block, origin, lines, self.page.drawings(block, lines)))
        return found

    def below(self, painter: QPainter, sheets: list[Sheet]) -> None:
        """What lies under the letters."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for sheet in sheets:
            self.brushes.below(painter, sheet)
            if self._ground is not None:
                painter.setOpacity(1.0 if self.awake else _PALE)
                self.brushes.target(painter, sheet, self._pieces(sheet, self._ground))
                painter.setOpacity(1.0)
        for decoration in self.decorations:
            decoration.below(painter, self.brushes, self.page, sheets)

    def above(self, painter: QPainter, sheets: list[Sheet], shift: QPointF, height: float) -> None:
        """What is drawn around and over the letters."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for sheet in sheets:
            self.brushes.above(painter, sheet)
        focused = self.bench.marks.get(self.bench.focus)
        if focused is not None:
            self._paint_focus(painter, sheets, focused)
            room = QRectF(0, 0, painter.window().width(), height)
            self.curves.paint(painter, self.brushes, focused, shift, room)
        for decoration in self.decorations:
            decoration.above(painter, self.brushes, self.page, sheets)

    def _target(self) -> Span | None:
        """What a label key would mark, when nothing is selected or asked."""
        bench = self.bench
        if not bench.ready or bench.reading is None or bench.place.selection is not None or bench.asking is not None:
            return None
        return bench.reading.target(bench.place)

    def _block_at(self, row: float) -> QTextBlock:
        """The first paragraph that can reach into a row: the room under the one before hangs over a blank line."""
        layout = self.page.document.documentLayout()
        block = self.page.document.findBlock(layout.hitTest(QPointF(0, row), Qt.HitTestAccuracy.FuzzyHit))
        for _ in range(_HANGING):
            block = block.previous() if block.previous().isValid() else block
        return block

    def _pieces(self, sheet: Sheet, span: Span) -> list[Stretch]:
        return self.page.pieces(sheet.block, span, sheet.numbers)

    def _paint_focus(self, painter: QPainter, sheets: list[Sheet], focused: Annotation) -> None:
        ink = self.brushes.ink(focused)
        reading = self.bench.reading if self.bench.ready else None
        for span in focused.fragments:
            cut = tuple(reading is not None and reading.is_inside_word(edge) for edge in (span.start, span.end))
            for sheet in sheets:
                self.brushes.frame(painter, sheet, self._pieces(sheet, span), ink, cut)


def _row(block: QTextBlock, number: int, origin: QPointF, box: QRect, over: float) -> QRect:
    """A line's rows across the whole of ``box``, with what hangs over them."""
    line = block.layout().lineAt(number)
    top, high = origin.y() + line.y() - over, line.height() + 2 * over
    return QRect(box.left(), int(top), box.width(), int(high) + 1)
