"""Every act of the analyst, in one table: menus, keys, palette, key sheet and README are all made from it."""

from app.workbench.actions import (
    checking,
    edges,
    finding,
    framing,
    jumping,
    marking,
    menus,
    moving,
    project,
    propagating,
    quoting,
    registering,
)
from app.workbench.actions.table import Action, Menu, table

__all__ = [
    "Action",
    "Menu",
    "checking",
    "edges",
    "finding",
    "framing",
    "jumping",
    "marking",
    "menus",
    "moving",
    "project",
    "propagating",
    "quoting",
    "registering",
    "table",
]
