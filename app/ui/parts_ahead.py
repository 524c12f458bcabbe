"""What single keys show and only the window's thread can make: made step by step while nobody types."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.ui.panels import made_everywhere
from app.ui.speaking import learn_names

if TYPE_CHECKING:
    from app.ui.comfort import Comfort
    from app.ui.window import MainWindow

_REST = 300  # milliseconds after a key before it goes on
_BETWEEN = 5  # milliseconds from slice to slice
_SLICE = 0.003  # seconds, and one step more


class PartsAhead(QObject):
    """The plates of hints, the line to find words in and the panel of A of one window; again where it is read in
    another theme or size."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.go_on)
        self._steps: Iterator[None] | None = None
        window.bench.said.listen(self._rest)  # with each key that does something
        window.bench.moved.listen(self._rest)
        window.comfort_changed.connect(self._begin)
        self._begin()

    def detach(self) -> None:
        """Stop following the bench."""
        self._timer.stop()
        self._window.bench.said.forget(self._rest)
        self._window.bench.moved.forget(self._rest)

    def _begin(self, _news: Comfort | None = None) -> None:
        self._steps = self._made()
        self._timer.start(_REST)

    def _rest(self, _news: object) -> None:
        if self._steps is not None:
            self._timer.start(_REST)

    @property
    def finished(self) -> bool:
        """Whether all is made that is wanted by now."""
        return self._steps is None

    def go_on(self) -> None:
        """Make something more."""
        until = perf_counter() + _SLICE
        while self._steps is not None and perf_counter() < until:
            if next(self._steps, self) is self:
                self._steps = None
        if self._steps is not None:
            self._timer.start(_BETWEEN)

    def _made(self) -> Iterator[None]:
        window, view = self._window, self._window.view
        yield from view.hints.draw_ahead(window.theme, view.page.scale, view.viewport().devicePixelRatioF())
        learn_names()
        yield
        view.children()  # whoever listens to the whole application meets Qt's own objects, and PySide asks all it knows
        yield
        yield from _dressed(window.hintbar)
        yield from _dressed(window.aids.made_find())
        panel = made_everywhere(window)
        yield from _dressed(panel)
        if panel.isHidden():  # else its own row would be among those that are shown
            panel.rehearse()


def _dressed(part: QWidget) -> Iterator[None]:
    """Find the look of a hidden part and of all in it, which is else done when it is first shown."""
    yield
    for each in (part, *part.findChildren(QWidget)):
        each.ensurePolished()
    yield
    if (layout := part.layout()) is not None:
        layout.activate()
