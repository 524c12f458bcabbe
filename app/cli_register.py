"""``tawsim register``: the people, bodies and places of a project, listed, and brought in from a list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from app.cli_words import JSON, PROJECT, Refused, as_json, say

if TYPE_CHECKING:
    from app.domain.annotation import RegisterEntry
    from app.workbench.bringing import Plan


_FOUND = 1


@click.group()
def register() -> None:
    """The register: list it, or bring in a list of people, bodies and places."""


@register.command("list")
@PROJECT
@click.option("--query", default="", help="Only entries with these words in a name, an alias or an id.")
@JSON
def list_(project: Path, query: str, as_json_: bool) -> None:
    """List the entries of PROJECT by name."""
    from app.store import Store
    from app.workbench.register import Register

    with Store.open(project, readonly=True) as store:
        entries = Register(store).all(query)
    if as_json_:
        return as_json([_shown(entry) for entry in entries])
    for entry in entries:
        click.echo("\t".join((entry.name, entry.label, entry.kb_id or "", " | ".join(entry.aliases))))
    say(_many(len(entries)))


@register.command("import")
@PROJECT
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--label", help="What lines are that name no type, such as PERS.")
@click.option("--dry-run", is_flag=True, help="Say what would come in, and change nothing.")
@JSON
def import_(project: Path, file: Path, label: str | None, dry_run: bool, as_json_: bool) -> int:
    """Bring the people, bodies and places of FILE (CSV, TSV, JSON Lines) into the register of PROJECT.

    Columns: name, id (Wikidata), aliases, type; or الاسم، المعرف، الأسماء الأخرى، النوع.
    """
    from app.domain.codebook import ENTITY
    from app.exchange.entry_lists import read_entry_list
    from app.store import Stamp, Store
    from app.workbench.annotator import annotator
    from app.workbench.bringing import bringing, planned
    from app.workbench.register import Register
    from app.workbench.saying import now

    with Store.open(project, readonly=dry_run) as store:
        codebook = store.codebook()
        labels = [each.id for each in codebook.kind(ENTITY).labels]
        if label is not None and label not in labels:
            raise Refused(f"The codebook has no label {label}; it has: {', '.join(labels)}.")
        plan = planned(Register(store), read_entry_list(file), codebook, label)
        if not dry_run:
            store.record(bringing(plan), Stamp(annotator(), annotator(), now(), codebook.version))
    _tell(plan, file, dry_run, as_json_)
    return _FOUND if plan.refused else 0


def _tell(plan: Plan, file: Path, dry_run: bool, as_json_: bool) -> None:
    """Refusals on standard error, the sum on standard output."""
    refused = [{"file": str(file), "line": line, "reason": str(error)} for line, error in plan.refused]
    for each in refused:
        say("{file}:{line}: {reason}".format(**each))
    if as_json_:
        changed = [{"before": _shown(before), "after": _shown(after)} for before, after in plan.changed.values()]
        new = [_shown(entry) for entry in plan.new]
        return as_json({"dry_run": dry_run, "new": new, "changed": changed, "same": plan.same, "refused": refused})
    click.echo(
        f"{'would come in' if dry_run else 'brought in'}: {_many(len(plan.new))}; "
        f"changed: {len(plan.changed)}; here already: {plan.same}; refused: {len(refused)}"
    )


def _shown(entry: RegisterEntry) -> dict[str, object]:
    return {
        "entity_id": entry.id,
        "label": entry.label,
        "name": entry.name,
        "aliases": entry.aliases,
        "kb_id": entry.kb_id,
        "note": entry.note,
    }


def _many(count: int) -> str:
    return "1 entry" if count == 1 else f"{count} entries"
