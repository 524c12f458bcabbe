"""Files and folders that appear whole or not at all, also when the process is killed half-way."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import N_
from app.exchange.errors import CannotWrite
from app.exchange.leftovers import ASIDE, HALF, OURS, clear, clear_aside, held, hold

_HANDLES = Path("/proc/self/fd")
_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write bytes to: takes the place of ``path`` when the block ends, leaves no trace when the block raises.

    It is written in the same folder, without a name where the system can do that (Linux), so that not even a killed
    process leaves half a file behind. ``CannotWrite`` gives the system's reason; what was at ``path`` then stays.
    """
    path = path.resolve()
    try:
        clear(path)
        file, name = _open_beside(path)
        try:
            with file:
                hold(file.fileno())
                yield file
                file.flush()
                if hasattr(os, "fchmod"):
                    os.fchmod(file.fileno(), 0o666 & ~_umask())  # until then only its owner may read it
                os.fsync(file.fileno())
                name = name or _named(file, path)
            name.replace(path)
            _sync_folder(path.parent)
        except BaseException:
            if name is not None:
                name.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise CannotWrite(
            N_("{path} cannot be written: {reason}."), path=path, reason=error.strerror or error
        ) from error


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A folder to write files into: becomes ``path`` when the block ends, leaves no trace when the block raises.

    What is at ``path`` is only replaced when it is empty or was itself made here; a folder with somebody's own files
    in it is refused (``CannotWrite``), and so is a file.
    """
    path = path.resolve()
    _refuse_foreign(path)
    try:
        clear(path)
        made = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}.", suffix=HALF))
        try:
            with held(made / OURS):
                yield made
                _sync_files(made)
            made.chmod(0o777 & ~_umask())  # until then nobody else may enter it
            _put_in_place(made, path)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            raise
    except OSError as error:
        raise CannotWrite(
            N_("{path} cannot be written: {reason}."), path=path, reason=error.strerror or error
        ) from error


def _refuse_foreign(path: Path) -> None:
    if path.is_file():
        raise CannotWrite(N_("{path} is a file, and this export is a folder: give it another name."), path=path)
    if path.is_dir() and any(path.iterdir()) and not (path / OURS).exists():
        raise CannotWrite(
            N_("{path} is a folder with other files in it: name a new or an empty folder for the export."), path=path
        )


def _put_in_place(made: Path, path: Path) -> None:
    """Swap the folders, in one step where the system can; else the old one is set aside first, since a folder that
    holds something cannot be renamed over."""
    if path.is_dir() and _exchanged(made, path):
        shutil.rmtree(made, ignore_errors=True)
        clear_aside(path)
        return _sync_folder(path.parent)
    old = path.with_name(f".{path.name}.{os.getpid()}{ASIDE}")
    there = path.exists()
    if there:
        path.rename(old)
    try:
        made.rename(path)
    except OSError:
        if there:
            old.rename(path)
        raise
    if there:
        shutil.rmtree(old, ignore_errors=True)
    clear_aside(path)
    _sync_folder(path.parent)


def _exchanged(one: Path, other: Path) -> bool:
    """Give each the other's name in one step (Linux, renameat2); False where that cannot be done."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # noqa: PLC0415 - only here

    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    if rename is None:
        return False
    names = (os.fsencode(one), os.fsencode(other))
    return bool(rename(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0)


def _sync_files(folder: Path) -> None:
    for file in folder.rglob("*"):
        if file.is_file():
            with file.open("rb") as handle:
                os.fsync(handle.fileno())


def write_whole(path: Path, content: str) -> None:
    """Write a text as UTF-8, whole or not at all. ``CannotWrite`` gives the system's reason."""
    with whole_file(path) as file:
        file.write(content.encode())


def _open_beside(path: Path) -> tuple[BinaryIO, Path | None]:
    """An open file in the folder of ``path``, and its name unless it has none yet."""
    if hasattr(os, "O_TMPFILE") and _HANDLES.is_dir():
        with suppress(OSError):  # the file system may not know nameless files; a real trouble shows again below
            return os.fdopen(os.open(path.parent, os.O_TMPFILE | os.O_RDWR, 0o600), "wb"), None
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=HALF)
    return os.fdopen(handle, "wb"), Path(name)


def _named(file: BinaryIO, path: Path) -> Path:
    """Give a nameless file a name beside ``path``: one cannot be linked over a file that is there."""
    name = path.with_name(f".{path.name}.{os.getpid()}{HALF}")
    name.unlink(missing_ok=True)
    folder = os.open(path.parent, os.O_RDONLY)
    try:  # only with a folder's handle does Python ask the system to follow the link to the file itself
        os.link(f"{_HANDLES}/{file.fileno()}", name.name, dst_dir_fd=folder, follow_symlinks=True)
    finally:
        os.close(folder)
    return name


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    """Make the new name last; systems that cannot sync a folder do without."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
