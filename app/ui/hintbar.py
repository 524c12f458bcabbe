"""A line between article and labels that says what is being asked while a choice is made."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.ui.words import tr
from app.workbench.asking import Asking
from app.workbench.bench import Workbench

_ABOVE, _BELOW = 7, 5  # pixels around its line of text


class HintBar(QLabel):
    """Hidden until something is asked."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self.setObjectName("pane")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(14, _ABOVE, 14, _BELOW)
        bench.asked.listen(self._show)
        self._show(bench.asking)

    @property
    def coming(self) -> int:
        """Pixels that it will take from the article when something is asked."""
        return 0 if self.isVisible() else self.fontMetrics().height() + _ABOVE + _BELOW

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
    if asking.jump:
        parts.append(tr("type the letters on the word"))
    elif asking.candidates:
        parts.append(tr("type its letter (with Shift: one more), Enter takes the nearest"))
    else:
        parts.append(tr("nothing near fits: mark it first"))
    if asking.zero is not None:
        parts.append(tr("0: {what}").format(what=tr(asking.zero)))
    parts.append(tr("Esc leaves"))
    return "   ·   ".join(parts)
