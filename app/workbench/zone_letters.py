"""The letters by which zones are chosen."""

from __future__ import annotations

from app.domain.codebook import Codebook

LEARN, NO_ZONE = "L", "N"
_USUAL = {
    "topic_line": "T",
    "headline": "H",
    "subheadline": "S",
    "date_line": "D",
    "caption": "C",
    "dateline": "P",
    "byline": "W",
    "body": "V",
    "boilerplate": "X",
}


def letters(codebook: Codebook) -> dict[str, str]:
    """A Latin letter for each zone of the codebook: its usual one, else the first of its English name that is free."""
    found: dict[str, str] = {}
    taken = {LEARN, NO_ZONE}
    for zone in sorted(codebook.zones, key=lambda zone: zone.id not in _USUAL):
        wished = [_USUAL.get(zone.id, ""), *zone.name.en.upper(), *"QWERTYUIOPASDFGHJKZXCVNM"]
        letter = next((each for each in wished if each.isascii() and each.isalpha() and each not in taken), None)
        if letter is not None:
            taken.add(letter)
            found[zone.id] = letter
    return {zone.id: found[zone.id] for zone in codebook.zones if zone.id in found}
