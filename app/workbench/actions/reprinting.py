"""Reprints of the open article: one key to the list of them."""

from __future__ import annotations

from app.domain.errors import N_
from app.workbench.actions.table import Menu, action
from app.workbench.bench import Workbench


@action("article.reprints", title=N_("Reprints of this article …"), menu=Menu.FIND, keys=("Alt+R",), article=False)
def reprints(bench: Workbench) -> None:
    """The list over the window: which articles print the same story, what they changed, and marks carried over."""
    bench.window.ask("article.reprints")
