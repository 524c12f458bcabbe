"""Identifiers: UUID version 7 as text, so that ids sort by the time they were made."""

from __future__ import annotations

import os
import time

_last = 0
_NAMESPACE_URL = bytes.fromhex("6ba7b8119dad11d180b400c04fd430c8")
_VERSION_BITS = (0xF << 76) | (0b11 << 62)


def new_id() -> str:
    """A new UUIDv7 (RFC 9562, section 5.7) as 36 characters of text.

    The 12 bits after the millisecond carry a finer clock, and a call never returns less than the one before,
    so ids made in one process sort in the order of their making.
    """
    global _last
    ticks = time.time_ns() * 4096 // 1_000_000  # milliseconds with 12 more bits of fraction
    _last = ticks = max(ticks, _last + 1)
    millis, fraction = divmod(ticks, 4096)
    tail = int.from_bytes(os.urandom(8)) & ((1 << 62) - 1)
    return _written((millis << 80) | (0x7 << 76) | (fraction << 64) | (0b10 << 62) | tail)


def derived_id(*parts: str) -> str:
    """The same id for the same parts, always: for an imported id that is taken, so that two imports add one.

    A UUID of version 5 (RFC 9562, section 5.5), made here: a file in which every article calls its marks e1, e2 ...
    needs one for each mark, and ``uuid`` takes several times as long."""
    from hashlib import sha1  # noqa: PLC0415 - brings OpenSSL, and only an import of files needs it

    made = sha1(_NAMESPACE_URL + ("tawsim:" + "\x1f".join(parts)).encode(), usedforsecurity=False).digest()[:16]
    return _written(int.from_bytes(made) & ~_VERSION_BITS | (0x5 << 76) | (0b10 << 62))


def _written(number: int) -> str:
    digits = f"{number:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
