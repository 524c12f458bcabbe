"""The files in a ZIP archive, unpacked one by one under names of our own into a folder that is thrown away."""

from __future__ import annotations

import shutil
import stat
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from app.domain.errors import N_
from app.exchange.errors import CannotRead, ExchangeError, NotText, reason_of
from app.exchange.format import Source
from app.exchange.zips import DAMAGED, MOST_BYTES, TOO_MUCH, TROUBLES, is_bomb, names_in

DEEPEST = 3
_CHUNK = 1 << 20
_OFFICE = ("[Content_Types].xml", "mimetype")
_SUFFIXES = (".docx", ".docm", ".xlsx", ".xlsm")
_CODECS = ("utf-8", "cp720", "cp1256")  # what names are in that do not say so: systems of today, DOS, old Windows
_UTF8_FLAG, _LOCKED_FLAG = 0x800, 0x1

_OUTSIDE = N_("The name {name} in the archive points outside of it: such a file is not unpacked.")
_LOCKED = N_("It is locked with a password: unpack it and import the file itself.")
_TOO_DEEP = N_("It is an archive in an archive in an archive in an archive: unpack it first.")
_LINK = N_("It is a link to another file: import that one.")


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that cannot even be given to a reader, and why."""

    shown: Path
    error: ExchangeError
    root: Path | None = None


@dataclass(slots=True)
class Budget:
    """How many bytes may still be unpacked from one archive and those in it."""

    left: int = field(default=MOST_BYTES)


def is_archive(path: Path) -> bool:
    """Whether it is a ZIP file of files, and not the ZIP file that Word, Excel or a book reader makes."""
    try:
        with path.open("rb") as file:
            if file.read(4) not in (b"PK\3\4", b"PK\5\6"):
                return False
    except OSError:
        return False
    return path.suffix.lower() not in _SUFFIXES and names_in(path).isdisjoint(_OFFICE)


def unpacked(
    archive: Source, wanted: Callable[[list[str]], list[tuple[str, list[str]]]], budget: Budget, depth: int = 1
) -> Iterator[Source | Unreadable]:
    """The files in an archive and in the archives in it. ``wanted`` says which of some names to read, and which others
    must lie beside each. ``archive.root`` is where refused files are told of."""
    try:
        file = zipfile.ZipFile(archive.path)
    except TROUBLES as error:
        yield Unreadable(archive.shown, NotText(DAMAGED, what="ZIP", reason=reason_of(error)), archive.root)
        return
    with file:
        yield from _members(archive, file, wanted, budget, depth)


def _members(
    archive: Source,
    file: zipfile.ZipFile,
    wanted: Callable[[list[str]], list[tuple[str, list[str]]]],
    budget: Budget,
    depth: int,
) -> Iterator[Source | Unreadable]:
    members = {_name(member): member for member in file.infolist() if not member.is_dir()}
    whole = sum(member.file_size for member in members.values())
    share = archive.share * archive.path.stat().st_size / max(1, whole)
    for name, beside in wanted(list(members)):
        shown = archive.shown / PurePosixPath(name.lstrip("/"))
        folder = Path(tempfile.mkdtemp(prefix="tawsim-"))
        try:
            path = folder / f"1{PurePosixPath(name).suffix[:16]}"
            _unpack(file, members[name], path, budget)
            for other in beside:
                _unpack(file, members[other], path.with_suffix(PurePosixPath(other).suffix[:16]), budget)
        except ExchangeError as error:
            shutil.rmtree(folder, ignore_errors=True)
            yield Unreadable(shown, error, archive.root)
            continue
        found = Source(path, shown, archive.root, folder, share)
        if not is_archive(path):
            yield found
        elif depth == DEEPEST:
            shutil.rmtree(folder, ignore_errors=True)
            yield Unreadable(shown, NotText(_TOO_DEEP), archive.root)
        else:
            try:
                yield from unpacked(found, wanted, budget, depth + 1)
            finally:
                shutil.rmtree(folder, ignore_errors=True)


def _unpack(file: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path, budget: Budget) -> None:
    """Write a member to ``path``, never more than it says it has, nor than may still be unpacked."""
    name = _name(member)
    steps = PurePosixPath(name).parts
    if ".." in steps or name.startswith("/") or (steps and steps[0].endswith(":")):
        raise NotText(_OUTSIDE, name=name)
    if member.flag_bits & _LOCKED_FLAG:
        raise NotText(_LOCKED)
    if stat.S_ISLNK(member.external_attr >> 16):
        raise NotText(_LINK)
    if member.file_size > budget.left or is_bomb(member.file_size, member.compress_size):
        raise NotText(TOO_MUCH, size=member.file_size >> 20, packed=max(1, member.compress_size >> 20))
    budget.left -= member.file_size
    try:
        with file.open(member) as packed, path.open("wb") as out:
            shutil.copyfileobj(packed, out, _CHUNK)
    except OSError as error:
        raise CannotRead(N_("It cannot be unpacked: {reason}."), reason=error.strerror or error) from error
    except TROUBLES as error:
        raise NotText(DAMAGED, what="ZIP", reason=reason_of(error)) from error


def _name(member: zipfile.ZipInfo) -> str:
    """The name of a member. One that is not marked as UTF-8 is read as the encoding in which it is Arabic letters."""
    name = member.filename
    if member.flag_bits & _UTF8_FLAG or name.isascii():
        return name
    try:
        raw = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    for codec in _CODECS:
        try:
            read = raw.decode(codec)
        except UnicodeDecodeError:
            continue
        if codec == "utf-8" or all(letter.isascii() or "\u0621" <= letter <= "\u0652" for letter in read):
            return read
    return name
