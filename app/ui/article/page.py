"""The page: the document's text as Qt lays it out, and the drawings of its lines, kept until they change."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

from app.domain.span import Span
from app.ui.article.brushes import Scale
from app.ui.article.drawing import LineDrawing, draw_line
from app.ui.article.geometry import Stretch, stretches, x_at
from app.ui.offsets import Offsets, in_units
from app.workbench.marks import Marks

_ROOMY_LANES = 2  # lanes that every line has room for; a deeper paragraph gets more
_MANY_LINES = 60  # of a longer paragraph not every line is drawn to see how deep its marks nest
_MOST_PIECES = 4000  # spans whose places are kept, several windows full
_BOM = "\ufeff"
_MARGIN = 6  # pixels at the ends of lines, so that a caret or frame there is not cut off


class Page:
    """One article's document. Positions given and returned are code points of the article. ``fill`` puts a text in: a
    view's own, lest its caret is carried along to the end of the text, and all of it laid out for where it was."""

    def __init__(self, document: QTextDocument, fill: Callable[[str], object] | None = None) -> None:
        self.document = document
        self._fill = fill or document.setPlainText
        self.offsets, self.rtl = Offsets(""), True
        self.scale = Scale(1.0)
        self._descent = 0.0
        self._slack = 0.0  # pixels more, or fewer, between lines than the lanes of the font's own scale need
        self._loose = 1.0
        self.marks = Marks("")
        self._drawn: dict[int, dict[int, LineDrawing]] = {}  # by the numbers of paragraph and line
        self._texts: dict[int, str] = {}
        self._pieces: dict[tuple[int, int, int, range | None], list[Stretch]] = {}
        self._rooms: dict[int, int] = {}  # lanes of paragraphs that have more than the usual
        self._width = 0.0
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(_MARGIN)

    def load(self, text: str, direction: str, marks: Marks) -> None:
        """Show a text. Its direction is forced for every paragraph, whatever letter the paragraph begins with."""
        self.rtl = direction == "rtl"
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if self.rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document.setDefaultTextOption(option)
        self.offsets = Offsets(text)
        self.marks = marks
        self.forget_drawings()
        self._texts.clear()
        self._fill(_as_qt_keeps_it(text))
        self._space_out(QTextCursor(self.document), _ROOMY_LANES, whole=True)

    def set_font(self, family: str, pixel_size: int, spacing: float = 1.0) -> None:
        """Lay the text out in a font, its lines ``spacing`` times as far apart as usual."""
        font = QFont(family)
        font.setPixelSize(pixel_size)
        self.scale = Scale.of(font)
        self._stretch(QFontMetricsF(font), spacing)
        self.document.setDefaultFont(font)
        self.forget_drawings()
        self._space_out(QTextCursor(self.document), _ROOMY_LANES, whole=True)

    def forget_drawings(self) -> None:
        """The lines were laid out anew."""
        self._drawn.clear()
        self._pieces.clear()

    def forget_marks(self) -> None:
        """Marks everywhere are others. What stands on the lines stays where it is."""
        self._drawn.clear()

    def follow_width(self) -> None:
        """The document has another size. Lines that only moved up or down keep their drawings."""
        if self._width != self.document.textWidth():
            self._width = self.document.textWidth()
            self.forget_drawings()

    def touched(self, spans: Iterable[Span]) -> list[QTextBlock]:
        """Forget the drawings of the lines under the spans, and return the paragraphs."""
        blocks: dict[int, QTextBlock] = {}
        for span in spans:
            for block in self._blocks(span):
                blocks[block.blockNumber()] = block
                drawn = self._drawn.get(block.blockNumber(), {})
                for number in self._lines_under(block, span):
                    drawn.pop(number, None)
        return list(blocks.values())

    def rows(self, span: Span) -> tuple[float, float]:
        """The document's rows from the first of the lines under the span to the last, with their room."""
        edges: list[float] = []
        for block, corner in self.paragraphs(span):
            lines = self._lines_under(block, span)
            if lines:
                edges += (corner.y() + self._top(block, lines.start), corner.y() + self._top(block, lines.stop))
        return min(edges, default=0.0), max(edges, default=0.0)

    def drawings(self, block: QTextBlock, lines: range) -> list[tuple[int, LineDrawing]]:
        """The lines' numbers and drawings, each made when it is first asked for."""
        drawn = self._drawn.setdefault(block.blockNumber(), {})
        return [(number, drawn.get(number) or self._draw(block, number)) for number in lines]

    def pieces(self, block: QTextBlock, span: Span, lines: range | None = None) -> list[Stretch]:
        """The pieces of a span in one paragraph; only on ``lines``, when they are given. Kept, since most of what is
        painted is painted again, and Qt takes long to say where a letter stands."""
        key = (block.blockNumber(), span.start, span.end, lines)
        found = self._pieces.get(key)
        if found is None:
            if len(self._pieces) >= _MOST_PIECES:
                self._pieces.clear()
            found = self._pieces[key] = self._find_pieces(block, span, lines)
        return found

    def _find_pieces(self, block: QTextBlock, span: Span, lines: range | None) -> list[Stretch]:
        base = block.position()
        start, end = self.offsets.to_qt(span.start) - base, self.offsets.to_qt(span.end) - base
        if end <= 0 or start >= block.length():
            return []
        return stretches(block.layout(), self.text_of(block), start, end, self.rtl, lines)

    def visible(self, top: float, bottom: float, first: QTextBlock) -> Iterator[tuple[QTextBlock, QPointF, range]]:
        """Paragraphs from ``first`` on that reach into the document's rows from ``top`` to ``bottom``, where they
        begin, and which of their lines do."""
        layout = self.document.documentLayout()
        block = first
        while block.isValid():
            box = layout.blockBoundingRect(block)
            if box.top() > bottom:
                return
            if box.bottom() + self._room_under(block) >= top:
                yield block, box.topLeft(), self._lines_within(block, top - box.top(), bottom - box.top())
            block = block.next()

    def is_tight(self, block: QTextBlock) -> bool:
        """Whether marks nest deeper in the paragraph than its lines have room for."""
        return self._depth(block) > self._rooms.get(block.blockNumber(), _ROOMY_LANES)

    def make_room(self, block: QTextBlock) -> bool:
        """Give a paragraph with deeply nested marks wider lines, or take them back; whether anything changed."""
        number = block.blockNumber()
        lanes = max(_ROOMY_LANES, self._depth(block))
        if lanes == self._rooms.get(number, _ROOMY_LANES) or not block.text().strip():
            return False
        self._rooms[number] = lanes
        self._space_out(QTextCursor(block), lanes)
        return True

    @property
    def pitch(self) -> float:
        """From one line to the next, where marks do not nest deeply."""
        return QFontMetricsF(self.document.defaultFont()).lineSpacing() + self._distance(_ROOMY_LANES)

    def line_step(self, position: int, step: int, x: float | None) -> tuple[int, float]:
        """The position ``step`` lines on, at ``x`` across the line (or where ``position`` is), and that ``x``."""
        unit = self.offsets.to_qt(position)
        block = self.document.findBlock(unit)
        line = block.layout().lineForTextPosition(unit - block.position())
        if not line.isValid():
            return position, x or 0.0
        if x is None:
            x = x_at(line, unit - block.position())
        number, way = line.lineNumber(), 1 if step > 0 else -1
        for _ in range(abs(step)):
            number += way
            while not 0 <= number < block.layout().lineCount() or not block.text().strip():
                block = block.next() if way > 0 else block.previous()
                if not block.isValid():
                    return (self.offsets.length if way > 0 else 0), x
                self.document.documentLayout().blockBoundingRect(block)  # lays it out
                number = 0 if way > 0 else block.layout().lineCount() - 1
        landed = block.position() + block.layout().lineAt(number).xToCursor(x)
        return self.offsets.to_text(landed), x

    def paragraphs(self, span: Span) -> Iterator[tuple[QTextBlock, QPointF]]:
        """The paragraphs that the span touches, and where they begin in the document."""
        for block in self._blocks(span):
            yield block, self.document.documentLayout().blockBoundingRect(block).topLeft()

    def _blocks(self, span: Span) -> Iterator[QTextBlock]:
        """The paragraphs that the span touches, those among them that it only ends in."""
        block = self.document.findBlock(self.offsets.to_qt(span.start))
        last = self.offsets.to_qt(span.end)
        while block.isValid() and block.position() <= last:
            yield block
            block = block.next()

    def _lines_under(self, block: QTextBlock, span: Span) -> range:
        """Numbers of the paragraph's lines that the span touches; all of them where they are not laid out."""
        layout, base = block.layout(), block.position()
        low = max(self.offsets.to_qt(span.start) - base, 0)
        high = min(self.offsets.to_qt(span.end) - base, block.length() - 1)
        first, last = layout.lineForTextPosition(low), layout.lineForTextPosition(max(low, high))
        if not first.isValid() or not last.isValid():
            return range(layout.lineCount())
        return range(first.lineNumber(), last.lineNumber() + 1)

    def _lines_within(self, block: QTextBlock, top: float, bottom: float) -> range:
        """Numbers of the paragraph's lines that reach into rows counted from its own top."""
        lines = range(block.layout().lineCount())
        first = bisect_left(lines, top, key=lambda number: self._top(block, number + 1))
        return range(first, bisect_right(lines, bottom, key=lambda number: self._top(block, number)))

    def _top(self, block: QTextBlock, number: int) -> float:
        """Where a line begins in the paragraph; for the number behind the last one, where the last one's room ends.

        The room under a line belongs to it, though Qt counts it neither to the line's height nor to the paragraph's.
        """
        layout = block.layout()
        if number < layout.lineCount():
            return layout.lineAt(number).y()
        return layout.boundingRect().height() + self._room_under(block)

    def _room_under(self, block: QTextBlock) -> float:
        return self._distance(self._rooms.get(block.blockNumber(), _ROOMY_LANES))

    def text_of(self, block: QTextBlock) -> str:
        """A paragraph's text, one character a UTF-16 unit, as Qt counts; taken from Qt only once."""
        number = block.blockNumber()
        if number not in self._texts:
            self._texts[number] = in_units(block.text())
        return self._texts[number]

    def _draw(self, block: QTextBlock, number: int) -> LineDrawing:
        line, base = block.layout().lineAt(number), block.position()
        start = self.offsets.to_text(base + line.textStart())
        end = self.offsets.to_text(base + line.textStart() + line.textLength())
        marks = self.marks.meeting(Span(start, end)) if end > start else []
        only = range(number, number + 1)
        made = draw_line(line, marks, lambda span: self.pieces(block, span, only), self.scale.gap)
        self._drawn[block.blockNumber()][number] = made
        return made

    def _depth(self, block: QTextBlock) -> int:
        """How many lanes the paragraph's deepest line has. Of a very long paragraph only the lines count that were
        seen, and it keeps the room that it has."""
        self.document.documentLayout().blockBoundingRect(block)  # lays it out
        number, lines = block.blockNumber(), range(block.layout().lineCount())
        if len(lines) <= _MANY_LINES:
            return max((drawing.depth for _, drawing in self.drawings(block, lines)), default=0)
        seen = (drawing.depth for drawing in self._drawn.get(number, {}).values())
        return max((self._rooms.get(number, 0), *seen))

    def _stretch(self, metrics: QFontMetricsF, spacing: float) -> None:
        """What a font whose lines are lower than usual lacks for its lanes, and what another spacing adds."""
        scale, lines = self.scale, _ROOMY_LANES * self.scale.lane
        usual = lines - 6 * scale.unit
        needed = scale.first_lane + lines + min(metrics.ascent(), 23 * scale.unit) - metrics.lineSpacing()
        least = max(usual, needed)
        self._slack = least - usual + (spacing - 1) * (metrics.lineSpacing() + least)
        self._loose = spacing
        self._descent = metrics.descent()

    def _distance(self, lanes: int) -> float:
        """What lanes need beyond the letters' own depth, whatever the font, and what another spacing adds."""
        roomy = lanes * self.scale.lane - 6 * self.scale.unit + self._slack
        return round(max(roomy, self.scale.under(lanes) - self._descent + 0.1), 1)

    def _space_out(self, cursor: QTextCursor, lanes: int, whole: bool = False) -> None:
        """Room under every line for its lanes: added behind the line, so that letters keep their place in it."""
        cursor.beginEditBlock()  # so that the text is laid out once, when all is said
        if whole:
            self._rooms.clear()
            cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(self._distance(lanes), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
        spacing.setBottomMargin(round(6 * self.scale.unit * self._loose, 1))
        cursor.mergeBlockFormat(spacing)
        if whole:
            self._close_up_blank_lines()
        cursor.endEditBlock()

    def _close_up_blank_lines(self) -> None:
        """A blank line parts paragraphs; it needs no room for marks."""
        thin = QTextBlockFormat()
        thin.setLineHeight(
            round(9 * self.scale.unit * self._loose, 1), QTextBlockFormat.LineHeightTypes.FixedHeight.value
        )
        thin.setBottomMargin(0)
        block = self.document.begin()
        above = QTextBlockFormat()
        above.setTopMargin(round(24 * self.scale.unit, 1))  # the curves of links over the first line
        QTextCursor(block).mergeBlockFormat(above)
        while block.isValid():
            if not block.text().strip():
                QTextCursor(block).mergeBlockFormat(thin)
            block = block.next()


def _as_qt_keeps_it(text: str) -> str:
    """The text so that every letter has its place in Qt too, which drops a mark at the start and makes one of CR LF."""
    kept = text.replace("\r\n", " \n")
    return f"{_BOM}{kept}" if kept.startswith(_BOM) else kept
