"""Names of ours as addresses (IRIs) of the Web, and back. They lead nowhere; they only tell things apart."""

from __future__ import annotations

import re

OURS = "urn:x-tawsim:"
_UNSAFE = re.compile(rb"[^A-Za-z0-9._~-]")
_ESCAPED = re.compile(rb"%([0-9A-Fa-f]{2})")


def iri(what: str, name: str) -> str:
    """``urn:x-tawsim:mark:e1``. Whatever is no plain ASCII letter or digit of the name is percent-encoded."""
    return f"{OURS}{what}:{_UNSAFE.sub(lambda found: b'%%%02X' % found[0][0], name.encode()).decode()}"


def name_of(address: object, what: str) -> str | None:
    """The name that ``iri`` was made of, None for any other address."""
    lead = f"{OURS}{what}:"
    if not isinstance(address, str) or not address.startswith(lead):
        return None
    raw = _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), address[len(lead) :].encode())
    return raw.decode(errors="replace")
