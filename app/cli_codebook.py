"""``tawsim codebook``: show, export and change the codebook of a project without a window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli_words import FOUND, JSON, PROJECT, Refused, as_json, read_utf8
from app.domain.codebook import Codebook

if TYPE_CHECKING:
    from app.workbench.codebook_plan import Plan


@click.group()
def codebook() -> None:
    """Show, export or change the codebook of a project."""


def codebook_of(word: str) -> Codebook:
    """A codebook that ships with the program, by its name, else the one in the file. Its keys clash with nothing."""
    from app import resources
    from app.domain.codebook import read_codebook
    from app.workbench.codebook_keys import check_keys

    if word in resources.codebook_names() and not Path(word).exists():
        return resources.codebook(word)
    book = read_codebook(read_utf8(Path(word)), word)
    check_keys(book)
    return book


@codebook.command()
@PROJECT
@JSON
def show(project: Path, as_json_: bool) -> None:
    """The codebook in use: its labels with their keys and marks, and its versions."""
    from app.store import Store

    with Store.open(project, readonly=True) as store, store.snapshot():
        book, counts, versions = store.codebook(), store.label_counts(), store.codebook_versions()
        if store.codebook_trouble is not None:
            click.echo(f"tawsim: {store.codebook_trouble}", err=True)
    if as_json_:
        return as_json(_told(book, counts) | {"versions": [each.version for each in versions]})
    click.echo(f"{book.name} {book.version} ({len(versions)} kept)")
    for kind in book.kinds:
        if kind.labels:
            click.echo(f"  {kind.id}")
        for label in kind.labels:
            key = label.key or ("retired" if label.retired else "")
            click.echo(f"    {label.id:12} {key:8} {counts.get((kind.id, label.id), 0):>8}  {label.name.en}")
    known = {(label.kind, label.id) for label in book.labels()}
    for (kind_id, name), count in sorted(counts.items()):
        if (kind_id, name) not in known:
            click.echo(f"  {kind_id}.{name} is on {count} marks, but not in this codebook")


def _told(book: Codebook, counts: dict[tuple[str, str], int]) -> dict[str, Any]:
    return {
        "name": book.name,
        "version": book.version,
        "labels": [
            {"kind": label.kind, "label": label.id, "key": label.key, "retired": label.retired}
            | {"ar": label.name.ar, "en": label.name.en, "marks": counts.get((label.kind, label.id), 0)}
            for label in book.labels()
        ],
        "attributes": {kind.id: [each.id for each in kind.attributes] for kind in book.kinds},
        "slots": {kind.id: [each.id for each in kind.slots] for kind in book.kinds},
    }


@codebook.command()
@PROJECT
@click.argument("out", type=click.Path(path_type=Path))
def export(project: Path, out: Path) -> None:
    """Write the codebook in use to OUT as TOML, whole or not at all."""
    from app.exchange.atomic import write_whole
    from app.store import Store

    with Store.open(project, readonly=True) as store:
        book = store.codebook()
    if out.exists() and out.samefile(project):
        raise Refused(f"{out} is the project itself: give the codebook another name.")
    write_whole(out, book.source)
    click.echo(f"{out}: codebook {book.name} {book.version}")


@codebook.command("apply")
@PROJECT
@click.argument("file")
@click.option("--map", "maps", multiple=True, metavar="OLD=NEW", help="What becomes of marks; OLD= rejects them.")
@click.option("--layer", help="The layer whose undo takes it back; by default the annotator's own.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@JSON
def apply_(project: Path, file: str, maps: tuple[str, ...], layer: str | None, dry_run: bool, as_json_: bool) -> int:
    """Put the codebook in FILE (or a shipped one, by its name) in use, as one edit. Exit status 1 when marks have
    labels that it lacks and that no --map names: nothing is changed then."""
    from app.store import Stamp, Store
    from app.workbench.annotator import annotator
    from app.workbench.codebook_changes import mapping_step, take_codebook
    from app.workbench.codebook_plan import MustBeMapped, apply, check_mapped, plan
    from app.workbench.saying import now

    other = codebook_of(file)
    with Store.open(project, readonly=dry_run) as store:
        base = store.codebook()
        worn = store.label_counts() if maps else ()
        steps = tuple(mapping_step(base, other, each, worn) for each in maps)
        stamp = Stamp(layer or annotator(), annotator(), now(), base.version)
        found = plan(store, take_codebook(base, other, steps), stamp)
        try:
            check_mapped(found)
        except MustBeMapped as error:
            click.echo(f"tawsim: {error} --map OLD=NEW does.", err=True)
            if as_json_:
                as_json(_summary(found, done=False))
            return FOUND
        if not dry_run:
            apply(store, found, stamp)
    if as_json_:
        as_json(_summary(found, done=not dry_run))
    else:
        _say(found, dry_run)
    return 0


def _summary(found: Plan, *, done: bool) -> dict[str, Any]:
    return {
        "done": done and bool(found.edit.changes),
        "codebook": {"name": found.draft.codebook.name, "version": found.version},
        "changes": [
            {"kind": each.kind, "from": each.before, "to": each.after, "marks": each.marks}
            | {"articles": len(each.articles), "layers": sorted(each.layers)}
            for each in found.became
        ],
        "attributes_changed": found.values,
        "merged": found.merged,
        "links_moved": found.links,
        "links_gone": found.lost_links,
        "unmapped": {".".join(names): count for names, count in sorted(found.unmapped.items())},
    }


def _say(found: Plan, dry_run: bool) -> None:
    if not found.edit.changes:
        return click.echo("the project uses this codebook already")
    would = "would be" if dry_run else "is now"
    click.echo(f"{would} in use: {found.draft.codebook.name} {found.version}")
    for each in found.became:
        to = each.after or "rejected"
        click.echo(f"  {each.before} to {to}: {each.marks} marks in {len(each.articles)} articles")
    if found.values:
        click.echo(f"  other values: {found.values} marks")
    if found.merged:
        click.echo(f"  the same as another: {found.merged} marks, which become one with it")
    if found.lost_links:
        click.echo(f"  links that go: {found.lost_links}")
