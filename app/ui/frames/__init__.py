"""The table of all quotes and claims, over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.errors import N_, TawsimError

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def open_frames(window: MainWindow) -> None:
    """Open the table over the window; where it is open already, show the other scope."""
    from app.ui.frames.panel import FramesPanel  # noqa: PLC0415 - a window is sooner there without its widgets

    for panel in window.findChildren(FramesPanel):
        if panel.isVisible():
            return panel.toggle()
    FramesPanel(window.bench, window, lambda article, mark: _jump(window, article, mark))


def open_frames_of(window: MainWindow, kind: str) -> None:
    """All frames of one kind in the project, with the columns that one searches them by."""
    from app.store.frames import CLAIM_COLUMNS, QUOTE_COLUMNS  # noqa: PLC0415 - as above
    from app.ui.frames.panel import FramesPanel, Only  # noqa: PLC0415 - as above
    from app.ui.words import tr  # noqa: PLC0415 - as above

    only = (
        Only(kind, tr("Quotes by speaker and cue"), QUOTE_COLUMNS)
        if kind == "quote"
        else Only(kind, tr("Claims by claimer, topic and verdict"), CLAIM_COLUMNS)
    )
    FramesPanel(window.bench, window, lambda article, mark: _jump(window, article, mark), only)


def _jump(window: MainWindow, article: str, mark: str) -> None:
    """Bring the window to a mark of an article, the keyboard in the text."""
    bench = window.bench
    try:
        if bench.article is None or bench.article.id != article:
            bench.open_article(article)
    except TawsimError as error:
        return window.trouble(error)
    found = bench.marks.get(mark)
    if found is None:
        return bench.say(N_("This mark is gone since."))
    bench.focus_on(found)
    window.ask("view.article")
