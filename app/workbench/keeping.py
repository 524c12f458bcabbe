"""Backups and rescue as jobs: plain functions for the worker."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.workbench.jobs import Job

if TYPE_CHECKING:
    from app.store.backups import Backup
    from app.store.rescue_report import Report
    from app.store.restoring import Preview


def back_up(job: Job, project: Path) -> Backup:
    """Make a backup by hand, which is never rotated away."""
    from app.store.backups import make_backup  # noqa: PLC0415 - a window is sooner there without it
    from app.store.rotation import HAND  # noqa: PLC0415 - as above

    return make_backup(project, HAND, datetime.now(UTC), job.report)


def keep_up(job: Job, project: Path) -> Backup | None:
    """Make the backup that the schedule wants by now, if it wants one, and let go of old ones."""
    from app.store import backups  # noqa: PLC0415 - as above

    return backups.keep_up(project, datetime.now(UTC), job.report)


def look_at(_job: Job, project: Path, backup: Backup) -> Preview:
    """What restoring the backup would change."""
    from app.store.restoring import preview  # noqa: PLC0415 - as above

    return preview(project, backup)


def put_back(job: Job, project: Path, backup: Backup) -> Backup:
    """Restore the backup; the backup of what was there until then."""
    from app.store.restoring import restore  # noqa: PLC0415 - as above

    return restore(project, backup, datetime.now(UTC), job.report)


def save_whole(_job: Job, damaged: Path, new: Path) -> Report:
    """Rescue what can be rescued of a damaged project."""
    from app.store.rescue import rescue  # noqa: PLC0415 - as above

    return rescue(damaged, new, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))


def rescued_name(damaged: Path) -> Path:
    """A free name beside the damaged project for what is rescued of it."""
    number = 1
    while True:
        again = f"-{number}" if number > 1 else ""
        path = damaged.with_name(f"{damaged.stem}-rescued{again}.tawsim")
        if not path.exists():
            return path
        number += 1
