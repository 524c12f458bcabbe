"""Every act of the analyst, in one table: menus, keys, palette, key sheet and README are all made from it."""

from app.workbench.actions import finding, framing, marking, moving, project
from app.workbench.actions.table import Action, Menu, table

__all__ = ["Action", "Menu", "finding", "framing", "marking", "moving", "project", "table"]
