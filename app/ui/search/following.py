"""A search through the project, followed from the window: the worker finds, a timer takes over what it found.

It has a worker of its own, so that nobody who types a query waits until an import is done.
"""

from __future__ import annotations

from pathlib import Path
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import N_
from app.workbench.hit_export import export_hits
from app.workbench.jobs import Job, Worker
from app.workbench.searching import Arrived, Asked, search_corpus

_POLL = 10  # milliseconds between two looks


class SearchFollower(QObject):
    """``found`` brings hits and counts as they come, ``exported`` how many hits were written."""

    found = Signal(object)
    exported = Signal(int)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker = Worker()
        self._job: Job | None = None
        self._export: Job | None = None
        self._arrived: SimpleQueue[Arrived] = SimpleQueue()
        self._poll = QTimer(self, interval=_POLL)
        self._poll.timeout.connect(self._follow)

    @property
    def running(self) -> bool:
        return self._poll.isActive()

    def start(self, asked: Asked) -> None:
        """Search for this, and for nothing else any more."""
        self.stop()
        self._arrived = SimpleQueue()
        self._job = self._worker.start(N_("Search"), search_corpus, asked, self._arrived.put)
        self._poll.start()

    def stop(self) -> None:
        """Bring no more hits."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def export(self, asked: Asked, path: Path) -> None:
        """Write all hits to ``path``."""
        self.stop()
        if self._export is None:
            self._export = self._worker.start(N_("Export as CSV"), export_hits, asked, path)
            self._poll.start()

    def close(self) -> None:
        """Bring nothing any more."""
        self._poll.stop()
        self._worker.leave()

    def _follow(self) -> None:
        job, export = self._job, self._export
        finished = job is not None and job.finished  # asked first: what it found is all there then
        while True:
            try:
                self.found.emit(self._arrived.get_nowait())
            except Empty:
                break
        if finished and job is not None and self._job is job:
            self._job = None
            if self._is_well(job):
                self.found.emit(job.future.result())
        if export is not None and export.finished:
            self._export = None
            if self._is_well(export):
                self.exported.emit(export.future.result())
        if self._job is None and self._export is None:
            self._poll.stop()

    def _is_well(self, job: Job) -> bool:
        """Whether the job did what it should; what went wrong is told."""
        error = job.future.exception()
        if error is not None and not job.cancelled():
            self.failed.emit(error)
        return error is None
