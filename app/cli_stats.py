"""``tawsim stats``: what there is of everything in a project, and what is marked two ways."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli_words import PROJECT, Refused, as_json, check_layer, say

if TYPE_CHECKING:
    from app.workbench.listing import Listing


@click.command()
@PROJECT
@click.option("--layer", help="The layer that is counted; by default the one the project was last worked in.")
@click.option("--table", help="Only this table: overview, marks, quotes, speakers, surfaces ...")
@click.option("--limit", type=click.IntRange(1), default=10, show_default=True, help="At most so many rows of a table.")
@click.option("--csv", "folder", type=click.Path(file_okay=False, path_type=Path), help="Write each table there.")
@click.option("--json", "as_json_", is_flag=True, help="Print JSON, every table whole.")
def stats(project: Path, layer: str | None, table: str | None, limit: int, folder: Path | None, as_json_: bool) -> None:
    """Count what is in PROJECT: articles, marks, quotes, speakers, cues, labels in conflict, sources, distributions."""
    from app.exchange.tables import tsv
    from app.store import Store
    from app.workbench.jobs import Job
    from app.workbench.listing import plain, write_listing
    from app.workbench.recent import usual_layer
    from app.workbench.statistics import make_statistics
    from app.workbench.surfaces import make_surfaces

    with Store.open(project, readonly=True) as store:
        check_layer(store, layer)
        layer = layer or usual_layer(store) or next(iter(store.layers()), "")
    made = make_statistics(Job(""), project, layer).listings + make_surfaces(Job(""), project, layer).listings
    chosen = [each for each in made if table in (None, each.id)]
    if not chosen:
        raise Refused(f"There is no table {table}; there are: {', '.join(each.id for each in made)}.")
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        for each in chosen:
            write_listing(folder / f"{each.id}.csv", each, range(len(each.rows)), plain)
        say(f"{len(chosen)} tables written to {folder}")
    if as_json_:
        return as_json({"layer": layer, **{each.id: _told(each) for each in chosen}})
    if folder is None:
        for each in chosen:
            click.echo(f"# {each.title}")
            rows = [[plain(column, cell) for column, cell in zip(each.columns, row, strict=True)] for row in each.rows]
            click.echo(tsv([[column.id for column in each.columns], *rows[:limit]]), nl=False)
            if len(rows) > limit:
                say(f"{each.id}: {limit} of {len(rows)} rows; give a larger --limit")


def _told(listing: Listing) -> list[dict[str, object]]:
    return [dict(zip((column.id for column in listing.columns), row, strict=True)) for row in listing.rows]
