"""Files in and out, from the window: choosing them, working on them in the worker, telling what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from app import resources
from app.domain.annotation import CodebookVersion
from app.domain.codebook import Codebook
from app.domain.edit import Edit
from app.domain.errors import N_, TawsimError
from app.store import Stamp, Store
from app.ui.words import said, tr
from app.workbench.actions.project import tell_undone
from app.workbench.jobs import Abandoned, Job

if TYPE_CHECKING:
    from app.exchange.format import Source
    from app.ui.intake.page import IntakePage
    from app.ui.outgo.page import ExportPage
    from app.ui.outgo.release import ReleasePage
    from app.ui.outgo.work import Gone
    from app.ui.window import MainWindow
    from app.workbench.bench import Workbench
    from app.workbench.intake_report import Report

_POLL = 60  # milliseconds between two looks at a running job
Done = Callable[[Any], None]
Failed = Callable[[TawsimError], None]


class Files(QObject):
    """The window's dealings with files. One job runs at a time; the window stays usable meanwhile."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._job: Job | None = None
        self._done: Done = lambda value: None
        self._failed: Failed = window.trouble
        self._before: object = None
        self._look = QTimer(self, interval=_POLL)
        self._look.timeout.connect(self._follow_job)
        window.status.stop.connect(self.stop)

    @property
    def job(self) -> Job | None:
        """What is running."""
        return self._job

    @property
    def busy(self) -> bool:
        return self._job is not None

    def new_project(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - a window is sooner there without the dialogs

        path, _ = QFileDialog.getSaveFileName(self._window, tr("New project"), "", tr("Tawsim projects (*.tawsim)"))
        if not path:
            return
        target = Path(path) if path.endswith(".tawsim") else Path(path + ".tawsim")
        book = self._choose_codebook()
        if book is None:
            return
        try:
            Store.create(target, book).close()
        except TawsimError as error:
            return self._window.trouble(error)
        self._window.reopen.emit(str(target))

    def _choose_codebook(self) -> Codebook | None:
        """One of those that ship with the program; the editor makes another of it later."""
        from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415 - as above

        books = [resources.codebook(name) for name in resources.codebook_names()]
        titles = [said(book.title) for book in books]
        title, chosen = QInputDialog.getItem(
            self._window, tr("New project"), tr("The codebook of the project:"), titles, 0, editable=False
        )
        return books[titles.index(title)] if chosen else None

    def undo(self) -> None:
        """Take back an edit of very many marks, in the worker."""
        self._take_back(tr("Undo"), again=False)

    def redo(self) -> None:
        """Do such an edit again."""
        self._take_back(tr("Redo"), again=True)

    def _take_back(self, title: str, again: bool) -> None:
        bench = self._window.bench

        def done(edit: Edit | None) -> None:
            tell_undone(bench, bench.follow_back(edit), again)

        self.start(title, _back, done, bench.store.path, bench.stamp(), again)

    def open_project(self) -> None:
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - as above

        path, _ = QFileDialog.getOpenFileName(
            self._window, tr("Open project"), "", tr("Tawsim projects (*.tawsim);;All files (*)")
        )
        if path:
            self._window.reopen.emit(path)

    def bring_in(self, paths: Iterable[Path | Source] = ()) -> IntakePage:
        """Open the page for bringing articles in, with these files if there are any."""
        from app.ui.intake import open_intake  # noqa: PLC0415 - a window is sooner there without it

        return open_intake(self._window, paths)

    def export(self) -> ExportPage:
        """Open the page of an export."""
        from app.ui.outgo import open_export  # noqa: PLC0415 - a window is sooner there without it

        return open_export(self._window)

    def release(self) -> ReleasePage:
        """Open the page of a release."""
        from app.ui.outgo import open_release  # noqa: PLC0415 - as above

        return open_release(self._window)

    def choose_layer(self) -> None:
        from PySide6.QtWidgets import QInputDialog  # noqa: PLC0415 - as above

        bench = self._window.bench
        names = sorted({*bench.store.layers(), bench.layer, bench.author})
        name, chosen = QInputDialog.getItem(
            self._window,
            tr("Layer"),
            tr("Work in the layer (a new name makes a new one):"),
            names,
            names.index(bench.layer),
        )
        if chosen and name.strip():
            bench.open_layer(name.strip())
            self._window.queue.refresh()

    def close(self) -> None:
        self._look.stop()

    def start(
        self, title: str, work: Callable[..., Any], done: Done, *arguments: Any, failed: Failed | None = None
    ) -> bool:
        """Have the worker do it, then ``done`` with what came of it; whether it has begun. What fails is told in the
        status line, or to ``failed``."""
        if self._job is not None:
            self._window.bench.say(N_("Wait until the running work is done, or stop it."))
            return False
        self._done, self._failed = done, failed or self._window.trouble
        self._before = self._state()
        self._job = self._window.bench.worker.start(title, work, *arguments)
        self._look.start()
        return True

    def stop(self) -> None:
        """Ask the job to stop; asked again while it does not, leave it to itself."""
        job = self._job
        if job is None or not job.cancelled():
            return job.cancel() if job is not None else None
        self._window.bench.worker.abandon(job)
        self._job = None
        self._look.stop()
        self._window.status.show_job(None)
        self._failed(Abandoned())

    def _follow_job(self) -> None:
        job = self._job
        if job is None:
            return
        if not job.finished:
            return self._window.status.show_job(job)
        self._look.stop()
        self._window.status.show_job(None)
        if self._state() == self._before:
            return self._tell(job)
        self._window.queue.refresh()
        QTimer.singleShot(0, self, lambda: self._tell(job))  # what came of it is shown in a turn of its own

    def _state(self) -> object:
        """Another than before once anything was written; where it cannot be asked, whoever reads on is told why."""
        try:
            return self._window.bench.store.overview.state()
        except TawsimError:
            return object()

    def _tell(self, job: Job) -> None:
        if self._job is not job:
            return
        self._job = None
        error = job.future.exception()
        if isinstance(error, TawsimError):
            return self._failed(error)
        if error is not None:
            raise error
        self._done(job.future.result())

    def tell_imported(self, report: Report) -> None:
        """Show what came in: the queue follows, and the open article when it gained marks."""
        bench = self._window.bench
        if bench.article is None:
            bench.resume()
        elif report.marks and _is_overtaken(bench):
            bench.open_article(bench.article.id)
        bench.say(
            N_("Imported: {added} articles, {marks} marks; {duplicates} were here already, {rejected} rejected."),
            added=report.added,
            marks=report.marks,
            duplicates=report.duplicates,
            rejected=len(report.rejected),
        )

    def tell_exported(self, gone: Gone) -> None:
        """Say in the status line what left."""
        if gone.paths:
            self._window.bench.say(N_("Exported: {lines} articles to {path}"), lines=gone.lines, path=gone.paths[0])


def _is_overtaken(bench: Workbench) -> bool:
    """Whether the open article has other marks in the project, or another status, than the window shows."""
    if bench.article is None:
        return False
    store, article, layer = bench.store, bench.article.id, bench.layer
    marks = store.annotations(article, layer), store.links(article, layer)
    return not bench.marks.are(*marks) or store.progress(article, layer) != bench.progress


def _back(_job: Job, project: Path, stamp: Stamp, again: bool) -> Edit | None:
    with Store.open(project) as store:
        edit = store.redo(stamp.layer, stamp) if again else store.undo(stamp.layer, stamp)
    turned = tuple(change for change in edit.changes if isinstance(change.record, CodebookVersion)) if edit else ()
    return replace(edit, changes=turned) if edit and turned else edit  # the rest is read again with the codebook
