"""The command that writes what a project holds as a file of any format, and says what that format cannot hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli_words import JSON, PROJECT, Known, Refused, as_json, check_layer, how_many, mapping, say

if TYPE_CHECKING:
    from app.exchange.format import Format
    from app.store import Store
    from app.workbench.outgo import ExportReport, Options

_STATUSES = {"new": "new", "in-progress": "in_progress", "done": "done", "flagged": "flagged"}


@click.command()
@PROJECT
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=Known("can_write"),
    help="By default what OUT ends in, else tawsim.",
)
@click.option("--layer", help="Only this layer; by default every layer, a record each.")
@click.option(
    "--status", "statuses", multiple=True, type=click.Choice(list(_STATUSES)), help="Only articles that are so far."
)
@click.option("--kind", "kinds", multiple=True, help="Only marks of this kind (entity, quote, claim, cue).")
@click.option("--label", "labels", multiple=True, help="Only marks of this label: PERS, quote:direct.")
@click.option("--zone", "zones", multiple=True, help="Only marks that begin in this zone; body is what no zone covers.")
@click.option(
    "--map",
    "names",
    multiple=True,
    metavar="OLD=NEW",
    callback=mapping,
    help="Call a label otherwise in the file: GPE=LOC. Nothing behind the sign leaves its marks out.",
)
@click.option(
    "--names",
    "style",
    type=click.Choice(["format", "own", "flat"]),
    default="format",
    show_default=True,
    help="The codebook's names for this format, the labels themselves, or the four flat ones (PER, LOC, ORG, MISC).",
)
@click.option("--suggested", is_flag=True, help="Suggestions that nobody has decided on too.")
@click.option("--dry-run", is_flag=True, help="Say what would be lost, and write nothing.")
@JSON
def export(project: Path, out: Path, form: str | None, dry_run: bool, as_json_: bool, **wanted: Any) -> None:
    """Write what PROJECT holds to OUT: gold data, or a file of another format, with what that loses beside it."""
    from app.store import Store
    from app.workbench.outgo import export as written
    from app.workbench.outgo import format_for

    with Store.open(project, readonly=True) as store:
        options = _options(store, **wanted)
        if out.exists() and out.samefile(project):
            raise Refused(f"{out} is the project itself: give the dataset another name.")
        chosen = format_for(out, form)
        report = written(store, out, chosen, options, dry=dry_run)
        begun = {article for article, _ in store.work(options.layer)}
        left = store.desk.left_out(options.layer)
        untouched = store.counts()["articles"] - len(begun) - left["excluded"]
    for what, count in (("excluded", left["excluded"]), ("in the bin", left["binned"])):
        if count:
            say(f"left out: {how_many(count, 'article')} {what}")
    _tell(report, chosen, bool(options.kinds or options.labels or options.zones), untouched, as_json_)


def _options(store: Store, **wanted: Any) -> Options:
    """What the words of the command ask for; refused when the project has no such layer, kind or label."""
    from app.domain.annotation import SUGGESTED
    from app.exchange.naming import label_named
    from app.workbench.outgo import Options

    layer, book = wanted["layer"], store.codebook()
    check_layer(store, layer)
    return Options(
        layer=layer,
        statuses=[_STATUSES[each] for each in wanted["statuses"]],
        include_states=(SUGGESTED,) if wanted["suggested"] else (),
        kinds=[book.kind(each).id for each in wanted["kinds"]] or None,
        labels=[label_named(book, each) for each in wanted["labels"]] or None,
        zones=wanted["zones"] or None,
        names=wanted["names"],
        style=wanted["style"],
    )


def _tell(report: ExportReport, form: Format, chosen: bool, untouched: int, as_json_: bool) -> None:
    lost = [{"what": what, "count": len(ids)} for what, ids in sorted(report.losses.ids.items())]
    if untouched:
        say(f"left out: {how_many(untouched, 'article')} not begun yet")
    if report.left_out:
        asked = " or asked for" if chosen else ""
        say(f"left out: {how_many(report.left_out, 'mark')} that nobody has accepted{asked}")
    name = "tawsim/1" if form.name == "tawsim" else form.name
    if report.losses_path:
        things = how_many(report.losses.count, "thing")
        say(f"left out: {things} that {name} cannot hold; see {report.losses_path}")
    for each in lost if report.dry else ():
        say(f"{name} cannot hold: {each['what']} ({each['count']})")
    if as_json_:
        counts = {"lines": report.lines, "marks": report.marks, "left_out": report.left_out, "untouched": untouched}
        beside = {"schema": report.schema_path, "losses": report.losses_path, "lost": lost}
        return as_json({"path": report.path, "format": form.name, "dry_run": report.dry, **counts, **beside})
    would = "would be written" if report.dry else "written"
    click.echo(f"{how_many(report.lines, 'line')} with {how_many(report.marks, 'mark')} {would} to {report.path}")
