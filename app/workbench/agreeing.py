"""Agreement over the project: each two layers on the articles that both have done, one article at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from app.domain.annotation import DONE
from app.quality.agreement import ADJUDICATED, Agreement, Work, comparable
from app.store import Store
from app.store.worked import Worked

_ALONE = "no article has been done in two layers"
_ADJUDICATED_ONLY = (
    f"only the layer {ADJUDICATED} and one other have done the same articles, and it was made of that one"
)


@dataclass(slots=True)
class Agreements:
    """Each two layers with their agreement, and the refs of the articles that both have done."""

    found: dict[tuple[str, str], Agreement] = field(default_factory=dict)
    refs: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    done: dict[str, list[str]] = field(default_factory=dict)

    def figures(self) -> dict[str, Any]:
        """As JSON values: ``pairs``, or None there with the ``reason``."""
        if self.found:
            return {"reason": None, "pairs": [each.figures() for _, each in sorted(self.found.items())]}
        two = any(len(layers) > 1 for layers in self.done.values())
        return {"reason": _ADJUDICATED_ONLY if two else _ALONE, "pairs": None}


def agreements(store: Store, cancelled: Callable[[], bool] = lambda: False) -> Agreements:
    """Compare all layers. Stops with what it has when it is cancelled."""
    made = Agreements()
    for ref, works in _by_article(store):
        if cancelled():
            break
        made.done[ref] = list(works)
        for pair, _ in comparable({ref: works}):
            made.refs.setdefault(pair, []).append(ref)
            made.found.setdefault(pair, Agreement(pair)).add(works[pair[0]], works[pair[1]])
    return made


def _by_article(store: Store) -> Iterator[tuple[str, dict[str, Work]]]:
    """The layers that have done each article, with what they made of it."""

    def ref(each: Worked) -> str:
        return each.article.ref

    for name, some in groupby(store.worked(None, (DONE,)), key=ref):
        yield name, {each.layer: Work(each.annotations, each.links) for each in some}
