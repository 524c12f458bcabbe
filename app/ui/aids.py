"""What can be opened over the article and under it: the line to find words in, the truth about the letters, the lens on
who says what with its words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import TawsimError
from app.ui.article.lens import LensLight
from app.ui.article.view import ArticleView
from app.ui.article.zone_margin import ZoneMargin
from app.workbench.bench import Workbench

if TYPE_CHECKING:
    from app.ui.findbar import FindBar
    from app.ui.lexicon_page import LexiconPage
    from app.ui.truthbar import TruthBar
    from app.ui.zone_panel import ZonePanel


class Aids(QWidget):
    """Empty until something of it is asked for; ``to`` gives a widget the keyboard, ``trouble`` shows what is wrong."""

    def __init__(
        self, bench: Workbench, view: ArticleView, to: Callable[[QWidget], None], trouble: Callable[[TawsimError], None]
    ) -> None:
        super().__init__()
        self._bench, self._view, self._to, self._trouble = bench, view, to, trouble
        self.findbar: FindBar | None = None
        self.truthbar: TruthBar | None = None
        self.lens = LensLight(bench, view)
        self.zones = ZoneMargin(bench, view)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if bench.seeking.query:  # asked for in another window, in another language: next and previous go on
            self._make_find()

    @property
    def parts(self) -> dict[str, Callable[[], object]]:
        """What opens each of them, by the names of the window's actions."""
        return {
            "find.open": self.open_find,
            "view.truth": self.toggle_truth,
            "view.lens": self.lens.switch,
            "view.lexicon": self.open_lexicon,
            "article.zones": self.open_zones,
            "lens.add": lambda: self.open_lexicon(prefilled=True),
        }

    def detach(self) -> None:
        """Stop following the bench."""
        for part in (self.findbar, self.truthbar, self.lens, self.zones):
            if part is not None:
                part.detach()

    def open_find(self) -> None:
        self.made_find().open()

    def made_find(self) -> FindBar:
        """The line to find words in, made when it is first asked for."""
        return self.findbar or self._make_find()

    def _make_find(self) -> FindBar:
        from app.ui.findbar import FindBar  # noqa: PLC0415 - a window is sooner there without its widgets

        self.findbar = FindBar(self._bench, self._view, lambda: self._to(self._view))
        self._column.addWidget(self.findbar)
        return self.findbar

    def open_lexicon(self, prefilled: bool = False) -> LexiconPage:
        """The page of reporting words; ``prefilled`` with the word that a label key would mark."""
        from app.ui.lexicon_page import LexiconPage  # noqa: PLC0415 - a window is sooner there without its widgets

        return LexiconPage(self._bench, self.window(), self._trouble, prefilled)

    def open_zones(self) -> ZonePanel:
        """What the paragraph at the caret is, and what the article is called."""
        from app.ui.zone_panel import ZonePanel  # noqa: PLC0415 - a window is sooner there without its widgets

        return ZonePanel(self._bench, self._view.hints.keymap, self.window(), self._trouble)

    def toggle_truth(self) -> None:
        if self.truthbar is None:
            from app.ui.truthbar import TruthBar  # noqa: PLC0415 - a window is sooner there without its widgets

            self.truthbar = TruthBar(self._bench, self._view)
            self._column.insertWidget(0, self.truthbar)
        self.truthbar.toggle()
