"""Every file that is meant by what an analyst names: files, folders with all that is in them, ZIP archives, pipes."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import BinaryIO

from app.domain.errors import N_
from app.exchange.archives import Budget, Unreadable, is_archive, unpacked
from app.exchange.errors import CannotRead
from app.exchange.format import Format, Source
from app.exchange.json_lines import unreadable
from app.exchange.rejects import REASONS, REJECTED

_CLUTTER = frozenset(["__MACOSX", "Thumbs.db", "desktop.ini", "README.md"])  # the last is the card of a dataset
_OURS = (".tawsim", ".tawsim-wal", ".tawsim-shm", ".schema.json", ".losses.json")

Companions = dict[str, tuple[str, ...]]
Found = Source | Unreadable


def sources(paths: Iterable[Path | Source], formats: Iterable[Format]) -> Iterator[Found]:
    """The files to read, in the order of the names in each folder.

    A folder is walked, links to folders are not followed. Left out are hidden files, what archives of other systems
    leave lying about, project files, and what an earlier import rejected (name that to import it). A temporary file's
    folder is the caller's to throw away.
    """
    companions = {suffix: each.companions for each in formats for suffix in each.suffixes if each.companions}
    for path in paths:
        if isinstance(path, Source):
            yield from _opened(path, None, companions)
        elif path.is_dir():
            found = 0
            for found, each in enumerate(_in_folder(path, companions), 1):  # noqa: B007 - how many they were
                yield each
            if not found:
                yield Unreadable(path, CannotRead(N_("There is nothing to read in the folder {path}."), path=path))
        else:
            yield from _of_file(path, None, companions)


def size_of(paths: Iterable[Path | Source]) -> int:
    """How many bytes lie on the disk there, in folders too."""
    return sum(_size(path.path if isinstance(path, Source) else path) for path in paths)


def from_pipe(pipe: BinaryIO, name: str) -> Source:
    """A file of what comes through a pipe, to be thrown away with its folder."""
    folder = Path(tempfile.mkdtemp(prefix="tawsim-"))
    path = folder / "1"
    with path.open("wb") as file:
        shutil.copyfileobj(pipe, file)
    return Source(path, Path(name), temporary=folder)


def _in_folder(root: Path, companions: Companions) -> Iterator[Found]:
    troubles: list[OSError] = []
    rejected = REJECTED in root.name
    for folder, folders, names in os.walk(root, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not _is_clutter(name, rejected))
        for name, _ in _wanted(names, companions, rejected):
            yield from _of_file(Path(folder, name), root, companions)
        for error in troubles:
            yield Unreadable(Path(error.filename), unreadable(Path(error.filename), error), root)
        troubles.clear()
    for error in troubles:
        yield Unreadable(Path(error.filename), unreadable(Path(error.filename), error), root)


def _of_file(path: Path, root: Path | None, companions: Companions) -> Iterator[Found]:
    try:
        mode = path.stat().st_mode
        if stat.S_ISFIFO(mode) and root is None:
            with path.open("rb") as pipe:
                yield from _opened(from_pipe(pipe, path.name), path, companions)
            return
    except OSError as error:
        yield Unreadable(path, unreadable(path, error), root)
        return
    if stat.S_ISREG(mode):
        yield from _opened(Source(path, path, root), root, companions)


def _opened(source: Source, root: Path | None, companions: Companions) -> Iterator[Found]:
    if not is_archive(source.path):
        yield source
        return
    inside = Source(source.path, source.shown, root or source.shown, share=source.share)
    yield from unpacked(inside, lambda names: _wanted(names, companions), Budget())
    if source.temporary is not None:
        shutil.rmtree(source.temporary, ignore_errors=True)


def _wanted(names: Iterable[str], companions: Companions, rejected: bool = False) -> list[tuple[str, list[str]]]:
    """The names to read in their order, each with the companions that are there and not read by themselves."""
    kept = sorted(name for name in names if not any(_is_clutter(step, rejected) for step in PurePath(name).parts))
    there = set(kept)
    beside: dict[str, list[str]] = {}
    for name in kept:
        others = [_with(name, suffix) for suffix in companions.get(PurePath(name).suffix.lower(), ())]
        beside[name] = [other for other in others if other in there]
    spoken_for = {other for others in beside.values() for other in others}
    return [(name, beside[name]) for name in kept if name not in spoken_for]


def _with(name: str, suffix: str) -> str:
    """The companion of a file: the same name with another suffix, or a file of that whole name beside it."""
    if not suffix.startswith("."):
        return str(PurePath(name).with_name(suffix))
    return name.removesuffix(PurePath(name).suffix) + suffix


def _is_clutter(name: str, rejected: bool = False) -> bool:
    if (name.startswith(".") and name != "..") or name in _CLUTTER or name.endswith((*_OURS, REASONS)):
        return True
    return REJECTED in name and not rejected


def _size(path: Path) -> int:
    try:
        if not path.is_dir():
            return path.stat().st_size
        return sum(_size(Path(folder, name)) for folder, _, names in os.walk(path) for name in names)
    except OSError:
        return 0
