"""The formats that are known, and which one a file is in. Each module here makes one ``Format``."""

from __future__ import annotations

from pathlib import Path

from app.domain.errors import N_
from app.exchange.decoding import refuse_binary
from app.exchange.errors import UnknownFormat
from app.exchange.format import Format, Head
from app.exchange.formats.jsonl import JSONL
from app.exchange.formats.plain_text import TEXT
from app.exchange.formats.tawsim import TAWSIM

FORMATS: tuple[Format, ...] = (TAWSIM, JSONL, TEXT)
"""The particular ones before the general: the first that recognises a file has it."""

_NO_LINES = N_("{path} is not JSON Lines: each line must be one whole JSON object.")
_NOT_YET = {
    ".html": "HTML",
    ".htm": "HTML",
    ".xhtml": "HTML",
    ".xml": "XML",
    ".xmi": "XMI",
    ".csv": "CSV",
    ".tsv": "TSV",
    ".ann": "brat",
    ".conllu": "CoNLL-U",
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


def sniff(path: Path, shown: Path | None = None) -> Format:
    """The format of a file, by its content, else by its suffix, else plain text.

    ``CannotRead`` when it cannot be opened, ``NotText`` when it is of a kind that is no text, ``UnknownFormat`` when
    its suffix tells of markup that would come in as if it were words.
    """
    head = Head(path, shown)
    readable = [each for each in FORMATS if each.can_read]
    refuse_binary(head.start)
    if head.suffix in TEXT.suffixes:
        return TEXT
    if head.text.startswith(b"[") and head.suffix in JSONL.suffixes:
        raise UnknownFormat(_NO_LINES, path=path)
    for each in readable:
        if each.looks_like is not None and each.looks_like(head):
            return each
    if head.suffix == ".json":
        raise UnknownFormat(_NO_LINES, path=path)
    by_suffix = [each for each in readable if head.suffix in each.suffixes]
    if by_suffix:
        return by_suffix[-1]
    if head.suffix in _NOT_YET:
        raise UnknownFormat(
            N_("{path} looks like {what}, which is not read yet: save its text as .txt and import that."),
            path=path,
            what=_NOT_YET[head.suffix],
        )
    return TEXT
