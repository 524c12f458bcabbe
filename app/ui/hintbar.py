"""A line between article and labels that says what is being asked while a choice is made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.ui.words import tr
from app.workbench.asking import Asking
from app.workbench.bench import Workbench


class HintBar(QLabel):
    """Hidden until something is asked."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self.setObjectName("pane")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(14, 7, 14, 5)
        bench.asked.listen(self._show)
        self._show(bench.asking)

    def detach(self) -> None:
        self._bench.asked.forget(self._show)

    def _show(self, asking: Asking | None) -> None:
        self.setVisible(asking is not None)
        if asking is not None:
            self.setText(question(asking))
            self.setAccessibleName(self.text())


def question(asking: Asking) -> str:
    """What is asked, among how many, and by which keys it is answered."""
    parts = [tr(asking.title)]
    if asking.candidates:
        parts.append(tr("%n hints", len(asking.candidates)))
        parts.append(tr("type its letter (with Shift: one more), Enter takes the nearest"))
    else:
        parts.append(tr("nothing near fits: mark it first"))
    if asking.zero is not None:
        parts.append(tr("0: {what}").format(what=tr(asking.zero)))
    parts.append(tr("Esc leaves"))
    return "   ·   ".join(parts)
