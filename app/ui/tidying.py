"""Python's whole looks for garbage, made while the hands rest: one takes 20 ms and more, in the midst of typing."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from app.workbench.bench import Workbench

_REST = 700  # milliseconds after a key
_USUAL = 10  # looks at what is young between two whole ones, as Python has it
_MOST = 500  # of them, after which one is made though the hands never rested: some hundred thousand values


class Tidying(QObject):
    """From now on looks through everything are put off until nothing is done in the bench for a while. Young values are
    looked at as ever, which takes a fraction of a millisecond."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before = gc.get_threshold()
        self.rest = QTimer(self, singleShot=True, interval=_REST)
        self.rest.timeout.connect(self.tidy)
        gc.set_threshold(*self._before[:2], _MOST)

    def follow(self, bench: Workbench) -> None:
        """Rest when nothing is done there."""
        bench.said.listen(self._rest)
        bench.moved.listen(self._rest)

    def end(self) -> None:
        """Python looks when it likes again."""
        self.rest.stop()
        gc.set_threshold(*self._before)

    def tidy(self) -> None:
        """Look through everything, if Python would have done so by now."""
        if gc.isenabled() and gc.get_count()[2] >= _USUAL:
            gc.collect()

    def _rest(self, _news: object) -> None:
        self.rest.start()
