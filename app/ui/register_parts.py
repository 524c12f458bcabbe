"""Opens the parts of the register; a window is sooner there without their widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.ui.window import MainWindow


def open_entries(window: MainWindow) -> None:
    """Who or what the mark at hand is (E), over the article."""
    from app.ui.register import EntryPanel  # noqa: PLC0415 - see above
    from app.workbench.entries import subject  # noqa: PLC0415 - as above

    about = subject(window.bench)
    if about is not None:
        EntryPanel(window.bench, about, window.theme, window.view, window, window.trouble)


def open_register(window: MainWindow) -> None:
    """The page over the window; the same key closes it again."""
    from app.ui.registerpage import RegisterPage  # noqa: PLC0415 - as above

    for page in window.findChildren(RegisterPage):
        if page.isVisible():
            return page.dismiss()
    RegisterPage(window)
