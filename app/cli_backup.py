"""``tawsim backup``, ``restore`` and ``rescue``: copies of a project, one put back, what a damaged file holds."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli_words import FOUND, as_json, how_many

if TYPE_CHECKING:
    from app.store.backups import Backup
    from app.store.rescue_report import Report
    from app.store.restoring import Preview, Work

_PROJECT = click.argument("project", type=click.Path(path_type=Path))
_JSON = click.option("--json", "as_json_", is_flag=True, help="Print JSON.")


@click.command()
@_PROJECT
@click.option("--list", "listed", is_flag=True, help="List the backups that there are, the newest first.")
@_JSON
def backup(project: Path, listed: bool, as_json_: bool) -> None:
    """Make a backup of PROJECT in the folder PROJECT.backups. One made by hand is never rotated away."""
    from app.store.backups import backups_of, make_backup
    from app.store.header import check_header
    from app.store.rotation import HAND

    if not listed:
        made = make_backup(project, HAND, datetime.now(UTC))
        return as_json(_plain(made)) if as_json_ else click.echo(str(made.path))
    found = backups_of(project)
    if not found:
        check_header(project)
    if as_json_:
        return as_json([_plain(each) for each in found])
    for each in found:
        click.echo(f"{each.name}  {each.moment.cause}  {each.size} bytes")
    return None


def _plain(each: Backup) -> dict[str, Any]:
    at = each.moment.at.strftime("%Y-%m-%dT%H:%M:%SZ")
    return {"backup": each.name, "path": each.path, "at": at, "cause": each.moment.cause, "bytes": each.size}


@click.command()
@_PROJECT
@click.argument("backup_name", metavar="[BACKUP]", required=False)
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@_JSON
def restore(project: Path, backup_name: str | None, dry_run: bool, as_json_: bool) -> None:
    """Put BACKUP (by its name in PROJECT.backups; else the newest) in the place of what PROJECT holds.

    What PROJECT holds is backed up first.
    """
    from app.store import DamagedProject
    from app.store.backups import backup_named, newest_backup
    from app.store.restoring import preview
    from app.store.restoring import restore as put_back

    chosen = backup_named(project, backup_name) if backup_name else newest_backup(project)
    found = None
    with nullcontext() if dry_run else suppress(DamagedProject):  # a damaged project is restored all the more
        found = preview(project, chosen)
    kept = None if dry_run else put_back(project, chosen, datetime.now(UTC))
    if as_json_:
        told = {"restored": chosen.name, "dry_run": dry_run, "kept": kept.name if kept else None}
        return as_json(told | (_plain_preview(found) if found else {}))
    click.echo(f"{'would restore' if dry_run else 'restored'}: {chosen.name}")
    for line in _lines(found) if found else ():
        click.echo(f"  {line}")
    if kept is not None:
        click.echo(f"  what was there until now: {kept.name}")
    return None


def _plain_preview(found: Preview) -> dict[str, Any]:
    def work(each: Work) -> dict[str, Any]:
        return {"author": each.author, "edits": each.edits, "first": each.first, "last": each.last}

    return {
        "taken_back": [work(each) for each in found.taken_back],
        "brought_back": [work(each) for each in found.brought_back],
        "articles": {"before": found.articles[0], "after": found.articles[1]},
        "marks": {layer: {"before": before, "after": after} for layer, (before, after) in found.marks.items()},
    }


def _lines(found: Preview) -> list[str]:
    lines = []
    for word, works in (("taken back", found.taken_back), ("brought back", found.brought_back)):
        lines += [
            f"{word}: {how_many(each.edits, 'edit')} of {each.author}, {each.first} to {each.last}" for each in works
        ]
    lines.append(f"articles: {found.articles[0]} -> {found.articles[1]}")
    lines += [f"marks in layer {layer}: {before} -> {after}" for layer, (before, after) in found.marks.items()]
    return lines


@click.command()
@_PROJECT
@click.argument("new", type=click.Path(path_type=Path))
@_JSON
def rescue(project: Path, new: Path, as_json_: bool) -> int:
    """Save what can be saved of the damaged PROJECT to the project NEW. PROJECT is only read.

    Exit status 1 when something was lost; what, is told.
    """
    from app.store.rescue import rescue as save

    report = save(project, new)
    if as_json_:
        as_json({"project": new, **report.plain()})
    else:
        _tell(new, report)
    return FOUND if report.losses else 0


def _tell(new: Path, report: Report) -> None:
    click.echo(f"{new}: " + ", ".join(f"{count} {what}" for what, count in report.saved.items()))
    for each in report.losses:
        click.echo(f"  lost: {each}")
    for each in report.doubts:
        click.echo(f"  see for yourself: {each}")
