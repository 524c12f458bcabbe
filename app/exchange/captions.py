"""The words below the pictures of an HTML page, which trafilatura leaves out, back at their places in its main text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from app.exchange.markup import lines_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST, _LONGEST = 60, 400  # captions of a page; code points of one
_NEXT, _LAST = "following::p[position()<4]", "preceding::p[position()<4]"


def with_captions(page: str, text: str) -> tuple[str, tuple[str, ...]]:
    """The main text with a line for each caption of a picture that stands beside one of its paragraphs, before the
    paragraph that follows or behind the one that it closes; and these captions."""
    if "<figcaption" not in page.lower():
        return text, ()
    lines = text.split("\n")
    at = {_plain(line): number for number, line in reversed(list(enumerate(lines))) if line.strip()}
    placed: list[tuple[int, str]] = []
    for caption in _captions(page):
        said = _plain(lines_of(caption))
        place = _place(caption, at)
        if 0 < len(said) <= _LONGEST and said not in at and place is not None:
            placed.append((place, said))
    for place, said in sorted(placed, key=lambda each: each[0], reverse=True):
        lines.insert(place, said)
    return "\n".join(lines), tuple(said for _, said in placed)


def _captions(page: str) -> list[HtmlElement]:
    from lxml import etree, html  # noqa: PLC0415 - with trafilatura, and only for pages

    try:
        return list(html.fromstring(page).iter("figcaption"))[:_MOST]
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return []


def _place(caption: HtmlElement, at: Mapping[str, int]) -> int | None:
    """The number of the line before which it belongs; None when no paragraph beside it is in the main text."""
    for paragraph in caption.xpath(_NEXT):
        if (found := at.get(_plain(lines_of(paragraph)))) is not None:
            return found
    for paragraph in reversed(caption.xpath(_LAST)):
        if (found := at.get(_plain(lines_of(paragraph)))) is not None:
            return found + 1
    return None


def _plain(text: str) -> str:
    return " ".join(text.split())
