"""The formats by name, read behind the page: a hundred modules make them, and no page waits for these."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

    from app.exchange.format import Format

_POLL = 30  # milliseconds between two looks whether they are there
_GLANCE = 60  # milliseconds for the page to be painted


def formats() -> tuple[Format, ...]:
    """Every format; waits until they are read."""
    from app.exchange.formats import FORMATS  # noqa: PLC0415 - see above

    return FORMATS


class FormatsLater(QObject):
    """Has the formats read in a thread, then ``fill`` puts them into ``box``; at once where somebody turns to it."""

    def __init__(self, box: QComboBox, fill: Callable[[tuple[Format, ...]], None]) -> None:
        super().__init__(box)
        self._fill = fill
        self._thread = Thread(target=formats, name="tawsim-formats", daemon=True)
        self._look = QTimer(self, interval=_POLL)
        self._look.timeout.connect(self._look_on)
        box.installEventFilter(self)
        QTimer.singleShot(_GLANCE, self, self._begin)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.MouseButtonPress):
            self.now()
        return super().eventFilter(watched, event)

    def now(self) -> None:
        """Fill the box, waiting for them where they are not there yet."""
        self._look.stop()
        fill, self._fill = self._fill, _nothing
        fill(formats())

    def _begin(self) -> None:
        """Behind the page's first painting."""
        if self._fill is not _nothing:
            self._thread.start()
            self._look.start()

    def _look_on(self) -> None:
        if not self._thread.is_alive():
            self.now()


def _nothing(_formats: tuple[Format, ...]) -> None:
    """The box is full."""
