"""The zones of an article in which nobody says anything."""

from __future__ import annotations

from app.domain.article import Article
from app.domain.codebook import Codebook
from app.domain.span import Span

BODY = "body"
_CREDITS = ("dateline", "byline")


def silent(article: Article, codebook: Codebook) -> list[Span]:
    """Where nothing is proposed: excluded zones, datelines and bylines."""
    names = {zone.id for zone in codebook.zones if zone.excluded}.union(_CREDITS)
    return [zone.span for zone in article.zones if zone.name in names]
