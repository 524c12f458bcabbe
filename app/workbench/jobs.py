"""Long work, one job at a time, away from the interface thread: reports progress, can be cancelled, returns a value."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from contextlib import nullcontext
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from app.domain.errors import N_, TawsimError
from app.store import StoreError, only_reading
from app.workbench.giving_way import give_way

if TYPE_CHECKING:
    from concurrent.futures import Future

PATIENCE = 20.0  # seconds that a closing window waits for its last job


class Cancelled(TawsimError):
    """The analyst stopped the job; what it had finished stays."""

    def __init__(self) -> None:
        super().__init__(N_("The work was stopped; what was finished by then is kept."))


class Abandoned(TawsimError):
    """The analyst did not wait for a job that does not stop."""

    def __init__(self) -> None:
        super().__init__(N_("The work does not stop, and is not waited for any longer; what it had finished is kept."))


class JobDied(TawsimError):
    """A job ended by an error that nobody foresaw. Its cause is that error."""

    def __init__(self) -> None:
        super().__init__(
            N_("The work was broken off by something unforeseen; what it had not finished by then is not there.")
        )


class Job:
    """One running piece of work: ``done`` of ``total`` steps, and whether it has been asked to stop.

    ``kept`` is what jobs of one worker leave for those after them, by name; it is closed with the worker.
    """

    def __init__(self, title: str, kept: dict[str, Any] | None = None) -> None:
        self.title = title
        self.kept = {} if kept is None else kept
        self.done = 0
        self.total = 0
        self._stop = threading.Event()
        from concurrent.futures import Future  # noqa: PLC0415 - a window is there before its first job

        self.future: Future[Any] = Future()

    def report(self, done: int, total: int) -> None:
        """Called by the work between two steps, where it gives way to the window; raises ``Cancelled`` once the analyst
        has asked it to stop."""
        self.done, self.total = done, total
        give_way()
        if self._stop.is_set():
            raise Cancelled()

    def cancelled(self) -> bool:
        """Asked by the work between two steps, where it gives way to the window."""
        give_way()
        return self._stop.is_set()

    def cancel(self) -> None:
        self._stop.set()

    @property
    def finished(self) -> bool:
        return self.future.done()


class Worker:
    """One thread for plain functions. A function gets its ``Job`` first and opens its own store.

    The thread is a daemon: a job that hangs keeps neither the window nor the process from ending. What it has not
    committed by then is as if it had never been.
    """

    def __init__(self, why_readonly: StoreError | None = None) -> None:
        self._why_readonly = why_readonly  # why no job may write either
        self._waiting: SimpleQueue[Callable[[], None] | None] | None = None
        self._thread: threading.Thread | None = None
        self._jobs: list[Job] = []
        self._kept: dict[str, Any] = {}

    def start(self, title: str, work: Callable[..., Any], *arguments: Any) -> Job:
        """Queue ``work(job, *arguments)``; its value or its error is in ``job.future``. An error that is not named is
        told to ``sys.excepthook``, and the future has ``JobDied``."""
        job = Job(title, self._kept)
        self._jobs = [each for each in self._jobs if not each.finished]
        self._jobs.append(job)
        if self._waiting is None:
            self._waiting = SimpleQueue()
            self._thread = threading.Thread(target=_serve, args=(self._waiting,), name="tawsim-job", daemon=True)
            self._thread.start()
        self._waiting.put(partial(self._do, job, work, arguments))
        return job

    def abandon(self, job: Job) -> None:
        """Leave a job that does not stop to itself: it is asked to stop once more, and the next ones do not wait."""
        job.cancel()
        if not job.finished:
            self._jobs = [each for each in self._jobs if each is not job]
            self._waiting = self._thread = None
            self._kept = {}

    def leave(self) -> None:
        """Ask every job to stop, and wait for none: for jobs that only read, in stores of their own."""
        for job in self._jobs:
            job.cancel()
            job.future.cancel()
        if self._waiting is not None:
            self._waiting.put(None)

    @property
    def busy(self) -> bool:
        """Whether some work is running or waits for its turn."""
        return any(not job.finished for job in self._jobs)

    def close(self, patience: float = PATIENCE) -> None:
        """Ask every job to stop and wait until the thread is done; a job that hangs longer than ``patience`` seconds is
        left behind."""
        for job in self._jobs:
            job.cancel()
        if self._waiting is not None and self._thread is not None:
            self._waiting.put(None)
            self._thread.join(patience)
            if self._thread.is_alive():
                return
        for each in self._kept.values():
            each.close()
        self._kept.clear()

    def _do(self, job: Job, work: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        if not job.future.set_running_or_notify_cancel():
            return
        try:
            with only_reading(self._why_readonly) if self._why_readonly is not None else nullcontext():
                value = work(job, *arguments)
        except TawsimError as error:
            job.future.set_exception(error)
        except BaseException as error:
            sys.excepthook(type(error), error, error.__traceback__)
            died = JobDied()
            died.__cause__ = error
            job.future.set_exception(died)
        else:
            job.future.set_result(value)


def _serve(waiting: SimpleQueue[Callable[[], None] | None]) -> None:
    while (work := waiting.get()) is not None:
        work()
        del work  # what the job held is not kept until the next one
