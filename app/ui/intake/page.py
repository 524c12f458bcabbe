"""The page for bringing articles in (Ctrl+I): choose, look what would come of it, bring it in, read what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import TawsimError
from app.ui.intake import rows
from app.ui.intake.arriving import Texts, files_of, takes
from app.ui.intake.knowing import FormatsLater, formats
from app.ui.intake.look_pane import LookPane
from app.ui.intake.work import Looked, Wanted, bring, look
from app.ui.keybuttons import key_buttons
from app.ui.noted_panel import NotedPanel
from app.ui.usual_keys import ENTERS, both, digit, take
from app.ui.words import sentence, tr

if TYPE_CHECKING:
    from app.exchange.format import Format, Source
    from app.ui.files import Files
    from app.workbench.bench import Workbench
    from app.workbench.intake_report import Report

_POLL = 60  # milliseconds between two looks at the running work
_PAUSE = 250  # after the last choice of a column
_KEYS: dict[int, str] = {
    **dict.fromkeys(both("O"), "files"),
    **dict.fromkeys(both("D"), "folder"),
    **dict.fromkeys(both("V"), "paste"),
}


class IntakePage(NotedPanel):
    """``state`` is where it stands: nothing chosen, looking, looked, bringing, done."""

    EMPTY, LOOKING, LOOKED, BRINGING, DONE = "empty", "looking", "looked", "bringing", "done"

    def __init__(self, bench: Workbench, files: Files, parent: QWidget) -> None:
        super().__init__(parent, 1080, 680)
        self._bench, self._files = bench, files
        self.setAcceptDrops(True)
        self.setAccessibleName(tr("Bring in articles"))
        self.state = self.EMPTY
        self._wanted = Wanted()
        self._looked: Looked | None = None
        self._texts = Texts()
        self._left = False
        self._poll = QTimer(self, interval=_POLL)
        self._poll.timeout.connect(self._show_progress)
        self._again = QTimer(self, singleShot=True, interval=_PAUSE)
        self._again.timeout.connect(self._look)
        self._build()
        self._show()
        self.open(self.pane.files)

    def take(self, paths: Iterable[Path | Source]) -> None:
        """Look at these beside what was chosen before."""
        new = tuple(path for path in paths if path not in self._wanted.paths)
        if not new or self.state in (self.LOOKING, self.BRINGING):
            return
        before = () if self.state == self.DONE else self._wanted.paths
        self._wanted = Wanted((*before, *new), self.form.currentData(), self._wanted.layer)
        self._look()

    def take_from(self, told: QMimeData | None, name: str) -> bool:
        """Look at the files that were dropped or copied, else at the text, which is called ``name``; whether there was
        either."""
        files, text = files_of(told), told.text() if told else ""
        if files:
            self.take(files)
        elif text.strip():
            self.take([self._texts.source(text, name)])
        return bool(files or text.strip())

    # what it is made of

    def _build(self) -> None:
        heading = QLabel(tr("Bring in articles"))
        heading.setObjectName("heading")
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.note.setObjectName("faint")
        self.form = QComboBox(self)
        self.form.addItem(tr("Read each file as what it is"), None)
        self.form.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.formats = FormatsLater(self.form, self._fill_formats)
        self.form.activated.connect(self._choose_format)
        self.pane = LookPane(self)
        self.pane.columns_chosen.connect(self._choose_columns)
        self.bar = QProgressBar(self, textVisible=False)
        self.bar.setAccessibleName(tr("Progress"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(9)
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        named = QLabel(tr("Read as"))
        named.setObjectName("faint")
        named.setBuddy(self.form)
        top.addWidget(named)
        top.addWidget(self.form)
        column.addLayout(top)
        column.addWidget(self.note)
        column.addWidget(self.bar)
        column.addWidget(self.pane, 1)
        column.addLayout(
            key_buttons(
                (tr("Files …"), "O", self._choose_files),
                (tr("A folder …"), "D", self._choose_folder),
                (tr("From the clipboard"), "V", self._paste),
                (tr("Bring in"), "Enter", self._bring),
                (tr("Leave"), "Esc", self.dismiss),
            )
        )

    def _fill_formats(self, known: tuple[Format, ...]) -> None:
        for each in known:
            if each.can_read:
                self.form.addItem(tr(each.title), each.name)

    # choosing

    def _choose_files(self) -> None:
        readable = sorted({f"*{suffix}" for each in formats() if each.can_read for suffix in each.suffixes} | {"*.zip"})
        kinds = tr("Articles ({kinds});;All files (*)").format(kinds=" ".join(readable))
        paths, _ = QFileDialog.getOpenFileNames(self, tr("Bring in articles"), "", kinds)
        self.take(Path(path) for path in paths)

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, tr("Bring in a folder"))
        self.take([Path(path)] if path else [])

    def _paste(self) -> None:
        if not self.take_from(QGuiApplication.clipboard().mimeData(), tr("Clipboard")):
            self._say(tr("There is neither text nor a file on the clipboard."), grave=True)

    def _choose_format(self) -> None:
        self._wanted = Wanted(self._wanted.paths, self.form.currentData(), self._wanted.layer)
        if self._wanted.paths:
            self._look()

    def _choose_columns(self, names: list[str], chosen: dict[str, str]) -> None:
        """Remember them for files with the same columns, and look again."""
        from app.workbench.columns import remember  # noqa: PLC0415 - the page stands before it needs them

        try:
            remember(self._bench.store, names, chosen)
        except TawsimError as error:
            return self._say(sentence(error), grave=True)
        self._again.start()

    # looking and bringing in

    def _look(self) -> None:
        if self.state in (self.LOOKING, self.BRINGING):
            return
        arguments = (self._bench.store.path, self._wanted, self._bench.author)
        if self._files.start(tr("Look at files"), look, self._have_looked, *arguments, failed=self._fail):
            self._go_to(self.LOOKING)

    def _have_looked(self, looked: Looked) -> None:
        if self._left:
            return
        self._looked = looked
        self._go_to(self.EMPTY if looked.report.cancelled else self.LOOKED)

    def _bring(self) -> None:
        if self.state != self.LOOKED or self._looked is None:
            return
        if not self.pane.count(rows.NEW):
            return self._say(tr("There is nothing new in these files."), grave=True)
        arguments = (self._bench.store.path, self._wanted, self._bench.author)
        if self._files.start(tr("Import"), bring, self._have_brought, *arguments, failed=self._fail):
            self._go_to(self.BRINGING)

    def _have_brought(self, report: Report) -> None:
        self._files.tell_imported(report)
        self._texts.clear()
        if self._left:
            return
        self._looked = Looked(report)
        self._go_to(self.DONE)

    def _fail(self, error: TawsimError) -> None:
        if self._left:
            return self._texts.clear()
        self._go_to(self.EMPTY)
        self._say(sentence(error), grave=True)

    def _go_to(self, state: str) -> None:
        self.state = state
        running = state in (self.LOOKING, self.BRINGING)
        (self._poll.start if running else self._poll.stop)()
        self._show()

    # what is shown

    def _show(self) -> None:
        self.bar.setVisible(self.state in (self.LOOKING, self.BRINGING))
        self._say("\n".join(self._sentences()))
        if self.state not in (self.LOOKING, self.BRINGING):
            self.pane.show_look(self._looked)

    def _sentences(self) -> Iterator[str]:
        report = self._looked.report if self._looked else None
        if self.state == self.EMPTY or report is None:
            yield (
                tr("Looking …")
                if self.state == self.LOOKING
                else tr(
                    "Drop files here, or choose them: text, HTML, DOCX, PDF, tables, JSON, feeds, annotated formats, "
                    "and folders and ZIP archives of these. Nothing comes in before you have seen what it would be."
                )
            )
            return
        told = {
            self.LOOKING: tr("Looking …"),
            self.BRINGING: tr("Bringing in …"),
            self.LOOKED: tr("This would come in, with Enter:"),
            self.DONE: tr("This came in:") if not report.cancelled else tr("Stopped. This came in before:"),
        }
        yield told[self.state]
        if self.state in (self.LOOKED, self.DONE):
            yield " · ".join(
                (
                    tr("%n articles", report.added),
                    tr("%n marks", report.marks),
                    tr("%n here already", report.duplicates),
                    tr("%n refused", len(report.rejected)),
                )
            )

    def _show_progress(self) -> None:
        job = self._files.job
        if job is not None:
            self.bar.setMaximum(job.total)
            self.bar.setValue(job.done)

    # keys and drops

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and watched in (self.pane.files, self.pane.lines):
            return take(event, self._meaning(event)) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter brings in from the boxes too, which leave it to what they stand in."""
        if event.key() in ENTERS and not event.modifiers() and isinstance(self.focusWidget(), QComboBox):
            return self._bring()
        super().keyPressEvent(event)

    def _meaning(self, event: QKeyEvent) -> Callable[[], object] | None:
        """What a key does in the lists; None for keys that walk there or belong to the window."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.ControlModifier:
            return self._paste if _KEYS.get(key) == "paste" else None
        if held:
            return None
        if key in ENTERS:
            return self._bring
        if 1 <= (number := digit(event)) <= len(rows.SECTIONS):
            return partial(self.pane.turn_to, rows.SECTIONS[number - 1])
        acts = {"files": self._choose_files, "folder": self._choose_folder, "paste": self._paste}
        return acts.get(_KEYS.get(key, ""))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if takes(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take_from(event.mimeData(), tr("Dropped text"))
        event.acceptProposedAction()

    def dismiss(self) -> None:
        """Leave it. What is only being looked at is not looked at any more; what is coming in goes on."""
        self._again.stop()
        self._poll.stop()
        self._left = True
        if self.state == self.LOOKING:
            self._files.stop()
        if self.state != self.BRINGING:
            self._texts.clear()
        super().dismiss()
