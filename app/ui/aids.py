"""What can be opened between the article and the labels: the line to find words in, and the truth about the letters."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.article.view import ArticleView
from app.workbench.bench import Workbench

if TYPE_CHECKING:
    from app.ui.findbar import FindBar
    from app.ui.truthbar import TruthBar


class Aids(QWidget):
    """Empty until something of it is asked for; ``to`` gives a widget the keyboard."""

    def __init__(self, bench: Workbench, view: ArticleView, to: Callable[[QWidget], None]) -> None:
        super().__init__()
        self._bench, self._view, self._to = bench, view, to
        self.findbar: FindBar | None = None
        self.truthbar: TruthBar | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if bench.seeking.query:  # asked for in another window, in another language: next and previous go on
            self._make_find()

    def detach(self) -> None:
        """Stop following the bench."""
        for bar in (self.findbar, self.truthbar):
            if bar is not None:
                bar.detach()

    def open_find(self) -> None:
        (self.findbar or self._make_find()).open()

    def _make_find(self) -> FindBar:
        from app.ui.findbar import FindBar  # noqa: PLC0415 - a window is sooner there without its widgets

        self.findbar = FindBar(self._bench, self._view, lambda: self._to(self._view))
        self._column.addWidget(self.findbar)
        return self.findbar

    def toggle_truth(self) -> None:
        if self.truthbar is None:
            from app.ui.truthbar import TruthBar  # noqa: PLC0415 - a window is sooner there without its widgets

            self.truthbar = TruthBar(self._bench, self._view)
            self._column.insertWidget(0, self.truthbar)
        self.truthbar.toggle()
