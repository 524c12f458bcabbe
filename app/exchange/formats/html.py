"""HTML pages: the main text and what the page says of itself, found by trafilatura. Nothing is fetched or run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from app.domain.errors import N_
from app.exchange.captions import with_captions
from app.exchange.errors import Note, NotText, reason_of
from app.exchange.fields import Told, article_of_fields
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.html_files import write
from app.exchange.markup import decoded_page, text_of
from app.exchange.sinks import one_or_many
from app.exchange.text_fields import bytes_of_file

if TYPE_CHECKING:
    from trafilatura.settings import Document

_LARGEST = 16 << 20
_OPENING = re.compile(
    rb"(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\slang\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_NO_MAIN = N_("no main text was found in the page: all its words were taken")
_NO_WORDS = N_("There is no text in the page, only scripts and markup: save it after it has loaded, or copy its text.")
_BROKEN = N_("The page cannot be read: {reason}.")
_ENOUGH = 40  # code points


def looks_like(head: Head) -> bool:
    start = head.text[:8192]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        start = start[2:].replace(b"\0", b"").lstrip()
    return _OPENING.match(start) is not None


def arrivals(source: Source, _reading: Reading) -> Iterator[Arrival]:
    content = bytes_of_file(source.path, _LARGEST)
    page, notes = decoded_page(content)
    if "\0" in page or not page.strip():
        raise NotText(N_("There is no text in it."))
    found = _main(page)
    text = _clean(found.text) if found is not None else ""
    captions: tuple[str, ...] = ()
    if len(text) < _ENOUGH and len(whole := text_of(page)) > len(text):
        text, notes = whole, (*notes, Note(_NO_MAIN))
    else:
        text, captions = with_captions(page, text)
    if not text.strip():
        raise NotText(_NO_WORDS)
    named = _LANGUAGE.search(page)
    lang = named[1] if named else None
    told = (
        Told(text, lang=lang, **_parts(found, captions))
        if found is not None
        else Told(text, title=_title(page), lang=lang)
    )
    article, _ = article_of_fields(told, source.stem)
    yield Arrival(article, named=False, notes=notes, whole_file=len(content))


def _main(page: str) -> Document | None:
    """What trafilatura finds. Comments of readers are left out; a date is one that the page states, not a guess."""
    import trafilatura  # noqa: PLC0415 - takes 0.2 s, and only pages need it

    dates = {"extensive_search": False, "original_date": True}
    try:
        found = trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, favor_recall=True, date_extraction_params=dates
        )
    except Exception as error:  # whatever the library makes of broken markup
        raise NotText(_BROKEN, reason=reason_of(error)) from error
    return None if isinstance(found, dict) else found


def _parts(found: Document, captions: tuple[str, ...]) -> dict[str, Any]:
    """``captions`` are kept beside, so that zones are found by them (``workbench.zoning``)."""
    extra = {
        "author": found.author,
        "description": found.description,
        "language": found.language,
        "captions": list(captions),
    }
    return {
        "title": found.title,
        "date": found.date,
        "source": found.sitename or found.hostname,
        "url": found.url,
        "extra": {name: value for name, value in extra.items() if value},
    }


def _clean(text: str | None) -> str:
    """Rows of tables without the bars that trafilatura draws."""
    lines = (text or "").split("\n")
    return "\n".join(_cells(line) if line.startswith("|") else line for line in lines).strip()


def _cells(row: str) -> str:
    cells = (cell.strip() for cell in row.strip().strip("|").split("|"))
    return "\t".join(cell for cell in cells if cell.strip("-"))


def _title(page: str) -> str | None:
    found = re.search(r"<title[^>]*>([^<]{1,500})</title>", page, re.IGNORECASE)
    return text_of(found[1]) or None if found else None


HTML = Format(
    "html",
    N_("HTML page"),
    (".html", ".htm", ".xhtml"),
    N_("what is not to be read: who made a mark and when, most attributes and links; and no mark is read back"),
    looks_like=looks_like,
    arrivals=arrivals,
    write=write,
    sink=one_or_many(".html", ".htm"),
    written_as=(".html", ".htm"),
)
