"""Names for the files of many articles: each its own, readable, and allowed on every system and in archives."""

from __future__ import annotations

import regex

_NOT_IN_NAMES = regex.compile(r"[^\p{L}\p{M}\p{N}._-]+")
_MOST_BYTES = 120  # file systems take 255, and suffixes and temporary names come on top


def file_name(number: int, ref: str) -> str:
    """``number`` (from 1) and what of the ref can stand in a name; without a suffix. The number makes it unique."""
    words = _NOT_IN_NAMES.sub("-", ref).strip("-.")
    short = words.encode()[:_MOST_BYTES].decode(errors="ignore").rstrip("-.")
    return f"{number:05}-{short}" if short else f"{number:05}"
