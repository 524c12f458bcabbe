"""Reprints of an article: found while nobody waits, listed by a key."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import N_, TawsimError
from app.workbench.bench import Workbench
from app.workbench.jobs import Job

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_LEISURE, _PAUSE, _RARELY = 2500, 30, 4000  # milliseconds until it begins, between two steps, and between two looks


def open_reprints(window: MainWindow) -> None:
    """The reprints of the open article, over the window; the same key closes the list again."""
    from app.ui.reprints.panel import ReprintsPanel  # noqa: PLC0415 - a window is sooner there without its widgets

    for panel in window.findChildren(ReprintsPanel):
        if panel.isVisible():
            return panel.dismiss()
    if window.bench.article is not None:
        font = window.view.document().defaultFont()
        ReprintsPanel(window.bench, window.bench.article, window.theme, font, window, window.trouble)


class LookingAhead(QObject):
    """Has the worker look for reprints of new articles, a few at a time while it has nothing else to do. ``looked``
    when it has looked at all of them."""

    looked = Signal()

    def __init__(self, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._job: Job | None = None
        self._left = bench.store.reprints.left()
        self._next = QTimer(self, singleShot=True, interval=_LEISURE)
        self._next.timeout.connect(self._look_on)
        if not bench.store.readonly:
            self._next.start()

    def detach(self) -> None:
        """Look no more: the project may be closed."""
        self._next.stop()

    def _look_on(self) -> None:
        self._next.start(self._step())

    def _step(self) -> int:
        """Begin the next few articles if there are any; the milliseconds until the next look."""
        if self._bench.worker.busy:
            return _LEISURE if self._job is None or self._job.finished else _PAUSE
        job, self._job = self._job, None
        if job is not None and job.future.exception() is not None:
            return _RARELY  # a disk that is full, say: whoever asks for the list is told
        with suppress(TawsimError):
            before, self._left = self._left, self._bench.store.reprints.left()
            if before and not self._left:  # the list of reprints looks at all of them too
                self.looked.emit()
            if self._left:
                from app.workbench.reprints import look_on  # noqa: PLC0415 - see open_reprints

                self._job = self._bench.worker.start(N_("Looking for reprints"), look_on, self._bench.store.path)
                return _PAUSE
        return _RARELY
