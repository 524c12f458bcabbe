"""``tawsim check``: the file itself, then every finding in it, told as they are found; and their safe fixes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from app.cli_words import FOUND, JSON, PROJECT, Refused, as_json, check_layer, how_many

if TYPE_CHECKING:
    from app.domain.article import Article
    from app.quality.findings import Finding
    from app.store import Store

Row = dict[str, Any]
_SEVERITIES = ("error", "doubt", "note")  # the graver first; app.quality is imported when it is needed


@click.command()
@PROJECT
@click.option("--layer", help="Only this layer.")
@click.option("--article", "ref", help="Only the article of this ref.")
@click.option(
    "--severity",
    type=click.Choice(_SEVERITIES),
    default="note",
    help="Only findings at least as grave.",
)
@click.option("--fix", metavar="CHECK", help="Mend all findings of this check.")
@click.option("--dry-run", is_flag=True, help="With --fix: say what would be mended, and change nothing.")
@JSON
def check(
    project: Path,
    layer: str | None,
    ref: str | None,
    severity: str,
    fix: str | None,
    dry_run: bool,
    as_json_: bool,
) -> int:
    """Check PROJECT: the file itself, then every mark in it. Exit status 1 when something was found."""
    from app.store import Store

    if dry_run and fix is None:
        raise click.UsageError("--dry-run goes with --fix.")
    with Store.open(project, readonly=fix is None or dry_run) as store:
        check_layer(store, layer)
        article = _article(store, ref)
        if fix is not None:
            return _mend(store, fix, layer, article, dry_run, as_json_)
        broken = store.integrity()
        rows = _rows(store, layer, article, severity)
        return _tell_json(broken, rows) if as_json_ else _tell(project, broken, rows)


def _article(store: Store, ref: str | None) -> str | None:
    if ref is None:
        return None
    found = store.article_by_ref(ref)
    if found is None:
        raise Refused(f"{store.path.name} has no article {ref}.")
    return found.id


def _found(store: Store, layer: str | None, article: str | None) -> Iterator[tuple[Article, str, Finding]]:
    from app import resources
    from app.workbench.checking import findings_of
    from app.workbench.names import known_names

    return findings_of(store, layer, lexicons=resources.lexicons(), known=known_names(), article=article)


def _rows(store: Store, layer: str | None, article: str | None, severity: str) -> Iterator[Row]:
    from app.workbench.fixing import FIXES

    grave = _SEVERITIES[: _SEVERITIES.index(severity) + 1]
    for one, worked, each in _found(store, layer, article):
        if each.severity in grave:
            place = {"id": each.annotation, "start": each.start, "end": each.end}
            said = {"text": one.text[each.start : each.end], "message": each.sentence, "fix": each.check in FIXES}
            yield {"check": each.check, "severity": each.severity, "doc_id": one.ref, "layer": worked} | place | said


def _tell(project: Path, broken: list[str], rows: Iterator[Row]) -> int:
    count = len(broken)
    for problem in broken:
        click.echo(f"{project}: {problem}")
    for row in rows:
        click.echo(f"{row['doc_id']}:{row['start']} [{row['layer']}] {row['check']}: {row['message']}")
        count += 1
    click.echo(how_many(count, "finding"))
    return FOUND if count else 0


def _tell_json(broken: list[str], rows: Iterator[Row]) -> int:
    """The same as one JSON object, a row at a time: nothing is gathered first, however many there are."""
    click.echo('{"integrity": ' + json.dumps(broken, ensure_ascii=False) + ', "findings": [', nl=False)
    count = 0
    for row in rows:
        click.echo((",\n" if count else "\n") + json.dumps(row, ensure_ascii=False), nl=False)
        count += 1
    click.echo("\n]}" if count else "]}")
    return FOUND if count or broken else 0


def _mend(store: Store, name: str, layer: str | None, article: str | None, dry_run: bool, as_json_: bool) -> int:
    from app import resources
    from app.workbench.annotator import annotator
    from app.workbench.bench import Workbench
    from app.workbench.fixing import FIXES
    from app.workbench.mending import mend_all
    from app.workbench.names import known_names

    fix = FIXES.get(name)
    if fix is None or not fix.safe:
        safe = ", ".join(sorted(each for each, one in FIXES.items() if one.safe))
        raise Refused(f"{name} cannot be mended without looking. These can: {safe}.")
    wanted: dict[tuple[str, str], list[Finding]] = {}
    for one, worked, each in _found(store, layer, article):
        if each.check == name:
            wanted.setdefault((worked, one.id), []).append(each)
    found, mended, known = sum(map(len, wanted.values())), 0, known_names()
    for (worked, one_id), few in wanted.items():
        bench = Workbench(store, author=annotator(), layer=worked, lexicons=resources.lexicons, known=known)
        mended += mend_all(bench, one_id, few, dry_run)
    if as_json_:
        as_json({"check": name, "found": found, "mended": mended, "dry_run": dry_run})
    else:
        click.echo(f"{'would mend' if dry_run else 'mended'}: {mended} of {how_many(found, 'finding')}")
    return FOUND if mended < found else 0
