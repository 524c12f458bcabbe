"""Jobs give way to the window between two of their steps. Python runs one thread at a time and gives no thread the
precedence: while both want to run, the window would wait for its turn again at every call into Qt.

How the window is asked only the window knows; without one, nobody is in the way.
"""

from __future__ import annotations

from collections.abc import Callable


def _nobody() -> None:
    """There is no window."""


_ask: Callable[[], None] = _nobody


def give_way() -> None:
    """Called by a job between two steps, in its own thread: come back when the window has nothing to do."""
    _ask()


def give_way_to(ask: Callable[[], None] | None) -> None:
    """From now on ``ask`` is called by whatever job gives way; None: nobody is asked any more."""
    global _ask
    _ask = ask or _nobody
