"""Word files: paragraphs and the cells of tables in their order, text that was inserted but not what was deleted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from app.domain.errors import N_
from app.exchange.errors import Note, NotText, reason_of
from app.exchange.fields import Told, article_of_fields
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.zips import names_in, opened, refuse_entities

if TYPE_CHECKING:
    from docx.document import Document

_WHAT = "DOCX"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_BOX = f"{_W}txbxContent"
_GONE = frozenset({f"{_W}del", f"{_W}moveFrom", _BOX, _FALLBACK})
_NOTED = {
    "footnoteReference": N_("{count} footnotes are left out of the text"),
    "endnoteReference": N_("{count} endnotes are left out of the text"),
}
_LARGEST = 256 << 20
_BLANK_LINES = re.compile(r"\n{3,}")
_DAMAGED = N_("The {what} file is damaged: {reason}.")


def looks_like(head: Head) -> bool:
    return head.start.startswith(b"PK\3\4") and "word/document.xml" in names_in(head.path)


def arrivals(source: Source, _reading: Reading) -> Iterator[Arrival]:
    with opened(source.path, _WHAT) as archive:
        refuse_entities(archive, _WHAT)
        if sum(each.file_size for each in archive.infolist() if each.filename.endswith(".xml")) > _LARGEST:
            raise NotText(N_("The {what} file is larger than any article."), what=_WHAT)
    import docx  # noqa: PLC0415 - takes 0.1 s, for the rare file only

    try:
        file = docx.Document(str(source.path))
        text, notes = _text(file)
        parts = _parts(file)
    except NotText:
        raise
    except Exception as error:  # whatever the library makes of damaged parts
        raise NotText(_DAMAGED, what=_WHAT, reason=reason_of(error)) from error
    article, _ = article_of_fields(Told(text, **parts), source.stem)
    yield Arrival(article, named=False, notes=notes, whole_file=source.path.stat().st_size)


def _text(file: Document) -> tuple[str, tuple[Note, ...]]:
    """The running text, a line a paragraph, with those within tables, boxes and fields; and what was left out of it."""
    body = file.element.body
    lines = [_line(paragraph) for paragraph in body.iter(f"{_W}p") if not _is_gone(paragraph)]
    deleted = sum(1 for name in ("del", "moveFrom") for _ in body.iter(f"{_W}{name}"))
    hidden = sum(1 for run in body.iter(f"{_W}r") if _is_hidden(run))
    notes = [
        Note(said, {"count": count})
        for name, said in _NOTED.items()
        if (count := sum(1 for _ in body.iter(f"{_W}{name}")))
    ]
    if deleted:
        notes.append(Note(N_("{count} passages that were marked as deleted are left out"), {"count": deleted}))
    if hidden:
        notes.append(Note(N_("{count} hidden passages are left out"), {"count": hidden}))
    return _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n"), tuple(notes)


def _line(paragraph: Any) -> str:
    """The text of one paragraph, without that of a box which is anchored in it and has paragraphs of its own."""
    parts: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag in _GONE or (element.tag == f"{_W}r" and _is_hidden(element)):
            continue
        if element.tag == f"{_W}t":
            parts.append(element.text or "")
        elif element.tag in _SIGNS:
            parts.append(_SIGNS[element.tag])
        else:
            waiting += reversed(element)
    return "".join(parts)


def _is_hidden(run: Any) -> bool:
    vanish = run.find(f"{_W}rPr/{_W}vanish")
    return vanish is not None and vanish.get(f"{_W}val", "true") not in ("0", "false", "off")


def _is_gone(paragraph: Any) -> bool:
    return any(around.tag in _GONE and around.tag != _BOX for around in paragraph.iterancestors())


def _parts(file: Document) -> dict[str, Any]:
    """Title and what else the file says of itself. When it was written is not when it was published."""
    said = file.core_properties
    extra = {
        "author": said.author,
        "created": said.created.isoformat() if said.created else None,
        "subject": said.subject,
        "keywords": said.keywords,
        "comments": said.comments,
    }
    return {"title": said.title, "extra": {name: value for name, value in extra.items() if value}}


DOCX = Format(
    "docx",
    N_("Word document"),
    (".docx", ".docm"),
    N_("every mark and link"),
    looks_like=looks_like,
    arrivals=arrivals,
)
