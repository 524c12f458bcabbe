"""The queue as the analyst has set it: which articles, in what order, and by which rule the next one comes."""

from __future__ import annotations

import json
from array import array
from collections.abc import Sequence
from dataclasses import asdict, field, replace
from typing import TYPE_CHECKING

from app.domain.annotation import IN_PROGRESS, NEW
from app.domain.card import Card
from app.domain.edit import Edit
from app.domain.values import frozen
from app.store.queue import DOUBT, LENGTH, ORDER, QueueQuery, QueueRow
from app.workbench.announcing import Announcer

if TYPE_CHECKING:
    from app.workbench.bench import Workbench

IN_ORDER, RANDOM, LEAST_CERTAIN, SHORTEST, SAMPLE = "order", "random", "doubt", "shortest", "sample"
RULES = (IN_ORDER, RANDOM, LEAST_CERTAIN, SHORTEST, SAMPLE)
_VIEWS = "queue.views"  # the project's note
_SAMPLE = 1000
_PAGE = 100


@frozen
class View:
    """A filter with its sort and the rule for the next article; saved in the project under a name.

    The same ``seed`` gives the same random way through the same articles.
    """

    query: QueueQuery = field(default_factory=QueueQuery)
    rule: str = IN_ORDER
    seed: int = 1


class Queueing:
    """The queue of one bench. ``changed`` tells that other articles are listed, or in another order.

    A filtered list stays as it is while one works in it, until it is asked for anew: no row goes from under the hands.
    """

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self.view = View()
        self.changed: Announcer[Queueing] = Announcer()
        self._ranks: array[int] | None = None
        self._way: array[int] | None = None
        self._trail: list[str] = []
        bench.edited.listen(self._follow)

    # the list

    @property
    def query(self) -> QueueQuery:
        return self.view.query

    def show(self, view: View) -> None:
        """List by another filter, sort or rule."""
        if view.rule != self.view.rule or view.seed != self.view.seed:
            self._trail.clear()
        self.view = view
        self.reload()

    def look_for(self, words: str) -> None:
        """List what the words find, filtered and sorted as before."""
        self.show(replace(self.view, query=replace(self.query, words=words)))

    def reload(self) -> None:
        """Ask anew: articles came, another layer is open, or a filter holds for others now."""
        self._ranks = self._way = None
        self.changed.tell(self)

    def count(self) -> int:
        """How many articles are listed."""
        if self.query.plain:
            return self._bench.store.desk.count(self._bench.layer, self.query)
        return len(self._listed())

    def page(self, offset: int, limit: int) -> list[QueueRow]:
        """The rows from ``offset`` on."""
        desk, layer = self._bench.store.desk, self._bench.layer
        if self.query.plain:
            return desk.page(layer, self.query, offset, limit)
        return desk.rows(layer, self._listed()[offset : offset + limit])

    def number_of(self, article: str) -> int:
        """Where the article is listed; -1 when it is not."""
        desk = self._bench.store.desk
        if self.query.plain:
            place = desk.position(self._bench.layer, article, self.query)
            return -1 if place is None else place
        rank = desk.rank(article)
        listed = self._listed()
        return listed.index(rank) if rank in listed else -1

    def _listed(self) -> array[int]:
        if self._ranks is None:
            self._ranks = self._bench.store.desk.ranks(self._bench.layer, self.query)
        return self._ranks

    # the next article

    def step(self, by: int, unfinished: bool = False) -> str | None:
        """The id of the article that comes next by the rule, or before (``by`` is -1); None when there is none."""
        if self.view.rule == IN_ORDER:
            return self._beside(by, unfinished)
        return self._on() if by > 0 else self._back()

    def _beside(self, by: int, unfinished: bool) -> str | None:
        article = self._bench.article
        here = self.number_of(article.id) if article is not None else -1
        place = here + by if here >= 0 else 0
        while place >= 0:
            rows = self.page(place, _PAGE if unfinished else 1)
            if not rows:
                return None
            for row in rows:
                if not unfinished or row.status in (NEW, IN_PROGRESS):
                    return row.id
            place += len(rows)
        return None

    def _on(self) -> str | None:
        """The first on the way that is unfinished and was not open since the rule was set."""
        article = self._bench.article
        if article is not None and article.id not in self._trail:
            self._trail.append(article.id)
        if article is not None and self._trail and article.id != self._trail[-1]:
            return self._trail[self._trail.index(article.id) + 1]
        seen, way = set(self._trail), self._went()
        for first in range(0, len(way), _PAGE):
            for row in self._bench.store.desk.rows(self._bench.layer, way[first : first + _PAGE]):
                if row.id not in seen and row.status in (NEW, IN_PROGRESS):
                    return row.id
        return None

    def _back(self) -> str | None:
        article = self._bench.article
        if article is None or article.id not in self._trail:
            return self._trail[-1] if self._trail else None
        place = self._trail.index(article.id)
        return self._trail[place - 1] if place else None

    def _went(self) -> Sequence[int]:
        """All listed articles in the order of the rule. What is least certain is asked anew: work changes it."""
        if self.view.rule == LEAST_CERTAIN:
            return self._sorted(DOUBT)
        if self._way is None:
            if self.view.rule == SHORTEST:
                self._way = self._sorted(LENGTH)
            elif self.view.rule == SAMPLE:
                listed = self._sorted(ORDER)
                self._way = array("q", sample(self._bench.store.desk.strata(), listed, self.view.seed))
            else:
                self._way = self._sorted(ORDER)
                from random import Random  # noqa: PLC0415 - few walk at random, and no window waits for it

                Random(self.view.seed).shuffle(self._way)
        return self._way

    def _sorted(self, sort: str) -> array[int]:
        return self._bench.store.desk.ranks(self._bench.layer, replace(self.query, sort=sort, descending=False))

    def _follow(self, edit: Edit) -> None:
        if any(
            getattr(change.before, "binned", False) is not getattr(change.after, "binned", False)
            for change in edit.changes
            if isinstance(change.record, Card)
        ):
            self.reload()

    # saved views

    def views(self) -> dict[str, View]:
        """The views that were saved in the project, by name."""
        try:
            kept = json.loads(self._bench.store.note(_VIEWS) or "{}")
            return {name: _view(fields) for name, fields in sorted(kept.items())}
        except (ValueError, TypeError, AttributeError):  # the note of another version
            return {}

    def save(self, name: str, view: View | None = None) -> None:
        """Keep a view under a name, the one that is shown unless another is given."""
        self._keep({**self.views(), name: view or self.view})

    def forget(self, name: str) -> None:
        """Keep the view of that name no longer."""
        self._keep({each: view for each, view in self.views().items() if each != name})

    def _keep(self, views: dict[str, View]) -> None:
        note = json.dumps({name: asdict(view) for name, view in views.items()}, ensure_ascii=False, sort_keys=True)
        self._bench.store.set_note(_VIEWS, note)


def sample(strata: dict[tuple[str, str], list[int]], among: Sequence[int], seed: int, most: int = _SAMPLE) -> list[int]:
    """At most ``most`` row numbers, each stratum with its share: the longer the walk, the nearer to the whole.

    Within a stratum the order is random; the n-th of its articles stands at (n - 1/2) / size of the way.
    """
    from random import Random  # noqa: PLC0415 - as above

    allowed = set(among)
    part = min(1.0, most / len(allowed)) if allowed else 0.0
    placed: list[tuple[float, float, int]] = []
    for key in sorted(strata):
        choose = Random(f"{seed}/{key[0]}/{key[1]}")
        here = [rank for rank in strata[key] if rank in allowed]
        drawn = choose.sample(here, min(len(here), round(len(here) * part) + 1))
        placed += [((number + 0.5) / len(here), choose.random(), rank) for number, rank in enumerate(drawn)]
    return [rank for _, _, rank in sorted(placed)[:most]]


def _view(fields: dict[str, object]) -> View:
    made = View(**fields)  # type: ignore[arg-type]
    query = dict(made.query)  # type: ignore[call-overload]
    lists = {name: tuple(query[name]) for name in ("statuses", "priorities", "label") if query.get(name) is not None}
    return replace(made, query=QueueQuery(**{**query, **lists}))
