"""What a format is: one module in ``app/exchange/formats`` makes one ``Format``, and the table there lists it.

A reader gets a ``Source`` and a ``Reading`` and gives one ``Arrival`` after the other; what cannot come in is an error
among the others. A writer gets a ``Sink``, pages and a ``Writing``. No module may import a heavy library before use.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

from app.domain.article import Article
from app.domain.codebook import Codebook
from app.domain.errors import TawsimError
from app.exchange.errors import BadLine, Note
from app.exchange.json_lines import parsed, unreadable
from app.exchange.page import Page
from app.exchange.picking import Column
from app.exchange.sinks import OpenSink, one_file
from app.exchange.writing import Write

_HEAD = 1 << 20
_LINES = 1000


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: ``path`` is where its bytes lie, ``shown`` what the analyst calls it.

    They differ for a member of an archive and for what came through a pipe (``temporary``: the folder to throw away
    when it was read). ``root`` is the folder or archive that it was found in, None for a file that was named itself.
    ``share`` is how much of its size counts for progress. Refs are made from ``stem``.
    """

    path: Path
    shown: Path
    root: Path | None = None
    temporary: Path | None = None
    share: float = 1.0

    @classmethod
    def of(cls, path: Path) -> Source:
        return cls(path, path)

    @property
    def stem(self) -> str:
        return stem_of(self.shown)


@dataclass(slots=True)
class Reading:
    """How a file is read. ``layer`` takes the place of the layers that its lines name.

    ``fields`` says which column or (dotted) field holds what: a part of ``fields.PARTS`` to its name.
    ``names`` says which label a name in the file means (``PERS``, ``quote:direct``); an empty one leaves its marks out.
    ``made_with`` gathers name and version of the codebooks that the file says it was made with.
    """

    codebook: Codebook
    layer: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    made_with: set[tuple[str, int]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A mark or link of a page that did not come in, and its line in the file (None: that of the article)."""

    error: TawsimError
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """One article, page or error, and where in the file it stood.

    ``line`` counts from 1 (lines, rows, records, items) and is None for a file that is one article. ``raw`` are the
    bytes to keep when it is rejected, ``heading`` those that a file of rejects must begin with; ``stretch`` is offset
    and length in the file of what is too long to be held. ``size`` is how many bytes of the file it took.
    ``refused`` are the marks and links that stayed behind while the article came in.
    ``named`` is False for an article whose ref was made up from the file's name and may give way to another's.
    ``zoned`` is the article with its zones, where somebody has looked for them already.
    """

    found: Article | Page | TawsimError
    line: int | None = None
    raw: bytes = b""
    named: bool = True
    notes: tuple[Note, ...] = ()
    refused: tuple[Refusal, ...] = ()
    whole_file: int = 0
    heading: bytes = b""
    stretch: tuple[int, int] | None = None
    zoned: Article | None = None

    @property
    def size(self) -> int:
        return self.whole_file or (self.stretch[1] if self.stretch else len(self.raw))


class Head:
    """The beginning of a file, to tell its format by. ``CannotRead`` when it cannot be opened."""

    def __init__(self, path: Path, shown: Path | None = None) -> None:
        self.path = path
        self.shown = shown or path
        self.suffix = self.shown.suffix.lower()
        try:
            with path.open("rb") as file:
                self.start = file.read(_HEAD)
        except OSError as error:
            raise unreadable(self.shown, error) from error

    @property
    def whole(self) -> bool:
        """Whether ``start`` is all of the file."""
        return len(self.start) < _HEAD

    @cached_property
    def text(self) -> bytes:
        """The start without byte order mark and leading white space."""
        return self.start.removeprefix(b"\xef\xbb\xbf").lstrip()

    @cached_property
    def lines(self) -> list[str]:
        """Some whole lines from its start, to tell a format of lines by."""
        found = self.start.decode(errors="replace").removeprefix("\ufeff").split("\n")
        return [line.rstrip("\r") for line in (found if self.whole else found[:-1])[:_LINES]]

    @cached_property
    def records(self) -> list[dict[str, Any]]:
        """The first JSON objects that are whole lines, at most ten, to tell a format by."""
        return list(islice(self.some_records(), 10))

    def some_records(self) -> Iterator[dict[str, Any]]:
        """The JSON objects among its first lines, each a whole line."""
        return (each for each in map(_object, self.start.splitlines()[:_LINES]) if each is not None)


LooksLike = Callable[[Head], bool]
Reader = Callable[[Source, Reading], Iterator[Arrival]]
ColumnsOf = Callable[[Source], list[Column]]


@dataclass(frozen=True, slots=True)
class Format:
    """One way of keeping articles in a file. ``title`` and ``loses`` are marked for translation.

    ``loses`` says what the format cannot hold, None when it holds everything. ``looks_like`` tells by the content;
    without it, or when no format recognises a file, the suffix tells. ``arrivals`` reads one file: it raises an
    ``ExchangeError`` only for what keeps the whole file from being read. ``write`` writes pages to a sink that ``sink``
    opens: one file, or several in a folder or archive. A file to be written with a suffix of ``written_as`` is surely
    meant to be of this format.
    ``companions`` are suffixes of files of the same name that belong to one of this format and are not read alone.
    ``columns`` are those of a table, or the fields of records, with what they would be taken for.
    Rejected lines are kept in a file that ends with ``kept_as``.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    loses: str | None = None
    looks_like: LooksLike | None = None
    arrivals: Reader | None = None
    write: Write | None = None
    sink: OpenSink = one_file
    written_as: tuple[str, ...] = ()
    columns: ColumnsOf | None = None
    companions: tuple[str, ...] = ()
    kept_as: str = ".jsonl"

    @property
    def can_read(self) -> bool:
        return self.arrivals is not None

    @property
    def can_write(self) -> bool:
        return self.write is not None


def stem_of(path: Path) -> str:
    """The file's name without its suffix, as text: bytes in it that are not UTF-8 (an old archive) become U+FFFD."""
    return os.fsencode(path.stem).decode(errors="replace")


def _object(line: bytes) -> dict[str, Any] | None:
    if not line.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return None
    try:
        record = parsed(line)
    except BadLine:
        return None
    return record if isinstance(record, dict) else None
