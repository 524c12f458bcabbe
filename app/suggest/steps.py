"""Work that pauses: a generator that yields nothing between its steps and returns what comes of them."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

Outcome = TypeVar("Outcome")
Steps = Generator[None, None, Outcome]


def drained(steps: Steps[Outcome]) -> Outcome:
    """What comes of all the steps, for whoever does not pause."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Outcome = end.value
            return found
