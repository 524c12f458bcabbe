"""The project file: one SQLite file with articles, annotations, and the journal of every edit."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from app.store.errors import (
    ArticleExists,
    ArticleMissing,
    DamagedProject,
    DiskFull,
    EditConflict,
    LooseLink,
    NewerProject,
    NotAProject,
    OnShare,
    ProjectBusy,
    ProjectExists,
    ProjectMissing,
    ReadOnlyProject,
    StoreError,
    StoreTrouble,
)
from app.store.history import Step
from app.store.holding import HeldElsewhere, Hold, Holder
from app.store.journal import Entry, Stamp
from app.store.only_reading import only_reading
from app.store.queue import QueueQuery, QueueRow
from app.store.register import Mentioned
from app.store.store import Store

if TYPE_CHECKING:
    from app.store.frames import FrameQuery, FrameRow, Term
    from app.store.mentions import Mention

_LATER = {"FrameQuery": "frames", "FrameRow": "frames", "Mention": "mentions", "Term": "frames"}

__all__ = [
    "ArticleExists",
    "ArticleMissing",
    "DamagedProject",
    "DiskFull",
    "EditConflict",
    "Entry",
    "FrameQuery",
    "FrameRow",
    "HeldElsewhere",
    "Hold",
    "Holder",
    "LooseLink",
    "Mention",
    "Mentioned",
    "NewerProject",
    "NotAProject",
    "OnShare",
    "ProjectBusy",
    "ProjectExists",
    "ProjectMissing",
    "QueueQuery",
    "QueueRow",
    "ReadOnlyProject",
    "Stamp",
    "Step",
    "Store",
    "StoreError",
    "StoreTrouble",
    "Term",
    "only_reading",
]


def __getattr__(name: str) -> Any:
    """Values of parts that no window waits for; the parts come with the first question that is put to them."""
    if name not in _LATER:
        raise AttributeError(name)
    return getattr(import_module(f"app.store.{_LATER[name]}"), name)
