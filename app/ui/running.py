"""Jobs of the worker, followed from the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from app.domain.errors import TawsimError
from app.workbench.jobs import Job, Worker

Done = Callable[[Any], None]

_POLL = 20  # milliseconds between two looks at a running job


class Runner(QObject):
    """One job at a time; a new one takes the place of one that runs (``start``), or waits behind it (``queue``).
    ``progress`` is told of done and all, then the job's ``done`` of its value, or ``trouble`` of what went wrong."""

    def __init__(
        self,
        worker: Worker,
        progress: Callable[[int, int], object],
        trouble: Callable[[TawsimError], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._worker, self._progress, self._trouble = worker, progress, trouble
        self._jobs: list[tuple[Job, Done]] = []
        self._look = QTimer(self, interval=_POLL)
        self._look.timeout.connect(self._follow)

    @property
    def busy(self) -> bool:
        return bool(self._jobs)

    def start(self, work: Callable[..., Any], done: Done, *arguments: Any) -> None:
        """Have the worker do it, in its turn, and no longer what was asked for before."""
        self.leave()
        self.queue(work, done, *arguments)

    def queue(self, work: Callable[..., Any], done: Done, *arguments: Any) -> None:
        """Have the worker do it behind what was asked for before."""
        self._jobs.append((self._worker.start(work.__name__, work, *arguments), done))
        self._look.start()

    def stop(self) -> None:
        """Ask the jobs to stop; each is told of as a trouble when it has."""
        for job, _ in self._jobs:
            job.cancel()

    def leave(self, awaited: Done | None = None) -> None:
        """Ask the jobs to stop, and tell nothing of them any more, but for those whose value ``awaited`` gets: they are
        waited for."""
        self.stop()
        self._look.stop()
        left, self._jobs = self._jobs, []
        for job, done in left:
            if done == awaited and job.future.exception() is None:
                done(job.future.result())

    def _follow(self) -> None:
        """Tell of what is finished, in its order, then how far the next one is."""
        while self._jobs and self._jobs[0][0].finished:
            job, done = self._jobs.pop(0)
            error = job.future.exception()
            if isinstance(error, TawsimError):
                self._trouble(error)
            elif error is not None:
                raise error
            else:
                done(job.future.result())
        if self._jobs:
            self._progress(self._jobs[0][0].done, self._jobs[0][0].total)
        else:
            self._look.stop()
