"""Versions of the codebook: every one that was ever in use is kept as it was; which one is in use, edits change."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from app import resources
from app.domain.annotation import CodebookVersion, Record
from app.domain.codebook import Codebook, read_codebook
from app.domain.errors import N_, CodebookError
from app.store import notes
from app.store.errors import StoreError
from app.store.file import ProjectFile

_KEY = "codebook"
_UNREADABLE = N_(
    "The codebook of {path} cannot be used; every mark is kept and shown, and the codebook {name} stands in its place. "
    "Open the codebook to apply one, or type tawsim codebook apply. The reason: {reason}."
)
_IN_USE = """
    SELECT coalesce((SELECT CAST(value AS INTEGER) FROM note WHERE key = ?), max(version)) FROM codebook
"""


class CodebookUnreadable(StoreError):
    """The codebook in use cannot be read, and another stands in its place."""


def in_use(file: ProjectFile) -> int:
    """The number of the version in use; in a project whose codebook nobody has changed, of its only one."""
    version: int | None = file.value(_IN_USE, (_KEY,))
    return version or 0


def read(file: ProjectFile, version: int) -> tuple[Codebook, CodebookUnreadable | None]:
    """The codebook of that version, or what stands in its place and why: the newest other version that can be read,
    else the one that ships. Its version, name and source are those of the one that cannot be read."""
    row = _kept(file, version)
    try:
        found, trouble = read_codebook(row.source, read=resources.table), None
    except CodebookError as error:
        found = _instead(file, version)
        trouble = CodebookUnreadable(_UNREADABLE, path=file.path.name, reason=str(error).rstrip("."), name=found.name)
    same = replace(found, version=row.version, name=row.name or found.name, source=row.source)
    return replace(same, stands_in=trouble is not None), trouble


def _instead(file: ProjectFile, version: int) -> Codebook:
    for (source,) in file.rows("SELECT source FROM codebook WHERE version <> ? ORDER BY version DESC", (version,)):
        with suppress(CodebookError):
            return read_codebook(source)
    return resources.codebook()


def every(file: ProjectFile) -> list[CodebookVersion]:
    """Every version, the oldest first."""
    return [CodebookVersion(*row) for row in file.rows("SELECT version, name, source FROM codebook ORDER BY version")]


def turn(file: ProjectFile, before: Record | None, after: Record | None) -> bool:
    """Put ``after`` in use, inside a transaction, and keep it if it is new. False when ``before`` is not the version in
    use, or another codebook has the number of ``after``."""
    assert isinstance(before, CodebookVersion) and isinstance(after, CodebookVersion), "a project has a codebook"
    if in_use(file) != before.version or _kept(file, before.version) != before:
        return False
    kept = _row(file, after.version)
    if kept is None:
        row = (after.version, after.name, after.source)
        file.run("INSERT INTO codebook (version, name, source) VALUES (?, ?, ?)", row)
    elif kept != after:
        return False
    notes.put(file, _KEY, str(after.version))
    return True


def _kept(file: ProjectFile, version: int) -> CodebookVersion:
    """What is kept under that number; one without a name and without a source when nothing is."""
    return _row(file, version) or CodebookVersion(version, "", "")


def _row(file: ProjectFile, version: int) -> CodebookVersion | None:
    row = file.row("SELECT version, name, source FROM codebook WHERE version = ?", (version,))
    return CodebookVersion(*row) if row else None
