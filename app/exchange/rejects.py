"""The lines of a file that did not come in, kept as they stand in a file to mend and import again."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Self

from app.exchange.atomic import whole_file, write_whole
from app.exchange.errors import CannotWrite

_IN_MEMORY = 8 << 20


class Rejects:
    """Gathers the rejected lines of one file while the others come in."""

    def __init__(self, source: Path) -> None:
        self._source = source
        self._lines = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed in __exit__
        self._reasons: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._lines.close()

    def add(self, line: int, raw: bytes, reason: str) -> None:
        """Keep line number ``line`` as it stands, its end included."""
        self._lines.write(raw if raw.endswith(b"\n") else raw + b"\n")
        self._reasons.append(f"{len(self._reasons) + 1} ({self._source.name}:{line}): {reason}")

    def leave(self, fallback: Path) -> Path | None:
        """Write the lines beside the source, else in the folder ``fallback``; None when there are none.

        ``x.jsonl`` leaves ``x.rejected.jsonl`` and why, line by line, in ``x.rejected.reasons.txt``. A file of that
        name with other lines in it is somebody's mending and stays: then it is ``x.rejected-2.jsonl``, and so on.
        ``CannotWrite`` when neither folder can be written to.
        """
        if not self._reasons:
            return None
        try:
            return self._leave_in(self._source.resolve().parent)
        except CannotWrite:
            return self._leave_in(fallback)

    def _leave_in(self, folder: Path) -> Path:
        path = next(path for path in self._names(folder) if not path.exists() or self._holds_the_same(path))
        self._lines.seek(0)
        with whole_file(path) as file:
            shutil.copyfileobj(self._lines, file)
        write_whole(path.with_name(f"{path.stem}.reasons.txt"), "\n".join(self._reasons) + "\n")
        return path

    def _names(self, folder: Path) -> Iterator[Path]:
        for number in count(1):
            mark = ".rejected" if number == 1 else f".rejected-{number}"
            yield folder / f"{self._source.stem.split('.rejected')[0]}{mark}.jsonl"

    def _holds_the_same(self, path: Path) -> bool:
        self._lines.seek(0)
        try:
            return path.read_bytes() == self._lines.read()
        except OSError:
            return False
