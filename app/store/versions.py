"""Versions of the codebook: every one that was ever in use is kept as it was; which one is in use, edits change."""

from __future__ import annotations

from app.domain.annotation import CodebookVersion, Record
from app.domain.codebook import Codebook, read_codebook
from app.store import notes
from app.store.file import ProjectFile

_KEY = "codebook"
_IN_USE = """
    SELECT coalesce((SELECT CAST(value AS INTEGER) FROM note WHERE key = ?), max(version)) FROM codebook
"""


def in_use(file: ProjectFile) -> int:
    """The number of the version in use; in a project whose codebook nobody has changed, of its only one."""
    version: int | None = file.value(_IN_USE, (_KEY,))
    return version or 0


def read(file: ProjectFile, version: int, where: str) -> Codebook:
    """The codebook of that version. ``CodebookError`` names ``where`` and what is wrong."""
    return read_codebook(file.value("SELECT source FROM codebook WHERE version = ?", (version,)) or "", where)


def every(file: ProjectFile) -> list[CodebookVersion]:
    """Every version, the oldest first."""
    return [CodebookVersion(*row) for row in file.rows("SELECT version, name, source FROM codebook ORDER BY version")]


def turn(file: ProjectFile, before: Record | None, after: Record | None) -> bool:
    """Put ``after`` in use, inside a transaction, and keep it if it is new. False when ``before`` is not the version in
    use, or another codebook has the number of ``after``."""
    assert isinstance(before, CodebookVersion) and isinstance(after, CodebookVersion), "a project has a codebook"
    if in_use(file) != before.version or _kept(file, before.version) != before:
        return False
    kept = _kept(file, after.version)
    if kept is None:
        row = (after.version, after.name, after.source)
        file.run("INSERT INTO codebook (version, name, source) VALUES (?, ?, ?)", row)
    elif kept != after:
        return False
    notes.put(file, _KEY, str(after.version))
    return True


def _kept(file: ProjectFile, version: int) -> CodebookVersion | None:
    row = file.row("SELECT version, name, source FROM codebook WHERE version = ?", (version,))
    return CodebookVersion(*row) if row else None
