"""The article view: a read-only text that Qt lays out and moves in, with the marks painted around its letters."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QWidget

from app.domain.annotation import Annotation
from app.domain.article import Article
from app.domain.edit import Edit
from app.domain.span import Span
from app.ui.article.choosing import Choosing
from app.ui.article.decoration import Decoration
from app.ui.article.edges import EdgeSigns
from app.ui.article.hints import Hints
from app.ui.article.hitting import mark_at
from app.ui.article.margins import side_margins
from app.ui.article.painting import MarkPainter, Sheet
from app.ui.article.picture import Picture
from app.ui.article.pointing import PointedText
from app.ui.article.resting import Emptiness, RestingCaret
from app.ui.article.scrolling import Scrolling
from app.ui.article.sight import in_view
from app.ui.article.veil import Veil
from app.ui.comfort import USUAL, Comfort
from app.ui.theme import LIGHT, Theme, colour
from app.workbench.asking import Asking
from app.workbench.bench import Workbench
from app.workbench.keymap import Keymap
from app.workbench.place import Place

FAMILY, USUAL_SIZE = USUAL.family, USUAL.size
_MANY = 60  # spans that one edit may change before it is quicker to paint anew what is in sight


class ArticleView(PointedText):
    """Shows the bench's article. Keys reach it as actions of the one table; it only draws, and reports the mouse."""

    def __init__(self, bench: Workbench, theme: Theme = LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(bench, parent)
        self.theme = theme
        self.comfort = USUAL
        self.scrolling = Scrolling(self)
        self._column_x: float | None = None
        self._keep_column = False
        self.hints, self.veil = Hints(bench), Veil(bench, self.page)
        self.choosing = Choosing(bench, self)
        self.choosing.trouble.connect(self.trouble)
        brushes = MarkPainter(bench.codebook, theme, self.page.scale)
        self._picture = Picture(bench, self.page, brushes, self.veil, EdgeSigns(bench), self.hints)
        self._picture.decorations += (RestingCaret(self._resting_caret), Emptiness(bench))
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().rangeChanged.connect(self._stay)
        self.verticalScrollBar().valueChanged.connect(self._follow_scrolling)
        self.page.set_font(FAMILY, USUAL_SIZE)
        self.set_theme(theme)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self.page.follow_width())
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

    def decorate(self, decoration: Decoration) -> None:
        """Paint something more beside the marks from now on."""
        self._picture.decorations += (decoration,)

    # what it shows

    def set_theme(self, theme: Theme) -> None:
        self.theme = theme
        self._picture.brushes = MarkPainter(self.bench.codebook, theme, self.page.scale)
        shades = self.palette()
        shades.setColor(shades.ColorRole.Base, colour(theme.page))
        shades.setColor(shades.ColorRole.Text, colour(theme.ink))
        shades.setColor(shades.ColorRole.Highlight, colour(theme.selection))
        shades.setColor(shades.ColorRole.HighlightedText, colour(theme.ink))
        self.setPalette(shades)
        self.setCursorWidth(theme.focus if self.bench.article else 0)
        self.viewport().update()

    def set_keymap(self, keymap: Keymap) -> None:
        """The layout in which hints may be typed and shown beside Latin letters."""
        self.hints.keymap = self.choosing.keymap = keymap

    def set_comfort(self, comfort: Comfort) -> None:
        """Show the text as the analyst likes to read it; the caret's line stays at its height. The theme is the
        window's."""
        before, self.comfort = self.comfort, comfort
        self.scrolling.follow(comfort)
        self.veil.down = comfort.focus_mode
        if not comfort.laid_out_as(before):
            self.choosing.leave_jump()
            with self.scrolling.held():
                if not comfort.in_the_same_font(before):
                    self.page.set_font(comfort.family, comfort.size, comfort.spacing)
                    self._picture.brushes = MarkPainter(self.bench.codebook, self.theme, self.page.scale)
                self.set_margins()
        self.viewport().update()

    def line(self, position: int, step: int) -> int:
        """The position ``step`` lines on; a run of such steps keeps its place across the line."""
        landed, self._column_x = self.page.line_step(position, step, self._column_x)
        self._keep_column = True
        return landed

    def lines_in_view(self) -> int:
        return max(int(self.viewport().height() / self.page.pitch), 1)

    def visible(self, covered: int = 0) -> Span:
        """The code points on the lines in view, but for the lowest ``covered`` pixels."""
        self.scrolling.finish()
        top = float(self.verticalScrollBar().value())
        return in_view(self.page, top, top + self.viewport().height() - covered)

    def _show_article(self, article: Article | None) -> None:
        text, direction = (article.text, article.direction) if article else ("", "rtl")
        self.scrolling.arrive()
        self.page.load(text, direction, self.bench.marks)
        self.veil.forget()
        self.setCursorWidth(self.theme.focus if article else 0)
        self.set_margins()

    def _show_edit(self, edit: Edit) -> None:
        if self.bench.article is None:
            return
        spans = list(edit.spans(self.bench.article.id))
        if len(spans) > _MANY:  # what is out of sight gets its drawing and its room when it is seen
            self.page.forget_marks()
            self._picture.news()
            return self.repaint_spans(None)
        roomier = [self.page.make_room(block) for block in self.page.touched(spans)]
        self.repaint_spans(None if any(roomier) or self._picture.tied else spans, self._picture.overhang)
        self.repaint_spans(self._picture.news())

    def _show_place(self, place: Place) -> None:
        self.choosing.leave_jump()
        if not self._keep_column:
            self._column_x = None
        self._keep_column = False
        cursor = self.textCursor()
        cursor.setPosition(self.page.offsets.to_qt(place.anchor))
        cursor.setPosition(self.page.offsets.to_qt(place.caret), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        if not self.pointing:
            self.scrolling.reveal()
        self.repaint_spans(self._picture.news())
        self.repaint_spans(self.veil.news())

    def _follow_scrolling(self) -> None:
        """Scrolling moves what is painted; a link whose end comes into view, or goes, is another picture. Hints end
        with it, unless it was the line that tells of them which took some of the height."""
        if not self.scrolling.holding:
            self.choosing.leave_jump()
        if self._picture.tied:
            self.viewport().update()

    def show_target(self) -> None:
        """Show what a label key would mark, once the word lists are there that tell."""
        self.repaint_spans(self._picture.news())

    def _show_asking(self, asking: Asking | None) -> None:
        self._picture.news()
        if asking is not None and asking.candidates and not asking.jump:
            self.bring_into_view(asking.candidates[0].span)
        self.viewport().update()

    def bring_into_view(self, span: Span) -> None:
        """Scroll up or down to a span that is out of sight, so that the hint on it can be read."""
        top, bottom = (edge + self._shift().y() for edge in self.page.rows(span))
        bar, margin = self.verticalScrollBar(), 2 * self.comfort.size
        if top < margin:
            self.scrolling.to(int(bar.value() + top - margin))
        elif bottom > self.viewport().height() - margin:
            self.scrolling.to(int(bar.value() + bottom - self.viewport().height() + margin))

    def _stay(self, _least: int, most: int) -> None:
        """Nothing is beside the column; Qt takes the spaces for it that hang over the ends of lines."""
        if most:
            self.horizontalScrollBar().setRange(0, 0)

    def set_margins(self) -> None:
        """Leave room on both sides of the column."""
        self.setViewportMargins(*side_margins(self.width(), self.comfort, self.bench.article, self.page.rtl))

    def repaint_spans(self, spans: list[Span] | None, over: float = 2.0) -> None:
        """Paint the lines of the spans again, with so many pixels over and under them; all lines when it is None."""
        if spans is None:
            return self.viewport().update()
        shift = self._shift().y()
        for span in spans:
            top, bottom = self.page.rows(span)
            rows = QRectF(0, top + shift - over, self.viewport().width(), bottom - top + 2 * over)
            self.viewport().update(rows.toAlignedRect())

    def mark_under(self, point: QPointF) -> Annotation | None:
        spot = QRect(point.toPoint(), QSize(1, 1))
        return mark_at(self._picture.brushes, self._picture.sheets(QRegion(spot), self._shift()), point)

    # painting

    def _shift(self) -> QPointF:
        """From the document's places to the viewport's."""
        return QPointF(0, -self.verticalScrollBar().value())

    def paintEvent(self, event: QPaintEvent) -> None:
        shift = self._shift()
        sheets = self._picture.sheets(event.region(), shift)
        below = QPainter(self.viewport())
        self._picture.below(below, sheets)
        below.end()
        super().paintEvent(event)
        above = QPainter(self.viewport())
        self._picture.above(above, sheets, shift, self.viewport().height())
        above.end()
        self._want_room(sheets)

    def _want_room(self, sheets: list[Sheet]) -> None:
        """Paragraphs seen for the first time whose marks nest deeply get their room after this painting."""
        tight = [sheet.block.blockNumber() for sheet in sheets if self.page.is_tight(sheet.block)]
        if tight:
            blocks = map(self.document().findBlockByNumber, tight)
            QTimer.singleShot(0, self, lambda: [self.page.make_room(block) for block in blocks if block.isValid()])

    # keys and the mouse

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            self._note_layout(event.text())
            self.scrolling.repeating = event.isAutoRepeat()
            # The key belongs to the choice that is being made; else Qt's own text keys give way to the actions.
            event.setAccepted(self.bench.asking is not None)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.bench.asking is not None:
            return self.choosing.press(event)
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_keyboard(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.choosing.leave_jump()
        super().focusOutEvent(event)
        self._show_keyboard(False)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab walks the marks; F6 leaves the article."""
        return False

    def _note_layout(self, typed: str) -> None:
        """Which alphabet the keyboard is typing, so that hints are shown in it."""
        if len(typed) == 1 and typed.isalpha():
            self.hints.arabic = "\u0600" <= typed <= "\u06ff"

    def _resting_caret(self) -> QRect | None:
        return None if self.hasFocus() or self.bench.article is None else self.cursorRect()

    def _show_keyboard(self, here: bool) -> None:
        """Strong where the keys go, pale while they go elsewhere."""
        self._picture.awake = here
        QTimer.singleShot(0, self, self._repaint_place)  # not now: the keyboard also goes from a page that is half gone

    def _repaint_place(self) -> None:
        self.repaint_spans([self._picture.ground] if self._picture.ground is not None else [])
        self.viewport().update(self.cursorRect().adjusted(-2, -2, 2, 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():  # lines that appear below change the height alone
            self.choosing.leave_jump()
            self.page.forget_drawings()
        with self.scrolling.held():
            self.set_margins()
            super().resizeEvent(event)
