"""RSS and Atom files: one article an item, its text without markup. The channel's title is the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

import orjson

from app.domain.errors import N_, TawsimError
from app.exchange.errors import BadLine, NotText
from app.exchange.fields import Told, article_of_fields
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.json_lines import unreadable
from app.exchange.markup import text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROOT = re.compile(rb"<(?:\w+:)?(rss|feed|RDF)[\s>]")
_TEXTS = ("encoded", "content", "description", "summary")  # content:encoded of RSS, content of Atom: whole texts first
_DATES = ("pubDate", "published", "date", "updated", "issued")
_IDS = ("guid", "id")
_BROKEN = N_("The feed breaks off behind item {count}, or is no XML there: {reason}.")
_BOMB = N_("The feed declares XML entities, which could fill the memory.")


def looks_like(head: Head) -> bool:
    start = head.text[:8192].replace(b"\0", b"")
    return start.startswith((b"<", b"\xff\xfe<", b"\xfe\xff<")) and (
        _ROOT.search(start) is not None and b"<html" not in start.lower()
    )


def arrivals(source: Source, _reading: Reading) -> Iterator[Arrival]:
    from defusedxml import DefusedXmlException, ElementTree  # noqa: PLC0415 - only feeds need it

    number, channel = 0, None
    try:
        parents: list[Element] = []
        for event, element in ElementTree.iterparse(source.path, events=("start", "end")):
            if event == "start":
                parents.append(element)
                continue
            parents.pop()
            name = _name(element)
            if name == "title" and channel is None and len(parents) <= 2:
                channel = (element.text or "").strip() or None
            elif name in ("item", "entry"):
                number += 1
                yield _arrival(source, number, element, channel)
                parents[-1].remove(element) if parents else None
    except DefusedXmlException as error:
        raise NotText(_BOMB) from error
    except (ParseError, ValueError, LookupError) as error:
        yield Arrival(NotText(_BROKEN, count=number, reason=error), number + 1)
        return
    except OSError as error:
        raise unreadable(source.shown, error) from error
    if number == 0:
        raise NotText(N_("There is no item in the feed."))


def _arrival(source: Source, number: int, item: Element, channel: str | None) -> Arrival:
    told: dict[str, str | None] = {}
    try:
        told = _told(item)
        text = told.pop("text") or ""
        extra = {name: value for name in ("author", "category") if (value := told.pop(name))}
        if not text.strip():
            raise BadLine(N_("The item has no text."))
        parts = Told(text, told["id"], told["title"], told["date"], channel, told["url"], extra)
        article, named = article_of_fields(parts, f"{source.stem}-{number}")
    except TawsimError as error:
        return Arrival(error, number, orjson.dumps({"source": channel, "text": "", **told}))
    return Arrival(article, number, named=named, whole_file=len(text))


def _told(item: Element) -> dict[str, str | None]:
    found: dict[str, str] = {}
    for part in item:
        name = _name(part)
        if name == "link" and part.get("href"):
            found.setdefault("link" if part.get("rel", "alternate") == "alternate" else "other", part.get("href", ""))
        elif name == "creator" or (name == "author" and len(part)):
            found.setdefault("author", " ".join("".join(part.itertext()).split()))
        elif name not in found:
            found[name] = _inner(part)
    text = next((said for name in _TEXTS if (said := text_of(found.get(name, "")))), None)
    return {
        "text": text,
        "id": next((found[name] for name in _IDS if found.get(name)), found.get("link")),
        "title": text_of(found.get("title", "")) or None,
        "date": next((found[name] for name in _DATES if found.get(name)), None),
        "url": found.get("link"),
        "author": found.get("author"),
        "category": found.get("category"),
    }


def _inner(part: Element) -> str:
    """What stands in it; of XHTML within Atom the words, a line for each block."""
    if len(part) == 0:
        return (part.text or "").strip()
    from xml.etree.ElementTree import tostring  # noqa: PLC0415 - for the rare feed only

    for inner in part.iter():
        inner.tag = _name(inner)
    return tostring(part, encoding="unicode")


def _name(element: Element) -> str:
    """The name without its name space."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


FEED = Format(
    "feed",
    N_("RSS or Atom feed"),
    (".rss", ".atom"),
    N_("every mark and link"),
    looks_like=looks_like,
    arrivals=arrivals,
)
