"""The page of a release (Ctrl+Shift+R): what people say of the dataset, its gates, and then the folder itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QListWidgetItem, QProgressBar, QVBoxLayout, QWidget

from app.domain.errors import TawsimError
from app.ui.keybuttons import key_buttons
from app.ui.listing import Listing
from app.ui.noted_panel import NotedPanel
from app.ui.outgo.saying import AboutForm, GatesForm
from app.ui.outgo.work import Agreed, measure, release
from app.ui.usual_keys import ENTERS, take
from app.ui.words import apart, isolated, sentence, tr
from app.workbench.gates import GateShut, gates, set_gates
from app.workbench.releasing import Plan, about, keep_about

if TYPE_CHECKING:
    from app.ui.files import Files
    from app.workbench.bench import Workbench
    from app.workbench.releasing import Released

_POLL = 60  # milliseconds between two looks at running work


class ReleasePage(NotedPanel):
    """Everything typed is kept when the page is left. A gate that is shut lists its articles; Enter opens one."""

    def __init__(self, bench: Workbench, files: Files, parent: QWidget) -> None:
        super().__init__(parent, 1080, 700)
        self._bench, self._files = bench, files
        self._left = self._measuring = False
        self._wanted: Path | None = None
        self.setAccessibleName(tr("Release a dataset"))
        self._poll = QTimer(self, interval=_POLL)
        self._poll.timeout.connect(self._show_progress)
        self._build()
        self.open(self.about.first)
        self._measure()

    def _build(self) -> None:
        store = self._bench.store
        heading = QLabel(tr("Release a dataset"))
        heading.setObjectName("heading")
        self.about = AboutForm(about(store), self)
        self.gates = GatesForm(gates(store), store.layers(), self._bench.layer, self)
        self.agreed = QLabel(self)
        self.agreed.setObjectName("faint")
        self.agreed.setWordWrap(True)
        self.note = QLabel(
            tr(
                "A release is a new folder with the data in splits, a card, metadata, the checks that it passed and "
                "checksums. Only articles that are done leave, and reprints of one story stay in one split."
            )
        )
        self.note.setObjectName("faint")
        self.note.setWordWrap(True)
        self.bar = QProgressBar(self, textVisible=False)
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.hide()
        self.articles = Listing(self)
        self.articles.setAccessibleName(tr("Articles that keep the gate shut"))
        self.articles.hide()
        side = QVBoxLayout()
        side.addWidget(self.gates)
        side.addWidget(self.agreed)
        side.addWidget(self.note)
        side.addWidget(self.bar)
        side.addWidget(self.articles, 1)
        side.addStretch()
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addWidget(self.about, 3)
        middle.addLayout(side, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(9)
        column.addWidget(heading)
        column.addLayout(middle, 1)
        column.addLayout(key_buttons((tr("Release …"), "Ctrl+Enter", self._choose), (tr("Leave"), "Esc", self.dismiss)))

    def keep(self) -> bool:
        """Keep in the project what was typed; whether it could be."""
        try:
            keep_about(self._bench.store, self.about.about())
            set_gates(self._bench.store, self.gates.gates())
        except TawsimError as error:
            self._say(sentence(error), grave=True)
            return False
        return True

    def _measure(self) -> None:
        """Find out how far people agree, before anything is released."""
        if self._files.busy:
            return
        self._measuring = True
        self.agreed.setText(tr("Measuring agreement …"))
        self._files.start(
            tr("Measuring agreement …"), measure, self._have_measured, self._bench.store.path, failed=self._fail
        )

    def _have_measured(self, found: Agreed | None) -> None:
        self._measuring = False
        if self._left:
            return
        told = [
            tr("{one} and {other}: {exact} exact, {overlapping} overlapping (F1), %n articles", articles).format(
                one=isolated(one),
                other=isolated(other),
                exact=_share(each["f1_exact"]),
                overlapping=_share(each["f1_overlapping"]),
            )
            for one, other, articles, each in found or ()
        ]
        nothing = (
            "" if found is None else tr("Agreement: there is none to measure, no two people did the same article.")
        )
        self.agreed.setText("\n".join(told) or nothing)
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.release_to(wanted)

    def _choose(self) -> None:
        path, _ = QFileDialog.getSaveFileName(
            self, tr("The new folder of the release"), str(self._bench.store.path.with_suffix("")) + "-release"
        )
        if path:
            self.release_to(Path(path))

    def release_to(self, path: Path) -> None:
        """Make the release in the new folder ``path``."""
        if not self.keep():
            return
        if self._measuring:  # there is one worker, and the release measures anew
            self._wanted = path
            return self._files.stop()
        plan = replace(Plan(), layer=self.gates.layer.currentData(), version=self.gates.version.text().strip() or None)
        arguments = (self._bench.store.path, path, plan)
        if self._files.start(tr("Release a dataset"), release, self._have_released, *arguments, failed=self._fail):
            self.articles.hide()
            self.bar.show()
            self._poll.start()

    def _have_released(self, made: Released) -> None:
        if self._left:
            return
        self._end()
        if made.cancelled:
            return self._say(tr("Stopped; nothing was written."))
        splits = " · ".join(f"{isolated(name)} {count}" for name, count in made.splits.items())
        told = [
            tr("Version {version} is in {path}").format(version=made.version, path=f"\u2066{made.path}\u2069"),
            splits,
        ]
        if made.unfinished:
            told.append(tr("%n articles stayed, since they are not done", made.unfinished))
        if made.blanks:
            told.append(tr("%n blanks of the card are not filled in", made.blanks))
        if made.losses:
            told.append(tr("%n losses", made.losses.count))
        self._say("\n".join(told))

    def _fail(self, error: TawsimError) -> None:
        self._measuring = False
        if self._left:
            return
        self._end()
        self._say(apart(error) if isinstance(error, GateShut) else sentence(error), grave=True)
        if isinstance(error, GateShut) and error.articles:
            self._list(error.articles)

    def _list(self, refs: list[str]) -> None:
        self.articles.clear()
        for ref in refs:
            item = QListWidgetItem(isolated(ref))
            item.setData(Qt.ItemDataRole.UserRole, ref)
            self.articles.addItem(item)
        self.articles.show()
        self.articles.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        """Leave the page for the article that the list is on."""
        item = self.articles.currentItem()
        found = self._bench.store.article_by_ref(item.data(Qt.ItemDataRole.UserRole)) if item is not None else None
        if found is not None:
            self.dismiss()
            self._bench.open_article(found.id)

    def _end(self) -> None:
        self.bar.hide()
        self._poll.stop()

    def _show_progress(self) -> None:
        if (job := self._files.job) is not None:
            self._say(tr(job.title) + " …")
            self.bar.setMaximum(job.total)
            self.bar.setValue(job.done)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter releases from every field; Enter in the list of articles opens one."""
        inside = isinstance(watched, QWidget) and self.isAncestorOf(watched)
        if inside and isinstance(event, QKeyEvent) and event.key() in ENTERS:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control or watched is self.articles:
                take(event, self._choose if control else self._go)
                return True
        return super().eventFilter(watched, event)

    def dismiss(self) -> None:
        """Leave the page; what was typed is kept, and a release that is under way goes on."""
        if not self._left and not self._bench.store.readonly:
            self.keep()
        self._left = True
        self._poll.stop()
        if self._measuring:
            self._files.stop()
        super().dismiss()


def _share(share: float | None) -> str:
    return "–" if share is None else f"{share:.2f}"
