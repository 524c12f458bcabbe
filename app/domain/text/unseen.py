"""What a reader cannot see in a text or would take for something else: format characters, unusual spaces, letters in
presentation forms, private use."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from app.domain.errors import N_
from app.domain.text.folding import TATWEEL

HIDDEN, SPACE, ODD_SPACE, FLAGGED = "hidden", "space", "odd space", "flagged"

_SHORT = {
    0x00AD: "SHY", 0x034F: "CGJ", 0x061C: "ALM", 0x180E: "MVS", 0x200B: "ZWSP", 0x200C: "ZWNJ", 0x200D: "ZWJ",
    0x200E: "LRM", 0x200F: "RLM", 0x2028: "LS", 0x2029: "PS", 0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF",
    0x202D: "LRO", 0x202E: "RLO", 0x2060: "WJ", 0x2061: "FA", 0x2062: "IT", 0x2063: "IS", 0x2064: "IP",
    0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI", 0xFEFF: "BOM", 0xFFFC: "OBJ",
}  # fmt: skip
_SPACES = {
    0x0009: "TAB", 0x00A0: "NBSP", 0x1680: "OGSP", 0x2002: "ENSP", 0x2003: "EMSP", 0x2007: "FGSP", 0x2008: "PNSP",
    0x2009: "THSP", 0x200A: "HRSP", 0x202F: "NNBSP", 0x205F: "MMSP", 0x3000: "IDSP",
}  # fmt: skip
_UNNAMED = {
    0x0009: "CHARACTER TABULATION", 0x000A: "LINE FEED", 0x000B: "LINE TABULATION", 0x000C: "FORM FEED",
    0x000D: "CARRIAGE RETURN", 0x0085: "NEXT LINE",
}  # fmt: skip
_CATEGORIES = {
    "L": N_("letter"), "Mn": N_("mark on a letter"), "M": N_("mark"), "N": N_("digit or number"),
    "P": N_("punctuation"), "S": N_("symbol"), "Zs": N_("space"), "Zl": N_("line break"), "Zp": N_("line break"),
    "Cc": N_("control character"), "Cf": N_("format character"), "Co": N_("private use"), "Cn": N_("unassigned"),
    "Cs": N_("half of a pair"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unseen:
    """How a character is shown where the truth is wanted. ``kind``: ``HIDDEN`` takes no room, ``SPACE`` is the usual
    space, ``ODD_SPACE`` another one, ``FLAGGED`` is seen but is not what it seems. ``short`` is its abbreviation."""

    kind: str
    short: str = ""


@lru_cache(4096)
def unseen(letter: str) -> Unseen | None:
    """What there is to show of a character; None for one that is just what it looks like."""
    point, category = ord(letter), unicodedata.category(letter)
    if letter == " ":
        return Unseen(SPACE)
    if letter == "\n":
        return None
    if point in _SPACES or category == "Zs":
        return Unseen(ODD_SPACE, _SPACES.get(point, f"{point:04X}"))
    if 0xFE00 <= point <= 0xFE0F:
        return Unseen(HIDDEN, f"VS{point - 0xFDFF}")
    if point in _SHORT:
        return Unseen(HIDDEN, _SHORT[point])
    if category in ("Cf", "Cc", "Zl", "Zp") and not 0x0600 <= point <= 0x06DD:  # those of the Arabic block are seen
        return Unseen(HIDDEN, f"{point:04X}")
    if category == "Co":
        return Unseen(FLAGGED, "PUA")
    if letter == TATWEEL:
        return Unseen(FLAGGED)
    if 0xFB50 <= point <= 0xFDFF or 0xFE70 <= point <= 0xFEFC:
        return Unseen(FLAGGED, "PF") if unicodedata.decomposition(letter) else None
    return None


def name_of(letter: str) -> str:
    """The character's Unicode name; an empty one when it has none."""
    return unicodedata.name(letter, _UNNAMED.get(ord(letter), ""))


def category_of(letter: str) -> str:
    """What sort of character it is, in words marked for translation."""
    category = unicodedata.category(letter)
    return _CATEGORIES.get(category) or _CATEGORIES[category[0]]
