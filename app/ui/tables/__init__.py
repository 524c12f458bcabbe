"""Tables over the whole project: statistics, consistency, and the search in what is marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def open_annotations(window: MainWindow) -> None: ...
def open_quotes(window: MainWindow) -> None: ...
def open_claims(window: MainWindow) -> None: ...
def open_stats(window: MainWindow) -> None: ...
