"""Hits as rows of a table, and all of them written to a CSV file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app.exchange.tables import Row, write_csv
from app.store import Store
from app.store.concordance import Hit, HitLine
from app.workbench.jobs import Cancelled, Job
from app.workbench.searching import ORDER, Arrived, Asked, search_corpus

COLUMNS = ("article", "ref", "name", "field", "start", "end", "before", "hit", "after", "source", "published")
_ALL = 10_000_000


def export_hits(job: Job, asked: Asked, path: Path) -> int:
    """Write every hit in the order that is asked for, whole or not at all; how many. Raises ``CannotWrite`` and what
    ``search_corpus`` raises."""
    hits, _ = every_hit(job, replace(asked, listed=_ALL))
    with Store.open(asked.path, readonly=True) as store:
        return write_csv(path, _rows(job, store, hits)) - 1


def every_hit(job: Job, asked: Asked, limit: int | None = None) -> tuple[list[Hit], Arrived]:
    """The hits in their order, and the counts. With a ``limit`` the search stops once there are so many, unless all
    must be known to sort them; then the counts are of what was looked at."""
    hits: list[Hit] = []
    reached = Arrived()

    def deliver(some: Arrived) -> None:
        nonlocal reached
        hits[:] = [] if some.anew else hits
        hits.extend(some.hits)
        reached = some
        if limit is not None and asked.order == ORDER and len(hits) > limit:
            job.cancel()

    try:
        reached = search_corpus(job, asked, deliver)
    except Cancelled:
        if limit is None:
            raise
    return hits[:limit], reached


def row_of(line: HitLine) -> dict[str, object]:
    """A hit by the names of its columns. Positions are code points of its field."""
    values = (line.article, line.ref, line.name, line.field, line.start, line.end)
    return dict(zip(COLUMNS, (*values, line.before, line.exact, line.after, line.source, line.published), strict=True))


def _rows(job: Job, store: Store, hits: list[Hit]) -> Iterator[Row]:
    yield COLUMNS
    for number, hit in enumerate(hits):
        job.report(number, len(hits))
        line = store.concordance.line(hit)
        if line is not None:
            yield ["" if value is None else str(value) for value in row_of(line).values()]
