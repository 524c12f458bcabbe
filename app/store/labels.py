"""Which label a layer gives to the same words: only words that have several labels are told."""

from __future__ import annotations

from app.domain.codebook import ENTITY
from app.store.file import ProjectFile

# Grouped by SQLite, on the disk if need be: what comes out are the few words that are labelled two ways.
_TWO_WAYS = """
    WITH said (words, label, times) AS MATERIALIZED (
        SELECT folded_words(coalesce(json_extract(attributes, '$.normalized'), exact)) AS words, label, count(*)
        FROM annotation INDEXED BY annotation_place
        WHERE layer = ? AND kind = ? AND state = 'accepted' GROUP BY words, label
    )
    SELECT words, label, times FROM said
    WHERE words IN (SELECT words FROM said GROUP BY words HAVING count(*) > 1)
    ORDER BY words, times, label DESC
"""


def usual_labels(file: ProjectFile, layer: str) -> dict[str, str]:
    """The most frequent label of each words that the layer's accepted entities call by several, by their folded key."""
    from app.domain.text.folding import fold_key  # noqa: PLC0415 - only here is any text folded

    file.connection.create_function("folded_words", 1, fold_key, deterministic=True)
    try:
        rows = file.rows(_TWO_WAYS, (layer, ENTITY))
    finally:
        file.connection.create_function("folded_words", 1, None)
    return {words: label for words, label, _ in rows}
