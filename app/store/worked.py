"""Articles together with what layers made of them, read many at a time: four queries for a hundred articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from app.domain.annotation import (
    ENTRY_END,
    EXCLUDED,
    NEW,
    STATUSES,
    SUGGESTED,
    Annotation,
    Link,
    Progress,
    RegisterEntry,
)
from app.domain.article import Article
from app.domain.values import frozen
from app.store import articles, layers
from app.store.file import ProjectFile
from app.store.records import compact
from app.store.rows import ANNOTATION, ENTRY, LINK, PROGRESS, annotations_of, entry_of, link_of, progress_of

_PAGE = 100
_NAMES = 2000  # refs are short: the way to the few articles that were begun among many is taken in longer steps

# Suggestions alone are nobody's work: marks that were carried over to a reprint that nobody has opened yet.
_BEGUN = """
    EXISTS (SELECT 1 FROM annotation INDEXED BY annotation_place
        WHERE layer = ?{n} AND annotation.article = rank AND state <> 'suggested')
    OR EXISTS (SELECT 1 FROM progress WHERE progress.article = rank AND layer = ?{n})
"""
_NEXT = """
    SELECT rank, ref FROM article WHERE ref > ?1 AND rank NOT IN (SELECT article FROM shelf WHERE binned = 1) AND ({})
    ORDER BY ref LIMIT {}
"""
_USUAL = frozenset(STATUSES) - {EXCLUDED}
_OF_THESE = "WHERE layer = ? AND article IN (SELECT value FROM json_each(?))"


@frozen
class Worked:
    """One article with all that one layer says of it, the annotations in no order; ``register`` has the entries that
    its links point to."""

    article: Article
    layer: str
    annotations: Sequence[Annotation]
    links: Sequence[Link]
    register: Mapping[str, RegisterEntry]
    progress: Progress


def worked(file: ProjectFile, layer: str | None, statuses: Collection[str]) -> Iterator[Worked]:
    """What each layer, or the one, made of the articles that it began, by the article's ref, then the layer.

    ``statuses`` leaves only the articles that the layer has brought that far; empty: all but those that it has
    excluded. What lies in the bin is never among them. Some are held at a time, however many there are.
    """
    names = layers.layers(file) if layer is None else [layer]
    for found in _batches(file, names):
        yield from _of_batch(file, found, names, frozenset(statuses) or _USUAL)


def count_worked(file: ProjectFile, layer: str | None, statuses: Collection[str]) -> int:
    """How many ``worked`` gives."""
    names = layers.layers(file) if layer is None else [layer]
    return sum(_count(file, name, frozenset(statuses) or _USUAL) for name in names)


def _count(file: ProjectFile, layer: str, statuses: frozenset[str]) -> int:
    begun = (
        "SELECT article FROM annotation INDEXED BY annotation_place WHERE layer = ?1 AND state <> 'suggested' "
        "UNION SELECT article FROM progress INDEXED BY progress_queue WHERE layer = ?1"
    )
    sql = f"""
        SELECT count(*) FROM ({begun}) AS begun LEFT JOIN progress ON progress.article = begun.article AND layer = ?1
        WHERE coalesce(status, '{NEW}') IN (SELECT value FROM json_each(?2))
            AND begun.article NOT IN (SELECT article FROM shelf WHERE binned = 1)
    """
    return int(file.value(sql, (layer, compact(sorted(statuses)))))


def _batches(file: ProjectFile, names: list[str]) -> Iterator[dict[int, Article]]:
    """The articles that some of the layers began, by row number, in the order of ref."""
    if not names:
        return
    begun = " OR ".join(_BEGUN.format(n=number) for number in range(2, len(names) + 2))
    sql = _NEXT.format(begun, _NAMES)
    found = file.rows(sql, ("", *names))
    while found:
        for at in range(0, len(found), _PAGE):
            yield articles.by_rank(file, [rank for rank, _ in found[at : at + _PAGE]])
        found = file.rows(sql, (found[-1][1], *names))


def _of_batch(
    file: ProjectFile, found: dict[int, Article], names: list[str], statuses: frozenset[str]
) -> Iterator[Worked]:
    made: dict[tuple[int, str], Worked] = {}
    for name in names:
        made |= _of_layer(file, found, name)
    for rank in found:
        for name in names:
            each = made.get((rank, name))
            if each is not None and each.progress.status in statuses:
                yield each


def _of_layer(file: ProjectFile, found: dict[int, Article], layer: str) -> dict[tuple[int, str], Worked]:
    place = (layer, compact(list(found)))
    marks: defaultdict[int, list[Annotation]] = defaultdict(list)
    rows = file.rows(f"SELECT {ANNOTATION.columns} FROM annotation INDEXED BY annotation_place {_OF_THESE}", place)
    ids = {rank: article.id for rank, article in found.items()}
    for row, mark in zip(rows, annotations_of(rows, ids), strict=True):
        marks[row[1]].append(mark)
    links: defaultdict[int, list[Link]] = defaultdict(list)
    for row in file.rows(f"SELECT {LINK.columns} FROM link INDEXED BY link_place {_OF_THESE} ORDER BY id", place):
        links[row[1]].append(link_of(row, found[row[1]].id))
    progress = {
        row[0]: progress_of(row, found[row[0]].id)
        for row in file.rows(f"SELECT {PROGRESS.columns} FROM progress {_OF_THESE}", place)
    }
    register = _entries(file, links)
    return {
        (rank, layer): Worked(
            article=article,
            layer=layer,
            annotations=marks[rank],
            links=links[rank],
            register=register,
            progress=progress.get(rank) or Progress(article.id, layer),
        )
        for rank, article in found.items()
        if rank in progress or any(mark.state != SUGGESTED for mark in marks.get(rank, ()))
    }


def _entries(file: ProjectFile, links: Mapping[Any, list[Link]]) -> dict[str, RegisterEntry]:
    named = {link.target.value for some in links.values() for link in some if link.target.kind == ENTRY_END}
    if not named:
        return {}
    sql = f"SELECT {ENTRY.columns} FROM entry WHERE id IN (SELECT value FROM json_each(?))"
    return {row[0]: entry_of(row) for row in file.rows(sql, (compact(sorted(named)),))}
