"""What the bench says in passing, and what time it says it is."""

from __future__ import annotations

from datetime import UTC, datetime

from app.domain.values import frozen


@frozen
class Said:
    """A sentence for the status line: its template and the values in it; ``grave`` ones are troubles. A value may be
    another ``Said``: a sentence in a sentence."""

    template: str
    values: dict[str, object]
    grave: bool = False


def now() -> str:
    """The time in UTC to the second, as RFC 3339."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
