"""Tables over the whole project: statistics, consistency, and the search in what is marked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def open_stats(window: MainWindow) -> None:
    """What there is of everything; where it is open already, it closes."""
    from app.ui.tables.panel import TablePanel  # noqa: PLC0415 - a window is sooner there without its widgets
    from app.workbench.statistics import make_statistics  # noqa: PLC0415 - as above

    title = tr("Statistics and consistency")
    if not _close(window, title):
        TablePanel(window.bench, window, title, make_statistics, window.searched.books, partial(_search, window))


def open_annotations(window: MainWindow) -> None:
    """The search in what is marked; where it is open already, it closes."""
    from app.ui.tables.panel import TablePanel  # noqa: PLC0415 - as above
    from app.workbench.surfaces import make_surfaces  # noqa: PLC0415 - as above

    title = tr("Search in annotations")
    others = (
        (tr("Quotes by speaker and cue"), partial(open_quotes, window)),
        (tr("Claims by claimer, topic and verdict"), partial(open_claims, window)),
    )
    if not _close(window, title):
        kept = window.searched.books
        TablePanel(window.bench, window, title, make_surfaces, kept, partial(_search, window), others)


def open_quotes(window: MainWindow) -> None:
    """All quotes of the project, with how their cues report."""
    from app.ui.frames import open_frames_of  # noqa: PLC0415 - as above

    open_frames_of(window, "quote")


def open_claims(window: MainWindow) -> None:
    """All claims of the project, with what is said of them."""
    from app.ui.frames import open_frames_of  # noqa: PLC0415 - as above

    open_frames_of(window, "claim")


def _search(window: MainWindow, query: str) -> None:
    from app.ui.search import open_search  # noqa: PLC0415 - as above

    open_search(window, query)


def _close(window: MainWindow, title: str) -> bool:
    """Close the panel of that name; whether it was open."""
    from app.ui.tables.panel import TablePanel  # noqa: PLC0415 - as above

    for panel in window.findChildren(TablePanel):
        if panel.isVisible() and panel.accessibleName() == title:
            panel.dismiss()
            return True
    return False
