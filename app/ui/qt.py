"""PySide6 imported without what no window needs, and Python's way of importing left as it was."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

# The writer of PySide6's .pyi files and what it writes enums with. They bring argparse and logging along.
_FOR_STUBS = frozenset(f"shibokensupport/signature/lib/{name}.py" for name in ("pyi_generator", "enum_sig"))
_WHEN_ASKED = "from app.ui.qt import when_asked\n__getattr__ = when_asked(globals(), {source!r}, {name!r})\n"


def import_qt() -> None:
    """Import PySide6, then go on importing as Python does.

    PySide6 puts a function of its own in the place of ``import``, which reads the source of every module that comes
    after it, in case it says ``from __feature__ import snake_case``. Nobody says so here, and it took a seventh of a
    window's start.
    """
    before = builtins.__import__
    with _without_stubs():
        import PySide6.QtCore  # noqa: F401, PLC0415 - no command line waits for it

    builtins.__import__ = before


@contextmanager
def _without_stubs() -> Iterator[None]:
    """PySide6 carries its Python modules as text in a library and compiles them at each start. Two of them serve a tool
    of its makers, and take a sixth of a bare window's start: those are compiled when somebody asks for what they have.
    """
    compiled = builtins.compile

    def compiled_if_needed(source: Any, filename: Any, *rest: Any, **more: Any) -> Any:
        if filename in _FOR_STUBS:
            source = _WHEN_ASKED.format(source=source, name=filename)
        return compiled(source, filename, *rest, **more)

    builtins.compile = compiled_if_needed
    try:
        yield
    finally:
        builtins.compile = compiled


def when_asked(module: dict[str, Any], source: bytes, filename: str) -> Any:
    """The ``__getattr__`` of a module whose names come to be when one of them is asked for."""

    def fill(name: str) -> Any:
        if not name.startswith("__"):  # Python itself asks for __path__ and the like
            module.pop("__getattr__", None)
            exec(compile(source, filename, "exec"), module)
        try:
            return module[name]
        except KeyError:
            raise AttributeError(name) from None

    return fill
