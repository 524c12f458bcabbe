"""Work in bulk: how Python behaves while thousands of articles come in or leave."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = 50_000  # objects made between two looks, instead of 700


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
