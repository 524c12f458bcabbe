"""The status line: what was just said, saved or not, counts, layer, and the character under the caret."""

from __future__ import annotations

import unicodedata
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar

from app.domain.annotation import ACCEPTED, SUGGESTED
from app.domain.codebook import CLAIM, ENTITY, QUOTE
from app.domain.errors import TawsimError
from app.ui.elided import ElidedLine
from app.ui.restyling import restyle
from app.ui.steady import hold
from app.ui.words import apart, direction, isolated, plain, tr
from app.workbench.announcing import Following
from app.workbench.bench import Workbench
from app.workbench.jobs import Job
from app.workbench.saying import Said

_LAYER_SHOWN = 24  # code points of a layer's name

_WIDEST = "\u20660000000 · U+10FFFF\u2069  \u2068ﷺ\u2069"


class StatusLine(QStatusBar):
    """Follows the bench. ``stop`` is told when the running job's button is pressed, ``spoken`` what the message says
    and whether it is grave."""

    stop = Signal()
    spoken = Signal(str, bool)

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self.setSizeGripEnabled(False)
        self.setAccessibleName(tr("Status line"))
        self.setContentsMargins(10, 0, 10, 0)
        self._make_words()
        self._make_job()
        self._lay_out()
        self.show_job(None)
        self.show_saved(True)
        self._heard = Following()
        self._heard.listen(bench.said, self.show_said)
        self._heard.listen(bench.moved, self._show_character)
        self._heard.listen(bench.edited, self._show_edit)
        self._heard.listen(bench.opened, self._show_counts)
        self._heard.listen(bench.lens.changed, self._show_left)
        self._show_counts(None)
        self._show_left(None)
        self._show_character(None)

    def _make_words(self) -> None:
        self.message = ElidedLine()
        self.message.setAccessibleName(tr("Message"))
        self.saved = QLabel()
        self.counts = QLabel()
        self.left = QLabel()
        self.left.setAccessibleDescription(tr("What is reported here and not framed yet; Tab goes there"))
        self.layer = QLabel()
        self.character = QLabel()
        self.character.setAccessibleDescription(tr("Position and character at the caret"))
        for part in (self.counts, self.left, self.layer, self.character):
            part.setObjectName("faint")
            part.setTextFormat(Qt.TextFormat.PlainText)

    def _make_job(self) -> None:
        self.bar = QProgressBar()
        self.bar.setFixedWidth(140)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How far the work has come"))
        self.button = QPushButton(tr("Stop"))
        self.button.setAutoDefault(True)  # Enter presses it, as Space does
        self.button.setAccessibleDescription(tr("Stops the import or export that is running"))
        self.button.clicked.connect(self.stop)

    def _lay_out(self) -> None:
        self.addWidget(self.saved)
        self.addWidget(self.counts)
        self.addWidget(self.left)
        self.addWidget(self.message, 1)
        for widget in (self.bar, self.button, self.layer, self.character):
            self.addPermanentWidget(widget)
        self._keep_room()

    def _keep_room(self) -> None:
        """Make the character's label as large as it will ever be: a step of the caret must not lay the window out."""
        self.character.ensurePolished()
        self.character.setFixedSize(self.character.fontMetrics().size(0, _WIDEST))
        mirrored = direction() == Qt.LayoutDirection.RightToLeft
        outer = Qt.AlignmentFlag.AlignLeft if mirrored else Qt.AlignmentFlag.AlignRight
        self.character.setAlignment(outer | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)

    def detach(self) -> None:
        self._heard.end()

    def show_said(self, said: Said) -> None:
        values = {name: sentence_of(value, name == "act") for name, value in said.values.items()}
        self._write(tr(said.template).format(**values) if said.template else "", said.grave)

    def show_trouble(self, error: TawsimError) -> None:
        self._write(apart(error), True)

    def show_saved(self, saved: bool) -> None:
        """Every acknowledged act is on disk; only a failed write says otherwise."""
        shown = tr("✓ Saved") if saved else tr("Not saved")
        if shown == self.saved.text():
            return
        self.saved.setText(shown)
        restyle(self.saved, "" if saved else "grave")

    def show_job(self, job: Job | None) -> None:
        running = job is not None
        self.bar.setVisible(running)
        self.button.setVisible(running)
        if job is not None:
            self.bar.setMaximum(job.total)
            self.bar.setValue(job.done)

    def _write(self, text: str, grave: bool) -> None:
        if text == self.message.text():
            return
        self.message.setText(text)
        self.message.setAccessibleName(text or tr("Message"))
        self.message.setToolTip(plain(text))
        self.spoken.emit(text, grave)
        restyle(self.message, "grave" if grave else "")

    def _show_edit(self, edit: object) -> None:
        self.show_saved(True)
        self._show_counts(edit)

    def _show_counts(self, _news: object) -> None:
        alive = {kind: self._bench.marks.count(ACCEPTED, SUGGESTED, kind=kind) for kind in (ENTITY, QUOTE, CLAIM)}
        parts = [
            tr("%n entities", alive[ENTITY]),
            tr("%n quotes", alive[QUOTE]),
            tr("%n claims", alive[CLAIM]),
        ]
        left = self._bench.marks.count(SUGGESTED)
        parts += [tr("%n suggestions", left)] if left else []
        self.counts.setText(" · ".join(parts))
        hold(self.counts)
        name = " ".join(self._bench.layer.split())
        name = name if len(name) <= _LAYER_SHOWN else name[: _LAYER_SHOWN - 1] + "…"
        self.layer.setText(tr("Layer: {name}").format(name=isolated(name)))

    def _show_left(self, _news: object) -> None:
        """How much the lens still finds to do; nothing while it reads."""
        left = self._bench.lens.left
        shown = tr("%n attributions left", left) if left is not None else ""
        if shown != self.left.text():
            self.left.setText(shown)
            hold(self.left)

    def _show_character(self, _news: object) -> None:
        bench = self._bench
        caret = bench.place.caret
        if bench.article is None or caret >= len(bench.article.text):
            return self.character.setText("")
        sign = bench.article.text[caret]
        shown = sign if unicodedata.category(sign)[0] not in "CZ" else ""
        self.character.setText(f"\u2066{caret} · U+{ord(sign):04X}\u2069  \u2068{shown}\u2069")


def sentence_of(value: object, act: bool = False) -> object:
    """A value as it stands in a sentence: acts and sentences within it in the language of the interface, and a path
    whole, since the slash that it begins with would stand at its end."""
    if isinstance(value, PurePath):
        return isolated(str(value))
    if isinstance(value, Said):
        inner = {name: isolated(each) if isinstance(each, str) else each for name, each in value.values.items()}
        return tr(value.template).format(**inner)
    return tr(value) if act and isinstance(value, str) else value
