"""How WebAnno TSV 3 writes texts and values (https://inception-project.github.io, user guide, "WebAnno TSV 3.3")."""

from __future__ import annotations

import re

NULL_VALUE, NULL_COLUMN = "*", "_"
_PLAIN = {"\t": "t", "\n": "n", "\f": "f", "\r": "r", "\b": "b", "\\": "\\"}
_BACK = {letter: char for char, letter in _PLAIN.items()}
_IN_TEXT = re.compile(r"[\x00-\x07\x0e-\x1f\t\n\f\r\x08\\]")
_TEXT_ESCAPE = re.compile(r"\\([\x00-\x07\x0e-\x1ftnfrb\\])", re.DOTALL)
_IN_VALUE = re.compile(r"->|[\\\[\]|_;\t\n\r*]")
_VALUE_ESCAPE = re.compile(r"\\(->|[\\\[\]|_;tnr*])")


def escaped_text(text: str) -> str:
    """A line of the text: a backslash before control characters, and the usual letters for white space."""
    return _IN_TEXT.sub(lambda found: "\\" + _PLAIN.get(found[0], found[0]), text)


def text_of(escaped: str) -> str:
    return _TEXT_ESCAPE.sub(lambda found: _BACK.get(found[1], found[1]), escaped)


def escaped_value(value: str) -> str:
    """A feature's value: a backslash before each sign that means something in a column."""
    return _IN_VALUE.sub(lambda found: "\\" + _PLAIN.get(found[0], found[0]), value)


def value_of(escaped: str) -> str:
    return _VALUE_ESCAPE.sub(lambda found: _BACK.get(found[1], found[1]), escaped)


def parted(column: str, separator: str) -> list[str]:
    """The parts of a column between separators that no backslash takes away."""
    parts, begun, at = [], 0, 0
    while at < len(column):
        if column[at] == "\\":
            at += 1
        elif column[at] == separator:
            parts.append(column[begun:at])
            begun = at + 1
        at += 1
    return [*parts, column[begun:]]


_ID = re.compile(r"\[([0-9_]+)\]$")


def with_id(part: str) -> tuple[str, str | None]:
    """A part and the disambiguation ids behind it, if there are any."""
    found = _ID.search(part)
    if found is None or (len(part[: found.start()]) - len(part[: found.start()].rstrip("\\"))) % 2:
        return part, None
    return part[: found.start()], found[1]
