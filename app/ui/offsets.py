"""The one crossing between Python's code points and Qt's UTF-16 units."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def in_units(text: str) -> str:
    """``text`` with every letter beyond U+FFFF as its two surrogates, so that its positions are Qt's."""
    if not _ASTRAL.search(text):
        return text
    units = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(low | high << 8) for low, high in zip(units[::2], units[1::2], strict=True))


class Offsets:
    """Positions of one text in both units. A text without letters beyond U+FFFF costs nothing."""

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]
        self._units = [position + number for number, position in enumerate(self._astral)]
        self.length = len(text)

    def to_qt(self, position: int) -> int:
        """UTF-16 units before the code point at ``position``."""
        return position + bisect_left(self._astral, position) if self._astral else position

    def to_text(self, position: int) -> int:
        """The code point at a Qt position; one inside a surrogate pair counts as the pair's start."""
        if not self._astral:
            return position
        before = bisect_left(self._units, position)
        split = before > 0 and self._units[before - 1] + 1 == position
        return self._astral[before - 1] if split else position - before
