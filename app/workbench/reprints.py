"""Reprints of a story: found in the background, shown as a list, and asked for by whoever must not part them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.domain.article import Article
from app.domain.codebook import Codebook
from app.domain.text.aligning import Alignment, Stretch
from app.domain.text.reprints import Gist, gist, likeness
from app.store import Store
from app.workbench.jobs import Job

MOST = 100
LEAST, MOST_ALIKE = 0.3, 0.95  # below, stories are joined that only quote the same words; above, every cut parts them
_AT_A_TIME = 50  # articles at which the worker looks before other work has its turn, and that it holds in memory
Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose reprints are asked for, and in which layer; nothing is asked of the bench while it runs."""

    path: Path
    layer: str
    article: str
    readonly: bool = False


@dataclass(frozen=True, slots=True)
class Print:
    """One reprint of the article: ``likeness`` is the share of the shorter text that stands in the longer, ``length``
    is in code points, ``marks`` are accepted, ``suggested`` not decided yet."""

    article: str
    name: str
    source: str | None
    published: str | None
    status: str
    marks: int
    suggested: int
    length: int
    likeness: float
    rtl: bool


@dataclass(frozen=True, slots=True)
class Family:
    """The reprints of an article, the likest first; ``more`` are not shown. ``marks`` are its own. At ``unseen``
    articles nobody looked yet, and nobody can while the project is open only for reading. ``least`` is the share of
    the shorter text from which on articles are called reprints."""

    prints: tuple[Print, ...]
    more: int
    marks: int
    unseen: int
    least: float


def excluded_zones(codebook: Codebook) -> frozenset[str]:
    """Zones whose words belong to no story."""
    return frozenset(zone.id for zone in codebook.zones if zone.excluded)


def look_on(_job: Job, path: Path) -> int:
    """Look for reprints of some articles at which nobody looked yet; how many are left. Short, so that it can be
    repeated between other work."""
    with Store.open(path) as store:
        return store.reprints.look_at_some(excluded_zones(store.codebook()), _AT_A_TIME)


def make_ready(store: Store, report: Report = lambda done, total: None) -> None:
    """Look at whatever was not looked at yet. ``report`` gets the articles done and in all."""
    excluded = excluded_zones(store.codebook())
    total = left = store.reprints.left()
    while left:
        report(total - left, total)
        left = store.reprints.look_at_some(excluded)


def clusters(store: Store, report: Report = lambda done, total: None) -> list[list[str]]:
    """Article ids of every cluster of near-duplicates, each by import: all of them, also in a store that only reads.

    Raises ``ReadOnlyProject`` when articles were not looked at yet and the file cannot be written.
    """
    if store.reprints.left():
        with _writing(store) as open_:
            make_ready(open_, report)
    return store.reprints.clusters()


def family(job: Job, asked: Asked) -> Family:
    """The reprints of an article, once all articles are looked at. ``Cancelled`` when it is stopped."""
    with Store.open(asked.path, readonly=asked.readonly) as store:
        if not asked.readonly:
            make_ready(store, job.report)
        ids = store.reprints.reprints_of(asked.article, MOST)
        excluded = excluded_zones(store.codebook())
        own = _gist(store.article(asked.article), excluded)
        prints = []
        for number, other in enumerate(ids):
            job.report(number, len(ids))
            prints.append(_print(store, other, own, asked.layer, excluded))
        more = store.reprints.counts([asked.article]).get(asked.article, 0) - len(ids)
        marks, _ = store.reprints.marks_of(asked.article, asked.layer)
        unseen = store.reprints.left()
        least = store.reprints.threshold()
    prints.sort(key=lambda each: -each.likeness)
    return Family(tuple(prints), more, marks, unseen, least)


def ask_more(_job: Job, path: Path, step: float) -> float:
    """Call reprints what is liker than now by ``step`` (or less like), in the whole project; the new least likeness.
    What was found is forgotten, and all articles are looked at anew."""
    with Store.open(path) as store:
        least = min(max(round(store.reprints.threshold() + step, 2), LEAST), MOST_ALIKE)
        store.reprints.set_threshold(least)
    return least


def changes(_job: Job, path: Path, one: str, other: str) -> list[Stretch]:
    """Both texts as one, in reading order (``Alignment.stretches``)."""
    with Store.open(path, readonly=True) as store:
        return list(Alignment(store.article(one).text, store.article(other).text).stretches())


@contextmanager
def _writing(store: Store) -> Iterator[Store]:
    """The store itself, or where it only reads, another of the same project that writes."""
    if not store.readonly:
        yield store
        return
    with Store.open(store.path) as other:
        yield other


def _print(store: Store, article: str, own: Gist, layer: str, excluded: frozenset[str]) -> Print:
    found = store.article(article)
    marks, suggested = store.reprints.marks_of(article, layer)
    return Print(
        article=found.id,
        name=found.name,
        source=found.meta.source,
        published=found.meta.published,
        status=store.progress(article, layer).status,
        marks=marks,
        suggested=suggested,
        length=len(found.text),
        likeness=likeness(own, _gist(found, excluded)),
        rtl=found.direction == "rtl",
    )


def _gist(article: Article, excluded: frozenset[str]) -> Gist:
    return gist(article.text, [zone.span for zone in article.zones if zone.name in excluded])
