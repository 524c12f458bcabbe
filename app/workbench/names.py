"""Known names, for telling a clitic from the first letter of a name."""

from __future__ import annotations

from collections.abc import Callable

from app import resources
from app.suggest.gazetteer import Gazetteer


def known_names() -> Callable[[str], bool]:
    """Whether a folded word is a name that the gazetteer has. Reading it takes some tens of milliseconds."""
    texts = {name: resources.text(f"lexicons/{name}.toml") for name in ("places", "names")}
    return Gazetteer.read(texts).knows
