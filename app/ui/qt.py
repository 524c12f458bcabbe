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
    plain = re.compile
    re.compile = _compile_later(plain)  # type: ignore[assignment]
    try:
        import PySide6.QtCore  # noqa: F401, PLC0415 - no command line waits for it
    finally:
        re.compile = plain
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def _compile_later(plain: Callable[..., Any]) -> Callable[..., Any]:
    """``re.compile``, but for the modules of PySide6's signatures, whose patterns wait for their first use."""

    def compiled(pattern: Any, flags: Any = 0) -> Any:
        module = sys._getframe(1).f_globals.get("__name__", "")  # noqa: SLF001 - who asks
        return _Later(plain, pattern, flags) if module.startswith("shibokensupport.signature") else plain(pattern, flags)

    return compiled


class _Later:
    """A pattern that is compiled when one of its methods is called."""

    def __init__(self, plain: Callable[..., Any], pattern: Any, flags: Any) -> None:
        self._made = lambda: plain(pattern, flags)

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return lambda *given, **named: getattr(self._made(), name)(*given, **named)
