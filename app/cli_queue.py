"""``tawsim queue``, ``tawsim progress`` and ``tawsim assign``: the queue, what was done, and who shall do what."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli_words import FOUND, JSON, PROJECT, as_json, check_layer, how_many, read_utf8, say
from app.domain.annotation import STATUSES

if TYPE_CHECKING:
    from app.store import QueueRow, Store

_AT_ONCE = 500
_SORTS = ("order", "title", "day", "length", "marks", "priority", "changed", "doubt")


def _layer_of(store: Store, layer: str | None) -> str:
    """The layer that is named, else the one the window would open."""
    from app.workbench.annotator import annotator
    from app.workbench.recent import usual_layer

    if layer is not None:
        check_layer(store, layer)
        return layer
    return usual_layer(store) or annotator()


@click.command("queue")
@PROJECT
@click.option("--status", multiple=True, type=click.Choice(STATUSES), help="Only articles of this status; may repeat.")
@click.option("--assignee", help="Only articles given to this person.")
@click.option("--tag", help="Only articles with this tag.")
@click.option("--source", help="Only articles from this source.")
@click.option("--words", default="", help="Only articles in which the search finds these words.")
@click.option("--sort", type=click.Choice(_SORTS), default="order", show_default=True)
@click.option("--descending", is_flag=True)
@click.option("--bin", "binned", is_flag=True, help="What lies in the bin, instead of the articles.")
@click.option("--layer", help="The layer whose status and marks are told.")
@click.option("--limit", type=click.IntRange(1), help="No more than so many.")
@JSON
def queue(
    project: Path, layer: str | None, limit: int | None, as_json_: bool, status: tuple[str, ...], **asked: object
) -> None:
    """List the articles of PROJECT with their status, cards and marks. Those in the bin are left out."""
    from app.exchange.tables import tsv
    from app.store import QueueQuery, Store

    told: list[dict[str, object]] = []
    with Store.open(project, readonly=True) as store, store.snapshot():
        worked = _layer_of(store, layer)
        found = store.desk.ranks(worked, QueueQuery(statuses=status, **asked))[:limit]  # type: ignore[arg-type]
        for first in range(0, len(found), _AT_ONCE):
            rows = store.desk.rows(worked, found[first : first + _AT_ONCE])
            if as_json_:
                told += [{**asdict(row), "layer": worked} for row in rows]
            else:
                click.echo(tsv(map(_line, rows)), nl=False)
    if as_json_:
        return as_json(told)
    say(how_many(len(found), "article"))


def _line(row: QueueRow) -> list[str]:
    from app.domain.card import PRIORITIES

    names = {number: name for name, number in PRIORITIES.items() if number}
    lists = [names.get(row.priority, ""), ", ".join(row.assignees), ", ".join(row.tags)]
    return [row.ref, row.status, str(row.marks), *lists, row.day or "", row.name]


@click.command()
@PROJECT
@JSON
def progress(project: Path, as_json_: bool) -> None:
    """Tell how far the work on PROJECT has come: status, marks by label, work and active time by day."""
    from app.exchange.tables import tsv
    from app.store import Store
    from app.workbench.progress import NOBODY, figures

    with Store.open(project, readonly=True) as store, store.snapshot():
        headway = store.desk.headway()
    if as_json_:
        return as_json(asdict(headway))
    click.echo(f"{project}: {how_many(headway.articles, 'article')}, {headway.binned} in the bin")
    if not headway.statuses:
        click.echo(NOBODY)
    for figure in figures(headway):
        if figure.categories:
            click.echo(f"\n{figure.title}")
            rows = [
                [name, *(f"{value:g}" for value in values)]
                for name, values in zip(figure.categories, figure.values, strict=True)
            ]
            click.echo(tsv([[figure.head, *figure.series], *rows]), nl=False)


@click.command()
@PROJECT
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--layer", help="The layer whose status is set.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@JSON
def assign(project: Path, file: Path, layer: str | None, dry_run: bool, as_json_: bool) -> int:
    """Set status, assignee, tags, priority and note of articles from FILE, a CSV with the columns ref, status,
    assignee, tags, priority, note (those that it has). An empty cell changes nothing, “-” takes away; several names
    or tags are parted by “;”."""
    from app.store import Store
    from app.workbench.annotator import annotator
    from app.workbench.assigning import assign as assign_

    text = read_utf8(file)
    with Store.open(project, readonly=dry_run) as store:
        report = assign_(store, text, layer or _layer_of(store, None), annotator(), dry_run=dry_run)
    refused = [{"line": each.line, "reason": str(each.error)} for each in report.refused]
    for each in refused:
        say(f"{file}:{each['line']}: {each['reason']}")
    if as_json_:
        as_json({"dry_run": dry_run, "changed": report.changed, "same": report.same, "refused": refused})
    else:
        what = "would change" if dry_run else "changed"
        click.echo(
            f"{what}: {how_many(report.changed, 'article')}; as told already: {report.same}; refused: {len(refused)}"
        )
    return FOUND if refused else 0
