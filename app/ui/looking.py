"""A search through the corpus, followed from the window: the worker finds, a timer takes over what it found."""

from __future__ import annotations

from queue import Empty, SimpleQueue

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import N_
from app.workbench.bench import Workbench
from app.workbench.corpus import Corpus, look_through
from app.workbench.everywhere import Occurrence, Wanted
from app.workbench.jobs import Job

_POLL, _AT_A_TIME = 100, 200  # milliseconds between two looks at what was found, and occurrences taken over at once


class CorpusSearch(QObject):
    """``found`` brings occurrences, some at a time, ``ended`` the job once all it found has been brought."""

    found = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.job: Job | None = None
        self._arrived: SimpleQueue[list[Occurrence]] = SimpleQueue()
        self._waiting: list[Occurrence] = []
        self._poll = QTimer(self, interval=_POLL)
        self._poll.timeout.connect(self._follow)

    @property
    def running(self) -> bool:
        return self._poll.isActive()

    def start(self, bench: Workbench, sought: Wanted, room: int) -> None:
        """Look for at most ``room`` occurrences in every article but the source's own."""
        corpus = Corpus(
            path=bench.store.path,
            readonly=bench.store.readonly,
            layer=bench.layer,
            codebook=bench.codebook,
            lexicons=bench.lexicons,
            known=bench.knows,
        )
        title = N_("The same everywhere")
        self.job = bench.worker.start(title, look_through, corpus, sought, room, self._arrived.put)
        self._poll.start()

    def stop(self) -> bool:
        """Ask the search to stop; False when none is running, or it was asked before."""
        if self.job is None or not self.running or self.job.cancelled():
            return False
        self.job.cancel()
        return True

    def abandon(self) -> None:
        """Stop, and bring nothing any more; another search can be started."""
        self.stop()
        self._poll.stop()
        self.job, self._arrived, self._waiting = None, SimpleQueue(), []

    def _follow(self) -> None:
        assert self.job is not None
        finished = self.job.finished  # asked first: what it found is all there then
        while len(self._waiting) < _AT_A_TIME:
            try:
                self._waiting += self._arrived.get_nowait()
            except Empty:
                break
        some, self._waiting = self._waiting[:_AT_A_TIME], self._waiting[_AT_A_TIME:]
        if finished and not self._waiting and self._arrived.empty():
            self._poll.stop()
        self.found.emit(some)
        if not self.running:
            self.ended.emit(self.job)
