"""ZIP files, also those that Word and Excel files are: opened only when they are sound and no bomb."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.domain.errors import N_
from app.exchange.errors import NotText, reason_of

MOST_BYTES = 4 << 30
_MOST_RATIO = 200
_SMALL = 32 << 20  # what unpacks to less is harmless whatever its ratio
_MOST_MEMBERS = 200_000

TOO_MUCH = N_("It would unpack to {size} million bytes from {packed} million: such a file is made to fill a disk.")
DAMAGED = N_("The {what} file is damaged or was not copied whole: {reason}.")
TROUBLES = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
    OverflowError,
    OSError,  # a place outside of the file
)


@contextmanager
def opened(path: Path, what: str) -> Iterator[zipfile.ZipFile]:
    """The archive; ``what`` is how its kind is called. ``NotText`` when it is damaged or a bomb."""
    try:
        archive = zipfile.ZipFile(path)
    except TROUBLES as error:
        raise NotText(DAMAGED, what=what, reason=reason_of(error)) from error
    with archive:
        refuse_bomb(archive, path)
        yield archive


def refuse_bomb(archive: zipfile.ZipFile, path: Path) -> None:
    """Raise ``NotText`` by what the archive itself says of its members; no more of them is ever unpacked than that."""
    size = sum(member.file_size for member in archive.infolist())
    packed = path.stat().st_size
    if size > MOST_BYTES or is_bomb(size, packed) or len(archive.filelist) > _MOST_MEMBERS:
        raise NotText(TOO_MUCH, size=size >> 20, packed=max(1, packed >> 20))


def is_bomb(size: int, packed: int) -> bool:
    """Whether so many bytes from so few can only be meant to fill a disk or the memory."""
    return size > _SMALL and size > _MOST_RATIO * packed


def names_in(path: Path) -> frozenset[str]:
    """The names of the members; none when it is no archive that can be opened."""
    try:
        with zipfile.ZipFile(path) as archive:
            return frozenset(archive.namelist())
    except TROUBLES:
        return frozenset()


def refuse_entities(archive: zipfile.ZipFile, what: str) -> None:
    """Raise ``NotText`` when a part of an office file declares entities: no program writes such a part."""
    for info in archive.infolist():
        if not info.filename.endswith((".xml", ".rels")):
            continue
        try:
            with archive.open(info) as part:
                start = part.read(4096)
        except TROUBLES as error:
            raise NotText(DAMAGED, what=what, reason=reason_of(error)) from error
        if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
            raise NotText(N_("The {what} file declares XML entities, which could fill the memory."), what=what)
