"""Who is working, in which layer, and when: what marks carry of their making."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from app.store import Store


def annotator() -> str:
    """Who is working, on one line and without signs that cannot be shown or stored."""
    name = os.environ.get("TAWSIM_ANNOTATOR", "")
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in name).split())
    if plain:
        return plain
    import getpass  # noqa: PLC0415 - no window waits for it where the name is given

    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run as a number that has no name
        return "annotator"


def now() -> str:
    """The time in UTC to the second, as RFC 3339."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def usual_layer(store: Store) -> str | None:
    """The layer this project was last worked in, else the only one that it has."""
    last = store.note("layer")
    if last is not None:
        return last
    layers = store.layers()
    return layers[0] if len(layers) == 1 else None
