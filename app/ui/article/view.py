"""The article view: a read-only text that Qt lays out and moves in, with the marks painted around its letters."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from app.domain.annotation import Annotation
from app.domain.article import Article
from app.domain.edit import Edit
from app.domain.span import Span
from app.domain.text.graphemes import ceil_edge, floor_edge
from app.ui.article.brushes import Scale
from app.ui.article.drawing import paragraph_stretches
from app.ui.article.geometry import Stretch
from app.ui.article.page import Page
from app.ui.article.painting import MarkPainter, Sheet
from app.ui.theme import LIGHT, Theme, colour
from app.workbench.asking import Asking, hint
from app.workbench.bench import Workbench
from app.workbench.place import Place

FAMILY, USUAL_SIZE, SMALLEST, LARGEST = "Amiri", 24, 14, 64
_COLUMN = 34  # the text's widest column, in widths of its font's pixel size


class ArticleView(QTextEdit):
    """Shows the bench's article. Keys reach it as actions of the one table; it only draws, and reports the mouse."""

    def __init__(self, bench: Workbench, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.theme = theme
        self.arabic_keys = False
        self._size = USUAL_SIZE
        self._column_x: float | None = None
        self._pressed = False
        self._keep_column = False
        self._painted: tuple[Place, str | None] = (Place(), None)
        self.page = Page(self.document())
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.page.set_font(FAMILY, self._size)
        self.set_theme(theme)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.page.forget_drawings())
        bench.opened.listen(self._show_article)
        bench.edited.listen(self._show_edit)
        bench.moved.listen(self._show_place)
        bench.asked.listen(self._show_asking)
        self._show_article(bench.article)
        self._show_place(bench.place)

    def detach(self) -> None:
        """Stop following the bench."""
        self.bench.opened.forget(self._show_article)
        self.bench.edited.forget(self._show_edit)
        self.bench.moved.forget(self._show_place)
        self.bench.asked.forget(self._show_asking)

    # what it shows

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._brushes = MarkPainter(self.bench.codebook, theme, self.page.scale)
        self.setStyleSheet(f"QTextEdit {{ background: {theme.page}; color: {theme.ink}; border: none; padding: 0; }}")
        shades = self.palette()
        shades.setColor(shades.ColorRole.Base, colour(theme.page))
        shades.setColor(shades.ColorRole.Text, colour(theme.ink))
        shades.setColor(shades.ColorRole.Highlight, colour(theme.selection))
        shades.setColor(shades.ColorRole.HighlightedText, colour(theme.ink))
        self.setPalette(shades)
        self.viewport().update()

    @property
    def text_size(self) -> int:
        """Pixels of the article's font."""
        return self._size

    def set_text_size(self, size: int) -> None:
        self._size = min(max(size, SMALLEST), LARGEST)
        self.page.set_font(FAMILY, self._size)
        self._brushes = MarkPainter(self.bench.codebook, self.theme, Scale.of(self._size))
        self._set_margins()
        self._reveal()
        self.viewport().update()

    def line(self, position: int, step: int) -> int:
        """The position ``step`` lines on; a run of such steps keeps its place across the line."""
        landed, self._column_x = self.page.line_step(position, step, self._column_x)
        self._keep_column = True
        return landed

    def _show_article(self, article: Article | None) -> None:
        text, direction = (article.text, article.direction) if article else ("", "rtl")
        self.page.load(text, direction, self.bench.marks)
        self._set_margins()
        self.setAccessibleDescription(article.name if article else "")

    def _show_edit(self, edit: Edit) -> None:
        if self.bench.article is None:
            return
        for block in self.page.touched(edit.spans(self.bench.article.id)):
            if self.page.make_room(block):
                self.viewport().update()
            else:
                self._update_block(block)

    def _show_place(self, place: Place) -> None:
        if not self._keep_column:
            self._column_x = None
        self._keep_column = False
        cursor = self.textCursor()
        cursor.setPosition(self.page.offsets.to_qt(place.anchor))
        cursor.setPosition(self.page.offsets.to_qt(place.caret), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        if not self._pressed:
            self._reveal()
        self._update_place(place)

    def _update_place(self, place: Place) -> None:
        """Repaint the paragraphs that the caret leaves and enters; all of them when the focus goes to another mark."""
        old, self._painted = self._painted, (place, self.bench.focus)
        if old[1] != self.bench.focus:
            return self.viewport().update()
        for each in (old[0], place):
            block = self.document().findBlock(self.page.offsets.to_qt(min(each.anchor, each.caret)))
            end = self.page.offsets.to_qt(max(each.anchor, each.caret))
            while block.isValid() and block.position() <= end:
                self._update_block(block)
                block = block.next()

    def _show_asking(self, asking: Asking | None) -> None:
        self.viewport().update()

    def _reveal(self) -> None:
        """Scroll as little as keeps the caret's line away from the upper and lower edges."""
        caret, height, bar = self.cursorRect(), self.viewport().height(), self.verticalScrollBar()
        upper, lower = int(height * 0.14), int(height * 0.72)
        if caret.top() < upper:
            bar.setValue(bar.value() + caret.top() - upper)
        elif caret.bottom() > lower:
            bar.setValue(bar.value() + caret.bottom() - lower)

    def _set_margins(self) -> None:
        """A column of readable width in the middle of whatever room there is."""
        spare = self.width() - _COLUMN * self._size
        side = max(spare // 2, 28)
        self.setViewportMargins(side, 0, side, 0)

    def _update_block(self, block: QTextBlock) -> None:
        box = self.document().documentLayout().blockBoundingRect(block)
        shift = self.verticalScrollBar().value()
        self.viewport().update(box.translated(0, -shift).adjusted(-60, -30, 60, 40).toAlignedRect())

    # painting

    def sheets(self, top: float = 0.0, bottom: float | None = None) -> Iterator[Sheet]:
        """The paragraphs in view, with their drawings."""
        shift = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        first = self.cursorForPosition(QPointF(0, max(top, 0.0)).toPoint()).block()
        height = self.viewport().height() if bottom is None else bottom
        for block, corner in self.page.visible(top - shift.y(), height - shift.y(), first):
            yield Sheet(block, corner + shift, self.page.drawing(block))

    def paintEvent(self, event: QPaintEvent) -> None:
        region = QRectF(event.rect())
        sheets = list(self.sheets(region.top(), region.bottom()))
        below = QPainter(self.viewport())
        below.setRenderHint(QPainter.RenderHint.Antialiasing)
        for sheet in sheets:
            self._brushes.below(below, sheet)
        self._paint_target(below, sheets)
        below.end()
        super().paintEvent(event)
        above = QPainter(self.viewport())
        above.setRenderHint(QPainter.RenderHint.Antialiasing)
        for sheet in sheets:
            self._brushes.above(above, sheet)
        self._paint_focus(above)
        self._paint_hints(above, sheets)
        above.end()
        self._want_room(sheets)

    def _want_room(self, sheets: list[Sheet]) -> None:
        """Paragraphs seen for the first time whose marks nest deeply get their room after this painting."""
        tight = [sheet.block for sheet in sheets if sheet.drawing.depth > 2]
        if tight:
            QTimer.singleShot(0, self, lambda: [self.page.make_room(block) for block in tight])

    def _pieces(self, sheet: Sheet, span: Span) -> list[Stretch]:
        return paragraph_stretches(sheet.block, self.page.offsets, [span], self.page.rtl)[0][1]

    def _paint_target(self, painter: QPainter, sheets: list[Sheet]) -> None:
        bench = self.bench
        if bench.reading is None or bench.place.selection is not None or bench.asking is not None:
            return
        target = bench.reading.target(bench.place)
        if target is not None:
            for sheet in sheets:
                self._brushes.target(painter, sheet, self._pieces(sheet, target))

    def _paint_focus(self, painter: QPainter) -> None:
        """The focused mark's frame, and its links as curves; both may reach beyond the paragraph that is repainted."""
        focused = self.bench.marks.get(self.bench.focus)
        if focused is None:
            return
        sheets = list(self.sheets())
        ink = self._brushes.ink(focused)
        for sheet in sheets:
            for span in focused.fragments:
                self._brushes.frame(painter, sheet, self._pieces(sheet, span), ink)
        start = self._anchor(sheets, focused)
        for link in self.bench.marks.links_from(focused.id):
            end = self.bench.marks.get(link.target.value)
            point = self._anchor(sheets, end) if end else None
            if start is not None and point is not None:
                self._brushes.link(painter, start, point, ink)

    def _anchor(self, sheets: list[Sheet], annotation: Annotation) -> QPointF | None:
        for sheet in sheets:
            pieces = self._pieces(sheet, annotation.fragments[0])
            if pieces:
                return self._brushes.anchor(sheet, pieces[0])
        return None

    def _paint_hints(self, painter: QPainter, sheets: list[Sheet]) -> None:
        asking = self.bench.asking
        if asking is None:
            return
        for number, candidate in enumerate(asking.candidates):
            for sheet in sheets:
                pieces = self._pieces(sheet, candidate.span)
                if pieces:
                    letter = hint(number, self.arabic_keys)
                    self._brushes.hint(painter, sheet, pieces[0], letter, number in asking.filled)
                    break

    # keys and the mouse

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            self._note_layout(event.text())
            if self.bench.asking is not None:
                event.accept()  # the key belongs to the choice that is being made
            else:
                event.ignore()  # Qt's own text keys give way to the table of actions
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asking = self.bench.asking
        if asking is None:
            if event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                return super().keyPressEvent(event)
            return event.ignore()
        if event.key() == Qt.Key.Key_Escape:
            return self.bench.cancel()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and asking.candidates:
            return self.bench.answer(0)
        choice = asking.choice(event.text()) if len(event.text()) == 1 else None
        if choice is not None:
            self.bench.answer(choice, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab walks the marks; F6 leaves the article."""
        return False

    def _note_layout(self, typed: str) -> None:
        """Which alphabet the keyboard is typing, so that hints are shown in it."""
        if len(typed) == 1 and typed.isalpha():
            self.arabic_keys = "\u0600" <= typed <= "\u06ff"

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.button() == Qt.MouseButton.LeftButton
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._take_mouse()
            self._pressed = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the stem, not Qt's word, which takes guillemets and clitics along."""
        position = self.page.offsets.to_text(self.cursorForPosition(event.position().toPoint()).position())
        stem = self.bench.reading.stem(position) if self.bench.reading else None
        if stem is not None:
            self.bench.put(Place(stem.span.start, stem.span.end))

    def _take_mouse(self) -> None:
        """What the mouse left selected becomes the place, snapped outward to whole letters."""
        if self.bench.article is None:
            return
        cursor, text = self.textCursor(), self.bench.article.text
        anchor, caret = (self.page.offsets.to_text(each) for each in (cursor.anchor(), cursor.position()))
        if anchor == self.bench.place.anchor and caret == self.bench.place.caret:
            return
        if anchor <= caret:
            self.bench.put(
                Place(floor_edge(text, anchor), ceil_edge(text, caret) if anchor < caret else floor_edge(text, caret))
            )
        else:
            self.bench.put(Place(ceil_edge(text, anchor), floor_edge(text, caret)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return self.bench.window.zoom(1 if event.angleDelta().y() > 0 else -1)
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        super().resizeEvent(event)
        self.page.forget_drawings()
