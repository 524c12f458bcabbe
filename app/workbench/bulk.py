"""Work in bulk: how Python behaves while thousands of articles come in or leave, or thousands of marks are opened."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 10_000  # objects made between two looks, instead of 700: a look holds the window up, some ms for so many


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Within, Python seldom looks for garbage in circles. An article that passes makes hundreds of objects, none of
    them in a circle, and looking through those that are alive took a tenth of an export's time."""
    before = gc.get_threshold()
    gc.set_threshold(max(_SELDOM, before[0]), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


@contextmanager
def lasting(aside: bool) -> Iterator[None]:
    """Within, something is made that stays: the marks of an opened article. Python looks for no garbage meanwhile and,
    when it shall be set ``aside``, never in what was made: that are values, which stand in no circle and go when nobody
    holds them. What is left of the article before is looked through first.

    A look through the marks of a long article takes a tenth of a second, in the midst of typing."""
    enabled = gc.isenabled()
    if aside:
        gc.collect()
    gc.disable()
    try:
        yield
    finally:
        if aside:
            gc.freeze()
        if enabled:
            gc.enable()
