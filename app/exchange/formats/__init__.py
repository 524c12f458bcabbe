"""The formats that are known, and which one a file is in. Each module here makes one ``Format``."""

from __future__ import annotations

from pathlib import Path

from app.domain.errors import N_
from app.exchange.decoding import refuse_binary
from app.exchange.errors import Note, NotText, UnknownFormat
from app.exchange.format import Format, Head, Source
from app.exchange.formats.brat import BRAT
from app.exchange.formats.conllu import CONLLU
from app.exchange.formats.csv_tables import CSV_TABLES
from app.exchange.formats.csv_tsv import CSV
from app.exchange.formats.docbin import DOCBIN
from app.exchange.formats.doccano import DOCCANO
from app.exchange.formats.docx import DOCX
from app.exchange.formats.feed import FEED
from app.exchange.formats.html import HTML
from app.exchange.formats.hugging_face import HUGGING_FACE
from app.exchange.formats.iob2 import CONLL2003, IOB2
from app.exchange.formats.json_whole import JSON
from app.exchange.formats.jsonl import JSONL
from app.exchange.formats.label_studio import LABEL_STUDIO
from app.exchange.formats.parquet import PARQUET
from app.exchange.formats.pdf import PDF
from app.exchange.formats.plain_text import TEXT
from app.exchange.formats.prodigy import PRODIGY
from app.exchange.formats.spans_jsonl import SPANS
from app.exchange.formats.tawsim import TAWSIM
from app.exchange.formats.uima import CAS_JSON, XMI
from app.exchange.formats.web_annotation import WEB_ANNOTATION
from app.exchange.formats.webanno_tsv import WEBANNO_TSV
from app.exchange.formats.wojood import WOJOOD
from app.exchange.formats.xlsx import XLSX

FORMATS: tuple[Format, ...] = (
    TAWSIM,
    PRODIGY,
    DOCCANO,
    LABEL_STUDIO,
    BRAT,
    XMI,
    CAS_JSON,
    WEBANNO_TSV,
    WEB_ANNOTATION,
    CONLLU,
    WOJOOD,
    CONLL2003,
    IOB2,
    CSV_TABLES,
    PARQUET,
    HUGGING_FACE,
    DOCBIN,
    PDF,
    DOCX,
    XLSX,
    FEED,
    HTML,
    SPANS,
    JSON,
    JSONL,
    CSV,
    TEXT,
)
"""The particular ones before the general: the first that recognises a file has it."""

_OFFICE = (*DOCX.suffixes, *XLSX.suffixes)
_OLE = b"\xd0\xcf\x11\xe0"
_NOT_YET = {
    ".xml": "XML",
}


def format_named(name: str) -> Format:
    """The format of that name. ``UnknownFormat`` lists those there are."""
    for each in FORMATS:
        if each.name == name:
            return each
    raise UnknownFormat(
        N_("There is no format {name}; the formats are {known}."),
        name=name,
        known=", ".join(each.name for each in FORMATS),
    )


def lies_of(form: Format, source: Source) -> Note | None:
    """The note that a file is not in the format that its name says, None when it is or says nothing."""
    suffix = source.shown.suffix.lower()
    others = any(suffix in each.suffixes for each in FORMATS)
    if not others or suffix in form.suffixes:
        return None
    return Note(N_("read as {format}, which its content is, whatever its name says"), {"format": form.name})


def by_suffix(out: Path) -> Format:
    """The format that a file of that name is surely meant to be: gold data when its suffix says nothing.

    ``UnknownFormat`` lists those there are when the suffix could mean several of them.
    """
    written = [each for each in FORMATS if each.can_write]
    for each in written:
        if out.suffix.lower() in each.written_as:
            return each
    if not out.is_dir() and not any(out.suffix.lower() in each.suffixes for each in written):
        return TAWSIM
    raise UnknownFormat(
        N_("The name {path} does not say which format is meant: name one of {known}."),
        path=out,
        known=", ".join(each.name for each in FORMATS if each.can_write),
    )


def sniff(path: Path, shown: Path | None = None) -> Format:
    """The format of a file, by its content, else by its suffix, else plain text.

    ``CannotRead`` when it cannot be opened, ``NotText`` when it is of a kind that is no text, ``UnknownFormat`` when
    its suffix tells of markup that would come in as if it were words.
    """
    head = Head(path, shown)
    readable = [each for each in FORMATS if each.can_read]
    for each in readable:
        if each.looks_like is not None and each.looks_like(head):
            return each
    if head.suffix in _OFFICE:
        if head.start.startswith(_OLE):
            raise NotText(N_("The file is locked with a password, or of an old kind: save it anew without one."))
        if head.start.startswith(b"PK"):
            return next(each for each in readable if head.suffix in each.suffixes)
    refuse_binary(head.start)
    of_suffix = [each for each in readable if head.suffix in each.suffixes]
    if of_suffix:
        return next((each for each in reversed(of_suffix) if each.suffixes[0] == head.suffix), of_suffix[-1])
    if head.suffix in _NOT_YET:
        raise UnknownFormat(
            N_("{path} looks like {what}, which is not read yet: save its text as .txt and import that."),
            path=path,
            what=_NOT_YET[head.suffix],
        )
    return TEXT
