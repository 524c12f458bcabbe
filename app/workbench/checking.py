"""Findings of the open article and of whole projects."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.annotation import ACCEPTED, Annotation
from app.domain.article import Article
from app.quality.findings import Finding, examine, findings, gather
from app.store import Store
from app.workbench.bench import Workbench


def findings_here(bench: Workbench) -> list[Finding]:
    """Every finding on the open article in the open layer."""
    if bench.article is None:
        return []
    return findings(bench.article, bench.marks, bench.marks.links(), bench.codebook)


class Check:
    """The findings of the open article, mark by mark: a long article is checked in steps between the keys, and after an
    edit only what it changed is checked again."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._article: Article | None = None
        self._known: dict[str, tuple[Annotation, tuple[Finding, ...]]] = {}

    def step(self, most: int = 100) -> bool:
        """Check at most so many marks that are new or changed; whether all are checked now."""
        bench, article = self._bench, self._bench.article
        if article is not self._article:
            self._article, self._known = article, {}
        if article is None:
            return True
        for annotation in bench.marks:
            known = self._known.get(annotation.id)
            if (known is None or known[0] is not annotation) and annotation.state == ACCEPTED:
                if most == 0:
                    return False
                self._known[annotation.id] = (annotation, examine(article, annotation, bench.codebook))
                most -= 1
        return True

    def found(self) -> list[Finding]:
        """Every finding, once all marks are checked."""
        bench = self._bench
        if bench.article is None:
            return []
        accepted = [each for each in bench.marks if each.state == ACCEPTED]
        own = [finding for each in accepted for finding in self._known[each.id][1]]
        return gather(bench.article, accepted, bench.marks.links(), own, bench.codebook)


def findings_of(store: Store, layer: str | None = None) -> Iterator[tuple[Article, str, Finding]]:
    """Every finding of the project, in the order of articles' refs, with its article and layer."""
    codebook = store.codebook()
    for article_id, worked in store.work(layer):
        article = store.article(article_id)
        for finding in findings(
            article, store.annotations(article_id, worked), store.links(article_id, worked), codebook
        ):
            yield article, worked, finding
