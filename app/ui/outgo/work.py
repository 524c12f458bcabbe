"""What the worker does for the pages of export and release, on a store of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.store import Store
from app.workbench.jobs import Job

if TYPE_CHECKING:
    from app.workbench.outgo import Options
    from app.workbench.previewing import Preview
    from app.workbench.releasing import Plan, Released


Agreed = list[tuple[str, str, int, dict[str, Any]]]
"""Two layers each, the number of articles that both have done, and the figures of all their marks."""


@dataclass(slots=True)
class Seen:
    """What an export would be: counts, what is lost by its English name, and how the first article would look."""

    lines: int = 0
    marks: int = 0
    left_out: int = 0
    lost: dict[str, int] = field(default_factory=dict)
    preview: Preview | None = None


@dataclass(slots=True)
class Gone:
    """What an export was: the files with their lists of losses."""

    paths: list[Path] = field(default_factory=list)
    losses: list[Path] = field(default_factory=list)
    lines: int = 0
    marks: int = 0
    cancelled: bool = False


def see(job: Job, project: Path, form: str, options: Options) -> Seen:
    """Look at an export without writing anything."""
    from app.exchange.formats import format_named  # noqa: PLC0415 - takes some 20 ms, and no window waits for it
    from app.workbench.outgo import export  # noqa: PLC0415 - as above
    from app.workbench.previewing import preview_of  # noqa: PLC0415 - as above

    chosen = format_named(form)
    with Store.open(project, readonly=True) as store:
        preview = preview_of(store, chosen, options)
        made = export(store, project, chosen, options, dry=True, report=job.report, cancelled=job.cancelled)
    lost = {what: len(ids) for what, ids in sorted(made.losses.ids.items())}
    return Seen(made.lines, made.marks, made.left_out, lost, preview)


def leave(job: Job, project: Path, path: Path, form: str, options: Options, in_splits: bool) -> Gone:
    """Export to ``path``, or to a file for each split beside it."""
    from app.exchange.formats import format_named  # noqa: PLC0415 - see see
    from app.workbench.outgo import export  # noqa: PLC0415 - see see
    from app.workbench.splitting import export_splits  # noqa: PLC0415 - see see
    from app.workbench.stories import stories  # noqa: PLC0415 - see see

    chosen = format_named(form)
    with Store.open(project, readonly=True) as store:
        if in_splits:
            made = export_splits(
                store, path, chosen, options, stories=stories(store), report=job.report, cancelled=job.cancelled
            )
        else:
            made = [export(store, path, chosen, options, report=job.report, cancelled=job.cancelled)]
    return Gone(
        [each.path for each in made if not each.cancelled],
        [each.losses_path for each in made if each.losses_path is not None],
        sum(each.lines for each in made),
        sum(each.marks for each in made),
        any(each.cancelled for each in made),
    )


def release(job: Job, project: Path, path: Path, plan: Plan) -> Released:
    """Make a release. Raises what ``releasing.release`` raises."""
    from app.workbench.releasing import release as made  # noqa: PLC0415 - see see

    def report(what: str, done: int, total: int) -> None:
        job.title = what
        job.report(done, total)

    with Store.open(project) as store:
        return made(store, path, plan, report=report, cancelled=job.cancelled)


def measure(job: Job, project: Path) -> Agreed | None:
    """How far each two layers agree; None when it was stopped."""
    from app.workbench.agreeing import agreements  # noqa: PLC0415 - see see

    with Store.open(project, readonly=True) as store, store.snapshot():
        found = agreements(store, job.cancelled)
    if job.cancelled():
        return None
    pairs = found.figures()["pairs"] or []
    return [(*each["layers"], each["articles"], each["spans"]["all"]) for each in pairs]
