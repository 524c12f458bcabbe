"""``tawsim reprints``: clusters of near-duplicates, and marks carried over within them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli_words import JSON, PROJECT, Refused, as_json, check_layer, how_many, say

if TYPE_CHECKING:
    from app.store import Store
    from app.workbench.carrying import Carried


@click.command()
@PROJECT
@click.option(
    "--threshold",
    type=click.FloatRange(0.05, 1),
    help="From now on, call reprints what shares at least this much of the shorter text (usually 0.6).",
)
@click.option("--carry", is_flag=True, help="Suggest the marks of each cluster's best article in those not begun yet.")
@click.option(
    "--layer", help="With --carry: the layer whose marks are carried over; by default the project's only one."
)
@JSON
def reprints(project: Path, threshold: float | None, carry: bool, layer: str | None, as_json_: bool) -> None:
    """List the articles of PROJECT that print the same story, a cluster after the other."""
    from app.store import Store
    from app.workbench.reprints import clusters

    with Store.open(project, readonly=not carry and threshold is None) as store:
        check_layer(store, layer)
        if threshold is not None:
            store.reprints.set_threshold(threshold)
        found = clusters(store)
        carried = _carry(store, found, layer) if carry else None
        told = [[_told(store, article) for article in cluster] for cluster in found]
        least = store.reprints.threshold()
    if as_json_:
        sums = {"threshold": least, "clusters": told}
        return as_json(sums if carried is None else {**sums, "carried": _as_values(carried)})
    for number, cluster in enumerate(told, 1):
        for each in cluster:
            click.echo(f"{number}\t{each['ref']}\t{each['name']}\t{each['source'] or ''}\t{each['published'] or ''}")
    say(f"{how_many(len(told), 'cluster')} with {how_many(sum(map(len, told)), 'article')}")
    if carried is not None:
        _tell(carried)


def _told(store: Store, article: str) -> dict[str, object]:
    found = store.article(article)
    meta = found.meta
    return {"id": found.id, "ref": found.ref, "name": found.name, "source": meta.source, "published": meta.published}


def _carry(store: Store, found: list[list[str]], layer: str | None) -> Carried:
    """One edit that can be undone: from the best article of each cluster to those that nobody has begun."""
    from app.workbench.annotator import annotator
    from app.workbench.bench import Workbench
    from app.workbench.carrying import carried_in

    layers = store.layers()
    if layer is None and len(layers) > 1:
        raise Refused(f"Name the layer whose marks are carried over with --layer: {', '.join(layers)}.")
    bench = Workbench(store, author=annotator(), layer=layer or (layers[0] if layers else None))
    edit, told = carried_in(store, bench.stamp(), found)
    bench.do(edit)
    return told


def _as_values(told: Carried) -> dict[str, int]:
    return {
        "marks": told.marks,
        "links": told.links,
        "articles": told.articles,
        "changed_there": told.changed,
        "marked_there": told.marked,
        "links_left": told.loose,
    }


def _tell(told: Carried) -> None:
    click.echo(f"suggested: {how_many(told.marks, 'mark')} in {how_many(told.articles, 'article')}")
    if told.changed:
        say(f"not carried over: {how_many(told.changed, 'mark')} whose words are others there")
    if told.marked:
        say(f"not carried over: {how_many(told.marked, 'mark')} where something is marked already")
    if told.loose:
        say(f"not carried over: {how_many(told.loose, 'link')} to what was not carried over")
