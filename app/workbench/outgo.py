"""Export: what the project holds as gold data in a file, with its schema and what could not be told beside it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.exchange.atomic import whole_file, write_whole
from app.exchange.losses import Losses
from app.exchange.page import Page
from app.exchange.schema import schema_text
from app.exchange.tawsim_jsonl import LineWriter
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
    writer = LineWriter(store.codebook(), include_states)
    made = ExportReport(out, losses=writer.losses)
    try:
        with whole_file(out) as file, store.snapshot():
            for page in _pages(store, layer, writer, report, cancelled):
                file.write((writer.line(page) + "\n").encode())
                made.lines += 1
            made.marks, made.left_out = writer.marks, writer.left_out
            _leave_beside(made)
    except _Stopped:
        return ExportReport(out, cancelled=True)
    return made


def _pages(
    store: Store,
    layer: str | None,
    writer: LineWriter,
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
            codebook=writer.codebook,
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
