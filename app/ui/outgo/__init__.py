"""What leaves the project: an export to a file of any format, and a release."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.outgo.page import ExportPage
    from app.ui.outgo.release import ReleasePage
    from app.ui.window import MainWindow


def open_export(window: MainWindow) -> ExportPage:
    """The page on which an export is chosen, seen and made."""
    from app.ui.outgo.page import ExportPage  # noqa: PLC0415 - a window is sooner there without its widgets

    return ExportPage(window.bench, window.files, window)


def open_release(window: MainWindow) -> ReleasePage:
    """The page on which a release is prepared and made."""
    from app.ui.outgo.release import ReleasePage  # noqa: PLC0415 - as above

    return ReleasePage(window.bench, window.files, window)
