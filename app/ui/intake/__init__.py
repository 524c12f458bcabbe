"""Bringing articles in: what would come of the files is looked at first, then they come in, then the report stays."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.exchange.format import Source
    from app.ui.intake.page import IntakePage
    from app.ui.window import MainWindow


def open_intake(window: MainWindow, paths: Iterable[Path | Source] = ()) -> IntakePage:
    """The page for bringing articles in; it begins with ``paths`` where there are any."""
    from app.ui.intake.page import IntakePage  # noqa: PLC0415 - a window is sooner there without its widgets

    for page in window.findChildren(IntakePage):
        if page.isVisible():
            page.take(paths)
            return page
    page = IntakePage(window.bench, window.files, window)
    page.take(paths)
    return page
