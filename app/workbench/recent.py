"""What was used last, remembered in the project: the layer, and labels and other actions apart."""

from __future__ import annotations

from app.domain.errors import TawsimError
from app.store import Store

_NOTE = "recent"
_MOST = 8
LABEL = "label."


class Recent:
    """Ids of actions, the one used last first. Nothing is read before somebody asks for it or adds to it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._ids: list[str] | None = None
        self._changed = False

    @property
    def labels(self) -> list[str]:
        """The labels used last, at most eight."""
        return [name for name in self._read() if name.startswith(LABEL)]

    @property
    def acts(self) -> list[str]:
        """The other actions used last, at most eight."""
        return [name for name in self._read() if not name.startswith(LABEL)]

    def use(self, name: str) -> None:
        """Put an action at the head of its list."""
        ids = self._read()
        if ids[:1] == [name]:
            return
        alike = [each for each in ids if each != name and each.startswith(LABEL) == name.startswith(LABEL)][: _MOST - 1]
        others = [each for each in ids if each.startswith(LABEL) != name.startswith(LABEL)]
        self._ids = [name, *alike, *others]
        self._changed = True

    def keep(self) -> None:
        """Write the lists into the project, if there is anything new."""
        import json  # noqa: PLC0415 - the first window does not need it

        if self._changed:
            self._store.set_note(_NOTE, json.dumps(self._read()))
            self._changed = False

    def _read(self) -> list[str]:
        if self._ids is None:
            import json  # noqa: PLC0415 - as above

            try:
                kept = json.loads(self._store.note(_NOTE) or "[]")
            except ValueError:  # the note of another version
                kept = []
            self._ids = [name for name in kept if isinstance(name, str)] if isinstance(kept, list) else []
        return self._ids


def usual_layer(store: Store) -> str | None:
    """The layer this project was last worked in, else the only one that it has."""
    last = store.note("layer")
    if last is not None:
        return last
    layers = store.layers()
    return layers[0] if len(layers) == 1 else None


def last_article(store: Store, layer: str) -> str | None:
    """The article that was open last, unless it is gone or in the bin; else the first of the queue, if there is one."""
    last = store.note("article")
    try:
        if last is not None and not store.desk.card(last).binned:
            return last
    except TawsimError:
        pass
    return next((row.id for row in store.queue(layer, limit=1)), None)
