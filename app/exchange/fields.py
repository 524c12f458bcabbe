"""The one place where what a file tells of an article becomes an ``Article``, whatever format the file is in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from app.domain.article import Article, Meta, new_article
from app.domain.errors import N_
from app.exchange.dates import plain_date
from app.exchange.decoding import article_text
from app.exchange.errors import BadLine, NotText

MOST_LETTERS = 16 << 20
"""No article is longer, in code points: what is, is a corpus in one file, and no page could show it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a file tells of one article, as it stands there. ``extra`` is whatever has no part of its own."""

    text: str
    ref: str | None = None
    title: str | None = None
    date: str | None = None
    source: str | None = None
    url: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)


def article_of_fields(told: Told, otherwise: str) -> tuple[Article, bool]:
    """The article, and whether its ref is the file's own id for it; else the ref is ``otherwise``.

    Line ends become LF and a plain date is written as ISO 8601; nothing else is changed. ``NotText`` or ``BadLine``
    say why there is no article.
    """
    if len(told.text) > MOST_LETTERS:
        raise too_long()
    published = plain_date(told.date) if told.date else None
    meta = Meta(told.source or None, told.url or None, published or None, _json(told.extra))
    text = article_text(told.text)
    return new_article(told.ref or otherwise, text, title=told.title or None, meta=meta), told.ref is not None


def too_long() -> NotText:
    """The refusal of a text that is too long for one article."""
    return NotText(
        N_("It is longer than {most} million letters, which no article is: split it into its articles."),
        most=MOST_LETTERS >> 20,
    )


def _json(extra: Mapping[str, Any]) -> str:
    if not extra:
        return "{}"
    try:
        return orjson.dumps(extra, option=orjson.OPT_SORT_KEYS).decode()
    except (orjson.JSONEncodeError, RecursionError) as error:
        raise BadLine(N_("Its fields are nested too deep to be kept.")) from error
