"""One way to be told of things: whoever listens decides whether it concerns them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Generic, TypeVar

News = TypeVar("News")


class Announcer(Generic[News]):
    """Calls every listener with each piece of news, in the order in which they came."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[News], None]] = []

    def listen(self, listener: Callable[[News], None]) -> None:
        self._listeners.append(listener)

    def forget(self, listener: Callable[[News], None]) -> None:
        self._listeners.remove(listener)

    def tell(self, news: News) -> None:
        for listener in tuple(self._listeners):
            listener(news)


class Following:
    """All that somebody listens to, so that it ends in one go."""

    def __init__(self) -> None:
        self._ends: list[Callable[[], None]] = []

    def listen(self, announcer: Announcer[News], listener: Callable[[News], None]) -> None:
        """Listen until ``end``."""
        announcer.listen(listener)
        self._ends.append(partial(announcer.forget, listener))

    def end(self) -> None:
        """Hear nothing of it any more."""
        while self._ends:
            self._ends.pop()()
