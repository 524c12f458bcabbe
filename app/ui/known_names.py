"""The word lists and the gazetteer, read behind the window's back while it opens."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app import resources


class KnownNames(QObject):
    """The word lists (by ``lexicons``) and the gazetteer, read in a thread of their own once the window is there; a
    question that comes before waits. ``here`` is told when they are read."""

    here = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._knows: Callable[[str], bool] | None = None
        self.lexicons: Callable[[], object] = resources.lexicons
        self._thread = threading.Thread(target=self._read, name="tawsim-names", daemon=True)

    @property
    def read(self) -> bool:
        return self._knows is not None

    def start(self) -> None:
        """Begin to read, unless that was done."""
        if self._thread.ident is None:
            self._thread.start()

    def _read(self) -> None:
        import orjson  # noqa: F401, PLC0415 - the first mark is written with it

        from app.domain.text.tokens import Words  # noqa: PLC0415 - in this thread, not before the window
        from app.workbench.names import known_names  # noqa: PLC0415 - as above

        Words("و").at(0)  # compiles the patterns of words, which the first step of the caret needs
        self.lexicons()
        knows = known_names()
        knows("")  # the first question takes as long as all others together
        self._knows = knows
        self.here.emit()

    def finish(self) -> None:
        """Wait for the thread, which is soon done, before what it tells of is gone."""
        if self._thread.ident is not None:
            self._thread.join()

    def know(self, key: str) -> bool:
        """Whether a folded word is a known name."""
        if self._knows is None:
            self.start()
            self.finish()
        return self._knows is not None and self._knows(key)
