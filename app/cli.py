"""The command line: the same workbench without a window, for pipelines. Exit status 0 done, 1 findings or rejected
input (the rest was done), 2 wrong use, 3 could not do it, 130 stopped by Ctrl+C."""

from __future__ import annotations

import difflib
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app import __version__
from app.domain.errors import TawsimError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.store import Store
    from app.workbench.intake import Report

FOUND, COULD_NOT, STOPPED = 1, 3, 130


class Refused(click.ClickException):
    """What cannot be done, in one English sentence."""

    exit_code = COULD_NOT


class Shell(click.Group):
    """``tawsim PROJECT`` opens the window: a first word that is no command is a project.

    What a command returns is its exit status. Whatever goes wrong is one sentence on standard error.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        first = args[0] if args else ""
        if first not in self.commands and first not in (*ctx.help_option_names, "--version"):
            _refuse_misspelt(first, self.commands)
            args = ["open", *args]
        return super().parse_args(ctx, args)

    def main(self, *args: Any, **rest: Any) -> Any:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")  # a terminal without Arabic letters is no reason to fail
        try:
            status = super().main(*args, **{**rest, "standalone_mode": False})
        except click.UsageError as error:
            usage = error.ctx.command_path if error.ctx else "tawsim"
            status = _say(f"{error.format_message()} Try: {usage} --help", error.exit_code)
        except click.ClickException as error:
            status = _say(error.format_message(), error.exit_code)
        except TawsimError as error:
            status = _say(error, COULD_NOT)
        except OSError as error:
            reason = error.strerror or error
            status = _say(f"{error.filename}: {reason}" if error.filename else reason, COULD_NOT)
        except (click.Abort, KeyboardInterrupt):
            status = _say("Stopped; what was finished by then is kept.", STOPPED)
        sys.exit(status)


def _refuse_misspelt(word: str, commands: Mapping[str, click.Command]) -> None:
    """A word that is neither a command nor like a file is a slip, not a project to look for."""
    if not word or word.startswith("-") or Path(word).suffix or Path(word).name != word or Path(word).exists():
        return
    near = difflib.get_close_matches(word, [name for name, each in commands.items() if not each.hidden], 1)
    meant = f"; did you mean “{near[0]}”?" if near else "."
    raise click.UsageError(f"“{word}” is neither a command nor a project{meant}")


def _say(sentence: object, status: int = 0) -> int:
    click.echo(f"tawsim: {sentence}", err=True)
    return status


@click.group(cls=Shell, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tawsim")
def main() -> None:
    """Mark who is named, who said what and what is asserted in Arabic news.

    tawsim [PROJECT] opens the window; the commands below do their work without one.
    """


def as_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


PROJECT = click.argument("project", type=click.Path(path_type=Path))
JSON = click.option("--json", "as_json_", is_flag=True, help="Print JSON.")


@main.command("open", hidden=True)
@click.argument("project", type=click.Path(path_type=Path), required=False)
@click.option("--layer", help="The layer to work in.")
def open_(project: Path | None, layer: str | None) -> int:
    """Open the window on PROJECT, else on the project that was open last, else on the sample."""
    from app.ui.opening import can_show, open_project

    if not can_show():
        raise Refused("There is no display to open a window on. What needs none: tawsim --help")
    return open_project(project, layer)


@main.command()
@PROJECT
@click.option("--codebook", help="One that ships (lite-ner, quotes, claims), or a file (TOML) of your own.")
@JSON
def new(project: Path, codebook: str | None, as_json_: bool) -> None:
    """Make an empty project file."""
    from app import resources
    from app.cli_codebook import codebook_of
    from app.store import Store

    book = codebook_of(codebook) if codebook else resources.codebook()
    Store.create(project, book).close()
    if as_json_:
        return as_json({"project": project, "codebook": {"name": book.name, "version": book.version}})
    click.echo(f"{project}: codebook {book.name} {book.version}")


def read_utf8(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise Refused(f"{path}: byte {error.start + 1} is not valid UTF-8; save it as UTF-8.") from error


@main.command("import")
@PROJECT
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["tawsim", "jsonl", "text"]), help="By default, what each file looks like."
)
@click.option("--field", help="The field of a JSON line that holds the text.")
@click.option("--layer", help="The layer for imported marks; by default the one in the file.")
@click.option("--dry-run", is_flag=True, help="Say what would come in, and change nothing.")
@JSON
def import_(
    project: Path,
    files: tuple[Path, ...],
    form: str | None,
    field: str | None,
    layer: str | None,
    dry_run: bool,
    as_json_: bool,
) -> int:
    """Bring articles, with their marks if they have any, into PROJECT."""
    from app.store import Store
    from app.workbench.annotator import annotator
    from app.workbench.intake import import_files

    with Store.open(project, readonly=dry_run) as store:
        report = import_files(store, files, format=form, layer=layer, field=field, dry_run=dry_run, author=annotator())
        _tell_import(report, dry_run, as_json_)
        while not dry_run and store.index_search():  # so that the first search in the window need not wait
            pass
    return FOUND if report.rejected else 0


def _tell_import(report: Report, dry_run: bool, as_json_: bool) -> None:
    """What an import did: notes and refusals on standard error, the sum on standard output."""
    notes = [{"file": each.file, "line": each.line, "note": each.note} for each in report.notes]
    rejected = [{"file": each.file, "line": each.line, "reason": each.reason} for each in report.rejected]
    for told in notes + rejected:
        file, line, what = told.values()
        _say(f"{file}:{line}: {what}" if line is not None else f"{file}: {what}")
    for path in report.rejects:
        _say(f"rejected lines, to mend and import again: {path}")
    if as_json_:
        sums = {"articles": report.added, "marks": report.marks, "duplicates": report.duplicates}
        lists = {"rejected": rejected, "notes": notes, "rejects_files": report.rejects}
        return as_json({"dry_run": dry_run, **sums, **lists})
    click.echo(
        f"{'would come in' if dry_run else 'imported'}: {_count(report.added, 'article')}, "
        f"{_count(report.marks, 'mark')}; here already: {report.duplicates}; rejected: {len(rejected)}"
    )


@main.command()
@PROJECT
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--format", "form", default="tawsim", type=click.Choice(["tawsim"]), help="tawsim/1 JSON Lines.")
@click.option("--layer", help="Only this layer; by default every layer, a line each.")
@JSON
def export(project: Path, out: Path, form: str, layer: str | None, as_json_: bool) -> None:
    """Write the gold dataset of PROJECT to OUT, with its JSON Schema beside it."""
    from app.store import Store
    from app.workbench.outgo import export_jsonl

    with Store.open(project, readonly=True) as store:
        _check_layer(store, layer)
        if out.exists() and out.samefile(project):
            raise Refused(f"{out} is the project itself: give the dataset another name.")
        report = export_jsonl(store, out, layer=layer)
        untouched = store.counts()["articles"] - len({article for article, _ in store.work(layer)})
    if untouched:
        _say(f"left out: {_count(untouched, 'article')} not begun yet")
    if report.left_out:
        _say(f"left out: {_count(report.left_out, 'mark')} that nobody has accepted")
    if report.losses_path:
        _say(f"left out: {_count(report.losses.count, 'thing')} that {form}/1 cannot hold; see {report.losses_path}")
    if as_json_:
        counts = {"lines": report.lines, "marks": report.marks, "left_out": report.left_out, "untouched": untouched}
        return as_json({"path": report.path, **counts, "schema": report.schema_path, "losses": report.losses_path})
    click.echo(f"{_count(report.lines, 'line')} with {_count(report.marks, 'mark')} written to {report.path}")


def _check_layer(store: Store, layer: str | None) -> None:
    if layer is not None and layer not in (layers := store.layers()):
        raise Refused(f"{store.path.name} has no layer {layer}; it has: {', '.join(layers) or 'none'}.")


@main.command()
@PROJECT
@JSON
def info(project: Path, as_json_: bool) -> None:
    """What is in PROJECT: articles, layers and marks."""
    from app.store import Store

    with Store.open(project, readonly=True) as store, store.snapshot():
        book, counts = store.codebook(), store.counts()
        layers = {layer: store.counts(layer) for layer in store.layers()}
    for each in layers.values():
        del each["articles"]  # always those of the whole project
    if as_json_:
        codebook = {"name": book.name, "version": book.version}
        return as_json({"project": project, "codebook": codebook, **counts, "layers": layers})
    click.echo(f"{project} (codebook {book.name} {book.version})")
    for name, value in counts.items():
        click.echo(f"  {name:10} {value}")
    for layer, of_layer in layers.items():
        click.echo(f"  layer {layer}: " + ", ".join(f"{value} {name}" for name, value in of_layer.items()))


@main.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path("demo-out"), show_default=True)
@click.option("--language", type=click.Choice(["ar", "en"]), default="ar", show_default=True)
def demo(out: Path, language: str) -> None:
    """Annotate the sample article by key events in the real window, export it and leave pictures; needs no display."""
    from app.ui.demo import run_demo

    for line in run_demo(out, language).lines():
        click.echo(line)


from app.cli_check import check  # noqa: E402 - they are made of the words above
from app.cli_codebook import codebook as codebook_group  # noqa: E402 - as above
from app.cli_frames import frames  # noqa: E402 - as above
from app.cli_proposals import evaluate, lexicon  # noqa: E402 - as above
from app.cli_register import register  # noqa: E402 - as above
from app.cli_reprints import reprints  # noqa: E402 - as above

for command in (check, codebook_group, evaluate, frames, lexicon, register, reprints):
    main.add_command(command)
