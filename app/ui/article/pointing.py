"""Mouse and touchpad in the article: what they do becomes a place or a focus of the bench.

Qt's own handling of the mouse is not asked: it selects words with their guillemets, drags text out of a selection, and
pastes with the middle button.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QTextEdit, QToolTip, QWidget

from app.domain.annotation import Annotation
from app.domain.errors import TawsimError
from app.domain.span import Span
from app.ui.article.page import Page
from app.ui.article.taking import LETTER, PARAGRAPH, STEM, stretched, unit_at
from app.ui.article.turning import Turning
from app.ui.telling import tip
from app.workbench.bench import Workbench
from app.workbench.place import Place

_NOTCH = 120.0  # eighths of a degree: one notch of a wheel, many small turns of a touchpad
_PINCH = 0.1  # how much two fingers spread for one step of the text size
_SCROLLS = 40  # milliseconds between two steps of scrolling while the mouse is dragged out of the text


class PointedText(QTextEdit):
    """A text that tells the bench what the mouse did in it. ``pointing``: the left button is down.

    ``trouble`` is told of the ``TawsimError`` of a choice that could not be carried out, ``menu_wanted`` where on the
    screen a menu is asked for.
    """

    trouble = Signal(object)
    menu_wanted = Signal(QPoint)

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.page = Page(self.document(), self.setPlainText)
        self.pointing = False
        self._presses = 0
        self._pressed_at, self._pressed_where = 0, QPointF()
        self._base: Span | None = None
        self._pointer = QPointF()
        self._wheel, self._pinch = Turning(_NOTCH), Turning(_PINCH)
        self._scrolls = QTimer(self, interval=_SCROLLS)
        self._scrolls.timeout.connect(self._scroll_on)
        self.viewport().setMouseTracking(True)
        self.setAcceptDrops(False)

    def mark_under(self, point: QPointF) -> Annotation | None:
        """The mark whose chip, underline or bar is painted at a point of the viewport."""
        raise NotImplementedError

    def position_at(self, point: QPointF) -> int:
        """The code point nearest to a point of the viewport."""
        return self.page.offsets.to_text(self.cursorForPosition(point.toPoint()).position())

    # pressing and dragging

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(event, self._presses + 1 if self._follows(event) else LETTER)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt takes a fourth quick press for another double click."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._press(event, self._presses + 1 if self._presses > STEM and self._follows(event) else STEM)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position()
        if not self.pointing:
            return self._show_pointer()
        self._drag()
        out = not 0 <= self._pointer.y() < self.viewport().height()
        if out != self._scrolls.isActive():
            self._scrolls.start() if out else self._scrolls.stop()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pointing = False
            self._base = None
            self._scrolls.stop()
            self._offer()

    def _follows(self, event: QMouseEvent) -> bool:
        """Whether a press comes so soon after the one before, and so near, that it is another of the same series."""
        soon = event.timestamp() - self._pressed_at <= QApplication.doubleClickInterval()
        way = event.position() - self._pressed_where
        return soon and STEM <= self._presses < PARAGRAPH and way.manhattanLength() < QApplication.startDragDistance()

    def _press(self, event: QMouseEvent, presses: int) -> None:
        bench, point = self.bench, event.position()
        self._presses, self._pressed_at, self._pressed_where = presses, event.timestamp(), point
        self._pointer = point
        if bench.reading is None:
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if bench.asking is not None:
            return self._choose(point, shift)
        mark = self.mark_under(point) if presses == LETTER and not shift else None
        self.pointing = True
        if mark is not None:
            self._base = None
            return bench.put(Place.at(self._within(mark, point)), mark.id)
        if shift and presses == LETTER:
            self._base = Span(bench.place.anchor, bench.place.anchor)
            return self._drag()
        self._base = unit = unit_at(bench.reading, self.position_at(point), presses)
        bench.focus = None
        bench.put(Place.at(unit.start) if presses == LETTER else Place(unit.start, unit.end))

    def _within(self, mark: Annotation, point: QPointF) -> int:
        """Where the caret goes when a mark is pressed: to the place that was pointed at, if that is in the mark."""
        assert self.bench.reading is not None
        position = unit_at(self.bench.reading, self.position_at(point), LETTER).start
        return position if mark.covers(position) or position == mark.end else mark.start

    def _drag(self) -> None:
        """Select from where the button went down to where the pointer is, by the units that were pressed for."""
        reading, presses = self.bench.reading, min(self._presses, PARAGRAPH)
        if self._base is None or reading is None:
            return
        place = stretched(self._base, unit_at(reading, self.position_at(self._pointer), presses))
        if place != self.bench.place and (presses == LETTER or place.selection is not None):
            self.bench.put(place)

    def _offer(self) -> None:
        """On systems where the middle button pastes what was selected last, elsewhere: the article's own words."""
        board, chosen, article = QGuiApplication.clipboard(), self.bench.place.selection, self.bench.article
        if board.supportsSelection() and chosen is not None and article is not None:
            board.setText(article.text[chosen.start : chosen.end], QClipboard.Mode.Selection)

    def _scroll_on(self) -> None:
        """While the mouse is held above or below the text: the farther out, the faster."""
        height, y = self.viewport().height(), self._pointer.y()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round((min(y, 0) + max(y - height, 0)) / 2))
        self._drag()

    def _choose(self, point: QPointF, add: bool) -> None:
        """While something is asked a press takes the candidate under it; anywhere else it leaves the choice."""
        asking, position = self.bench.asking, self.position_at(point)
        assert asking is not None
        near = [
            (len(each.span), number)
            for number, each in enumerate(asking.candidates)
            if each.span.start <= position <= each.span.end
        ]
        if not near:
            return self.bench.cancel()
        try:
            self.bench.answer(min(near)[1], add)
        except TawsimError as error:
            self.trouble.emit(error)

    # pointing without pressing

    def _show_pointer(self) -> None:
        """A hand over what can be pressed."""
        over = self.mark_under(self._pointer) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def event(self, event: QEvent) -> bool:
        """Tips and gestures, which the viewport lets through to here."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        if isinstance(event, QNativeGestureEvent):
            return self._gesture(event)
        return super().event(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        """What the mark under the pointer is called and who made it, as long as the pointer stays near."""
        where = self.viewport().mapFromGlobal(event.globalPos())
        mark = self.mark_under(QPointF(where))
        if mark is None:
            return QToolTip.hideText()
        near = QRect(where - QPoint(6, 4), where + QPoint(6, 4))
        QToolTip.showText(event.globalPos(), tip(self.bench.codebook, mark), self.viewport(), near)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """A right click outside of the selection moves there first, so that the mark under the pointer is at hand."""
        if self.bench.asking is not None:
            self.bench.cancel()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._move_to(QPointF(event.pos()))
            return self.menu_wanted.emit(event.globalPos())
        self.menu_wanted.emit(self.caret_on_screen())

    def caret_on_screen(self) -> QPoint:
        """Under the caret, where a menu opens that was asked for by a key."""
        return self.viewport().mapToGlobal(self.cursorRect().bottomLeft())

    def _move_to(self, point: QPointF) -> None:
        bench = self.bench
        if bench.reading is None:
            return
        mark, position = self.mark_under(point), self.position_at(point)
        if mark is not None:
            return bench.put(Place.at(self._within(mark, point)), mark.id)
        chosen = bench.place.selection
        if chosen is None or not chosen.start <= position <= chosen.end:
            bench.focus = None
            bench.put(Place.at(unit_at(bench.reading, position, LETTER).start))

    # wheel and fingers

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._wheel.rest()
            return super().wheelEvent(event)
        if event.phase() != Qt.ScrollPhase.ScrollMomentum:  # a page that glides on is not turned to zoom it
            self._zoom(self._wheel.steps(event.angleDelta().y()))
        event.accept()

    def _gesture(self, event: QNativeGestureEvent) -> bool:
        if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self._zoom(self._pinch.steps(event.value()))
        else:
            self._pinch.rest()
        return True

    def _zoom(self, steps: int) -> None:
        if steps:
            self.bench.window.zoom(steps)
