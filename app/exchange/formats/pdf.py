"""PDF files with a text layer: lines joined into paragraphs, running heads left out. Pictures of text are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.errors import N_
from app.exchange.arabic_order import evidence, is_turned, turned, without_forms
from app.exchange.errors import Note, NotText, reason_of
from app.exchange.fields import MOST_LETTERS, Told, article_of_fields, too_long
from app.exchange.format import Arrival, Format, Head, Reading, Source
from app.exchange.pdf_lines import Line, lines_of, paragraphs, unknown_share, without_running_heads
from app.exchange.pdf_signs import ligatures_read
from app.exchange.pdf_words import (
    is_enough,
    is_read_from_the_right,
    shows_swapped,
    turned_words,
    with_marks_mended,
    with_words_mended,
)

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_LOCKED = N_("The PDF file is locked with a password: save it without one.")
_DAMAGED = N_("The {what} file is damaged or was not copied whole: {reason}.")
_PICTURES = N_("The PDF file has no text, only pictures of it: have the letters recognised (OCR), and import that.")
_UNKNOWN = N_("The PDF file does not say which letters its signs are: copy the text from where it was written.")
_MIXED = N_("The letters of the PDF file are out of order: copy the text from where it was written.")
_TURNED = N_("the letters stood in reverse order and were turned round: read it over")
_FORMS = N_("presentation forms of letters were replaced by the letters")
_HEADS = N_("{count} lines that stand at the top or bottom of the pages again and again were left out")
_BLANK = N_("no text on {count} of {pages} pages")
_BROKEN_PAGES = N_("{count} of {pages} pages are damaged and were left out")
_MOST_UNKNOWN = 0.08
_FILE_NAME = re.compile(r"\.(?:html?|docx?|odt|rtf|txt|pdf|pptx?|indd)$|^(?:https?|file):", re.IGNORECASE)
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


def looks_like(head: Head) -> bool:
    return b"%PDF-" in head.start[:1024] and not head.start.startswith((b"PK", b"{", b"["))


def arrivals(source: Source, _reading: Reading) -> Iterator[Arrival]:
    file = _opened(source)
    try:
        text, notes = _text(file)
        parts = _parts(file)
    finally:
        file.close()
    article, _ = article_of_fields(Told(text, **parts), source.stem)
    yield Arrival(article, named=False, notes=notes, whole_file=source.path.stat().st_size)


def _opened(source: Source) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - a library of its own, for PDF files only

    try:
        file = PdfDocument(source.path)
        if len(file) == 0:
            file.close()
            raise NotText(N_("There is no page in the PDF file."))
    except PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise NotText(_LOCKED) from error
        raise NotText(_DAMAGED, what="PDF", reason=reason_of(error)) from error
    return file


def _text(file: PdfDocument) -> tuple[str, tuple[Note, ...]]:
    """The running text of all pages, and what was done to it."""
    pages, broken = _pages(file)
    blank = sum(not page for page in pages)
    if blank == len(pages):
        raise NotText(_PICTURES)
    if unknown_share(pages) > _MOST_UNKNOWN:
        raise NotText(_UNKNOWN)
    pages, heads = without_running_heads(pages)
    texts, notes = _in_order(pages)
    counts: list[tuple[str, int]] = [(_HEADS, heads), (_BLANK, blank), (_BROKEN_PAGES, broken)]
    notes += tuple(Note(said, {"count": count, "pages": len(file)}) for said, count in counts if count)
    return paragraphs(pages, texts), notes


def _pages(file: PdfDocument) -> tuple[list[list[Line]], int]:
    """The lines of every page that can be read, and how many cannot."""
    from pypdfium2 import PdfiumError  # noqa: PLC0415 - as above

    pages: list[list[Line]] = []
    broken = letters = 0
    for number in range(len(file)):
        try:
            page = file[number]
            text_page = page.get_textpage()
        except PdfiumError:
            broken += 1
            continue
        pages.append(lines_of(text_page))
        text_page.close()
        page.close()
        letters += sum(len(line.signs) for line in pages[-1])
        if letters > MOST_LETTERS:
            raise too_long()
    if not pages:
        raise NotText(_DAMAGED, what="PDF", reason=N_("no page can be read"))
    return pages, broken


def _in_order(pages: Sequence[Sequence[Line]]) -> tuple[list[list[str]], tuple[Note, ...]]:
    """The text of every line, its letters in the order of reading; and what had to be done for that."""
    pages, mended = _with_words_mended(_with_ligatures_read(pages))
    texts = [[line.text for line in page] for page in pages]
    notes: tuple[Note, ...] = ()
    if mended:
        swapped = any(shows_swapped(text) for page in texts for text in page)
        texts = [[with_marks_mended(text, swapped=swapped) for text in page] for page in texts]
        notes = (Note(_TURNED),)
    elif is_turned(without_forms(_joined(texts))):
        lines = turned([line.signs for page in pages for line in page])
        taken = iter(lines)
        texts = [[next(taken) for _ in page] for page in pages]
        if evidence(without_forms(_joined(texts))) <= 0:
            raise NotText(_MIXED)
        notes = (Note(_TURNED),)
    plain = [[without_forms(text) for text in page] for page in texts]
    return plain, notes if plain == texts else (*notes, Note(_FORMS))


def _with_ligatures_read(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    read = iter(ligatures_read([line.signs for page in pages for line in page]))
    return [[replace(line, signs=next(read)) for line in page] for page in pages]


def _with_words_mended(pages: Sequence[Sequence[Line]]) -> tuple[Sequence[Sequence[Line]], bool]:
    """The pages with words read from right to left where only their letters go against the page; whether that was
    so. Lines that are turned round as a whole are left to others."""
    lines = [line for page in pages for line in page]
    ways = [is_read_from_the_right(line.signs, line.places) for line in lines]
    words = sum(turned_words(line.signs, line.places) for line, way in zip(lines, ways, strict=True) if way)
    if not is_enough(words) or ways.count(True) <= ways.count(False):
        return pages, False
    return [[replace(line, signs=with_words_mended(line.signs, line.places)) for line in page] for page in pages], True


def _joined(texts: Sequence[Sequence[str]]) -> str:
    return "\n".join(text for page in texts for text in page)


def _parts(file: PdfDocument) -> dict[str, Any]:
    """Title and what else the file says of itself. When it was written is not when it was published."""
    said = file.get_metadata_dict()
    extra = {"author": said.get("Author"), "subject": said.get("Subject"), "keywords": said.get("Keywords")}
    if made := _DATE.match(said.get("CreationDate", "")):
        extra["created"] = "-".join(made.groups())
    title = said.get("Title")
    if title and _FILE_NAME.search(title):  # as programs write it that know no better
        title = None
    return {"title": title, "extra": {name: value for name, value in extra.items() if value}}


PDF = Format(
    "pdf",
    N_("PDF with a text layer"),
    (".pdf",),
    N_("every mark and link"),
    looks_like=looks_like,
    arrivals=arrivals,
)
