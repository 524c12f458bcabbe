"""Scrolling that follows the caret: its line stays in the middle third of the height, and the page glides there.

The page never lags behind the keys. Qt brings a caret that is out of sight into sight at once, and only the rest of the
way is glided; while a key is held down there is no gliding at all. Nor is there any where nobody can see it, on Qt's
offscreen platform: there tests and pictures find the page where it will be, and no test waits for a clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property

from PySide6.QtCore import QObject, QVariantAnimation
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextEdit

from app.ui.comfort import MIDDLE, USUAL, Comfort

_GLIDE = 110  # milliseconds
_NEAR_TOP, _NEAR_BOTTOM = 0.14, 0.72  # of the height: where the least movement begins


class Scrolling(QObject):
    """Moves the scroll bar of one text. ``repeating``: the key that moves the caret is being held down."""

    def __init__(self, text: QTextEdit) -> None:
        super().__init__(text)
        self._text = text
        self._bar = text.verticalScrollBar()
        self._comfort: Comfort = USUAL
        self.watched = QGuiApplication.platformName() != "offscreen"
        self.repeating = False
        self.holding = False  # whether the page is being laid out anew
        self._arriving = True
        self._bar.actionTriggered.connect(lambda _action: self._stay())  # the analyst scrolls: wheel, handle, page

    @cached_property
    def glide(self) -> QVariantAnimation:
        """Made for the first gliding: Python makes the many names of ``QEasingCurve`` for it."""
        from PySide6.QtCore import QEasingCurve  # noqa: PLC0415 - see above

        glide = QVariantAnimation(self)
        glide.setDuration(_GLIDE)
        glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        glide.valueChanged.connect(self._step)
        return glide

    def follow(self, comfort: Comfort) -> None:
        self._comfort = comfort

    def finish(self) -> None:
        """Be at once where the page is gliding to: what is in view is asked for."""
        if self._on_the_way:
            goal = int(self.glide.endValue())
            self._stay()
            self._bar.setValue(goal)

    def arrive(self) -> None:
        """Another article is shown: no gliding to where its caret was."""
        self._stay()
        self._arriving = True

    def reveal(self) -> None:
        """Bring the caret's line, which is in sight, to where it shall be, by the shortest way."""
        line, height, here = self._text.cursorRect(), self._text.viewport().height(), self._bar.value()
        goal = int(self.glide.endValue()) if self._on_the_way else here
        top, bottom = line.top() + here - goal, line.bottom() + here - goal
        upper, lower = self._bounds(height, line.height())
        self.to(goal + top - upper if top < upper else goal + max(bottom - lower, 0))

    def to(self, value: int) -> None:
        """Scroll to a value of the bar, as far as the page goes."""
        goal, here = min(max(value, self._bar.minimum()), self._bar.maximum()), self._bar.value()
        arriving, self._arriving = self._arriving, False
        self._stay()
        if arriving or not self._gliding(goal - here):
            return self._bar.setValue(goal)
        self.glide.setStartValue(here)
        self.glide.setEndValue(goal)
        self.glide.start()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Lay the text out anew meanwhile: the caret's line, or else the one in the middle, stays at its height. An
        article that only arrives has no line to stay, and to ask for the caret's would lay out all before it."""
        self._stay()
        if self._arriving:
            yield
            return
        self.holding = True
        height, cursor = self._text.viewport().height(), self._text.textCursor()
        if not 0 <= self._text.cursorRect().center().y() < height:
            cursor = self._text.cursorForPosition(self._text.viewport().rect().center())
        before = self._text.cursorRect(cursor).top()
        try:
            yield
            line = self._text.cursorRect(cursor)
            over = max(before + line.height() - height, 0)  # a line that has grown is still seen whole
            self._bar.setValue(self._bar.value() + line.top() - before + over)
        finally:
            self.holding = False

    @property
    def _on_the_way(self) -> bool:
        return "glide" in vars(self) and self.glide.state() == QVariantAnimation.State.Running

    def _stay(self) -> None:
        if "glide" in vars(self):
            self.glide.stop()

    def _step(self, value: int) -> None:
        if self._on_the_way:  # it also tells of the values that it is given
            self._bar.setValue(value)

    def _gliding(self, way: int) -> bool:
        wanted = self._comfort.smooth and self.watched and self._text.isVisible()
        return wanted and not self.repeating and 0 < abs(way) <= self._text.viewport().height()

    def _bounds(self, height: int, line: int) -> tuple[int, int]:
        """Between which rows of the viewport the line may stand, as it is."""
        if self._comfort.scroll != MIDDLE:
            return int(height * _NEAR_TOP), int(height * _NEAR_BOTTOM)
        upper, lower = height // 3, height - height // 3
        spare = max(line - (lower - upper), 0)  # a line higher than a third stands in the middle
        return upper - (spare + 1) // 2, lower + (spare + 1) // 2
