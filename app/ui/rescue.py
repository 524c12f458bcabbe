"""A damaged project, told in words: what can be saved of it goes to a new project, and what was lost is listed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QListWidget

from app.domain.errors import N_, TawsimError
from app.ui import captions
from app.ui.list_panel import ListPanel
from app.ui.words import isolated, sentence, tr
from app.workbench import keeping

if TYPE_CHECKING:
    from app.store.rescue_report import Report
    from app.ui.window import MainWindow

_SAVED = {
    "articles": N_("Articles: {count}"),
    "marks": N_("Marks: {count}"),
    "links": N_("Links: {count}"),
    "entries": N_("Entries of the register: {count}"),
    "cards": N_("Cards of articles: {count}"),
    "articles begun or done": N_("Articles begun or done: {count}"),
    "settings": N_("Settings of the project: {count}"),
    "days of work": N_("Days of work counted: {count}"),
}


class RescuePanel(ListPanel):
    """Enter rescues, and then opens what was rescued. The damaged file is only read."""

    def __init__(self, window: MainWindow, damaged: Path, error: TawsimError | None = None) -> None:
        super().__init__(window, 720, 520)
        self._window, self._damaged = window, damaged
        self._new: Path | None = None
        self._done = False
        self.setAccessibleName(tr("A damaged project"))
        told = sentence(error) if error is not None else isolated(str(damaged))
        offer = tr("Tawsim saves all that is whole in it to a new project beside it. The damaged file stays as it is.")
        heading = captions.heading(self.accessibleName())
        self.text = QLabel(f"{told}\n\n{offer}")
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What was saved and what was lost"))
        self.list.setWordWrap(True)
        self.note = captions.note(tr("Enter rescues it."))
        column = self.from_top()
        for part in (heading, self.text):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addWidget(self.note)
        column.addLayout(
            self.keyed(
                (tr("Rescue, then open"), "Enter", self._enter),
                (tr("Backups …"), "R", self._to_backups),
                (tr("Leave"), "Esc", self.dismiss),
            )
        )
        self.open(self.list)

    def _enter(self) -> None:
        if self._done and self._new is not None:
            window, project = self._window, str(self._new)
            self.dismiss()
            return QTimer.singleShot(0, window, lambda: window.reopen.emit(project))
        if self._new is not None:
            return
        new = keeping.rescued_name(self._damaged)
        begun = self._window.files.start(
            tr("Rescue"), keeping.save_whole, self._saved, self._damaged, new, failed=self._failed
        )
        if begun:
            self._new = new
            self._say(tr("Reading what is whole …"))

    def _saved(self, report: Report) -> None:
        self._done = True
        for what, count in report.saved.items():
            self.list.addItem(tr(_SAVED[what]).format(count=count))
        for each in report.losses:
            self.list.addItem(tr("Lost: {what}").format(what=each.sentence(tr)))
        for each in report.doubts:
            self.list.addItem(tr("See for yourself: {what}").format(what=each.sentence(tr)))
        self.list.setCurrentRow(0)
        self._say(tr("Saved to {path}. Enter opens it.").format(path=isolated(str(self._new))))

    def _failed(self, error: TawsimError) -> None:
        self._new = None
        self._say(sentence(error), grave=True)

    def _to_backups(self) -> None:
        self.dismiss()
        self._window.ask("project.backups")
