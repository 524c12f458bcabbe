"""What stands between words, written into one column of a line as UDPipe does it, and back."""

from __future__ import annotations

import re

COMMENT = "tawsim"
"""The comment with what is known of an article."""

_NAMED = {"\\": "\\\\", " ": "\\s", "\t": "\\t", "\n": "\\n", "\r": "\\r", "|": "\\p", "\u00a0": "\\u00a0"}
_BACK = {"\\": "\\", "s": " ", "t": "\t", "n": "\n", "r": "\r", "p": "|"}
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_PLAIN = re.compile(r"[^\W_]")
_BREAKS = re.compile("[\t\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def escaped(gap: str) -> str:
    """Space as ``\\s``, a line break as ``\\n``; what is no letter or digit by its number, as UDPipe would leave it."""
    return "".join(_NAMED.get(sign) or (sign if _PLAIN.match(sign) else _by_number(sign)) for sign in gap)


def unescaped(word: str) -> str:
    """What ``escaped`` wrote; what is no escape stands for itself."""

    def sign(found: re.Match[str]) -> str:
        number = found[1] or found[2]
        return chr(int(number, 16)) if number else _BACK.get(found[3], found[0])

    return _ESCAPE.sub(sign, word)


def one_line(text: str) -> str:
    """A text as it can stand in a comment."""
    return _BREAKS.sub(" ", text)


def _by_number(sign: str) -> str:
    point = ord(sign)
    return f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}"
