"""Backups of the project (palette): when they were made and why, what restoring one would change, and restoring it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem

from app.domain.errors import N_, TawsimError
from app.store import DamagedProject
from app.ui import captions
from app.ui.list_panel import ListPanel
from app.ui.running import Runner
from app.ui.words import isolated, sentence, tr
from app.workbench import keeping

if TYPE_CHECKING:
    from app.store.backups import Backup
    from app.store.restoring import Preview, Work
    from app.ui.window import MainWindow

_ACTS = (
    *(QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride, QEvent.Type.Shortcut),
    *(QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick),
    *(QEvent.Type.Drop, QEvent.Type.InputMethod, QEvent.Type.ContextMenu),
)
_ROW = Qt.ItemDataRole.UserRole
_CAUSES = {
    "hand": N_("made by hand"),
    "schedule": N_("made while you worked"),
    "restore": N_("before a restore"),
    "migration": N_("before the project was brought up to date"),
}


class BackupsPanel(ListPanel):
    """What the row at hand would change is told below the list. Enter asks, Enter again restores; N makes a backup."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window, 760, 560)
        self._window = window
        self._project = window.bench.store.path
        self._armed = self._ready = self._restoring = False
        self._looking = Runner(window.bench.worker, lambda done, total: None, self._cannot_compare, self)
        self.setAccessibleName(tr("Backups and restore"))
        self._build()
        self._fill()
        self.list.currentRowChanged.connect(self._look)
        self.open(self.list)
        self._look()

    def _build(self) -> None:
        heading = captions.heading(self.accessibleName())
        self.where = captions.note()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Backups, the newest first"))
        self.preview = QLabel()
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setWordWrap(True)
        self.preview.setMinimumHeight(6 * self.preview.fontMetrics().lineSpacing())
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.preview.setAccessibleName(tr("What restoring it would change"))
        self.note = captions.note()
        column = self.from_top()
        column.addWidget(heading)
        column.addWidget(self.where)
        column.addWidget(self.list, 1)
        column.addWidget(self.preview)
        column.addWidget(self.note)
        column.addLayout(
            self.keyed(
                (tr("Restore"), "Enter", self._enter),
                (tr("Back up now"), "N", self._make),
                (tr("Leave"), "Esc", self.dismiss),
            )
        )

    def _fill(self) -> None:
        """The rows, the newest backup first and at hand."""
        from app.store.backups import backups_of, folder_of  # noqa: PLC0415 - only here

        self.list.blockSignals(True)
        self.list.clear()
        found = backups_of(self._project)
        for each in found:
            item = QListWidgetItem(_told(each))
            item.setData(_ROW, each)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.blockSignals(False)
        room = QLocale.c().formattedDataSize(sum(each.size for each in found), 1)
        told, count = tr("{backups}, together {room}, in {folder}"), tr("%n backups", len(found))
        self.where.setText(
            told.format(backups=count, room=isolated(room), folder=isolated(str(folder_of(self._project))))
        )

    @property
    def busy(self) -> bool:
        """Whether the row at hand is still being compared."""
        return self._looking.busy

    def current(self) -> Backup | None:
        item = self.list.currentItem()
        found: Backup | None = item.data(_ROW) if item is not None else None
        return found

    def _look(self, *_row: int) -> None:
        """Ask the worker what the row at hand would change."""
        self._armed = self._ready = False
        self._looking.leave()
        backup = self.current()
        self.preview.clear()
        if backup is None:
            return self._say(tr("There is no backup yet. One is made while you work, and N makes one now."))
        self._say(tr("Comparing …"))
        self._looking.start(keeping.look_at, self._compared, self._project, backup)

    def _compared(self, found: Preview) -> None:
        self._ready = True
        self.preview.setText("\n".join(_lines(found)))
        self._say("")

    def _cannot_compare(self, error: TawsimError) -> None:
        damaged = isinstance(error, DamagedProject) and error.values["path"] == self._project
        self._ready = damaged  # then a restore is what is needed
        self._say(sentence(error), grave=True)

    def _enter(self) -> None:
        """Ask first; the second time, restore."""
        backup = self.current()
        if backup is None or not self._ready or self._window.files.busy:
            return
        if not self._armed:
            self._armed = True
            return self._say(
                tr("Enter again puts this state in the place of the present one, which is backed up first."), grave=True
            )
        self._say(tr("Restoring …"))
        self._ready = False
        work = (tr("Restore"), keeping.put_back, self._restored, self._project, backup)
        self._restoring = self._window.files.start(*work, failed=self._failed)

    def _restored(self, kept: Backup) -> None:
        bench = self._window.bench
        bench.say(N_("Restored. What was there until now is kept as {name}."), name=isolated(kept.name))
        window, project = self._window, str(self._project)
        self.dismiss()
        QTimer.singleShot(0, window, lambda: window.reopen.emit(project))

    def _failed(self, error: TawsimError) -> None:
        self._restoring = False
        self._armed, self._ready = False, True
        self._say(sentence(error), grave=True)

    def _make(self) -> None:
        if self._window.files.start(tr("Backup"), keeping.back_up, self._made, self._project, failed=self._failed):
            self._say(tr("Making a backup …"))

    def _made(self, _backup: Backup) -> None:
        self._fill()
        self._look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While a state is put back nothing may write: keys and the mouse do nothing anywhere in the window."""
        if self._restoring and event.type() in _ACTS:
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def dismiss(self) -> None:
        self._looking.leave()
        super().dismiss()


def _told(backup: Backup) -> str:
    """When, why, how large: one line."""
    at = backup.moment.at.astimezone()
    parts = (f"\u2066{at:%Y-%m-%d %H:%M}\u2069", tr(_CAUSES[backup.moment.cause]))
    return " · ".join((*parts, isolated(QLocale.c().formattedDataSize(backup.size, 1))))


def _lines(found: Preview) -> list[str]:
    """What a restore would change, a line each."""
    if found.nothing:
        return [tr("The project is as this backup has it: nothing would change.")]
    lines = [_work(tr("Taken back"), each) for each in found.taken_back]
    lines += [_work(tr("Brought back"), each) for each in found.brought_back]
    pairs = [(tr("Articles"), found.articles)]
    pairs += [
        (tr("Marks in the layer {layer}").format(layer=isolated(layer)), two) for layer, two in found.marks.items()
    ]
    same = tr("{what}: {count}, as now")
    other = tr("{what}: now {before}, then {after}")
    for what, (before, after) in pairs:
        line = same if before == after else other
        lines.append(line.format(what=what, count=after, before=before, after=after))
    return lines


def _work(what: str, work: Work) -> str:
    line = tr("{what}: {edits} by {who}, from {first} to {last}")
    first, last = (f"\u2066{_local(each)}\u2069" for each in (work.first, work.last))
    return line.format(what=what, edits=tr("%n edits", work.edits), who=isolated(work.author), first=first, last=last)


def _local(at: str) -> str:
    return at[:16].replace("T", " ")
