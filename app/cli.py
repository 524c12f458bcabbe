"""The command line: the same workbench without a window, for pipelines. Exit status 0 done, 1 findings or rejected
input (the rest was done), 2 wrong use, 3 could not do it, 130 stopped by Ctrl+C."""

from __future__ import annotations

import difflib
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app import __version__
from app.cli_backup import backup, rescue, restore
from app.cli_check import check
from app.cli_codebook import codebook as codebook_group
from app.cli_export import export
from app.cli_frames import frames
from app.cli_import import import_
from app.cli_proposals import evaluate, lexicon
from app.cli_queue import assign, progress, queue
from app.cli_register import register
from app.cli_release import agree, gates, release
from app.cli_reprints import reprints
from app.cli_search import search
from app.cli_stats import stats
from app.cli_words import COULD_NOT, JSON, PROJECT, STOPPED, Refused, as_json, say
from app.cli_zones import zones
from app.domain.errors import TawsimError

if TYPE_CHECKING:
    from collections.abc import Mapping


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
            status = say(f"{error.format_message()} Try: {usage} --help", error.exit_code)
        except click.ClickException as error:
            status = say(error.format_message(), error.exit_code)
        except TawsimError as error:
            status = say(error, COULD_NOT)
        except OSError as error:
            reason = error.strerror or error
            status = say(f"{error.filename}: {reason}" if error.filename else reason, COULD_NOT)
        except (click.Abort, KeyboardInterrupt):
            status = say("Stopped; what was finished by then is kept.", STOPPED)
        sys.exit(status)


def _refuse_misspelt(word: str, commands: Mapping[str, click.Command]) -> None:
    """A word that is neither a command nor like a file is a slip, not a project to look for."""
    if not word or word.startswith("-") or Path(word).suffix or Path(word).name != word or Path(word).exists():
        return
    near = difflib.get_close_matches(word, [name for name, each in commands.items() if not each.hidden], 1)
    meant = f"; did you mean “{near[0]}”?" if near else "."
    raise click.UsageError(f"“{word}” is neither a command nor a project{meant}")


@click.group(cls=Shell, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="tawsim")
def main() -> None:
    """Mark who is named, who said what and what is asserted in Arabic news.

    tawsim [PROJECT] opens the window; the commands below do their work without one.
    """


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


_COMMANDS = (
    *(agree, assign, backup, check, codebook_group, evaluate, export, frames, gates, import_, lexicon, progress, queue),
    *(register, release, reprints, rescue, restore, search, stats, zones),
)
for command in _COMMANDS:
    main.add_command(command)
