"""PySide6 imported without what no window needs, and Python's way of importing left as it was."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any

# What PySide6 words the complaint about a wrong argument with, writes its .pyi files with, and reads both out of its
# signatures with. They bring argparse and logging along.
_SIGNATURES = ("errorhandler", "layout", "mapping", "parser", "lib/enum_sig", "lib/pyi_generator", "lib/tool")
_SELDOM = frozenset(f"shibokensupport/signature/{name}.py" for name in _SIGNATURES)
_WHEN_ASKED = """
from app.ui.qt import when_asked
__getattr__ = when_asked(globals(), {source!r}, {name!r})
def update_mapping(asked=__getattr__):  # of the module "mapping"; C++ takes it from there as from a dictionary
    return asked("update_mapping")()
"""


def import_qt() -> None:
    """Import PySide6, then go on importing as Python does.

    PySide6 puts a function of its own in the place of ``import``, which reads the source of every module that comes
    after it, in case it says ``from __feature__ import snake_case``. Nobody says so here, and it took a seventh of a
    window's start.
    """
    before = builtins.__import__
    with _without_signatures():
        import PySide6.QtCore  # noqa: F401, PLC0415 - no command line waits for it

    builtins.__import__ = before


@contextmanager
def _without_signatures() -> Iterator[None]:
    """PySide6 carries its Python modules as text in a library and compiles them at each start, a quarter of a bare
    window's. Those that say how a function of Qt's is called are compiled when somebody asks for what they have.
    """
    compiled = builtins.compile

    def compiled_if_needed(source: Any, filename: Any, *rest: Any, **more: Any) -> Any:
        if filename in _SELDOM:
            source = _WHEN_ASKED.format(source=source, name=filename)
        return compiled(source, filename, *rest, **more)

    builtins.compile = compiled_if_needed
    try:
        yield
    finally:
        builtins.compile = compiled


_FILLING = RLock()  # a worker may be told of a wrong argument while the window is


def when_asked(module: dict[str, Any], source: bytes, filename: str) -> Any:
    """The ``__getattr__`` of a module whose names come to be when one of them is asked for."""
    begun = False

    def fill(name: str) -> Any:
        nonlocal begun
        if not name.startswith("__"):  # Python itself asks for __path__ and the like
            with _FILLING:
                if not begun:
                    begun = True
                    exec(compile(source, filename, "exec"), module)
                    del module["__getattr__"]
        try:
            return module[name]
        except KeyError:
            raise AttributeError(name) from None

    return fill
