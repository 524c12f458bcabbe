"""The command line: the same workbench without a window, for pipelines. Exit status 0 done, 1 findings or rejected
input (the rest was done), 2 wrong use, 3 could not do it."""

from __future__ import annotations

import getpass
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app import __version__
from app.domain.errors import N_, TawsimError

if TYPE_CHECKING:
    from app.workbench.intake import Report

FOUND, COULD_NOT = 1, 3


class Shell(click.Group):
    """``tawsim PROJECT`` opens the window: a first word that is no command is a project."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ("--help", "--version")):
            args = ["open", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """What the analyst can mend is one sentence on standard error, never a traceback."""
        try:
            return super().invoke(ctx)
        except TawsimError as error:
            click.echo(f"tawsim: {error}", err=True)
            ctx.exit(COULD_NOT)


@click.group(cls=Shell)
@click.version_option(__version__, prog_name="tawsim")
def main() -> None:
    """Mark who is named, who said what and what is asserted in Arabic news.

    tawsim [PROJECT] opens the window; the commands below do their work without one.
    """


def author() -> str:
    """Who is working: TAWSIM_ANNOTATOR, else the user's name on this machine."""
    return os.environ.get("TAWSIM_ANNOTATOR") or getpass.getuser()


def as_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


PROJECT = click.argument("project", type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json_", is_flag=True, help="Print JSON.")


@main.command("open", hidden=True)
@click.argument("project", type=click.Path(path_type=Path), required=False)
@click.option("--layer", help="The layer to work in.")
def open_(project: Path | None, layer: str | None) -> None:
    """Open the window on PROJECT, else on the project that was open last, else on the sample."""
    from app.ui.application import make_application, open_window
    from app.ui.settings import read
    from app.workbench.samples import sample_project

    if project is not None and not project.exists() and project.suffix != ".tawsim" and os.sep not in str(project):
        raise click.UsageError(f"“{project}” is neither a command nor a project. Try: tawsim --help")
    make_application()
    last = Path(read("project")) if read("project") else None
    chosen = project or (last if last and last.exists() else sample_project(author()))
    sys.exit(open_window(chosen, layer))


@main.command()
@PROJECT
@click.option("--codebook", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="A codebook (TOML).")
def new(project: Path, codebook: Path | None) -> None:
    """Make an empty project file."""
    from app import resources
    from app.domain.codebook import read_codebook
    from app.store import Store

    book = read_codebook(read_utf8(codebook), str(codebook)) if codebook else resources.codebook()
    Store.create(project, book).close()
    click.echo(f"{project}: codebook {book.name} {book.version}")


def read_utf8(path: Path) -> str:
    """A text file that must be UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TawsimError(N_("{path} cannot be read: {reason}."), path=path, reason=error) from error


@main.command("import")
@PROJECT
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "format_", help="text, jsonl or tawsim; by default what the file looks like.")
@click.option("--field", help="The field of a JSON line that holds the text.")
@click.option("--layer", help="The layer for imported marks; by default the one in the file.")
@click.option("--dry-run", is_flag=True, help="Say what would come in, and change nothing.")
@JSON
def import_(
    project: Path,
    files: tuple[Path, ...],
    format_: str | None,
    field: str | None,
    layer: str | None,
    dry_run: bool,
    as_json_: bool,
) -> None:
    """Bring articles, with their marks if they have any, into PROJECT."""
    from app.store import Store
    from app.workbench.intake import import_files

    with Store.open(project, readonly=dry_run) as store:
        report = import_files(
            store, list(files), format=format_, layer=layer, field=field, dry_run=dry_run, author=author()
        )
    if as_json_:
        as_json(_told(report, dry_run))
    else:
        _tell(report, dry_run)
    sys.exit(FOUND if report.rejected else 0)


def _tell(report: Report, dry_run: bool) -> None:
    """What an import did: notes and refusals on standard error, the sum on standard output."""
    for remark in report.notes:
        click.echo(f"tawsim: {_place(remark.file, remark.line)}: {remark.note}", err=True)
    for refused in report.rejected:
        click.echo(f"tawsim: {_place(refused.file, refused.line)}: {refused.reason}", err=True)
    for path in report.rejects:
        click.echo(f"tawsim: rejected lines, to mend and import again: {path}", err=True)
    click.echo(
        f"{report.added} articles and {report.marks} marks {'would come in' if dry_run else 'imported'}, "
        f"{report.duplicates} were here already, {len(report.rejected)} rejected"
    )


def _told(report: Report, dry_run: bool) -> dict[str, object]:
    return {
        "dry_run": dry_run,
        "articles": report.added,
        "marks": report.marks,
        "duplicates": report.duplicates,
        "rejected": [{"file": str(each.file), "line": each.line, "reason": each.reason} for each in report.rejected],
        "notes": [{"file": str(each.file), "line": each.line, "note": str(each.note)} for each in report.notes],
        "rejects_files": [str(path) for path in report.rejects],
    }


def _place(file: Path, line: int | None) -> str:
    return f"{file}:{line}" if line is not None else str(file)


@main.command()
@PROJECT
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--format", "format_", default="tawsim", type=click.Choice(["tawsim", "jsonl"]), help="tawsim/1 JSON Lines."
)
@click.option("--layer", help="Only this layer; by default every layer, a line each.")
@JSON
def export(project: Path, out: Path, format_: str, layer: str | None, as_json_: bool) -> None:
    """Write the gold dataset of PROJECT to OUT, with its JSON Schema beside it."""
    from app.store import Store
    from app.workbench.outgo import export_jsonl

    with Store.open(project, readonly=True) as store:
        if layer is not None and layer not in store.layers():
            names = ", ".join(store.layers()) or "none"
            raise TawsimError(
                N_("{project} has no layer {layer}; it has: {names}."), project=project, layer=layer, names=names
            )
        report = export_jsonl(store, out, layer=layer)
        untouched = store.counts()["articles"] - len({article for article, _ in store.work(layer)})
    if as_json_:
        return as_json({"path": str(report.path), "lines": report.lines, "marks": report.marks, "untouched": untouched})
    click.echo(f"{report.lines} lines written to {report.path}")
    if untouched:
        click.echo(f"tawsim: {untouched} articles that nobody has worked on yet are left out", err=True)


@main.command()
@PROJECT
@JSON
def info(project: Path, as_json_: bool) -> None:
    """What is in PROJECT: articles, layers and marks."""
    from app.store import Store

    with Store.open(project, readonly=True) as store:
        book = store.codebook()
        facts = {
            "project": str(project),
            "codebook": {"name": book.name, "version": book.version},
            **store.counts(),
            "layers": {layer: store.counts(layer) for layer in store.layers()},
        }
    if as_json_:
        return as_json(facts)
    layers = facts.pop("layers")
    assert isinstance(layers, dict)
    click.echo(f"{facts.pop('project')} (codebook {book.name} {book.version})")
    del facts["codebook"]
    for name, value in facts.items():
        click.echo(f"  {name:10} {value}")
    for layer, counts in layers.items():
        click.echo(
            f"  layer {layer}: " + ", ".join(f"{value} {name}" for name, value in counts.items() if name != "articles")
        )


@main.command()
@PROJECT
@click.option("--layer", help="Only this layer.")
@JSON
def check(project: Path, layer: str | None, as_json_: bool) -> None:
    """Check PROJECT: the file itself, then every mark in it. Exit status 1 when something was found."""
    from app.store import Store
    from app.workbench.checking import findings_of

    with Store.open(project, readonly=True) as store:
        broken = store.integrity()
        found = list(findings_of(store, layer))
    rows = [
        {
            "check": finding.check,
            "severity": finding.severity,
            "doc_id": article.ref,
            "layer": worked,
            "id": finding.annotation,
            "start": finding.start,
            "message": finding.sentence,
        }
        for article, worked, finding in found
    ]
    if as_json_:
        as_json({"integrity": broken, "findings": rows})
    else:
        for problem in broken:
            click.echo(f"{project}: {problem}")
        for row in rows:
            click.echo(f"{row['doc_id']}:{row['start']} [{row['layer']}] {row['check']}: {row['message']}")
        click.echo(f"{len(broken) + len(rows)} findings")
    sys.exit(FOUND if broken or rows else 0)


@main.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path("tawsim-demo"), show_default=True)
@click.option("--language", type=click.Choice(["ar", "en"]), default="ar", show_default=True)
def demo(out: Path, language: str) -> None:
    """Annotate the sample article by key events in the real window, export it and leave pictures; needs no display."""
    from app.ui.demo import run_demo

    told = run_demo(out, language)
    for line in told.lines():
        click.echo(line)
