"""A listing of frames, followed from the window: the worker lists, a timer takes over what is there.

It has a worker of its own: nobody who sorts a table waits until an import is done.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import N_
from app.exchange.tables import Row
from app.store import FrameQuery, FrameRow, Store
from app.workbench.frame_table import export_frames, list_frames
from app.workbench.jobs import Job, Worker

_POLL = 15  # milliseconds between two looks


class FrameListing(QObject):
    """``found`` brings ids and whether they are all of them; every time all from the first on. ``exported`` tells how
    many rows were written."""

    found = Signal(object, bool)
    exported = Signal(int)
    failed = Signal(object)

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._worker = Worker()
        self._job: Job | None = None
        self._export: Job | None = None
        self._arrived: SimpleQueue[tuple[list[str], bool]] = SimpleQueue()
        self._poll = QTimer(self, interval=_POLL)
        self._poll.timeout.connect(self._follow)

    @property
    def running(self) -> bool:
        return self._poll.isActive()

    def start(self, query: FrameQuery) -> None:
        """List this, and nothing else any more."""
        if self._job is not None:
            self._job.cancel()
        arrived: SimpleQueue[tuple[list[str], bool]] = SimpleQueue()
        self._arrived = arrived

        def deliver(ids: list[str], whole: bool) -> None:
            arrived.put((ids, whole))

        self._job = self._worker.start(N_("Quotes and claims"), list_frames, self._store.path, query, deliver)
        self._poll.start()

    def export(self, query: FrameQuery, path: Path, header: Row, cells: Callable[[FrameRow], Row]) -> None:
        """Write what the query leaves to ``path``, behind a listing that is under way."""
        if self._export is None:
            title = N_("Export as CSV")
            self._export = self._worker.start(title, export_frames, self._store.path, query, path, header, cells)
            self._poll.start()

    def close(self) -> None:
        """Stop, and wait until the worker has."""
        self._poll.stop()
        self._worker.close()

    def _follow(self) -> None:
        listed, written = self._job is None or self._job.finished, self._export is None or self._export.finished
        while True:
            try:
                ids, whole = self._arrived.get_nowait()  # what a finished listing found is all there
            except Empty:
                break
            self.found.emit(ids, whole)
        if listed and self._job is not None:
            job, self._job = self._job, None
            self._tell(job)
        if written and self._export is not None:
            job, self._export = self._export, None
            if self._tell(job):
                self.exported.emit(job.future.result())
        if self._job is None and self._export is None:
            self._poll.stop()

    def _tell(self, job: Job) -> bool:
        """Whether the job did what it should; what went wrong is told."""
        error = job.future.exception()
        if error is not None and not job.cancelled():
            self.failed.emit(error)
        return error is None
