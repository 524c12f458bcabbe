"""Export: what the project holds as gold data in a file, with its schema and what could not be told beside it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.codebook import Codebook
from app.exchange.atomic import write_whole
from app.exchange.format import Writing
from app.exchange.formats.tawsim import write
from app.exchange.losses import Losses
from app.exchange.page import Page
from app.exchange.schema import schema_text
from app.exchange.tawsim_shape import SCHEMA
from app.store import Store

_REPORT_EVERY = 50


@dataclass(slots=True)
class ExportReport:
    """What an export wrote: ``lines`` (one article in one layer each) and ``marks``.

    ``left_out`` counts the suggested and rejected marks that were not asked for. ``losses_path`` is None when nothing
    was lost. A ``cancelled`` export wrote nothing.
    """

    path: Path
    lines: int = 0
    marks: int = 0
    left_out: int = 0
    losses: Losses = field(default_factory=Losses)
    schema_path: Path | None = None
    losses_path: Path | None = None
    cancelled: bool = False


class _Stopped(Exception):
    """The analyst stopped the export; leaving by an exception lets the half-written file go."""


def export_jsonl(
    store: Store,
    out: Path,
    *,
    layer: str | None = None,
    include_states: Collection[str] = (),
    report: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ExportReport:
    """Write every article that somebody worked on as ``tawsim/1`` JSON Lines, in order of ref, then layer.

    ``out`` appears whole or not at all, with ``<stem>.schema.json`` and, when something could not be told,
    ``<stem>.losses.json`` beside it. ``report`` gets the lines done and in all. ``CannotWrite`` gives the reason.
    """
    out = Path(out)
    writing = Writing(store.codebook(), include_states)
    try:
        with store.snapshot():
            write(out, _pages(store, layer, writing.codebook, report, cancelled), writing)
    except _Stopped:
        return ExportReport(out, cancelled=True)
    made = ExportReport(out, writing.lines, writing.marks, writing.left_out, writing.losses)
    _leave_beside(made)
    return made


def _pages(
    store: Store,
    layer: str | None,
    codebook: Codebook,
    report: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> Iterator[Page]:
    register = {entry.id: entry for entry in store.register()}
    work = list(store.work(layer))
    for done, (article, its_layer) in enumerate(work):
        if cancelled():
            raise _Stopped
        if done % _REPORT_EVERY == 0:
            report(done, len(work))
        yield Page(
            article=store.article(article),
            layer=its_layer,
            annotations=store.annotations(article, its_layer),
            links=store.links(article, its_layer),
            register=register,
            progress=store.progress(article, its_layer),
            codebook=codebook,
        )
    report(len(work), len(work))


def _leave_beside(made: ExportReport) -> None:
    """The schema, and the losses if there are any; a list of losses from an earlier export is no longer true."""
    made.schema_path = made.path.with_name(f"{made.path.stem}.schema.json")
    write_whole(made.schema_path, schema_text())
    losses = made.path.with_name(f"{made.path.stem}.losses.json")
    if made.losses:
        write_whole(losses, made.losses.as_json(SCHEMA))
        made.losses_path = losses
    else:
        losses.unlink(missing_ok=True)
