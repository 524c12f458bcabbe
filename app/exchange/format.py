"""What a format is: one module in ``app/exchange/formats`` makes one ``Format``, and the table there lists it.

A reader gets a ``Source`` and a ``Reading`` and gives one ``Arrival`` after the other; what cannot come in is an error
among the others. A writer gets a path, pages and a ``Writing``. Neither module may import a heavy library before use.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from app.domain.article import Article
from app.domain.codebook import Codebook
from app.domain.errors import TawsimError
from app.exchange.errors import BadLine, Note
from app.exchange.json_lines import parsed, unreadable
from app.exchange.losses import Losses
from app.exchange.page import Page

_HEAD = 1 << 20
_LINES = 1000


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: ``path`` is where its bytes lie, ``shown`` what the analyst calls it.

    They differ for a member of an archive and for what came through a pipe. Refs are made from ``stem``.
    """

    path: Path
    shown: Path

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
    ``made_with`` gathers name and version of the codebooks that the file says it was made with.
    """

    codebook: Codebook
    layer: str | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    made_with: set[tuple[str, int]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Arrival:
    """One article, page or error, and where in the file it stood.

    ``line`` counts from 1 (lines, rows, records, items) and is None for a file that is one article. ``raw`` are the
    bytes to keep when it is rejected, ``heading`` those that a file of rejects must begin with; ``stretch`` is offset
    and length in the file of what is too long to be held. ``size`` is how many bytes of the file it took.
    ``named`` is False for an article whose ref was made up from the file's name and may give way to another's.
    """

    found: Article | Page | TawsimError
    line: int | None = None
    raw: bytes = b""
    named: bool = True
    notes: tuple[Note, ...] = ()
    whole_file: int = 0
    heading: bytes = b""
    stretch: tuple[int, int] | None = None

    @property
    def size(self) -> int:
        return self.whole_file or (self.stretch[1] if self.stretch else len(self.raw))


@dataclass(slots=True)
class Writing:
    """How pages are written, and what came of it: ``lines`` (one article in one layer each), ``marks``, and how many
    suggested and rejected marks were ``left_out`` because ``include_states`` does not name them."""

    codebook: Codebook
    include_states: Collection[str] = ()
    losses: Losses = field(default_factory=Losses)
    lines: int = 0
    marks: int = 0
    left_out: int = 0


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
    def records(self) -> list[dict[str, Any]]:
        """The JSON objects among its first lines, each a whole line."""
        return [each for each in map(_object, self.start.splitlines()[:_LINES]) if each is not None]


LooksLike = Callable[[Head], bool]
Reader = Callable[[Source, Reading], Iterator[Arrival]]
Writer = Callable[[Path, Iterable[Page], Writing], None]


@dataclass(frozen=True, slots=True)
class Format:
    """One way of keeping articles in a file. ``title`` and ``loses`` are marked for translation.

    ``loses`` says what the format cannot hold, None when it holds everything. ``looks_like`` tells by the content;
    without it, or when no format recognises a file, the suffix tells. ``arrivals`` reads one file: it raises an
    ``ExchangeError`` only for what keeps the whole file from being read. ``writer`` writes whole or not at all.
    ``companions`` are suffixes of files of the same name that belong to one of this format and are not read alone.
    Rejected lines are kept in a file that ends with ``kept_as``.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    loses: str | None = None
    looks_like: LooksLike | None = None
    arrivals: Reader | None = None
    writer: Writer | None = None
    companions: tuple[str, ...] = ()
    kept_as: str = ".jsonl"

    @property
    def can_read(self) -> bool:
        return self.arrivals is not None

    @property
    def can_write(self) -> bool:
        return self.writer is not None


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
