"""``tawsim zones``: what the rules make of articles that have no zones yet, listed or taken up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli_words import JSON, PROJECT, as_json, how_many, say

if TYPE_CHECKING:
    from app.domain.edit import Change
    from app.workbench.zoning import Rezoned

_LINE = 60  # code points of a zone's text that are shown


@click.command()
@PROJECT
@click.option("--apply", "take_up", is_flag=True, help="Give the articles these zones and details.")
@JSON
def zones(project: Path, take_up: bool, as_json_: bool) -> None:
    """List the zones that are found in the articles of PROJECT that have none and that nobody has begun.

    Title, source and date are found with them; what an article says of itself already stays.
    """
    from app.store import Stamp, Store
    from app.workbench.annotator import annotator
    from app.workbench.saying import now
    from app.workbench.zoning import apply, rezoned

    told: list[dict[str, Any]] = []
    with Store.open(project, readonly=not take_up) as store:
        seen = _telling(rezoned(store), told, as_json_)
        if take_up:
            author = annotator()
            count = apply(store, seen, Stamp(author, author, now(), store.codebook().version))
        else:
            count = sum(1 for _ in seen)
    if as_json_:
        return as_json({"applied": take_up, "articles": told})
    say(f"{how_many(count, 'article')} {'changed' if take_up else 'would change'}")


def _telling(found: Iterator[Rezoned], told: list[dict[str, Any]], as_json_: bool) -> Iterator[Change]:
    """The changes, each told of on the way."""
    for each in found:
        record = _record(each)
        if as_json_:
            told.append(record)
        else:
            _print(record)
        yield each.change


def _record(each: Rezoned) -> dict[str, Any]:
    article = each.after
    spans = [(zone.name, zone.span.start, zone.span.end) for zone in article.zones]
    return {
        "ref": article.ref,
        "title": article.title,
        "source": article.meta.source,
        "published": article.meta.published,
        "extra": article.meta.extra,
        "zones": [
            {"zone": name, "start": start, "end": end, "text": article.text[start:end]} for name, start, end in spans
        ],
    }


def _print(record: dict[str, Any]) -> None:
    source, published = record["source"] or "-", record["published"] or "-"
    click.echo(f"{record['ref']}\t{source}\t{published}")
    for zone in record["zones"]:
        text = " ".join(zone["text"].split())
        shown = text if len(text) <= _LINE else text[:_LINE] + "…"
        click.echo(f"  {zone['zone']:12} {zone['start']:6}-{zone['end']:<6} {shown}")
