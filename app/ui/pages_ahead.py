"""The pages that keys open, imported while nobody types: else the first search of a session waits for forty modules.

They are read in a thread that gives way to the window between two modules. What few of them need and takes much memory
(formats, charts) is left until its page is opened.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from PySide6.QtCore import QObject, QTimer, SignalInstance

from app.workbench.giving_way import give_way

_LEISURE = 800  # milliseconds after the word lists are read
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
    """Has them read once, some time after ``begin`` was told."""

    def __init__(self, begin: SignalInstance, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = threading.Thread(target=import_giving_way, args=PAGES, name="tawsim-pages", daemon=True)
        self._next = QTimer(self, singleShot=True, interval=_LEISURE)
        self._next.timeout.connect(self._thread.start)
        self._told = begin
        begin.connect(self._begin)

    def _begin(self) -> None:
        if self._thread.ident is None:
            self._next.start()

    def finish(self) -> None:
        """Begin no more, and wait for the module that is being read: the process may end."""
        self._told.disconnect(self._begin)
        self._next.stop()
        if self._thread.ident is not None:
            self._thread.join()
