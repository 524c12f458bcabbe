"""Export: what the project holds as a file of some format, with what could not be told beside it."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.codebook import Codebook
from app.domain.errors import N_
from app.exchange.atomic import write_whole
from app.exchange.errors import UnknownFormat
from app.exchange.format import Format
from app.exchange.formats import by_suffix, format_named
from app.exchange.formats.tawsim import TAWSIM
from app.exchange.losses import Losses
from app.exchange.naming import BY_FORMAT
from app.exchange.page import Page
from app.exchange.schema import schema_text
from app.exchange.sinks import nowhere
from app.exchange.tawsim_shape import SCHEMA
from app.exchange.writing import Writing
from app.store import Store
from app.workbench.bulk import seldom_collecting

_REPORT_EVERY = 50


@dataclass(frozen=True, slots=True)
class Options:
    """What shall leave. ``layer`` None: every layer; ``statuses`` of the articles, empty: all that were begun; ``refs``
    None: whatever their refs are.

    The rest is what ``Writing`` says of the marks.
    """

    layer: str | None = None
    statuses: Collection[str] = ()
    refs: Collection[str] | None = None
    include_states: Collection[str] = ()
    kinds: Collection[str] | None = None
    labels: Collection[tuple[str, str]] | None = None
    zones: Collection[str] | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    style: str = BY_FORMAT

    def writing(self, codebook: Codebook) -> Writing:
        return Writing(codebook, self.include_states, self.kinds, self.labels, self.zones, dict(self.names), self.style)


EVERYTHING = Options()


@dataclass(slots=True)
class ExportReport:
    """What an export wrote: ``lines`` (one article in one layer each) and ``marks``.

    ``left_out`` counts the marks that were not asked for, such as suggested and rejected ones. ``losses`` is what was
    asked for and the format cannot hold; ``losses_path`` is None when that was nothing. A ``cancelled`` export wrote
    nothing, and neither did a ``dry`` one, which only finds out what would be lost.
    """

    path: Path
    lines: int = 0
    marks: int = 0
    left_out: int = 0
    losses: Losses = field(default_factory=Losses)
    schema_path: Path | None = None
    losses_path: Path | None = None
    cancelled: bool = False
    dry: bool = False


class _Stopped(Exception):
    """The analyst stopped the export; leaving by an exception lets the half-written file go."""


def _no_report(_done: int, _total: int) -> None:
    pass


def _never() -> bool:
    return False


def export(
    store: Store,
    out: Path,
    form: Format,
    options: Options = EVERYTHING,
    *,
    dry: bool = False,
    report: Callable[[int, int], None] = _no_report,
    cancelled: Callable[[], bool] = _never,
) -> ExportReport:
    """Write every article that somebody worked on to ``out``, in order of ref, then layer.

    ``out`` appears whole or not at all, with ``<stem>.losses.json`` beside it when something could not be told (the
    whole name where the list of another format has that one). With ``dry`` nothing is written, and the report tells
    exactly what an export would lose. ``report`` gets the articles done and in all. ``CannotWrite`` gives the reason,
    ``UnknownFormat`` that the format is only read, ``WrongName`` what is wrong with the names.
    """
    if form.write is None:
        raise UnknownFormat(N_("The format {name} can be read, but not written."), name=form.name)
    out = Path(out)
    writing = options.writing(store.codebook())
    made = ExportReport(out, losses=writing.losses, dry=dry)
    try:
        with ExitStack() as stack:
            stack.enter_context(seldom_collecting())
            stack.enter_context(store.snapshot())
            sink = stack.enter_context((nowhere if dry else form.sink)(out))
            form.write(sink, _watched(store, options, writing.codebook, report, cancelled), writing)
            made.lines, made.marks, made.left_out = writing.lines, writing.marks, writing.left_out
            if not dry:
                _leave_beside(made, form)
    except _Stopped:
        return ExportReport(out, cancelled=True, dry=dry)
    return made


def export_jsonl(
    store: Store,
    out: Path,
    *,
    layer: str | None = None,
    include_states: Collection[str] = (),
    report: Callable[[int, int], None] = _no_report,
    cancelled: Callable[[], bool] = _never,
) -> ExportReport:
    """Write ``tawsim/1`` JSON Lines, with ``<stem>.schema.json`` beside them. See ``export``."""
    options = Options(layer=layer, include_states=include_states)
    return export(store, out, TAWSIM, options, report=report, cancelled=cancelled)


def format_for(out: Path, name: str | None = None) -> Format:
    """The format of that name, else the one that the suffix of ``out`` surely means.

    ``UnknownFormat`` when there is none, or when several are written with that suffix and none is the usual one.
    """
    return format_named(name) if name else by_suffix(out)


def pages_of(store: Store, options: Options, codebook: Codebook) -> Iterator[Page]:
    """The pages that shall leave, in the order in which they do."""
    for each in store.worked(options.layer, options.statuses):
        if options.refs is None or each.article.ref in options.refs:
            yield Page(each.article, each.layer, each.annotations, each.links, each.register, each.progress, codebook)


def _watched(
    store: Store,
    options: Options,
    codebook: Codebook,
    report: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> Iterator[Page]:
    total = store.count_worked(options.layer, options.statuses) if options.refs is None else len(options.refs)
    for done, page in enumerate(pages_of(store, options, codebook)):
        if cancelled():
            raise _Stopped
        if done % _REPORT_EVERY == 0:
            report(done, total)
        yield page
    report(total, total)


def _leave_beside(made: ExportReport, form: Format) -> None:
    """The schema of gold data, and the losses if there are any; a list of losses of an earlier export is not true."""
    if form is TAWSIM:
        made.schema_path = made.path.with_name(f"{made.path.stem}.schema.json")
        write_whole(made.schema_path, schema_text())
    told = SCHEMA if form is TAWSIM else form.name
    losses = _losses_path(made.path, form, told)
    if made.losses:
        write_whole(losses, made.losses.as_json(told))
        made.losses_path = losses
    else:
        losses.unlink(missing_ok=True)


def _losses_path(out: Path, form: Format, told: str) -> Path:
    """``<stem>.losses.json``; with the whole name where that tells of an export in another format: of a.jsonl beside
    a.conllu, or where what ends the name of a folder is no suffix (v1.0)."""
    suffixes = (*form.suffixes, *form.written_as, ".zip")
    short = out.with_name(f"{out.stem if out.suffix.lower() in suffixes else out.name}.losses.json")
    return out.with_name(f"{out.name}.losses.json") if _tells_of_another(short, told) else short


def _tells_of_another(losses: Path, told: str) -> bool:
    try:
        kept = json.loads(losses.read_bytes())
    except (OSError, ValueError):
        return False
    return isinstance(kept, dict) and kept.get("format") not in (told, None)
