"""What keeps the work: the backups that are made while one works, and the panels on backups, history and rescue."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.domain.edit import Edit
from app.domain.errors import TawsimError
from app.store import DamagedProject
from app.ui.words import tr
from app.workbench import keeping
from app.workbench.jobs import Cancelled, Job, Worker

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_LOOK = 60_000  # milliseconds of work between two looks at whether a backup is due


class Keeper(QObject):
    """Makes the scheduled backups in a worker of its own, so that no other work ever waits for one. Whoever only reads
    makes none."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._worked = self._told = False
        self._worker = Worker()
        self.job: Job | None = None
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self.look)
        if not window.bench.store.readonly:
            window.bench.edited.listen(self._note_work)
            self._timer.start()

    def look(self) -> None:
        """Tell of a backup that failed, and begin one when something was done since the last look."""
        job = self.job
        if job is not None and not job.finished:
            return
        if job is not None:
            self.job = None
            self._tell(job.future.exception())
        if self._worked:
            self._worked = False
            self.job = self._worker.start("", keeping.keep_up, self._window.bench.store.path)

    def detach(self) -> None:
        """Stop; a backup that is being made leaves nothing."""
        self._timer.stop()
        if not self._window.bench.store.readonly:
            self._window.bench.edited.forget(self._note_work)
        self._worker.close()

    def _note_work(self, _edit: Edit) -> None:
        self._worked = True

    def _tell(self, error: BaseException | None) -> None:
        if isinstance(error, Cancelled) or error is None or self._told:
            return
        self._told = True  # once is enough: it stays the same trouble
        if not isinstance(error, TawsimError):
            raise error
        self._window.trouble(error)


def keep_parts(window: MainWindow) -> dict[str, Callable[[], object]]:
    """The panels by the names of their actions."""
    return {
        "view.history": partial(open_history, window),
        "project.backups": partial(open_backups, window),
        "project.rescue": partial(choose_damaged, window),
    }


def open_history(window: MainWindow) -> None:
    """The history of the mark in focus, else of the article."""
    from app.ui.history import HistoryPanel  # noqa: PLC0415 - a window is sooner there without it

    bench = window.bench
    if bench.article is not None:
        HistoryPanel(bench, bench.article, bench.focus, window)


def open_backups(window: MainWindow) -> None:
    """The backups of the project."""
    from app.ui.backups import BackupsPanel  # noqa: PLC0415 - as above

    BackupsPanel(window)


def choose_damaged(window: MainWindow) -> None:
    """Choose a damaged project, and offer to rescue it."""
    from pathlib import Path  # noqa: PLC0415 - as above

    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - as above

    path, _ = QFileDialog.getOpenFileName(
        window, tr("Rescue a damaged project"), "", tr("Tawsim projects (*.tawsim);;All files (*)")
    )
    if path:
        from app.ui.rescue import RescuePanel  # noqa: PLC0415 - as above

        RescuePanel(window, Path(path))


def offer_rescue(window: MainWindow, error: TawsimError) -> None:
    """Where a damaged project is the trouble, open what helps; once, whatever meets the damage next."""
    if not isinstance(error, DamagedProject):
        return
    from pathlib import Path  # noqa: PLC0415 - as above

    from app.ui.rescue import RescuePanel  # noqa: PLC0415 - as above

    if not any(panel.isVisible() for panel in window.findChildren(RescuePanel)):
        RescuePanel(window, Path(str(error.values["path"])), error)
