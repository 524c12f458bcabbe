"""The mouse in the article: what it selects becomes a place, snapped outward to whole letters."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QTextEdit, QWidget

from app.domain.text.graphemes import ceil_edge, floor_edge
from app.ui.article.page import Page
from app.workbench.bench import Workbench
from app.workbench.place import Place


class PointedText(QTextEdit):
    """A text that tells the bench what the mouse did in it. ``pointing``: the left button is down."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bench = bench
        self.page = Page(self.document())
        self.pointing = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointing = event.button() == Qt.MouseButton.LeftButton
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._take_mouse()
            self.pointing = False

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
