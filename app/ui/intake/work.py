"""What the worker does for the page, on a store of its own: look at files, and bring them in."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from app.store import Store
from app.workbench.intake_report import Report
from app.workbench.jobs import Job

if TYPE_CHECKING:
    from app.exchange.format import Source
    from app.exchange.picking import Column

_MOST_TABLES = 100  # files whose columns are offered
_INDEXED_AT_ONCE = 25  # articles: a mark that is made meanwhile, and a window that paints, wait no longer than that


@dataclass(frozen=True, slots=True)
class Wanted:
    """Files, folders and archives to bring in, the format to read them all as (None: what each is) and the layer that
    takes the place of those that they name."""

    paths: tuple[Path | Source, ...] = ()
    format: str | None = None
    layer: str | None = None


@dataclass(slots=True)
class Looked:
    """What would come of it, and the columns of the files that have some."""

    report: Report
    columns: dict[Path, list[Column]] = field(default_factory=dict)


def look(job: Job, project: Path, wanted: Wanted, author: str) -> Looked:
    """Find out what would come in; nothing is written."""
    from app.workbench.intake import import_files  # noqa: PLC0415 - takes some 20 ms, and no window waits for it

    with Store.open(project, readonly=True) as store:
        report = import_files(
            store,
            wanted.paths,
            format=wanted.format,
            layer=wanted.layer,
            dry_run=True,
            author=author,
            report=job.report,
            cancelled=job.cancelled,
        )
    return Looked(report, {} if report.cancelled else _columns(report))


def bring(job: Job, project: Path, wanted: Wanted, author: str) -> Report:
    """Bring everything in that can come in, and make it findable."""
    from app.workbench.intake import import_files  # noqa: PLC0415 - see look

    with Store.open(project) as store:
        report = import_files(
            store,
            wanted.paths,
            format=wanted.format,
            layer=wanted.layer,
            author=author,
            report=job.report,
            cancelled=job.cancelled,
        )
        while not job.cancelled() and store.index_search(_INDEXED_AT_ONCE):  # so that the first search need not wait
            pass
    return report


def _columns(report: Report) -> dict[Path, list[Column]]:
    from app.exchange.errors import ExchangeError  # noqa: PLC0415 - see look
    from app.workbench.columns import columns  # noqa: PLC0415 - see look

    found: dict[Path, list[Column]] = {}
    for told in report.files:
        if told.format is None or not told.file.is_file() or len(found) == _MOST_TABLES:
            continue
        try:
            here = columns(told.file, format=told.format)
        except ExchangeError:
            continue  # the report says why
        if here:
            found[told.file] = here
    return found
