"""What did not come in, kept as it stands to be mended and imported again: lines in a file, files in a folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import SpooledTemporaryFile, mkdtemp
from typing import Self

from app.exchange.atomic import whole_file, write_whole
from app.exchange.errors import CannotWrite
from app.exchange.format import Source

REJECTED, REASONS = ".rejected", ".reasons.txt"
_IN_MEMORY = 8 << 20
_CHUNK = 1 << 20


class Rejects:
    """Gathers the rejected lines of one file while the others come in; they are kept in a file that ends ``suffix``."""

    def __init__(self, source: Path, suffix: str = ".jsonl", folder: Path | None = None) -> None:
        self.suffix = suffix
        self._source = source
        self._folder = folder
        self._lines = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed in __exit__
        self._reasons: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._lines.close()

    def add(self, line: int, raw: bytes, reason: str, heading: bytes = b"") -> None:
        """Keep line number ``line`` as it stands, its end included; before the first one, the file's ``heading``."""
        self._begin(line, reason, heading)
        self._lines.write(raw if raw.endswith(b"\n") else raw + b"\n")

    def copy(self, line: int, path: Path, stretch: tuple[int, int], reason: str) -> None:
        """Keep a line that is too long to be held: ``stretch`` is its offset and length in the file at ``path``."""
        self._begin(line, reason, b"")
        with path.open("rb") as file:
            left = stretch[1]
            file.seek(stretch[0])
            while left > 0 and (part := file.read(min(left, _CHUNK))):
                self._lines.write(part)
                left -= len(part)
        self._lines.write(b"\n")

    def leave(self, fallback: Path) -> Path | None:
        """Write the lines beside the source, else in the folder ``fallback``; None when there are none.

        ``x.jsonl`` leaves ``x.rejected.jsonl`` and why, line by line, in ``x.rejected.reasons.txt``. A file of that
        name with other lines in it is somebody's mending and stays: then it is ``x.rejected-2.jsonl``, and so on.
        ``CannotWrite`` when neither folder can be written to.
        """
        if not self._reasons:
            return None
        beside = self._folder or self._source.resolve().parent
        if _is_sealed(beside):
            return self._leave_in(fallback)
        try:
            return self._leave_in(beside)
        except CannotWrite:
            return self._leave_in(fallback)

    def _begin(self, line: int, reason: str, heading: bytes) -> None:
        if heading and not self._reasons:
            self._lines.write(heading if heading.endswith(b"\n") else heading + b"\n")
        self._reasons.append(f"{len(self._reasons) + 1} ({self._source.name}:{line}): {reason}")

    def _leave_in(self, folder: Path) -> Path:
        if folder == self._folder:
            folder.mkdir(exist_ok=True)
        path = next(path for path in self._names(folder) if not path.exists() or self._holds_the_same(path))
        self._lines.seek(0)
        with whole_file(path) as file:
            shutil.copyfileobj(self._lines, file)
        write_whole(path.with_name(f"{path.stem}{REASONS}"), "\n".join(self._reasons) + "\n")
        return path

    def _names(self, folder: Path) -> Iterator[Path]:
        for number in count(1):
            mark = REJECTED if number == 1 else f"{REJECTED}-{number}"
            yield folder / f"{self._source.stem.split(REJECTED)[0]}{mark}{self.suffix}"

    def _holds_the_same(self, path: Path) -> bool:
        self._lines.seek(0)
        try:
            return path.read_bytes() == self._lines.read()
        except OSError:
            return False


class RejectedFiles:
    """Gathers the files of one folder or archive that did not come in.

    Those of an archive are copied into a folder to be mended; those of a folder lie where they are and are listed.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._reasons: list[str] = []
        self._kept: Path | None = None
        self._names: list[str] = []

    @property
    def folder(self) -> Path:
        """Where what an archive had is kept: ``x.zip`` has ``x.rejected`` beside it."""
        return self._root.resolve().with_name(f"{self._root.stem.split(REJECTED)[0]}{REJECTED}")

    def add(self, source: Source, reason: str) -> None:
        """Note a file that did not come in, and keep it when it would be thrown away."""
        shown = source.shown.relative_to(self._root) if source.shown.is_relative_to(self._root) else source.shown
        self._reasons.append(f"{shown}: {reason}")
        if source.temporary is not None and source.path.exists():
            self._kept = self._kept or Path(mkdtemp(prefix="tawsim-"))
            name = source.shown.name
            while name in self._names:
                name = f"{Path(name).stem}-{len(self._names) + 1}{Path(name).suffix}"
            shutil.copyfile(source.path, self._kept / str(len(self._names)))
            self._names.append(name)

    def leave(self, fallback: Path) -> Path | None:
        """Write the list of reasons, and the folder if there is any need for one; the place of what is to be mended.

        ``CannotWrite`` when neither beside the folder or archive nor in ``fallback`` can be written.
        """
        if not self._reasons:
            return None
        elsewhere = fallback / self.folder.name
        try:
            return self._leave_at(elsewhere if _is_sealed(self.folder.parent) else self.folder)
        except CannotWrite:
            return self._leave_at(elsewhere)
        finally:
            if self._kept is not None:
                shutil.rmtree(self._kept, ignore_errors=True)

    def _leave_at(self, folder: Path) -> Path:
        reasons = folder.with_name(f"{folder.name}{REASONS}")
        write_whole(reasons, "\n".join(self._reasons) + "\n")
        if self._kept is None:
            return reasons
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise CannotWrite("{path}: {reason}.", path=folder, reason=error.strerror or error) from error
        for number, name in enumerate(self._names):
            with whole_file(folder / name) as out, (self._kept / str(number)).open("rb") as kept:
                shutil.copyfileobj(kept, out)
        return folder


def _is_sealed(folder: Path) -> bool:
    """Whether a folder says that nobody shall write into it. An administrator could all the same, and should not."""
    try:
        return not folder.stat().st_mode & 0o222
    except OSError:
        return False
