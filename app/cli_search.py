"""``tawsim search``: where words stand in a project, a line each."""

from __future__ import annotations

import os
from pathlib import Path

import click

from app.cli_words import JSON, PROJECT, as_json, check_layer, say

_SIDE = 40  # code points of the context that a line on the terminal shows


@click.command()
@PROJECT
@click.argument("query")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="At most so many lines.")
@click.option("--sort", "order", type=click.Choice(["left", "right", "order"]), default="order", show_default=True)
@click.option("--layer", help="The layer that filters such as label: and status: speak of.")
@click.option("--csv", "table", type=click.Path(dir_okay=False, path_type=Path), help="Write all lines to this file.")
@JSON
def search(
    project: Path, query: str, limit: int, order: str, layer: str | None, table: Path | None, as_json_: bool
) -> None:
    """Find words in the articles of PROJECT: each line is a hit in its context.

    QUERY: words, "a phrase", beg*, =exact; AND OR NOT (| -) and parentheses; title: text: ref: before a word; and the
    filters label: kind: speaker: state: source: from: to: status: annotator: layer:
    """
    from app.store import Store
    from app.workbench.hit_export import every_hit, export_hits, row_of
    from app.workbench.jobs import Job
    from app.workbench.querying import asked_of
    from app.workbench.recent import usual_layer

    if not query.strip():
        raise click.UsageError("Say what to look for: a word, or a filter such as label:PERS.")
    with Store.open(project, readonly=not _can_write(project)) as store:
        check_layer(store, layer)
        asked = asked_of(store, query, layer or usual_layer(store), order)
    if table:
        count = export_hits(Job(""), asked, table)
        if as_json_:
            return as_json({"path": table, "hits": count})
        return click.echo(f"{count} hit{'s' if count != 1 else ''} written to {table}")
    hits, last = every_hit(Job(""), asked, limit)
    with Store.open(project, readonly=True) as store:
        rows = [row_of(line) for line in map(store.concordance.line, hits) if line is not None]
    if as_json_:
        counts = {"hits": last.count, "articles": last.articles, "complete": last.complete}
        return as_json({**counts, "lines": rows})
    for row in rows:
        click.echo(_line(row))
    more = "" if last.complete else " and more; give a larger --limit"
    say(f"{len(rows)} of {last.count} hits in {last.articles} articles{more}")


def _can_write(project: Path) -> bool:
    """Whether what is missing in the search index can be put there."""
    return os.access(project, os.W_OK) and os.access(project.resolve().parent, os.W_OK)


def _line(row: dict[str, object]) -> str:
    """A hit between brackets in its context, in reading order: the terminal turns it."""
    before, after = str(row["before"])[-_SIDE:], str(row["after"])[:_SIDE]
    return f"{row['ref']}\t" + " ".join(f"{before}[{row['hit']}]{after}".split())
