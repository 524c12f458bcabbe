"""Memory of this process as Linux tells it, in bytes; None where nobody tells."""

from __future__ import annotations

from pathlib import Path

_STATUS = Path("/proc/self/status")


def resident() -> int | None:
    """What this process holds now."""
    return _told("VmRSS")


def peak_from_now() -> int | None:
    """Have the system forget the most that was held so far; what is held now."""
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError:
        return None
    return _told("VmHWM")


def more_than(before: int | None) -> int | None:
    """How much more than ``before`` was held at most since ``peak_from_now``, in this process alone: what the system
    tells of those that it started counts this one's memory too."""
    most = _told("VmHWM")
    return None if before is None or most is None else max(most - before, 0)


def _told(name: str) -> int | None:
    if not _STATUS.exists():
        return None
    lines = _STATUS.read_text().splitlines()
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(name)), None)
