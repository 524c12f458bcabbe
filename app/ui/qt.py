"""PySide6 imported without what it does at each start for those alone who make its stubs or spell its names otherwise.

Both are for imports only; what PySide6 gives is the same. Where another release does neither, nothing happens here.
"""

from __future__ import annotations

import builtins
import re
import sys
from collections.abc import Callable
from typing import Any


def import_qt() -> None:
    """Import PySide6, then go on importing as Python does.

    PySide6 compiles two large patterns for its generator of stubs, and from then on reads the source of every module
    that is imported, in case it says ``from __feature__ import snake_case``. That was a fifth of a window's start.
    """
    import_, compile_ = builtins.__import__, re.compile
    re.compile = _compile_later(compile_)
    try:
        import PySide6.QtCore  # noqa: F401, PLC0415 - no command line waits for it
    finally:
        builtins.__import__, re.compile = import_, compile_


def _compile_later(plain: Callable[..., Any]) -> Callable[..., Any]:
    """``re.compile``, but for the modules of PySide6's signatures, whose patterns wait for their first use."""

    def compiled(pattern: Any, flags: Any = 0) -> Any:
        asking = sys._getframe(1).f_globals.get("__name__", "")
        later = asking.startswith("shibokensupport.signature")
        return _Later(plain, pattern, flags) if later else plain(pattern, flags)

    return compiled


class _Later:
    """A pattern that is compiled when one of its methods is called."""

    def __init__(self, plain: Callable[..., Any], pattern: Any, flags: Any) -> None:
        self._made = lambda: plain(pattern, flags)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        def call(*given: Any, **named: Any) -> Any:
            return getattr(self._made(), name)(*given, **named)

        return call
