"""Long work, one job at a time, away from the interface thread: reports progress, can be cancelled, returns a value."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from app.domain.errors import N_, TawsimError
from app.store import StoreError, only_reading

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor


class Cancelled(TawsimError):
    """The analyst stopped the job; what it had finished stays."""

    def __init__(self) -> None:
        super().__init__(N_("The work was stopped; what was finished by then is kept."))


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
        """Called by the work; raises ``Cancelled`` once the analyst has asked it to stop."""
        self.done, self.total = done, total
        if self._stop.is_set():
            raise Cancelled()

    def cancelled(self) -> bool:
        return self._stop.is_set()

    def cancel(self) -> None:
        self._stop.set()

    @property
    def finished(self) -> bool:
        return self.future.done()


class Worker:
    """One thread for plain functions. A function gets its ``Job`` first and opens its own store."""

    def __init__(self, why_readonly: StoreError | None = None) -> None:
        self._why_readonly = why_readonly  # why no job may write either
        self._pool: ThreadPoolExecutor | None = None
        self._jobs: list[Job] = []
        self._kept: dict[str, Any] = {}

    def start(self, title: str, work: Callable[..., Any], *arguments: Any) -> Job:
        """Queue ``work(job, *arguments)``; its value or its error is in ``job.future``."""
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - see Job

        job = Job(title, self._kept)
        self._jobs = [each for each in self._jobs if not each.finished]
        self._jobs.append(job)
        self._pool = self._pool or ThreadPoolExecutor(max_workers=1, thread_name_prefix="tawsim-job")
        job.future = self._pool.submit(self._do, work, job, *arguments)
        return job

    def _do(self, work: Callable[..., Any], *arguments: Any) -> Any:
        with only_reading(self._why_readonly) if self._why_readonly is not None else nullcontext():
            return work(*arguments)

    def leave(self) -> None:
        """Ask every job to stop, and wait for none: for jobs that only read, in stores of their own."""
        for job in self._jobs:
            job.cancel()
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def close(self) -> None:
        """Ask every job to stop and wait until the thread is done."""
        for job in self._jobs:
            job.cancel()
        if self._pool is not None:
            self._pool.shutdown(wait=True)
        for each in self._kept.values():
            each.close()
        self._kept.clear()
