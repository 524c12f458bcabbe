"""Rows of a CSV or TSV file: decoded line by line, and read on behind a row that is broken."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import N_
from app.exchange.decoding import Decoded, decoded, is_damaged
from app.exchange.errors import BadLine, NotText, reason_of
from app.exchange.format import Head
from app.exchange.line_arrivals import LONGEST_LINE
from app.exchange.text_fields import text_of_file

_DELIMITERS = "\t;,|"
_HOLE = re.compile("[\0\udc80-\udcff]")
_MOST_RESUMED = 200
_BAD_QUOTE = N_("The row is no row of a table ({reason}): see whether its quotation marks are in pairs.")
_BAD_BYTE = N_("Byte {byte} of the row is not {encoding}: save the file as UTF-8, or mend the row.")
_ODD_WIDTH = ("UTF-16", "UTF-32")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the number of its first line, its bytes as they stand, and its cells or what is wrong with it."""

    line: int
    raw: bytes
    cells: list[str] | BadLine


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a file is written: its delimiter, and its encoding (and its name, None when it is UTF-8)."""

    delimiter: str
    codec: str = "utf-8-sig"
    encoding: str | None = None


def dialect_of(head: Head) -> Dialect:
    """The dialect of a file by its beginning. ``NotText`` when it is no text."""
    start = head.start if head.whole else head.start[: head.start.rfind(b"\n") + 1] or head.start
    if start.count(0) * 20 < len(start):
        start = start.replace(b"\0", b"")  # a few cost only their rows
    try:
        found = decoded(start)
    except NotText:
        if not is_damaged(start):
            raise
        found = Decoded(start.decode(errors="replace"))  # the damaged rows are told one by one
    codec = {"windows-1256": "cp1256", "ISO-8859-6": "iso8859_6", "DOS 720": "cp720", "windows-1252": "cp1252"}
    text = found.text
    if text.startswith("sep=") and len(text) > 4:
        return Dialect(text[4], codec.get(found.encoding or "", "utf-8-sig"), found.encoding)
    return Dialect(_delimiter(text), codec.get(found.encoding or "", "utf-8-sig"), found.encoding)


def _delimiter(text: str) -> str:
    """The one that parts the first rows into most columns, and into the same number of them."""
    start = text[:200_000]

    def parts(delimiter: str) -> tuple[int, int]:
        widths = []
        try:
            for row in csv.reader(io.StringIO(start, newline=""), delimiter=delimiter):
                widths.append(len(row))
                if len(widths) == 20:
                    break
        except csv.Error:
            pass
        wide = widths[0] if widths else 1
        return (widths.count(wide) * (wide > 1), wide)

    return max(_DELIMITERS, key=parts)


def rows_of(path: Path, dialect: Dialect) -> Iterator[Row]:
    """Every row that is not blank. A row with a quotation mark too many costs only itself: reading goes on with the
    line behind it."""
    csv.field_size_limit(LONGEST_LINE)
    if dialect.encoding in _ODD_WIDTH:
        yield from _Rows(io.BytesIO(text_of_file(path)[0].encode()), Dialect(dialect.delimiter)).rows()
        return
    with path.open("rb") as file:
        yield from _Rows(file, dialect).rows()


@dataclass(slots=True)
class _Rows:
    file: BinaryIO
    dialect: Dialect
    _line: int = 0
    _again: deque[bytes] = field(default_factory=deque)  # lines that a broken row had swallowed
    _taken: list[bytes] = field(default_factory=list)  # lines of the row at hand
    _size: int = 0
    _resumed: int = 0

    def rows(self) -> Iterator[Row]:
        reader = self._reader()
        while True:
            begun, self._taken, self._size = self._line, [], 0
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield self._broken(begun, error)
                reader = self._reader()
                continue
            raw = b"".join(self._taken)
            if begun == 0 and raw.removeprefix(codecs.BOM_UTF8).startswith(b"sep="):
                continue
            if any(cell.strip() for cell in cells):
                yield Row(begun + 1, raw, self._sound(cells, raw))

    def _reader(self) -> Iterator[list[str]]:
        return csv.reader(self._lines(), delimiter=self.dialect.delimiter, strict=True)

    def _broken(self, begun: int, error: csv.Error) -> Row:
        """The first line of what could not be read; the others are read again."""
        first, *rest = self._taken
        if self._resumed < _MOST_RESUMED:
            self._resumed += 1
            self._again.extendleft(reversed(rest))
            self._line = begun + 1
        else:  # quotation marks are out of order all over: what they enclose is told as one
            first = b"".join(self._taken)
        return Row(begun + 1, first, BadLine(_BAD_QUOTE, reason=reason_of(error)))

    def _lines(self) -> Iterator[str]:
        while raw := (self._again.popleft() if self._again else self.file.readline(LONGEST_LINE)):
            self._line += 1
            self._taken.append(raw)
            self._size += len(raw)
            if self._size > LONGEST_LINE:
                raise csv.Error("it is longer than any row is")
            codec = self.dialect.codec if self._line == 1 else self.dialect.codec.removesuffix("-sig")
            yield raw.decode(codec, errors="surrogateescape")

    def _sound(self, cells: list[str], raw: bytes) -> list[str] | BadLine:
        """The cells, unless bytes in them are not of the encoding, or are NUL."""
        if not any(_has_hole(cell) for cell in cells):
            return cells
        if b"\0" in raw:
            return BadLine(N_("Byte {byte} of the row is NUL: mend the row."), byte=raw.index(0) + 1)
        codec = self.dialect.codec.removesuffix("-sig")
        try:
            raw.decode(codec)
        except UnicodeDecodeError as error:
            return BadLine(_BAD_BYTE, byte=error.start + 1, encoding=self.dialect.encoding or "UTF-8")
        return cells


def _has_hole(cell: str) -> bool:
    return _HOLE.search(cell) is not None


def refuse_blank(head: Head) -> None:
    if not head.start.strip():
        raise NotText(N_("There is no text in it."))
