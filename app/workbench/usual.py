"""In which layer a project is opened."""

from __future__ import annotations

from app.store import Store


def usual_layer(store: Store) -> str | None:
    """The layer this project was last worked in, else the only one that it has."""
    last = store.note("layer")
    if last is not None:
        return last
    layers = store.layers()
    return layers[0] if len(layers) == 1 else None
