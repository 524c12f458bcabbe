"""Where the analyst is: a caret and an anchor, as plain values in code points."""

from __future__ import annotations

from app.domain.span import Span
from app.domain.values import frozen


@frozen
class Place:
    """A caret at ``caret``; the selection, if any, runs between it and ``anchor``."""

    anchor: int = 0
    caret: int = 0

    @classmethod
    def at(cls, position: int) -> Place:
        return cls(position, position)

    @property
    def selection(self) -> Span | None:
        """The selected code points, None when anchor and caret are one."""
        if self.anchor == self.caret:
            return None
        return Span(min(self.anchor, self.caret), max(self.anchor, self.caret))

    def to(self, caret: int, extend: bool = False) -> Place:
        """The place after moving the caret, the anchor staying behind when extending."""
        return Place(self.anchor if extend else caret, caret)


@frozen
class Climb:
    """How the selection has grown: the word it grew around, and the places that it came by, the latest last."""

    origin: int = 0
    way: tuple[Place, ...] = ()

    def on(self, place: Place, origin: int) -> Climb:
        return Climb(origin, (*self.way, place))

    def back(self) -> Climb:
        return Climb(self.origin, self.way[:-1])
