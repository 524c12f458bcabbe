"""Where a Web Annotation of anybody points in a text: by position, else by its words and those around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.errors import N_
from app.exchange.errors import BadLine
from app.exchange.raw_text import RawText

Place = tuple[int, int, str | None]
"""Start and end in code points of the article, and the words that should stand there, None when it does not say."""


def listed(value: object) -> list[Any]:
    """JSON-LD writes a single value without its list."""
    return value if isinstance(value, list) else [] if value is None else [value]


def places(raw: RawText, target: object) -> list[Place]:
    """The place of each target. ``BadLine`` when one points to no text, or its words stand in several places."""
    return [_place(raw, each) for each in listed(target)]


def sources_of(target: object) -> Iterator[str]:
    """The addresses of what is annotated."""
    for each in listed(target):
        source = each.get("source", each.get("id")) if isinstance(each, dict) else each
        source = source.get("id") if isinstance(source, dict) else source
        if isinstance(source, str):
            yield source.partition("#")[0]


def _place(raw: RawText, target: object) -> Place:
    selectors = list(_flat(listed(target.get("selector")) if isinstance(target, dict) else []))
    quote = next((each for each in selectors if isinstance(each.get("exact"), str)), None)
    exact = raw.said(quote["exact"]) if quote else None
    for each in selectors:
        start, end = each.get("start"), each.get("end")
        if type(start) is int and type(end) is int:
            return raw.at(start), raw.at(end), exact
    if quote is None or exact is None:
        raise BadLine(N_("The annotation points to no text: it has neither start and end nor the exact words."))
    return _found(raw, quote, exact)


def _flat(selectors: list[Any]) -> Iterator[Mapping[str, Any]]:
    """The selectors, and those that refine them."""
    for each in selectors:
        if isinstance(each, dict):
            yield each
            yield from _flat(listed(each.get("refinedBy")))


def _found(raw: RawText, quote: Mapping[str, Any], exact: str) -> Place:
    """The one place where the words stand between those that stand around them."""
    before, behind = (raw.said(quote[key]) if isinstance(quote.get(key), str) else "" for key in ("prefix", "suffix"))
    whole = before + exact + behind
    at = raw.text.find(whole) if exact else -1
    if at < 0:
        raise BadLine(N_("The words “{exact}” of the annotation do not stand in the text."), exact=exact[:60])
    if raw.text.find(whole, at + 1) >= 0:
        raise BadLine(
            N_("The words “{exact}” of the annotation stand in several places of the text, and it does not say which."),
            exact=exact[:60],
        )
    start = at + len(before)
    return start, start + len(exact), exact
