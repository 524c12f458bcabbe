"""Findings of the open article and of whole projects."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.article import Article
from app.quality.findings import Finding, findings
from app.store import Store
from app.workbench.bench import Workbench


def findings_here(bench: Workbench) -> list[Finding]:
    """Every finding on the open article in the open layer."""
    if bench.article is None:
        return []
    return findings(bench.article, bench.marks, bench.marks.links(), bench.codebook)


def findings_of(store: Store, layer: str | None = None) -> Iterator[tuple[Article, str, Finding]]:
    """Every finding of the project, in the order of articles' refs, with its article and layer."""
    codebook = store.codebook()
    for article_id, worked in store.work(layer):
        article = store.article(article_id)
        for finding in findings(
            article, store.annotations(article_id, worked), store.links(article_id, worked), codebook
        ):
            yield article, worked, finding
