"""Search in the whole project, over the window: in the texts, and in what is marked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from app.domain.errors import TawsimError

if TYPE_CHECKING:
    from app.store.concordance import Hit
    from app.ui.window import MainWindow
    from app.workbench.listing import Book


@dataclass(slots=True)
class Searched:
    """What a window remembers of its last search, and the tables that were made last."""

    query: str = ""
    order: str = "order"
    hit: Hit | None = None
    books: dict[str, Book] = field(default_factory=dict)


def corpus_parts(window: MainWindow) -> dict[str, Callable[[], object]]:
    """The parts that look over the whole project, by the names of their actions."""
    from app.ui.tables import open_annotations, open_claims, open_quotes, open_stats  # noqa: PLC0415 - see open_search

    return {
        "search.open": partial(open_search, window),
        "search.annotations": partial(open_annotations, window),
        "search.quotes": partial(open_quotes, window),
        "search.claims": partial(open_claims, window),
        "view.stats": partial(open_stats, window),
    }


def open_search(window: MainWindow, query: str | None = None) -> None:
    """Open the search where it was left; where it is open already, the search in what is marked. ``query`` is searched
    for instead of what was."""
    from app.ui.search.panel import SearchPanel  # noqa: PLC0415 - a window is sooner there without its widgets

    if query is not None:
        window.searched.query, window.searched.hit = query, None
    else:
        for panel in window.findChildren(SearchPanel):
            if panel.isVisible():
                return panel.to_annotations()
    SearchPanel(window, window.searched, lambda article, hit: _jump(window, article, hit))


def _jump(window: MainWindow, article: str, hit: Hit) -> None:
    """Bring the window to a hit, its words selected, the keyboard in the text."""
    from app.workbench.place import Place  # noqa: PLC0415 - as above

    bench = window.bench
    try:
        if bench.article is None or bench.article.id != article:
            bench.open_article(article)
    except TawsimError as error:
        return window.trouble(error)
    start, end = (0, 0) if hit.field else (hit.start, hit.end)
    bench.put(Place(end, start) if end > start else Place.at(start))
    window.ask("view.article")
