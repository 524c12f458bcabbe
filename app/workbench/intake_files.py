"""The files of an import: those whose turn has not come, and the one that is read."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field

from app.exchange.errors import ExchangeError, Note
from app.exchange.format import Format, Source
from app.exchange.rejects import Rejects
from app.workbench.intake_report import FileReport


@dataclass(slots=True)
class OpenFile:
    """A file that is being read; ``finished`` once all of it was."""

    source: Source
    told: FileReport
    rejects: Rejects
    form: Format | None = None
    finished: bool = False


@dataclass(frozen=True, slots=True)
class Coming:
    """A file whose turn has not come: what it was decided to be and whether it looks like that, or why it cannot be
    read. Its reader may be at it by now."""

    source: Source
    form: Format | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    note: Note | None = None
    trouble: ExchangeError | None = None


def thrown_away(source: Source) -> None:
    """What was unpacked of it for reading goes."""
    if source.temporary is not None:
        shutil.rmtree(source.temporary, ignore_errors=True)
