"""The quiet sign that a row of the queue has for reprints of its article: how many there are."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from app.domain.errors import TawsimError
from app.store import QueueRow, Store
from app.ui.words import tr


class ReprintSigns:
    """Known for the pages of the queue that are looked at; asked once a page."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._counts: dict[str, int] = {}

    def know(self, rows: Iterable[QueueRow]) -> None:
        """Ask for a page of the queue."""
        with suppress(TawsimError):  # a sign less: whatever is wrong is told where it matters
            self._counts |= self._store.reprints.counts(row.id for row in rows)

    def sign(self, row: QueueRow) -> str:
        """What stands before the title, where nothing cuts it off; empty for an article without reprints."""
        count = self._counts.get(row.id, 0)
        return f"≈{count}  " if count else ""

    def words(self, row: QueueRow) -> str:
        """The same as it is read out."""
        count = self._counts.get(row.id, 0)
        return tr("%n reprints", count) if count else ""
