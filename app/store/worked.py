"""Articles together with what layers made of them, one after the other in the order of ref."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

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
from app.store.rows import ENTRY, LINK, MARKS, PROGRESS, annotations_of, entry_of, link_of, progress_of

_PAGE = 10  # texts that are held at a time
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

# One article at a time, though that is a hundred thousand questions: what is held then lies in the processor's own
# memory until it is written, and neither article nor layer need be read with each row.
_MARKS = f"SELECT {MARKS} FROM annotation INDEXED BY annotation_place WHERE layer = ? AND article = ?"
_LINKS = f"SELECT {LINK.columns} FROM link INDEXED BY link_place WHERE layer = ? AND article = ? ORDER BY id"
_PROGRESS = f"SELECT {PROGRESS.columns} FROM progress WHERE layer = ? AND article = ?"
_ENTRIES = f"SELECT {ENTRY.columns} FROM entry WHERE id IN (SELECT value FROM json_each(?))"


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
    excluded. What lies in the bin is never among them. A few are held at a time, however many there are.
    """
    names = layers.layers(file) if layer is None else [layer]
    wanted = frozenset(statuses) or _USUAL
    for found in _batches(file, names):
        for rank, article in found.items():
            for name in names:
                made = _of_article(file, rank, article, name, wanted)
                if made is not None:
                    yield made


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


def _of_article(file: ProjectFile, rank: int, article: Article, layer: str, statuses: frozenset[str]) -> Worked | None:
    """None where the layer has not begun with the article, or has not brought it as far."""
    place = (layer, rank)
    row = file.row(_PROGRESS, place)
    progress = progress_of(row, article.id) if row else Progress(article.id, layer)
    if progress.status not in statuses:
        return None
    marks = annotations_of(file.rows(_MARKS, place), article.id, layer)
    if row is None and all(mark.state == SUGGESTED for mark in marks):
        return None
    links = [link_of(each, article.id) for each in file.rows(_LINKS, place)]
    return Worked(article, layer, marks, links, _entries(file, links), progress)


def _entries(file: ProjectFile, links: list[Link]) -> dict[str, RegisterEntry]:
    named = {link.target.value for link in links if link.target.kind == ENTRY_END}
    if not named:
        return {}
    return {row[0]: entry_of(row) for row in file.rows(_ENTRIES, (compact(sorted(named)),))}
