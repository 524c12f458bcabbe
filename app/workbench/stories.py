"""Stories: the groups of articles that are reprints of one another, which no split may part."""

from __future__ import annotations

from app.store import Store
from app.workbench.reprints import clusters


def stories(store: Store) -> list[list[str]]:
    """Every group of at least two near-duplicates, by ref; looked for completely before the answer.

    Looking for them writes what it finds; ``ReadOnlyProject`` where that cannot be and something is still to be
    looked at.
    """
    return [[store.article(article).ref for article in cluster] for cluster in clusters(store)]
