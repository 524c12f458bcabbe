"""Every act of the analyst, in one table: menus, keys, palette, key sheet and README are all made from it."""

from app.workbench.actions import (
    checking,
    claiming,
    edges,
    finding,
    framing,
    jumping,
    lens,
    marking,
    menus,
    moving,
    project,
    propagating,
    quoting,
    registering,
    reprinting,
    tables,
)
from app.workbench.actions.table import Action, Menu, table

__all__ = [
    "Action",
    "Menu",
    "checking",
    "claiming",
    "edges",
    "finding",
    "framing",
    "jumping",
    "lens",
    "marking",
    "menus",
    "moving",
    "project",
    "propagating",
    "quoting",
    "registering",
    "reprinting",
    "table",
    "tables",
]
