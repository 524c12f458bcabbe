"""How well a colour stands out from another, and how to make it stand out well enough."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor

_MIDDLE = 0.18  # the luminance from which on black stands out better than white


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two colours, from 1 to 21, as WCAG 2.2 counts it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@lru_cache(512)
def legible(shade: str, ground: str, least: float) -> int:
    """The colour as Qt's ``rgb``: moved away from the ground, towards black or white, until its contrast with it is
    ``least``. One that has it stays as it is."""
    made, page = QColor(shade), QColor(ground)
    goal = QColor("#000000" if _luminance(page) > _MIDDLE else "#FFFFFF")
    for step in range(1, 101):
        if contrast(made, page) >= least:
            break
        made = _between(QColor(shade), goal, step / 100)
    return made.rgb()


def _luminance(shade: QColor) -> float:
    parts = (shade.redF(), shade.greenF(), shade.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _between(one: QColor, other: QColor, part: float) -> QColor:
    pairs = zip((one.red(), one.green(), one.blue()), (other.red(), other.green(), other.blue()), strict=True)
    red, green, blue = (round(a + (b - a) * part) for a, b in pairs)
    return QColor(red, green, blue)
