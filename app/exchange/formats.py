"""The formats that are known, and which one a file is in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.domain.errors import N_
from app.exchange.decoding import refuse_binary
from app.exchange.errors import BadLine, UnknownFormat
from app.exchange.json_lines import parsed, unreadable
from app.exchange.tawsim_in import is_tawsim

_HEAD = 1 << 20


@dataclass(frozen=True, slots=True)
class Format:
    """One way of keeping articles in a file. ``title`` and ``loses`` are marked for translation.

    ``loses`` says what the format cannot hold, None when it holds everything.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    can_read: bool
    can_write: bool
    loses: str | None = None


TAWSIM = Format("tawsim", N_("Tawsim gold data (tawsim/1 JSON Lines)"), (".jsonl", ".ndjson"), True, True)
JSONL = Format(
    "jsonl", N_("JSON Lines with a text field"), (".jsonl", ".ndjson", ".json"), True, False, N_("every mark and link")
)
TEXT = Format("text", N_("Plain text"), (".txt", ".text", ".md"), True, False, N_("every mark and link"))
FORMATS = (TAWSIM, JSONL, TEXT)

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


def sniff(path: Path) -> Format:
    """The format of a file, by its first line that is JSON and by its suffix.

    ``CannotRead`` when it cannot be opened, ``NotText`` when it is of a kind that is no text, ``UnknownFormat`` when
    its suffix tells of markup that would come in as if it were words.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise unreadable(path, error) from error
    refuse_binary(head)
    suffix = path.suffix.lower()
    if suffix in TEXT.suffixes:
        return TEXT
    if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"[") and suffix in JSONL.suffixes:
        raise UnknownFormat(_NO_LINES, path=path)
    found = next(filter(None, map(_format_of_line, head.splitlines()[:1000])), None)
    if found is not None:
        return found
    if suffix in (".jsonl", ".ndjson"):
        return JSONL
    if suffix == ".json":
        raise UnknownFormat(_NO_LINES, path=path)
    if suffix in _NOT_YET:
        raise UnknownFormat(
            N_("{path} looks like {what}, which is not read yet: save its text as .txt and import that."),
            path=path,
            what=_NOT_YET[suffix],
        )
    return TEXT


def _format_of_line(line: bytes) -> Format | None:
    """What a line tells, None when it is not a whole JSON object."""
    if not line.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return None
    try:
        record: Any = parsed(line)
    except BadLine:
        return None
    return TAWSIM if is_tawsim(record) else JSONL
