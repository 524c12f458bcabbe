"""The table of quotes and claims: what a typed filter means, and the jobs that list and export away from the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from app.domain.codebook import CLAIM, QUOTE
from app.domain.text.folding import STRONG, fold_key
from app.exchange.tables import Row, write_csv
from app.store import FrameQuery, FrameRow, Store, Term
from app.store.frames import COLUMNS, PLACE
from app.workbench.bench import Workbench
from app.workbench.jobs import Cancelled, Job

FIRST, AT_ONCE = 200, 200  # rows that are there at once, and rows read together later
FRAMES = (QUOTE, CLAIM)

Names = Mapping[str, Mapping[str, Sequence[str]]]
"""By column (``kind``, ``label``, ``state``, ``speaker``): its values, and the words that they are called by."""


def frames_query(bench: Workbench, whole: bool) -> FrameQuery:
    """All quotes and claims of the open layer: of the open article, or of the ``whole`` project."""
    article = None if whole or bench.article is None else bench.article.id
    return FrameQuery(bench.layer, FRAMES, article)


def terms_of(
    typed: str, names: Names, titles: Mapping[str, str], columns: tuple[str, ...] = COLUMNS
) -> tuple[Term, ...]:
    """What a filter line means: every word must stand somewhere in the row, ``speaker:word`` in that column alone.

    ``titles`` are the folded names of the columns, ``columns`` are those of the table. A word also means the values
    that are called by words beginning with it: the interface shows those and not what the project keeps.
    """
    return tuple(filter(None, (_term(word, names, titles, columns) for word in typed.split())))


def list_frames(job: Job, project: Path, query: FrameQuery, deliver: Callable[[list[str], bool], None]) -> None:
    """Hand over the ids that the query leaves, the first ones as soon as they are there; then whether it is all.

    Raises ``Cancelled`` when nobody waits any more.
    """
    with Store.open(project, readonly=True) as store:
        if query.order == PLACE:
            first = store.frames.ids(query, limit=FIRST, stop=job.cancelled) if not job.cancelled() else []
            deliver(first, len(first) < FIRST)
            if len(first) < FIRST:
                return
        if job.cancelled():
            raise Cancelled
        deliver(store.frames.ids(query, stop=job.cancelled), True)


def export_frames(
    job: Job, project: Path, query: FrameQuery, path: Path, header: Row, cells: Callable[[FrameRow], Row]
) -> int:
    """Write what the query leaves as CSV, whole or not at all; how many rows. Raises ``CannotWrite``, ``Cancelled``."""
    with Store.open(project, readonly=True) as store, store.snapshot():
        found = store.frames.ids(query, stop=job.cancelled)
        return write_csv(path, _lines(job, store, found, header, cells)) - 1


def sorted_by(query: FrameQuery, column: str) -> FrameQuery:
    """The query in the order of ``column``; where it is already, the other way round, and then as in the articles."""
    if query.order != column:
        return replace(query, order=column, descending=False)
    return replace(query, descending=True) if not query.descending else replace(query, order=PLACE, descending=False)


def _lines(job: Job, store: Store, found: list[str], header: Row, cells: Callable[[FrameRow], Row]) -> Iterator[Row]:
    yield header
    for first in range(0, len(found), AT_ONCE):
        job.report(first, len(found))
        yield from map(cells, store.frames.rows(found[first : first + AT_ONCE]))


def _term(word: str, names: Names, titles: Mapping[str, str], every: tuple[str, ...]) -> Term | None:
    title, colon, rest = word.partition(":")
    column = titles.get(fold_key(title, STRONG)) if colon else None
    key = fold_key(rest if column else word, STRONG)
    if not key:
        return None
    columns = (column,) if column else every
    exact = tuple(
        (name, value)
        for name in columns
        for value, called in names.get(name, {}).items()
        if any(fold_key(each, STRONG).startswith(key) for each in called)
    )
    return Term(key, columns, exact)
