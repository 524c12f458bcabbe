"""A mouse for the journeys that are made with one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QRegion, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from app.domain.annotation import Annotation
from app.domain.span import Span
from app.ui.article.hitting import chip_boxes, line_boxes
from app.ui.article.picture import Picture
from tests.journeys.conftest import Reader

LEFT, RIGHT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton
PLAIN, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class Mouse:
    """A mouse over the reader's article, pointed at words and at what is painted around them."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.view = reader.window.view
        self.ground: QWidget = self.view.viewport()

    def at(self, words: str | Span, part: float = 0.5) -> QPoint:
        """A point in the letters of some words, ``part`` of the way from their start to their end."""
        span = words if isinstance(words, Span) else self.reader.find(words)
        for block, corner in self.view.page.paragraphs(span):
            for piece in self.view.page.pieces(block, span):
                line = block.layout().lineAt(piece.line)
                way = part if piece.forward else 1 - part
                x = corner.x() + piece.left + way * piece.width
                y = corner.y() + line.y() + line.ascent() - 5
                return QPoint(round(x), round(y) - self.view.verticalScrollBar().value())
        raise AssertionError(f"{words} is not on the page")

    def chip(self, mark: Annotation) -> QPoint:
        return self._middle(chip_boxes, mark)

    def line(self, mark: Annotation) -> QPoint:
        return self._middle(line_boxes, mark)

    def _middle(self, boxes: object, mark: Annotation) -> QPoint:
        assert callable(boxes)
        picture: Picture = self.view._picture
        sheets = picture.sheets(QRegion(self.ground.rect()), self.view._shift())
        found = [box for sheet in sheets for its, box in boxes(picture.brushes, sheet) if its.id == mark.id]
        return found[0].center().toPoint()

    def click(self, point: QPoint, modifier: Qt.KeyboardModifier = PLAIN, button: Qt.MouseButton = LEFT) -> None:
        QTest.mouseClick(self.ground, button, modifier, point)

    def press_quickly(self, point: QPoint, times: int) -> None:
        """As Qt tells of quick presses: every second one is a double click."""
        for number in range(1, times + 1):
            if number == 1:
                QTest.mousePress(self.ground, LEFT, PLAIN, point)
            elif number % 2 == 0:
                QTest.mouseDClick(self.ground, LEFT, PLAIN, point)
            else:
                QTest.mousePress(self.ground, LEFT, PLAIN, point)
        QTest.mouseRelease(self.ground, LEFT, PLAIN, point)

    def drag(self, start: QPoint, *ways: QPoint, double: bool = False) -> None:
        (QTest.mouseDClick if double else QTest.mousePress)(self.ground, LEFT, PLAIN, start)
        for point in ways:
            QTest.mouseMove(self.ground, point)
        QTest.mouseRelease(self.ground, LEFT, PLAIN, ways[-1])

    def wheel(self, turn: int, phase: Qt.ScrollPhase = Qt.ScrollPhase.NoScrollPhase) -> None:
        place = QPointF(50, 50)
        control = Qt.KeyboardModifier.ControlModifier
        there = QPointF(self.ground.mapToGlobal(place.toPoint()))
        turned = QWheelEvent(place, there, QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, control, phase, False)
        QApplication.sendEvent(self.ground, turned)

    def right_click(self, point: QPoint) -> QMenu:
        there = self.ground.mapToGlobal(point)
        QApplication.sendEvent(self.ground, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, there))
        return shown_menu()

    def rest(self, point: QPoint) -> str:
        """The tip that shows when the mouse rests there."""
        QToolTip.hideText()
        while QToolTip.isVisible():  # it hides a little later
            QTest.qWait(10)
        QApplication.sendEvent(self.ground, QHelpEvent(QEvent.Type.ToolTip, point, self.ground.mapToGlobal(point)))
        return QToolTip.text() if QToolTip.isVisible() else ""

    def shape(self, point: QPoint) -> Qt.CursorShape:
        QTest.mouseMove(self.ground, point)
        return self.ground.cursor().shape()


def shown_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def lines(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def selected(reader: Reader) -> str:
    span = reader.bench.place.selection
    assert reader.bench.article is not None
    return reader.bench.article.text[span.start : span.end] if span else ""
