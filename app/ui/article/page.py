"""The page: the document's text as Qt lays it out, and the drawings of its paragraphs, kept until they change."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption

from app.domain.span import Span
from app.ui.article.brushes import Scale
from app.ui.article.drawing import ParagraphDrawing, draw_paragraph
from app.ui.article.geometry import x_at
from app.ui.offsets import Offsets
from app.workbench.marks import Marks

_ROOMY_LANES = 2  # lanes that every line has room for; a deeper paragraph gets more
_MARGIN = 6  # pixels at the ends of lines, so that a caret or frame there is not cut off


class Page:
    """One article's document. Positions given and returned are code points of the article."""

    def __init__(self, document: QTextDocument) -> None:
        self.document = document
        self.offsets = Offsets("")
        self.rtl = True
        self.scale = Scale(1.0)
        self.marks = Marks("")
        self._drawings: dict[int, ParagraphDrawing] = {}
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
        self._drawings.clear()
        self.document.setPlainText(text)
        self._space_out(QTextCursor(self.document), _ROOMY_LANES, whole=True)

    def set_font(self, family: str, pixel_size: int) -> None:
        font = QFont(family)
        font.setPixelSize(pixel_size)
        self.scale = Scale.of(pixel_size)
        self.document.setDefaultFont(font)
        self._drawings.clear()
        self._space_out(QTextCursor(self.document), _ROOMY_LANES, whole=True)

    def forget_drawings(self) -> None:
        """The lines were laid out anew."""
        self._drawings.clear()

    def touched(self, spans: Iterator[Span]) -> list[QTextBlock]:
        """Forget the drawings of the paragraphs under the spans, and return those paragraphs."""
        blocks: dict[int, QTextBlock] = {}
        for span in spans:
            block = self.document.findBlock(self.offsets.to_qt(span.start))
            last = self.offsets.to_qt(span.end)
            while block.isValid() and block.position() <= last:
                blocks[block.blockNumber()] = block
                block = block.next()
        for number in blocks:
            self._drawings.pop(number, None)
        return list(blocks.values())

    def drawing(self, block: QTextBlock) -> ParagraphDrawing:
        """The paragraph's drawing, made when it is first asked for."""
        kept = self._drawings.get(block.blockNumber())
        if kept is None:
            start = self.offsets.to_text(block.position())
            end = self.offsets.to_text(block.position() + block.length() - 1)
            marks = self.marks.meeting(Span(start, end)) if end > start else []
            kept = draw_paragraph(block, self.offsets, marks, self.rtl, self.scale.gap)
            self._drawings[block.blockNumber()] = kept
        return kept

    def visible(self, top: float, bottom: float, first: QTextBlock) -> Iterator[tuple[QTextBlock, QPointF]]:
        """Paragraphs from ``first`` on that reach into the document's rows from ``top`` to ``bottom``."""
        layout = self.document.documentLayout()
        block = first
        while block.isValid():
            box = layout.blockBoundingRect(block)
            if box.top() > bottom:
                return
            if box.bottom() >= top:
                yield block, box.topLeft()
            block = block.next()

    def make_room(self, block: QTextBlock) -> bool:
        """Give a paragraph with deeply nested marks wider lines, or take them back; whether anything changed."""
        lanes = max(_ROOMY_LANES, self.drawing(block).depth)
        if not block.text().strip():
            return False
        if block.blockFormat().lineHeight() == self._distance(lanes):
            return False
        self._space_out(QTextCursor(block), lanes)
        self._drawings.pop(block.blockNumber(), None)
        return True

    def line_step(self, position: int, step: int, x: float | None) -> tuple[int, float]:
        """The position ``step`` lines on, at ``x`` across the line (or where ``position`` is), and that ``x``."""
        unit = self.offsets.to_qt(position)
        block = self.document.findBlock(unit)
        line = block.layout().lineForTextPosition(unit - block.position())
        if not line.isValid():
            return position, x or 0.0
        if x is None:
            x = x_at(line, unit - block.position())
        number = line.lineNumber() + step
        while not 0 <= number < block.layout().lineCount() or not block.text().strip():
            block = block.next() if step > 0 else block.previous()
            if not block.isValid():
                return (self.offsets.length if step > 0 else 0), x
            number = 0 if step > 0 else block.layout().lineCount() - 1
        landed = block.position() + block.layout().lineAt(number).xToCursor(x)
        return self.offsets.to_text(landed), x

    def _distance(self, lanes: int) -> float:
        return round(lanes * self.scale.lane - 6 * self.scale.unit, 1)

    def _space_out(self, cursor: QTextCursor, lanes: int, whole: bool = False) -> None:
        """Room under every line for its lanes: added behind the line, so that letters keep their place in it."""
        if whole:
            cursor.select(QTextCursor.SelectionType.Document)
        spacing = QTextBlockFormat()
        spacing.setLineHeight(self._distance(lanes), QTextBlockFormat.LineHeightTypes.LineDistanceHeight.value)
        spacing.setBottomMargin(round(6 * self.scale.unit, 1))
        cursor.mergeBlockFormat(spacing)
        if whole:
            self._close_up_blank_lines()

    def _close_up_blank_lines(self) -> None:
        """A blank line parts paragraphs; it needs no room for marks."""
        thin = QTextBlockFormat()
        thin.setLineHeight(round(9 * self.scale.unit, 1), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        thin.setBottomMargin(0)
        block = self.document.begin()
        above = QTextBlockFormat()
        above.setTopMargin(round(16 * self.scale.unit, 1))
        QTextCursor(block).mergeBlockFormat(above)
        while block.isValid():
            if not block.text().strip():
                QTextCursor(block).mergeBlockFormat(thin)
            block = block.next()
