"""What actions may ask of the window, so that they can be called and tested without one."""

from __future__ import annotations

from typing import Protocol

from app.domain.span import Span


class Window(Protocol):
    """The window's part in an action. Positions are code points. ``there`` tells one from its stand-in."""

    there: bool

    def line(self, position: int, step: int) -> int:
        """The position ``step`` lines below (or above) ``position``, at about the same place across the line."""
        ...

    def lines_in_view(self) -> int:
        """How many lines a page has: what PageDown goes on by."""
        ...

    def visible(self) -> Span:
        """From the first to the last code point whose line is wholly in view."""
        ...

    def ask(self, what: str) -> None:
        """Open a part of the window: palette, keys, import, export, new, open, language, theme ..."""
        ...

    def zoom(self, steps: int) -> None:
        """Larger or smaller text; 0 puts the size back."""
        ...


class NoWindow:
    """Stands in where there is no window: lines are unknown, nothing is in view and nothing opens."""

    there = False

    def line(self, position: int, step: int) -> int:
        return position

    def lines_in_view(self) -> int:
        return 1

    def visible(self) -> Span:
        return Span(0, 0)

    def ask(self, what: str) -> None:
        return None

    def zoom(self, steps: int) -> None:
        return None
