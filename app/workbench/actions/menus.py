"""Menus asked for by a key."""

from __future__ import annotations

from app.domain.errors import N_
from app.workbench.actions.table import Menu, action, always
from app.workbench.bench import Workbench


@action("view.menu", title=N_("Menu of what can be done here"), menu=Menu.VIEW, keys=("Menu", "Shift+F10"), when=always)
def open_menu(bench: Workbench) -> None:
    """What the right button of the mouse opens, at the caret."""
    bench.window.ask("view.menu")


@action("view.menubar", title=N_("To the menu bar"), menu=Menu.VIEW, keys=("F10",), when=always, article=False)
def open_menu_bar(bench: Workbench) -> None:
    bench.window.ask("view.menubar")
