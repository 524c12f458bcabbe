"""How the article is made pleasant to read: what the analyst has chosen, with what is usual, as it is remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from app.domain.values import frozen
from app.ui import settings
from app.ui.theme import LIGHT, THEMES, Theme

SMALLEST, LARGEST = 14, 64  # pixels of the text
NARROWEST, WIDEST = 24, 60  # widths of the text's pixel size
TIGHTEST, LOOSEST = 0.9, 1.6
WHOLE_WIDTH = 0
MIDDLE, LEAST = "middle", "least"


@frozen
class Comfort:
    """What reading is like. ``size`` in pixels; ``column`` in widths of that size, or ``WHOLE_WIDTH``; ``spacing``
    times the usual distance of lines.

    ``focus_mode`` dims all but the paragraph at the caret. ``scroll`` is ``MIDDLE``, which keeps the caret's line in
    the middle third of the height, or ``LEAST``, which moves the page only when the line comes near an edge;
    ``smooth`` lets the page glide there.
    """

    theme: str = LIGHT.name
    family: str = "Amiri"
    size: int = 24
    column: int = 34
    spacing: float = 1.0
    focus_mode: bool = False
    scroll: str = MIDDLE
    smooth: bool = True

    @property
    def dress(self) -> Theme:
        return THEMES[self.theme]

    def but(self, **chosen: Any) -> Comfort:
        """The same but for the fields that are given."""
        return replace(self, **chosen)

    def sized(self, size: int) -> Comfort:
        """The same with another size of the text, as far as sizes go."""
        return self.but(size=min(max(size, SMALLEST), LARGEST))

    def in_the_same_font(self, other: Comfort) -> bool:
        """Whether font, size and spacing are those of ``other``."""
        return (self.family, self.size, self.spacing) == (other.family, other.size, other.spacing)

    def laid_out_as(self, other: Comfort) -> bool:
        """Whether every line stands where it stands with ``other``."""
        return self.in_the_same_font(other) and self.column == other.column


USUAL = Comfort()
_KEYS = {
    "theme": "theme",
    "family": "font",
    "size": "text_size",
    "column": "column",
    "spacing": "line_spacing",
    "focus_mode": "focus_mode",
    "scroll": "scroll",
    "smooth": "smooth_scroll",
}


def read_comfort() -> Comfort:
    """What was chosen last. What cannot be used, such as a word for a number or a font that is gone, is as usual."""
    chosen = {name: _understood(name, settings.read(key)) for name, key in _KEYS.items()}
    return USUAL.but(**{name: value for name, value in chosen.items() if value is not None})


def keep_comfort(comfort: Comfort, before: Comfort) -> None:
    """Remember what differs from ``before``."""
    for field in fields(comfort):
        value = getattr(comfort, field.name)
        if value != getattr(before, field.name):
            settings.write(_KEYS[field.name], _written(value))


def _written(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _understood(name: str, word: str) -> object:
    """What a remembered word means; None when it means nothing that can be used."""
    try:
        return _MEANINGS[name](word) if word else None
    except ValueError:
        return None


def _one_of(*words: str) -> Callable[[str], object]:
    return lambda word: word if word in words else None


def _switch(word: str) -> object:
    return {"yes": True, "no": False}.get(word)


def _family(word: str) -> object:
    from PySide6.QtGui import QFontDatabase  # noqa: PLC0415 - asked for where another font was chosen

    return word if word == USUAL.family or QFontDatabase.hasFamily(word) else None


def _size(word: str) -> object:
    size = int(word)
    return size if SMALLEST <= size <= LARGEST else None


def _column(word: str) -> object:
    column = int(word)
    return column if column == WHOLE_WIDTH or NARROWEST <= column <= WIDEST else None


def _spacing(word: str) -> object:
    spacing = float(word)
    return spacing if TIGHTEST <= spacing <= LOOSEST else None


_MEANINGS: dict[str, Callable[[str], object]] = {
    "theme": _one_of(*THEMES),
    "family": _family,
    "size": _size,
    "column": _column,
    "spacing": _spacing,
    "focus_mode": _switch,
    "scroll": _one_of(MIDDLE, LEAST),
    "smooth": _switch,
}
