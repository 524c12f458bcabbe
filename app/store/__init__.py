"""The project file: one SQLite file with articles, annotations, and the journal of every edit."""

from __future__ import annotations

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
from app.store.frames import FrameQuery, FrameRow, Term
from app.store.history import Step
from app.store.holding import HeldElsewhere, Hold, Holder
from app.store.journal import Entry, Stamp
from app.store.mentions import Mention
from app.store.only_reading import only_reading
from app.store.queue import QueueQuery, QueueRow
from app.store.register import Mentioned
from app.store.store import Store

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
