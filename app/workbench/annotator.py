"""Who is working: the name that marks carry as their maker."""

from __future__ import annotations

import os


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
