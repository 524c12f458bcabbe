"""What each layer has made of which article, and how much of it there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.annotation import DONE
from app.domain.codebook import CLAIM, CUE, ENTITY, QUOTE
from app.store.edits import ranks_of
from app.store.file import ProjectFile
from app.store.records import compact

# Each of these steps from one layer or article to the next in the index: they take as long as there are such, not rows.
_LAYERS_IN = """
    WITH RECURSIVE step (layer) AS (
        SELECT min(layer) FROM {table}
        UNION ALL
        SELECT (SELECT min(layer) FROM {table} WHERE layer > step.layer) FROM step WHERE step.layer IS NOT NULL
    )
    SELECT layer FROM step WHERE layer IS NOT NULL
"""
_ARTICLES_OF = """
    WITH RECURSIVE step (article) AS (
        SELECT min(article) FROM annotation WHERE layer = ?1 AND state <> 'suggested'
        UNION ALL
        SELECT (
            SELECT min(article) FROM annotation WHERE layer = ?1 AND article > step.article AND state <> 'suggested'
        )
        FROM step WHERE step.article IS NOT NULL
    )
    SELECT ref, ?1, id FROM article INDEXED BY article_queue WHERE rank IN (
        SELECT article FROM step WHERE article IS NOT NULL UNION SELECT article FROM progress WHERE layer = ?1
    ) AND rank NOT IN (SELECT article FROM progress WHERE layer = ?1 AND status = 'excluded')
        AND rank NOT IN (SELECT article FROM shelf WHERE binned = 1)
"""
_HAS_WORK = """
    SELECT EXISTS (SELECT 1 FROM annotation INDEXED BY annotation_place WHERE layer = ?1 AND article = ?2)
        OR EXISTS (SELECT 1 FROM progress WHERE article = ?2 AND layer = ?1)
"""
_NOT_BEGUN = """
    SELECT rank, id FROM article
    WHERE rank > :after {which}
        AND NOT EXISTS (SELECT 1 FROM progress WHERE progress.article = rank)
        AND NOT EXISTS (
            SELECT 1 FROM json_each(:layers) AS each CROSS JOIN annotation INDEXED BY annotation_place
            WHERE annotation.layer = each.value AND annotation.article = article.rank
        )
    ORDER BY rank LIMIT :limit
"""
_KINDS = {"entities": ENTITY, "quotes": QUOTE, "claims": CLAIM, "cues": CUE}


def layers(file: ProjectFile) -> list[str]:
    """Every layer with an annotation or progress, sorted."""
    found = {row[0] for table in ("annotation", "progress") for row in file.rows(_LAYERS_IN.format(table=table))}
    return sorted(found)


def layers_of(file: ProjectFile, article: str) -> list[str]:
    """The layers that have done something with the article, sorted."""
    rank = ranks_of(file, (article,))[article]
    return [layer for layer in layers(file) if file.value(_HAS_WORK, (layer, rank))]


def not_begun(file: ProjectFile, source: str | None, after: int, limit: int) -> list[tuple[int, str]]:
    """Row numbers and ids of the next articles behind the row ``after`` with which no layer has begun; of one source
    when it is given."""
    which = "" if source is None else "AND article.source = :source"
    values = {"source": source, "after": after, "limit": limit, "layers": compact(layers(file))}
    return [(row[0], row[1]) for row in file.rows(_NOT_BEGUN.format(which=which), values)]


def work(file: ProjectFile, layer: str | None) -> Iterator[tuple[str, str]]:
    """Article ids and layers with a mark that somebody decided, or with progress, by the article's ref, then the layer.
    What the layer has excluded, and what lies in the bin, is left out.

    Suggestions alone are nobody's work: marks that were carried over to a reprint that nobody has opened yet."""
    found = [row for each in (layers(file) if layer is None else [layer]) for row in file.rows(_ARTICLES_OF, (each,))]
    for _, name, article in sorted(found):
        yield article, name


def counts(file: ProjectFile, layer: str | None) -> dict[str, int]:
    """Articles in all, and of the layer (of all layers when None): articles done, accepted marks by kind, links, and
    rows of the journal."""
    one = "layer = ?1" if layer is not None else "?1 IS NULL"
    kinds: dict[str, int] = dict(
        file.rows(
            "SELECT kind, count(*) FROM annotation INDEXED BY annotation_place "
            f"WHERE {one} AND state = 'accepted' GROUP BY kind",
            (layer,),
        )
    )
    done = f"SELECT count(DISTINCT article) FROM progress INDEXED BY progress_queue WHERE {one} AND status = '{DONE}'"
    return {
        "articles": file.value("SELECT count(*) FROM shelf WHERE binned = 0"),
        "done": file.value(done, (layer,)),
        **{name: kinds.get(kind, 0) for name, kind in _KINDS.items()},
        "links": file.value(f"SELECT count(*) FROM link INDEXED BY link_place WHERE {one}", (layer,)),
        "edits": file.value(f"SELECT count(*) FROM journal INDEXED BY journal_stack WHERE {one}", (layer,)),
    }


def label_counts(file: ProjectFile) -> dict[tuple[str, str], int]:
    """How many marks, of every layer and state, have each kind and label."""
    rows = file.rows("SELECT kind, label, count(*) FROM annotation GROUP BY kind, label")
    return {(kind, label): count for kind, label, count in rows}


def work_on(file: ProjectFile, kind: str, labels: Iterable[str] | None) -> list[tuple[str, str]]:
    """Article ids and layers with marks of the kind, of some labels or of any, by rank, then layer."""
    wanted = None if labels is None else list(labels)
    among = "" if wanted is None else f"AND label IN ({', '.join('?' * len(wanted))})"
    rows = file.rows(
        f"SELECT article.id, layer FROM (SELECT DISTINCT article, layer FROM annotation WHERE kind = ? {among}) "
        "AS work JOIN article ON rank = work.article ORDER BY rank, layer",
        (kind, *(wanted or ())),
    )
    return [(article, layer) for article, layer in rows]
