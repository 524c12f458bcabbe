"""Small settings of the project, by name. They are no edits and stand in no journal."""

from __future__ import annotations

from app.store.file import ProjectFile

_PUT = "INSERT INTO note (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"


def get(file: ProjectFile, key: str) -> str | None:
    """The setting; None when it was never kept."""
    found: str | None = file.value("SELECT value FROM note WHERE key = ?", (key,))
    return found


def put(file: ProjectFile, key: str, value: str) -> None:
    """Keep a setting, inside a transaction."""
    file.run(_PUT, (key, value))
