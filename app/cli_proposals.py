"""The commands on what is proposed: how good it is on gold, and by which reporting words of a project."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli_words import FOUND, JSON, as_json

if TYPE_CHECKING:
    from app.quality.proposals import Score, Scores
    from app.workbench.measuring import Measured

_TYPES = ("direct", "indirect", "mixed")
_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("files", nargs=-1, type=_FILE)
@click.option("--gold", type=click.Path(path_type=Path, file_okay=False), help="A folder; every .jsonl file in it.")
@click.option("--project", type=_FILE, help="Propose by this project's codebook and reporting words.")
@JSON
def evaluate(files: tuple[Path, ...], gold: Path | None, project: Path | None, as_json_: bool) -> int:
    """Measure what is proposed for quotes against gold: tawsim/1 FILES, such as an exported dataset.

    Precision, recall and F1 of the content, by type, where it overlaps by 0.8 of its letters and where it is exact;
    of the quotes found, how many have the type, cue and speaker of gold.
    """
    from app import resources
    from app.store import Store
    from app.workbench.lexicons import NOTHING, lexicons_with, own_words
    from app.workbench.measuring import measure
    from app.workbench.names import known_names

    paths = [*files, *(sorted(gold.glob("*.jsonl")) if gold else ())]
    if not paths:
        raise click.UsageError(f"{gold} holds no .jsonl file." if gold else "Name a dataset (tawsim/1), or --gold DIR.")
    with Store.open(project, readonly=True) if project else nullcontext() as store:
        codebook = store.codebook() if store else resources.codebook()
        lexicons = lexicons_with(own_words(store) if store else NOTHING)
    known = known_names()
    measured = [measure(path, codebook, lexicons, known) for path in paths]
    for each in measured:
        for line, error in each.rejected:
            click.echo(f"tawsim: {each.path}:{line}: {error}", err=True)
    _tell(measured, as_json_)
    return FOUND if any(each.rejected for each in measured) else 0


def _tell(measured: list[Measured], as_json_: bool) -> None:
    from app.quality.proposals import Scores

    together = Scores()
    for each in measured:
        together.merge(each.scores)
    if as_json_:
        by_file = [
            {"file": each.path, "lines": each.lines, "rejected": len(each.rejected), "scores": _figures(each.scores)}
            for each in measured
        ]
        told = {"files": by_file, "scores": _figures(together)}
        return as_json(told)
    for each in measured:
        click.echo(f"{each.path} ({each.lines} {'article' if each.lines == 1 else 'articles'})")
        _echo(_rows(each.scores))
    if len(measured) > 1:
        click.echo("all files")
        _echo(_rows(together))


def _figures(scores: Scores) -> dict[str, Any]:
    return {name: score.figures() for name, score in scores.by_type(_TYPES).items()}


_HEADS = ("", "gold", "proposed", "P", "R", "F1", "P exact", "R exact", "F1 exact", "type", "cue", "speaker")


def _rows(scores: Scores) -> Iterator[tuple[str, ...]]:
    yield _HEADS
    for name, score in scores.by_type(_TYPES).items():
        yield (name, *_row(score))


def _row(score: Score) -> Iterator[str]:
    figures = score.figures()
    yield from (str(score.gold), str(score.proposed))
    for rates in (figures["overlap"], figures["exact"]):
        yield from (_shown(rates[name]) for name in ("precision", "recall", "f1"))
    yield from (_shown(figures[name]) for name in ("type", "cue", "speaker"))


def _shown(share: float | None) -> str:
    return "-" if share is None else f"{share:.3f}"


def _echo(rows: Iterable[tuple[str, ...]]) -> None:
    for name, *cells in rows:
        click.echo(f"  {name:9}" + "".join(f"{cell:>10}" for cell in cells))


@click.group()
def lexicon() -> None:
    """The reporting words of a project: its own, and the shipped ones that it does without."""


@lexicon.command("export")
@click.argument("project", type=_FILE)
@click.argument("file", type=_FILE)
@JSON
def export_words(project: Path, file: Path, as_json_: bool) -> None:
    """Write the reporting words of PROJECT to FILE, in TOML, for another project or for sharing."""
    from app.domain.text.expressions import write_own
    from app.exchange.atomic import write_whole
    from app.store import Store
    from app.workbench.lexicons import own_words

    with Store.open(project, readonly=True) as store:
        own = own_words(store)
    if file.exists() and file.samefile(project):
        raise click.UsageError(f"{file} is the project itself: give the list another name.")
    write_whole(file, write_own(own))
    _tell_words(file, len(own.added), len(own.off), as_json_)


@lexicon.command("import")
@click.argument("project", type=_FILE)
@click.argument("file", type=_FILE)
@JSON
def import_words(project: Path, file: Path, as_json_: bool) -> None:
    """Bring the reporting words of FILE into PROJECT: beside its own, of the same word in place of its own."""
    from app.store import Store
    from app.workbench.lexicons import keep_own, own_words, read_list

    brought = read_list(file)
    with Store.open(project) as store:
        own = own_words(store).joined(brought)
        keep_own(store, own)
    _tell_words(project, len(own.added), len(own.off), as_json_)


def _tell_words(where: Path, added: int, off: int, as_json_: bool) -> None:
    if as_json_:
        return as_json({"path": where, "added": added, "off": off})
    click.echo(f"{where}: {added} of its own, {off} switched off")
