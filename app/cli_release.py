"""``tawsim release``, ``gates`` and ``agree``: the finished dataset, what must be true of it, how far people agree."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli_words import FOUND, JSON, PROJECT, as_json, how_many, read_utf8, say

if TYPE_CHECKING:
    from app.workbench.releasing import Released


@click.command()
@PROJECT
@click.argument("outdir", type=click.Path(path_type=Path))
@click.option("--layer", help="The layer to release; by default gold, else the only one.")
@click.option("--version", help="By default one up from the last release: 1.0.0, 1.1.0 …")
@click.option("--about", type=click.Path(path_type=Path), help="What people say of the dataset (TOML); remembered.")
@click.option("--previous", type=click.Path(path_type=Path), help="The earlier release to compare with.")
@click.option("--seed", default="", help="Another way of dealing the articles to the splits.")
@JSON
def release(project: Path, outdir: Path, about: Path | None, as_json_: bool, **asked: Any) -> int:
    """Write the whole dataset of PROJECT to the new folder OUTDIR: data in splits, card, metadata, checks, checksums.

    Only articles that are done leave. Exit status 1 when a gate is shut; then nothing is written.
    """
    from app.store import Store
    from app.workbench.gates import GateShut
    from app.workbench.releasing import Plan, set_about
    from app.workbench.releasing import release as made

    with Store.open(project) as store:
        if about is not None:
            set_about(store, read_utf8(about))
        try:
            report = made(store, outdir, Plan(**asked))
        except GateShut as shut:
            say(shut)
            if as_json_:
                as_json({"released": False, "reason": str(shut), "articles": shut.articles})
            return FOUND
    _tell(report, as_json_)
    return 0


def _tell(report: Released, as_json_: bool) -> None:
    if report.unfinished:
        say(f"left out: {how_many(report.unfinished, 'article')} not done yet")
    if report.blanks:
        say(f"{how_many(report.blanks, 'blank')} to fill in the card: see README.md, or give --about FILE")
    if report.losses:
        say(f"left out: {how_many(report.losses.count, 'thing')} that the dataset cannot hold; see losses.json")
    if as_json_:
        told = {"released": True, "path": report.path, "version": report.version, "layer": report.layer}
        return as_json(told | {"splits": report.splits, "marks": report.marks, "unfinished": report.unfinished})
    splits = ", ".join(f"{count} {name}" for name, count in report.splits.items())
    what = f"version {report.version} of the layer {report.layer}"
    click.echo(f"{report.path}: {what}: {splits}; {how_many(report.marks, 'mark')}")


@click.command()
@PROJECT
@click.option(
    "--findings", type=click.Choice(["error", "doubt", "note", "any"]), help="None as grave as this; any: open."
)
@click.option("--agreement", metavar="F1", help="The least F1 between two layers, 0 to 1; none: open.")
@click.option("--adjudicated/--not-adjudicated", default=None, help="Whatever is done is done in the released layer.")
@JSON
def gates(project: Path, findings: str | None, agreement: str | None, adjudicated: bool | None, as_json_: bool) -> None:
    """What must be true before PROJECT may be released; the options set it."""
    from dataclasses import asdict, replace

    from app.store import Store
    from app.workbench.gates import gates as asked
    from app.workbench.gates import set_gates, share_of

    changing = (findings, agreement, adjudicated) != (None, None, None)
    with Store.open(project, readonly=not changing) as store:
        wanted = asked(store)
        if findings is not None:
            wanted = replace(wanted, findings=None if findings == "any" else findings)
        if agreement is not None:
            wanted = replace(wanted, agreement=None if agreement == "none" else share_of(agreement))
        if adjudicated is not None:
            wanted = replace(wanted, adjudicated=adjudicated)
        if changing:
            set_gates(store, wanted)
    if as_json_:
        return as_json(asdict(wanted))
    click.echo(f"findings: {wanted.findings or 'any'}")
    click.echo(f"agreement: {'not asked' if wanted.agreement is None else wanted.agreement}")
    click.echo(f"adjudicated: {'asked' if wanted.adjudicated else 'not asked'}")


@click.command()
@PROJECT
@JSON
def agree(project: Path, as_json_: bool) -> None:
    """How far each two layers of PROJECT agree on the articles that both have done: spans, and slots of frames."""
    from app.store import Store
    from app.workbench.agreeing import agreements

    with Store.open(project, readonly=True) as store, store.snapshot():
        found = agreements(store)
    figures = found.figures()
    if as_json_:
        return as_json(figures)
    if figures["pairs"] is None:
        click.echo(f"not measured: {figures['reason']}")
        return
    for pair in figures["pairs"]:
        click.echo(f"{' and '.join(pair['layers'])}: {how_many(pair['articles'], 'article')}")
        _tell_spans("all", pair["spans"].pop("all"))
        for kind, labels in pair["spans"].items():
            for label, each in labels.items():
                _tell_spans(f"{kind} {label}", each)
        for kind, frames in pair["frames"].items():
            click.echo(f"  {kind}: {how_many(frames['matched'], 'matched frame')}")
            for role, each in frames["roles"].items():
                click.echo(f"    {role:22} {each['agreed']} of {each['filled']}  accuracy {_told(each['accuracy'])}")


def _tell_spans(name: str, each: dict[str, Any]) -> None:
    one, other = each["marks"]
    exact, overlapping = _told(each["f1_exact"]), _told(each["f1_overlapping"])
    click.echo(f"  {name:24} {one:>5} and {other:>5}  F1 exact {exact}  overlapping {overlapping}")


def _told(share: float | None) -> str:
    return "-" if share is None else f"{share:.3f}"
