"""``tawsim import``: articles, with their marks if they have any, from files, folders, archives and pipes."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli_words import FOUND, JSON, PROJECT, Known, Refused, as_json, how_many, mapping, say

if TYPE_CHECKING:
    from app.exchange.format import Source
    from app.exchange.picking import Column
    from app.workbench.intake import Report

_PIPE = "-"
_SAID_OF_ONE = 5  # times that one sentence is said of one file


def _fields(_ctx: click.Context, _param: click.Parameter, pairs: tuple[str, ...]) -> dict[str, str]:
    """Words of the form ``PART=NAME``, the part one of those that an article has."""
    from app.exchange.picking import PARTS

    for pair in pairs:
        part, sign, name = pair.partition("=")
        if part not in PARTS or not sign or not name:
            raise click.BadParameter(f"'{pair}' is not PART=NAME; the parts are {', '.join(PARTS)}.")
    return dict(pair.split("=", 1) for pair in pairs)


@click.command("import")
@PROJECT
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--format", "form", type=Known("can_read"), help="By default, what each file looks like.")
@click.option("--field", help="The field of a JSON line that holds the text; the same as --column text=NAME.")
@click.option(
    "--column",
    "fields",
    multiple=True,
    metavar="PART=NAME",
    callback=_fields,
    help="The column or (dotted) field that holds the text, ref, title, date, source or url.",
)
@click.option("--columns", "only_columns", is_flag=True, help="Only list the columns or fields of the files.")
@click.option("--layer", help="The layer for imported marks; by default the one in the file.")
@click.option(
    "--map",
    "names",
    multiple=True,
    metavar="OLD=NEW",
    callback=mapping,
    help="A label of the file means one of the codebook: PER=PERS. Nothing behind the sign leaves its marks out.",
)
@click.option("--dry-run", is_flag=True, help="Say what would come in, and change nothing.")
@JSON
def import_(
    project: Path,
    files: tuple[Path, ...],
    form: str | None,
    field: str | None,
    fields: dict[str, str],
    only_columns: bool,
    layer: str | None,
    names: dict[str, str],
    dry_run: bool,
    as_json_: bool,
) -> int:
    """Bring articles, with their marks if they have any, from FILES into PROJECT.

    FILES are files, folders, ZIP archives of them, or - for what comes through a pipe.
    """
    from app.store import Store
    from app.workbench.annotator import annotator
    from app.workbench.columns import columns
    from app.workbench.intake import import_files

    with Store.open(project, readonly=dry_run or only_columns) as store, _given(files) as given:
        if only_columns:
            return _tell_columns({str(_shown(each)): columns(each, format=form) for each in given}, as_json_)
        report = import_files(
            store,
            given,
            format=form,
            layer=layer,
            field=field,
            fields=fields,
            names=names,
            dry_run=dry_run,
            author=annotator(),
        )
        _tell_import(report, dry_run, as_json_)
        while not dry_run and store.index_search():  # so that the first search in the window need not wait
            pass
    return FOUND if report.rejected else 0


@contextmanager
def _given(files: tuple[Path, ...]) -> Iterator[list[Path | Source]]:
    """The files that are named, and one of what comes through the pipe, for as long as it is needed."""
    from app.exchange.sources import from_pipe

    if list(map(str, files)).count(_PIPE) > 1:
        raise click.UsageError("There is only one standard input: name - once.")
    if _PIPE in map(str, files) and sys.stdin.isatty():
        raise Refused("Nothing comes through a pipe: - stands for what another command writes.")
    given = [from_pipe(sys.stdin.buffer, "stdin") if str(file) == _PIPE else file for file in files]
    try:
        yield given
    finally:
        for each in given:
            if not isinstance(each, Path) and each.temporary is not None:
                shutil.rmtree(each.temporary, ignore_errors=True)


def _shown(file: Path | Source) -> Path:
    return file if isinstance(file, Path) else file.shown


def _tell_columns(found: dict[str, list[Column]], as_json_: bool) -> int:
    """The columns of each file, with what they would be taken for and the beginning of what stands in them."""
    if as_json_:
        told = {
            file: [{"name": each.name, "part": each.part, "samples": each.samples} for each in columns]
            for file, columns in found.items()
        }
        as_json(told)
        return 0
    for file, columns in found.items():
        if not columns:
            say(f"{file}: no columns can be chosen in a file of this kind")
        for each in columns:
            sample = " ".join(each.samples[0].split()) if each.samples else ""
            click.echo(f"{file}\t{each.name}\t{each.part or '-'}\t{sample}")
    return 0


def _tell_import(report: Report, dry_run: bool, as_json_: bool) -> None:
    """What an import did: notes and refusals on standard error, the sum on standard output."""
    notes = [{"file": each.file, "line": each.line, "note": each.note} for each in report.notes]
    rejected = [{"file": each.file, "line": each.line, "reason": each.reason} for each in report.rejected]
    for file, line, what in _often(
        [(*place, str(what)) for *place, what in (told.values() for told in notes + rejected)]
    ):
        say(f"{file}:{line}: {what}" if line is not None else f"{file}: {what}")
    for path in report.rejects:
        say(f"rejected, to mend and import again: {path}")
    if as_json_:
        sums = {"articles": report.added, "marks": report.marks, "duplicates": report.duplicates}
        lists = {"rejected": rejected, "notes": notes, "rejects_files": report.rejects}
        return as_json({"dry_run": dry_run, **sums, **lists, **_particulars(report)})
    click.echo(
        f"{'would come in' if dry_run else 'imported'}: {how_many(report.added, 'article')}, "
        f"{how_many(report.marks, 'mark')}; here already: {report.duplicates}; rejected: {len(rejected)}"
    )


def _often(told: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Files, lines and sentences; of one sentence about a file the first few, the last of them with how many more."""
    counts = Counter((file, what) for file, _, what in told)
    said: Counter[tuple[Any, Any]] = Counter()
    for file, line, what in told:
        said[file, what] += 1
        more = counts[file, what] - _SAID_OF_ONE
        if said[file, what] < _SAID_OF_ONE or more <= 0:
            yield file, line, what
        elif said[file, what] == _SAID_OF_ONE:
            yield file, line, f"{what} ({how_many(more, 'more line')} like it; --json has all)"


def _particulars(report: Report) -> dict[str, object]:
    """What came of each file, what is new (the first articles), and of what the rest is a duplicate."""
    files = [
        {
            "file": each.file,
            "format": each.format,
            "fields": each.fields,
            "articles": each.added,
            "marks": each.marks,
            "duplicates": each.duplicates,
            "rejected": each.rejected,
        }
        for each in report.files
    ]
    new = [
        {"file": each.file, "line": each.line, "ref": each.ref, "name": each.name, "letters": each.letters}
        for each in report.previews
    ]
    twins = [{"file": each.file, "line": each.line, "ref": each.ref, "twice": each.twice} for each in report.twins]
    return {"files": files, "new": new, "duplicates_of": twins}
