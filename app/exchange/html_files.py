"""Articles as HTML files to read and to print: all in one file, or a folder with a page for each and an index."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from app.exchange.file_names import file_name
from app.exchange.html_page import HtmlPages, Record, title_of
from app.exchange.page import Page
from app.exchange.records_out import records
from app.exchange.sheet import Mark, sheet_of
from app.exchange.sheets_out import ATTRIBUTE, PROVENANCE, TIE, Leaving
from app.exchange.sinks import Sink
from app.exchange.writing import Writing

_FACE = ("fontpkg_amiri", "Amiri-Regular.ttf")
_FACE_BESIDE = "amiri.ttf"
_SHOWN = frozenset({"realization", "claimer_kind", "normalized_claim"})
_SHOWN_TIES = frozenset({"speaker", "cue", "claimer"})
_KEY = "html"


def write(sink: Sink, pages: Iterable[Page], writing: Writing) -> None:
    found = _told(records(pages, writing, _KEY), writing)
    if sink.many:
        _folder(sink, found, writing)
    else:
        with sink.file() as file:
            _one_file(file, found, writing)


def _one_file(file: BinaryIO, found: Iterator[Record], writing: Writing) -> None:
    """All articles one after the other, with the face inside: the file needs nothing else."""
    face = "data:font/ttf;base64," + base64.b64encode(_face()).decode()
    html = HtmlPages(writing.codebook, font=face)
    first = next(found, None)
    file.write(html.head(title_of(first) if first else writing.codebook.name).encode())
    for record in chain([first] if first else [], found):
        file.write(html.article(record).encode())
    file.write(html.tail().encode())


def _folder(sink: Sink, found: Iterator[Record], writing: Writing) -> None:
    """``index.html`` names the articles; each is a page of its own, and the face lies beside them."""
    html = HtmlPages(writing.codebook, font=_FACE_BESIDE)
    with sink.file("index.html") as index:
        index.write((html.head(writing.codebook.name) + html.index_head()).encode())
        for number, record in enumerate(found, 1):
            name = f"{file_name(number, record['doc_id'])}.html"
            with sink.file(name) as file:
                file.write((html.head(title_of(record)) + html.article(record) + html.tail()).encode())
            index.write(html.index_row(name, record).encode())
        index.write((html.index_tail() + html.tail()).encode())
    with sink.file(_FACE_BESIDE) as file:
        file.write(_face())


def _face() -> bytes:
    package, name = _FACE
    return Path(import_module(package).ROOT, "files", name).read_bytes()


def _told(found: Iterator[Record], writing: Writing) -> Iterator[Record]:
    """The records, and what of them no page shows goes to the losses."""
    leaving = Leaving(writing.codebook, writing.naming(_KEY), writing.losses)
    for record in found:
        sheet = sheet_of(record)
        for mark in sheet.marks:
            _lose(mark, leaving)
        for tie in sheet.ties:
            if tie.role not in _SHOWN_TIES:
                writing.losses.add(TIE, tie.id or f"{tie.source}.{tie.role}={tie.target}")
        for relation in sheet.others:
            writing.losses.add(TIE, relation["id"])
        yield record


def _lose(mark: Mark, leaving: Leaving) -> None:
    leaving.losses.add(PROVENANCE, mark.id)
    for key, value in leaving.said(mark).items():
        if key in _SHOWN or (key == "verdict" and not any(value[part] for part in value if part != "value")):
            continue
        leaving.losses.add(ATTRIBUTE, f"{mark.id}.{key}")
