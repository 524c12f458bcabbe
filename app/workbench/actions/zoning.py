"""Zones and details of the open article, opened by the window."""

from __future__ import annotations

from app.domain.errors import N_
from app.workbench.actions.table import Menu, action
from app.workbench.bench import Workbench


@action("article.zones", title=N_("Zone of the paragraph, title, date, source …"), menu=Menu.EDIT, keys=("Alt+Z",))
def zones(bench: Workbench) -> None:
    """What part of the article the paragraph at the caret is, or what is selected; and what the article is called."""
    bench.window.ask("article.zones")
