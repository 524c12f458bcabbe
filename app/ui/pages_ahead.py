"""What keys ask for first, got ready while nobody types: else the first jump of a session waits for patterns and
tables, and its first search for forty modules.

All is done in a thread that gives way to the window between two modules or steps. First comes what single keys need,
later the pages that keys open. What few of them need and takes much memory (formats, charts) is left until its page is
opened.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from types import ModuleType

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from app.ui.qt_classes import make_classes
from app.workbench.giving_way import give_way

_BETWEEN = 5  # milliseconds from one class of Qt to the next
_LEISURE = 0.8  # seconds between what keys need and the pages
KEYS = (
    "app.workbench.rehearsing",
    "app.workbench.proposing",
    "app.workbench.propagating",
    "app.workbench.fixing",
    "app.ui.everywhere",
    "app.ui.findbar",
    "app.ui.choices",
    "app.ui.palette",
)
PAGES = (
    "app.ui.search.panel",
    "app.workbench.searching",
    "app.ui.frames.panel",
    "app.ui.tables.panel",
    "app.workbench.statistics",
    "app.workbench.surfaces",
    "app.ui.intake.page",
    "app.ui.reprints.panel",
    "app.ui.progress_page",
)


class GivingWay:
    """Finds no module, but is asked for each, before it is read: there the thread that made it gives way. Its kind, a
    ``MetaPathFinder``, is not named: ``importlib.abc`` takes 4 ms of a start."""

    def __init__(self) -> None:
        self._mine = threading.get_ident()

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None) -> None:
        if threading.get_ident() == self._mine:
            give_way()


def import_giving_way(*names: str) -> None:
    """Import the modules in this thread, not the window's; whoever needs one meanwhile waits for that alone."""
    pause = GivingWay()
    sys.meta_path.insert(0, pause)
    try:
        for name in names:
            import_module(name)
    finally:
        sys.meta_path.remove(pause)


class PagesAhead(QObject):
    """Has them read once, in a thread of their own, from when ``begin`` is told. ``rehearse`` gives what follows the
    modules of single keys, step by step; then ``ready`` is told."""

    ready = Signal()

    def __init__(self, begin: SignalInstance, rehearse: Callable[[], Iterable[None]], parent: QObject) -> None:
        super().__init__(parent)
        self._rehearse = rehearse
        self._thread = threading.Thread(target=self._read, name="tawsim-pages", daemon=True)
        self._ending = threading.Event()
        self._classes = make_classes()
        self._next = QTimer(self, singleShot=True, interval=_BETWEEN)
        self._next.timeout.connect(self._make)
        self._told = begin
        begin.connect(self._begin)

    def _begin(self) -> None:
        if self._thread.ident is None:
            self._next.start()

    def _make(self) -> None:
        """Make a class of Qt that pages need; when all are made, begin to read."""
        for _made in self._classes:
            return self._next.start()
        self._thread.start()

    def _read(self) -> None:
        import_giving_way(*KEYS)
        for _step in self._rehearse():
            if self._ending.is_set():
                return
            give_way()
        self.ready.emit()
        if not self._ending.wait(_LEISURE):
            import_giving_way(*PAGES)

    def finish(self) -> None:
        """Begin no more, and wait for what is being read: the process may end."""
        self._told.disconnect(self._begin)
        self._next.stop()
        self._ending.set()
        if self._thread.ident is not None:
            self._thread.join()
