"""Looking through a project's marks, and changing them, in the worker: with progress, so that nothing hangs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

from app.domain.annotation import Annotation
from app.domain.errors import TawsimError
from app.store import Stamp, Store
from app.workbench.codebook_changes import Draft
from app.workbench.codebook_plan import Plan, apply, plan
from app.workbench.jobs import Job, Worker

_MOST_LISTED = 2000  # marks that can be ticked one by one
_AROUND = 28  # code points before and after a mark in their list
_POLL = 40  # milliseconds between two looks at a running job


class Runner(QObject):
    """One job at a time. ``progress`` is told of done and all, then the job's ``done`` of its value, or ``trouble`` of
    what went wrong."""

    def __init__(
        self,
        worker: Worker,
        progress: Callable[[int, int], None],
        trouble: Callable[[TawsimError], None],
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
        self._done = done
        self._job = self._worker.start(work.__name__, work, *arguments)
        self._look.start()

    def stop(self) -> None:
        """Ask the job to stop; it is told of as a trouble when it has."""
        if self._job is not None:
            self._job.cancel()

    def _follow(self) -> None:
        job = self._job
        if job is None:
            return
        if not job.finished:
            return self._progress(job.done, job.total)
        self._job = None
        self._look.stop()
        error = job.future.exception()
        if isinstance(error, TawsimError):
            return self._trouble(error)
        if error is not None:
            raise error
        self._done(job.future.result())


def count(job: Job, project: Path) -> dict[tuple[str, str], int]:
    """How many marks each label has."""
    with Store.open(project, readonly=True) as store:
        return store.label_counts()


def look(job: Job, project: Path, draft: Draft, stamp: Stamp) -> Plan:
    """What the draft would do."""
    with Store.open(project, readonly=True) as store, store.snapshot():
        return plan(store, draft, stamp, job.report)


def put_in_use(job: Job, project: Path, found: Plan, stamp: Stamp) -> Plan:
    """Do it. Once begun it is not stopped: it is done whole, or not at all."""
    with Store.open(project) as store:
        apply(store, found, stamp)
    return found


def marks_of(job: Job, project: Path, kind: str, label: str) -> list[tuple[Annotation, str]]:
    """The first marks of a label, of every layer, each with the words around it, the same words together."""
    found: list[tuple[Annotation, str]] = []
    with Store.open(project, readonly=True) as store, store.snapshot():
        for article, layer in store.work_on(kind, [label]):
            text = store.article(article).text
            for mark in store.annotations(article, layer):
                if (mark.kind, mark.label) == (kind, label):
                    found.append((mark, _around(text, mark)))
            if len(found) >= _MOST_LISTED:
                break
            job.report(len(found), _MOST_LISTED)
    return sorted(found[:_MOST_LISTED], key=lambda each: (each[0].exact, each[0].id))


def _around(text: str, mark: Annotation) -> str:
    before = text[max(mark.start - _AROUND, 0) : mark.start].rpartition("\n")[2]
    after = text[mark.end : mark.end + _AROUND].partition("\n")[0]
    return f"{before}[{text[mark.start : mark.end]}]{after}"
