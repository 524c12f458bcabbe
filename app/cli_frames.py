"""``tawsim frames``: the quotes and claims of a project, one a line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli_words import JSON, PROJECT, as_json, check_layer, how_many, say

if TYPE_CHECKING:
    from app.store import FrameRow

_AT_ONCE = 200
_SHOWN = ("kind", "label", "speaker", "cue", "words", "normalized", "state", "article")


@click.command()
@PROJECT
@click.option("--kind", type=click.Choice(["quote", "claim"]), help="Only quotes, or only claims.")
@click.option("--layer", help="Only this layer.")
@JSON
def frames(project: Path, kind: str | None, layer: str | None, as_json_: bool) -> None:
    """List who says and who claims what in PROJECT, in the order of the articles."""
    from app.exchange.tables import tsv
    from app.store import FrameQuery, Store

    told: list[dict[str, object]] = []
    count = 0
    with Store.open(project, readonly=True) as store, store.snapshot():
        check_layer(store, layer)
        for worked in [layer] if layer is not None else store.layers():
            found = store.frames.ids(FrameQuery(worked, (kind,) if kind else ("quote", "claim")))
            count += len(found)
            for first in range(0, len(found), _AT_ONCE):
                rows = [_told(row, worked) for row in store.frames.rows(found[first : first + _AT_ONCE])]
                if as_json_:
                    told += rows
                else:
                    click.echo(tsv([str(row[name] or "") for name in _SHOWN] for row in rows), nl=False)
    if as_json_:
        return as_json(told)
    say(how_many(count, "frame"))


def _told(row: FrameRow, layer: str) -> dict[str, object]:
    return {
        "id": row.id,
        "layer": layer,
        "kind": row.kind,
        "label": row.label,
        "speaker": row.speaker or row.unnamed,
        "cue": row.cue,
        "words": row.words,
        "normalized": row.normalized,
        "state": row.state,
        "article": row.name,
        "article_id": row.article,
    }
