"""One job of the worker, followed from the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from app.domain.errors import TawsimError
from app.workbench.jobs import Job, Worker

_POLL = 20  # milliseconds between two looks at a running job


class Runner(QObject):
    """One job at a time; a new one takes the place of one that runs. ``progress`` is told of done and all, then the
    job's ``done`` of its value, or ``trouble`` of what went wrong."""

    def __init__(
        self,
        worker: Worker,
        progress: Callable[[int, int], object],
        trouble: Callable[[TawsimError], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._worker, self._progress, self._trouble = worker, progress, trouble
        self._job: Job | None = None
        self._done: Callable[[Any], None] = lambda value: None
        self._look = QTimer(self, interval=_POLL)
        self._look.timeout.connect(self._follow)

    @property
    def busy(self) -> bool:
        return self._job is not None

    def start(self, work: Callable[..., Any], done: Callable[[Any], None], *arguments: Any) -> None:
        """Have the worker do it, in its turn."""
        self.stop()
        self._done = done
        self._job = self._worker.start(work.__name__, work, *arguments)
        self._look.start()

    def stop(self) -> None:
        """Ask the job to stop; it is told of as a trouble when it has."""
        if self._job is not None:
            self._job.cancel()

    def leave(self) -> None:
        """Ask the job to stop, and tell nothing of it any more."""
        self.stop()
        self._look.stop()
        self._job = None

    def _follow(self) -> None:
        job = self._job
        if job is None:
            return
        if not job.finished:
            self._progress(job.done, job.total)
            return
        self._job = None
        self._look.stop()
        error = job.future.exception()
        if isinstance(error, TawsimError):
            self._trouble(error)
            return
        if error is not None:
            raise error
        self._done(job.future.result())
