"""Where an export goes: one file, a folder, a zip archive, or nowhere when only the losses are asked for.

A format writes to a sink and does not ask which it is. Whatever was written appears whole when the sink closes, and
not at all when the export was stopped or failed.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Protocol, cast

from app.exchange.atomic import whole_file, whole_folder

_IN_MEMORY = 4 << 20
_STILL = (1980, 1, 1, 0, 0, 0)  # the same export gives the same archive, whenever it is made


class Sink(Protocol):
    """Takes files by name; ``""`` is the export itself where it is one file. Several may be open at a time.

    ``many`` tells a folder or archive from one file, for formats that can be both.
    """

    many: bool

    def file(self, name: str = "") -> AbstractContextManager[BinaryIO]: ...


class _File:
    many = False

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    @contextmanager
    def file(self, name: str = "") -> Iterator[BinaryIO]:
        if name:
            raise ValueError(f"{name}: a format that writes several files needs a folder or an archive")
        yield self._file


class _Folder:
    many = True

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @contextmanager
    def file(self, name: str = "") -> Iterator[BinaryIO]:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            yield file


class _Zip:
    many = True

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive

    @contextmanager
    def file(self, name: str = "") -> Iterator[BinaryIO]:
        """Kept aside until it is whole: an archive takes one file after the other."""
        with SpooledTemporaryFile(max_size=_IN_MEMORY) as aside:
            yield cast(BinaryIO, aside)
            aside.seek(0)
            entry = zipfile.ZipInfo(name, _STILL)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            with self._archive.open(entry, "w", force_zip64=aside.seek(0, io.SEEK_END) > 1 << 30) as file:
                aside.seek(0)
                while piece := aside.read(1 << 20):
                    file.write(piece)


class _Nothing(io.RawIOBase):
    """Takes whatever is written, keeps nothing, and knows how much it was."""

    def __init__(self) -> None:
        self._at = 0

    def writable(self) -> bool:
        return True

    def write(self, piece: object) -> int:
        size = memoryview(cast(bytes, piece)).nbytes
        self._at += size
        return size

    def tell(self) -> int:
        return self._at


class _Nowhere:
    many = False

    @contextmanager
    def file(self, name: str = "") -> Iterator[BinaryIO]:
        with _Nothing() as nothing:
            yield cast(BinaryIO, nothing)


@contextmanager
def one_file(out: Path) -> Iterator[Sink]:
    """A sink for a format that is one file at ``out``."""
    with whole_file(out) as file:
        yield _File(file)


@contextmanager
def many_files(out: Path) -> Iterator[Sink]:
    """A sink for a format of several files: an archive when ``out`` ends in ``.zip``, else a folder.

    A folder with other things in it than an earlier export is refused (``CannotWrite``).
    """
    if out.suffix.lower() == ".zip":
        with whole_file(out) as file, zipfile.ZipFile(file, "w") as archive:
            yield _Zip(archive)
    else:
        with whole_folder(out) as folder:
            yield _Folder(folder)


def one_or_many(*suffixes: str) -> OpenSink:
    """Opens a sink of one file for a name with one of the suffixes, else of many files."""

    def opened(out: Path) -> AbstractContextManager[Sink]:
        return one_file(out) if out.suffix.lower() in suffixes else many_files(out)

    return opened


@contextmanager
def nowhere(out: Path) -> Iterator[Sink]:
    """A sink for a pass that only tells what would be lost."""
    yield _Nowhere()


OpenSink = Callable[[Path], AbstractContextManager[Sink]]
