"""Single keys in the queue's list: what they do to the article of the row at hand, whatever article is open."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.domain.annotation import DONE, EXCLUDED, FLAGGED, IN_PROGRESS, NEW
from app.domain.card import HIGH, LOW, NORMAL, URGENT
from app.domain.errors import TawsimError
from app.store import QueueRow
from app.ui.queue_rows import priority_word, status_word
from app.ui.words import tr
from app.workbench import cards
from app.workbench.actions.queueing import bin_article

if TYPE_CHECKING:
    from app.ui.queue import QueuePane
    from app.workbench.bench import Workbench
    from app.workbench.keymap import Keymap

_ROUND = (NEW, IN_PROGRESS, DONE)
_RISING = (NORMAL, HIGH, URGENT, LOW)
Ask = Callable[[str, str], None]
"""What opens a panel for an article: its name (note, tags, assign) and the article's id."""


class QueueKeys(QObject):
    """S status, G flag, X exclude, P priority, T tags, I assignee, N note, Delete bin or out of it."""

    def __init__(self, bench: Workbench, pane: QueuePane, trouble: Callable[[TawsimError], None], ask: Ask) -> None:
        super().__init__(pane)
        self._bench, self._pane, self._trouble, self._ask = bench, pane, trouble, ask
        self.keymap: Keymap | None = None
        self._acts: dict[str, Callable[[QueueRow], None]] = {
            "S": self._turn_status,
            "G": lambda row: self._toggle(row, FLAGGED),
            "X": lambda row: self._toggle(row, EXCLUDED),
            "P": self._turn_priority,
            "T": lambda row: self._ask("article.tags", row.id),
            "I": lambda row: self._ask("article.assign", row.id),
            "N": lambda row: self._ask("article.note", row.id),
            "Del": self._bin,
        }
        pane.list.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
            act = self._acts.get(self._name(event))
            row = self._pane.row_at_hand()
            if act is not None and row is not None:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self._do(act, row)
                return True
        return False

    def _name(self, event: QKeyEvent) -> str:
        """The Latin key, on whichever layout it was pressed; empty with Ctrl, Alt or Meta."""
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return ""
        name = QKeySequence(event.key()).toString(QKeySequence.SequenceFormat.PortableText)
        return self.keymap.latin(name) if self.keymap else name

    def _do(self, act: Callable[[QueueRow], None], row: QueueRow) -> None:
        try:
            act(row)
        except TawsimError as error:
            self._trouble(error)

    def _set_status(self, row: QueueRow, status: str) -> None:
        before = self._bench.store.desk.progress(row.id, self._bench.layer)
        self._bench.do(cards.status_edit(before, status, self._bench.author))
        self._pane.tell(tr("{article}: {what}").format(article=row.name, what=status_word(status)))

    def _turn_status(self, row: QueueRow) -> None:
        here = _ROUND.index(row.status) if row.status in _ROUND else -1
        self._set_status(row, _ROUND[(here + 1) % len(_ROUND)])

    def _toggle(self, row: QueueRow, status: str) -> None:
        before = self._bench.store.desk.progress(row.id, self._bench.layer)
        self._set_status(row, cards.turned(before, status))

    def _turn_priority(self, row: QueueRow) -> None:
        following = _RISING[(_RISING.index(row.priority) + 1) % len(_RISING)]
        self._bench.do(cards.priority_edit(self._bench.store, row.id, following))
        what = priority_word(following) or tr("no priority")
        self._pane.tell(tr("{article}: {what}").format(article=row.name, what=what))

    def _bin(self, row: QueueRow) -> None:
        if self._bench.queue.query.binned:
            self._bench.do(cards.bin_edit(self._bench.store, row.id, False))
            return self._pane.tell(tr("{article}: {what}").format(article=row.name, what=tr("out of the bin")))
        bin_article(self._bench, row.id)
