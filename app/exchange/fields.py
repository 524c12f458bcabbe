"""The one place where what a file tells of an article becomes an ``Article``, whatever format the file is in."""

from __future__ import annotations

import re
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
_SEEN = re.compile("[^\\s\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
"""Anything that can be seen on a page."""
_ARABIC, _LATIN = re.compile("[\u0620-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"), re.compile("[A-Za-z]")
_TAG = re.compile("[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Told:
    """What a file tells of one article, as it stands there. ``lang`` is believed only of a text without Arabic letters;
    ``extra`` is whatever has no part of its own."""

    text: str
    ref: str | None = None
    title: str | None = None
    date: str | None = None
    source: str | None = None
    url: str | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    lang: str | None = None


def article_of_fields(told: Told, otherwise: str) -> tuple[Article, bool]:
    """The article, and whether its ref is the file's own id for it; else the ref is ``otherwise``.

    Line ends become LF and a plain date is written as ISO 8601; nothing else is changed. ``NotText`` or ``BadLine``
    say why there is no article.
    """
    if len(told.text) > MOST_LETTERS:
        raise too_long()
    published = plain_date(told.date) if told.date else None
    meta = Meta(_whole(told.source), _whole(told.url), _whole(published), _json(told.extra))
    text = article_text(told.text)
    if not _SEEN.search(text):
        raise NotText(N_("There is nothing in it but spaces and invisible characters."))
    lang = _language(text, told.lang)
    try:
        article = new_article(_whole(told.ref) or otherwise, text, title=_whole(told.title), lang=lang, meta=meta)
    except UnicodeEncodeError as error:
        raise NotText(
            N_("Character {position} is half of a character: it is no text."), position=error.start + 1
        ) from error
    return article, told.ref is not None


def _language(text: str, said: str | None) -> str:
    """BCP 47: Arabic, unless all letters are Latin; then what the file says, else ``und``."""
    if _ARABIC.search(text) or not _LATIN.search(text):
        return "ar"
    return said if said and _TAG.fullmatch(said) and not said.startswith("ar") else "und"


def _whole(said: str | None) -> str | None:
    """What is said, or None for nothing; halves of characters, which cannot be kept, become U+FFFD."""
    if said is None or said.isascii():
        return said or None
    return said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


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
