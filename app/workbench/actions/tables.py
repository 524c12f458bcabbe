"""Tables of what is marked, opened by the window."""

from __future__ import annotations

from app.domain.errors import N_
from app.workbench.actions.table import Menu, action, always
from app.workbench.bench import Workbench


@action(
    "view.frames",
    title=N_("Table of quotes and claims; again: of the project"),
    menu=Menu.VIEW,
    keys=("Ctrl+T",),
    when=always,
    article=False,
)
def frames(bench: Workbench) -> None:
    """The table over the window; where it is open already, the article's frames and the project's in turn."""
    bench.window.ask("view.frames")
