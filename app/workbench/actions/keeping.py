"""What was done and what is kept of it: history, backups, and what can be saved of a damaged file."""

from __future__ import annotations

from app.domain.errors import N_
from app.workbench.actions.table import Menu, action, always
from app.workbench.bench import Workbench


@action("view.history", title=N_("History of the article or mark …"), menu=Menu.VIEW, keys=("Alt+H",), article=False)
def history(bench: Workbench) -> None:
    """Who did what when; any earlier state can be brought back."""
    bench.window.ask("view.history")


@action("project.backups", title=N_("Backups and restore …"), menu=Menu.PROJECT, when=always, article=False)
def backups(bench: Workbench) -> None:
    """The backups of the project, and what restoring one would change. (The key B types two letters in Arabic.)"""
    bench.window.ask("project.backups")


@action("project.rescue", title=N_("Rescue a damaged project …"), menu=Menu.PROJECT, when=always, article=False)
def rescue(bench: Workbench) -> None:
    """Save what can be saved of a damaged file to a new project."""
    bench.window.ask("project.rescue")
