"""Lines of JSON: read one by one as bytes, parsed strictly, written as the dataset writes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from app.domain.errors import N_
from app.exchange.decoding import refuse_binary
from app.exchange.errors import BadLine, CannotRead, NotText, reason_of

_encoded = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode


def lines_of(path: Path) -> Iterator[tuple[int, bytes]]:
    """Number (from 1) and bytes of every line that is not blank, as they stand, line end included.

    Only LF ends a line: U+2028 and the like may stand inside of JSON. ``CannotRead`` when the file cannot be opened,
    ``NotText`` when its first line is no text.
    """
    try:
        with path.open("rb") as file:
            for number, raw in enumerate(file, start=1):
                if number == 1:
                    refuse_other(raw)
                if raw.strip():
                    yield number, raw
    except OSError as error:
        raise unreadable(path, error) from error


def refuse_other(first: bytes) -> None:
    """Raise ``NotText`` for the first line of a file that is no text."""
    refuse_binary(first)
    if b"\0" in first:
        raise NotText(N_("It holds NUL bytes, so it is UTF-16 or no text: save it as UTF-8 and import it again."))


def parsed(line: str | bytes) -> Any:
    """The value of one line of JSON. A byte order mark is dropped.

    ``BadLine`` says the column and the reason: also for NaN, infinities and half surrogate pairs, which are no JSON.
    """
    try:
        return orjson.loads(line)  # nearly every line; what is wrong with the others is found out below
    except orjson.JSONDecodeError:
        pass
    try:
        text = line.decode() if isinstance(line, bytes) else line
        return orjson.loads(text.removeprefix("\ufeff").rstrip("\r\n"))
    except UnicodeDecodeError as error:
        raise BadLine(N_("Byte {byte} of the line is not UTF-8."), byte=error.start + 1) from error
    except orjson.JSONDecodeError as error:
        raise BadLine(
            N_("Not valid JSON at column {column}: {reason}."), column=error.colno, reason=reason_of(error)
        ) from error


def written(record: Any) -> str:
    """The record as one line of JSON without its end. U+2028 and U+2029 are escaped: some readers end a line there."""
    line = _encoded(record)
    if "\u2028" in line or "\u2029" in line:
        return line.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return line


def quickly_written(record: Any) -> bytes:
    """The bytes of ``written`` in a fifth of the time: orjson writes, and msgspec puts in the spaces.

    Only for records whose fractions are all of them ``is_everyday``: other libraries spell the rest in other ways.
    """
    import msgspec  # noqa: PLC0415 - only an export needs it

    line: bytes = msgspec.json.format(orjson.dumps(record), indent=0)
    if b"\xe2" in line:  # with which the separators begin, and few letters of Arabic texts: found at once or not at all
        return line.replace("\u2028".encode(), b"\\u2028").replace("\u2029".encode(), b"\\u2029")
    return line


def is_everyday(value: object) -> bool:
    """Whether it is a number that every library writes alike: it is finite, and none has an exponent for it."""
    return isinstance(value, int | float) and (value == 0 or 0.001 <= abs(value) < 1_000_000)


def unreadable(path: Path, error: OSError) -> CannotRead:
    """The system's reason why a file cannot be read, as a sentence."""
    if isinstance(error, FileNotFoundError):
        return CannotRead(N_("There is no file {path}."), path=path)
    if isinstance(error, IsADirectoryError):
        return CannotRead(N_("{path} is a folder: name the files in it."), path=path)
    return CannotRead(N_("{path} cannot be read: {reason}."), path=path, reason=error.strerror or error)
