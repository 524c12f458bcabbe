"""What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets), and a sign in its place that keeps all positions."""

from __future__ import annotations

import re

_OUTSIDE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
INSTEAD = "\ufffd"


def for_xml(text: str) -> tuple[str, list[tuple[int, str]]]:
    """The text with U+FFFD for each character that XML cannot hold, and where which one stood (code points)."""
    lost = [(found.start(), found[0]) for found in _OUTSIDE.finditer(text)]
    return (_OUTSIDE.sub(INSTEAD, text), lost) if lost else (text, [])


def restored(text: str, lost: list[tuple[int, str]]) -> str:
    """The text as it was."""
    letters = list(text)
    for position, letter in lost:
        if 0 <= position < len(letters):
            letters[position] = letter
    return "".join(letters)


def escaped_json(source: str) -> str:
    """JSON text in which what XML cannot hold is escaped."""
    return _OUTSIDE.sub(lambda found: f"\\u{ord(found[0]):04x}", source)
