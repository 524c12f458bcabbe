"""HTML as lines of text: for descriptions in feeds, and for pages in which no main text can be told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.exchange.decoding import decoded
from app.exchange.text_fields import decoded_as

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from app.exchange.errors import Note

_SKIP = "script style noscript template svg math head iframe object embed form button select nav"
_BLOCK = (
    "address article aside blockquote br caption center dd details div dl dt fieldset figcaption figure footer h1 h2 "
    "h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul"
)
_SKIPPED, _BLOCKS = frozenset(_SKIP.split()), frozenset(_BLOCK.split())
_SPACE = re.compile(r"[ \t\r\n\f]+")
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_SAID = 4096
_LEGACY = {"windows-1256": "cp1256", "iso-8859-6": "iso8859_6", "x-mac-arabic": "mac_arabic", "asmo-708": "iso8859_6"}


def decoded_page(content: bytes) -> tuple[str, tuple[Note, ...]]:
    """The source of a page: by its byte order mark, else UTF-8, else by the encoding that it names, else as a text.

    A page that names another encoding but is sound UTF-8 is UTF-8: servers convert pages and leave the name.
    """
    try:
        return _DECLARATION.sub("", content.decode("utf-8-sig"), count=1), ()
    except UnicodeDecodeError:
        pass
    named = (_META.search(content[:_SAID]) or _XML.search(content[:_SAID])) if b"\0" not in content else None
    if named is not None:
        name = named[1].decode().lower()
        try:
            text = content.decode(_LEGACY.get(name, name))
        except (LookupError, UnicodeError):
            pass
        else:
            note = decoded_as(name)
            return _DECLARATION.sub("", text, count=1), (note,) if note else ()
    found = decoded(content)
    note = decoded_as(found.encoding)
    return _DECLARATION.sub("", found.text, count=1), (note,) if note else ()


def text_of(html: str) -> str:
    """The words of a page or of a piece of one, a line for each block; scripts and styles are left out."""
    if "<" not in html and "&" not in html:
        return html.strip()
    from lxml import etree, html as parser  # noqa: PLC0415, I001 - with trafilatura, and only for markup

    try:
        tree = parser.fromstring(f"<div>{html}</div>" if "<body" not in html.lower() else html)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    return lines_of(tree)


def lines_of(tree: HtmlElement) -> str:
    """The words of an element, a line for each block."""
    parts: list[str] = []
    _gather(tree, parts)
    lines = (_SPACE.sub(" ", line).strip(" ") for line in "".join(parts).split("\0"))
    return "\n".join(line for line in lines if line)


def _gather(tree: HtmlElement, parts: list[str]) -> None:
    """Texts in their order, and NUL where a block begins or ends. Walks without recursion: pages nest deep."""
    from lxml import etree  # noqa: PLC0415 - as above

    skipped = None
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        name = element.tag if isinstance(element.tag, str) else ""
        if event == "start" and skipped is None:
            if name in _SKIPPED:
                skipped = element
                continue
            parts += ["\0"] if name in _BLOCKS else []
            parts.append((element.text or "").replace("\0", ""))
        elif event != "start":
            if skipped is not None and element is not skipped:
                continue
            skipped = None
            parts += ["\0"] if name in _BLOCKS else []
            parts.append((element.tail or "").replace("\0", "") if element is not tree else "")
