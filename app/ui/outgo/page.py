"""The page of an export (Ctrl+E): what shall leave and as what, what is lost, how it will look; then it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from app.domain.errors import TawsimError
from app.exchange.format import Format
from app.exchange.formats import format_named
from app.exchange.sinks import one_file
from app.ui.keybuttons import key_buttons
from app.ui.listing import Listing
from app.ui.noted_panel import NotedPanel
from app.ui.outgo.choosing import Choosing
from app.ui.outgo.showing import FileView
from app.ui.outgo.work import Gone, Seen, leave, see
from app.ui.usual_keys import ENTERS, take
from app.ui.words import sentence, tr

if TYPE_CHECKING:
    from app.ui.files import Files
    from app.workbench.bench import Workbench

_PAUSE, _POLL = 250, 60  # milliseconds after the last change; between two looks at running work
_NOTE = "export.last"


class ExportPage(NotedPanel):
    """Looks again at what an export would be after every change of what is wanted."""

    def __init__(self, bench: Workbench, files: Files, parent: QWidget) -> None:
        super().__init__(parent, 1120, 700)
        self._bench, self._files = bench, files
        self._left = False
        self.seen: Seen | None = None
        self.setAccessibleName(tr("Export"))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._look)
        self._poll = QTimer(self, interval=_POLL)
        self._poll.timeout.connect(self._show_progress)
        self._build()
        self.open(self.choosing.form)
        self._look()

    def _build(self) -> None:
        bench = self._bench
        heading = QLabel(tr("Export"))
        heading.setObjectName("heading")
        scroll = QScrollArea(self, widgetResizable=True)
        self.choosing = Choosing(
            bench.codebook, bench.store.layers(), bench.layer, self._pause.start, scroll.viewport()
        )
        self.choosing.begin(bench.store.note(_NOTE) or "{}")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.choosing)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.setObjectName("faint")
        self.bar = QProgressBar(self, textVisible=False)
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.hide()
        self.lost = Listing(self)
        self.lost.setWordWrap(True)
        self.lost.setAccessibleName(tr("What is lost"))
        self.lost.setMaximumHeight(130)
        self.view = FileView(self)
        side = QVBoxLayout()
        for widget, share in ((self.note, 0), (self.bar, 0), (self.lost, 0), (self.view, 1)):
            side.addWidget(widget, share)
        middle = QHBoxLayout()
        middle.addWidget(scroll, 5)
        middle.addLayout(side, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(9)
        column.addWidget(heading)
        column.addLayout(middle, 1)
        column.addLayout(key_buttons((tr("Export …"), "Ctrl+Enter", self._choose), (tr("Leave"), "Esc", self.dismiss)))

    @property
    def _form(self) -> Format:
        return format_named(self.choosing.form.currentData())

    # looking

    def _look(self) -> None:
        """See what it would be; later when the worker is still at something else."""
        if self._files.busy:
            return self._pause.start()
        try:
            options = self.choosing.options()
        except TawsimError as error:
            return self._say(sentence(error), grave=True)
        self._say(tr("Looking …"))
        self._begin()
        self._files.start(
            tr("Export"), see, self._have_seen, self._bench.store.path, self._form.name, options, failed=self._fail
        )

    def _have_seen(self, seen: Seen) -> None:
        if self._left:
            return
        self.seen = seen
        self._end()
        self._say(" · ".join(self._counts(seen)))
        self.lost.clear()
        for what, count in seen.lost.items():
            self.lost.addItem(f"{tr(what)} ({count})")
        self.lost.setVisible(bool(seen.lost))
        self._show_preview(seen)

    def _counts(self, seen: Seen) -> Iterator[str]:
        yield tr("%n articles", seen.lines)
        yield tr("%n marks", seen.marks)
        if seen.left_out:
            yield tr("%n marks stay, since they are not wanted", seen.left_out)
        yield tr("%n losses", sum(seen.lost.values())) if seen.lost else tr("nothing is lost")

    def _show_preview(self, seen: Seen) -> None:
        preview = seen.preview
        if preview is None:
            return self.view.setPlainText("")
        if preview.text is None:
            sizes = sum(preview.files.values())
            return self.view.setPlainText(tr("The first article takes %n bytes, which are no text.", sizes))
        self.view.show_text(preview.text, preview.cut)

    # leaving

    def _choose(self) -> None:
        form = self._form
        suffix = (form.written_as or form.suffixes or ("",))[0]
        start = str(self._bench.store.path.with_name(f"{self._bench.store.path.stem}{suffix}"))
        every = tr("All files (*)")
        kinds = f"{tr(form.title)} (*{suffix});;{every}" if suffix else ""
        path, _ = QFileDialog.getSaveFileName(self, tr("Export"), start, kinds)
        if path:
            named = Path(path)
            self.export_to(named if named.suffix or form.sink is not one_file else named.with_suffix(suffix))

    def export_to(self, path: Path) -> None:
        """Let it leave to that place."""
        try:
            options = self.choosing.options()
            self._bench.store.set_note(_NOTE, self.choosing.kept())
        except TawsimError as error:
            return self._say(sentence(error), grave=True)
        arguments = (self._bench.store.path, path, self._form.name, options, self.choosing.splits.isChecked())
        if self._files.start(tr("Export"), leave, self._have_left, *arguments, failed=self._fail):
            self._say(tr("Exporting …"))
            self._begin()

    def _have_left(self, gone: Gone) -> None:
        self._files.tell_exported(gone)
        if self._left:
            return
        self._end()
        told = [tr("Stopped; nothing was written.")] if gone.cancelled else []
        told += [tr("Written: {path}").format(path=f"\u2066{path}\u2069") for path in gone.paths]
        told += [tr("What was lost: {path}").format(path=f"\u2066{path}\u2069") for path in gone.losses]
        self._say("\n".join(told))

    def _fail(self, error: TawsimError) -> None:
        if self._left:
            return
        self._end()
        self._say(sentence(error), grave=True)

    def _begin(self) -> None:
        self.bar.show()
        self._poll.start()

    def _end(self) -> None:
        self.bar.hide()
        self._poll.stop()

    def _show_progress(self) -> None:
        if (job := self._files.job) is not None:
            self.bar.setMaximum(job.total)
            self.bar.setValue(job.done)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter exports from every field of the page; nothing of it does so by itself."""
        inside = isinstance(watched, QWidget) and self.isAncestorOf(watched)
        if inside and isinstance(event, QKeyEvent) and _is_export(event):
            take(event, self._choose)
            return True
        return super().eventFilter(watched, event)

    def dismiss(self) -> None:
        """Leave the page; an export that is under way goes on."""
        self._left = True
        self._pause.stop()
        self._poll.stop()
        super().dismiss()


def _is_export(event: QKeyEvent) -> bool:
    return event.key() in ENTERS and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
