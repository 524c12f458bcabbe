"""Checks over one article's marks. What is merely doubtful is a finding; only the impossible is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from app.domain.annotation import Annotation, Link, RegisterEntry
from app.domain.article import Article
from app.domain.codebook import Codebook
from app.quality.checks import CHECKS, DOUBT, ERROR, NOTE, OFF, SEVERITIES, Check, Finding, graded
from app.quality.consistency import compared, otherwise
from app.quality.edges import Reader, edges, fits, quotation, zones
from app.quality.frames import tied
from app.quality.scene import Scene, nobody

__all__ = [
    "CHECKS",
    "DOUBT",
    "ERROR",
    "NOTE",
    "OFF",
    "SEVERITIES",
    "Check",
    "Finding",
    "Reader",
    "Scene",
    "among",
    "examine",
    "findings",
    "graded",
    "otherwise",
]


def findings(
    article: Article,
    annotations: Iterable[Annotation],
    links: Iterable[Link],
    codebook: Codebook,
    reader: Reader | None = None,
    entry: Callable[[str], RegisterEntry | None] = nobody,
) -> list[Finding]:
    """Every finding on the marks of one article and layer, graded as the checks are, in the order of the text."""
    scene = Scene(article, annotations, links, codebook, entry)
    own = [each for mark in scene.accepted for each in examine(article, mark, codebook, reader)]
    return graded([*own, *(each for few in among(scene) for each in few)], {})


def examine(
    article: Article, annotation: Annotation, codebook: Codebook, reader: Reader | None = None
) -> tuple[Finding, ...]:
    """What is wrong with an accepted mark by itself, whatever else there is. This is what takes the time: it can be
    kept as long as the mark is the same."""
    broken = tuple(fits(article, annotation, codebook))
    if any(each.check == "broken-mark" for each in broken):
        return broken  # its edges may stand outside of the text
    return (
        *broken,
        *edges(article, annotation, codebook, reader),
        *quotation(article, annotation),
        *zones(article, annotation, codebook),
    )


def among(scene: Scene) -> Iterator[tuple[Finding, ...]]:
    """What marks, links and register tell together, a little at each step, so that whoever asks may pause between."""
    for each in scene.accepted:
        yield tuple(tied(each, scene))
    yield from compared(scene)
