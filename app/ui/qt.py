"""PySide6 imported, and Python's way of importing left as it was."""

from __future__ import annotations

import builtins


def import_qt() -> None:
    """Import PySide6, then go on importing as Python does.

    PySide6 puts a function of its own in the place of ``import``, which reads the source of every module that comes
    after it, in case it says ``from __feature__ import snake_case``. Nobody says so here, and it took a seventh of a
    window's start.
    """
    before = builtins.__import__
    import PySide6.QtCore  # noqa: F401, PLC0415 - no command line waits for it

    builtins.__import__ = before
