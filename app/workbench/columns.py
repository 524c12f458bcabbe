"""Which columns or fields of a file hold what: offered with samples, and remembered for files with the same columns."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import orjson

from app.exchange.errors import ExchangeError
from app.exchange.format import Format, Source
from app.exchange.formats import format_named, sniff
from app.exchange.picking import PARTS, Column
from app.store import Store

_NOTE = "columns"
_KEPT = 50
_ALIKE = 0.8  # of all columns of two files; fields of records come and go

__all__ = ["PARTS", "Column", "chosen_for", "columns", "keep_choice", "remember"]


def columns(path: Path | Source, *, format: str | None = None) -> list[Column]:  # noqa: A002 - the analyst's word
    """The columns of a table, or the fields of records by dotted path, with samples and what each would be taken for.

    Empty for a file that has none, such as a text. Raises what keeps the file from being read.
    """
    source = path if isinstance(path, Source) else Source.of(path)
    form = format_named(format) if format else sniff(source.path, source.shown)
    return form.columns(source) if form.columns else []


def keep_choice(store: Store, source: Source, form: Format, fields: Mapping[str, str]) -> None:
    """Remember in the project what was chosen, for files with the same columns."""
    if not fields or form.columns is None:
        return
    remember(store, [column.name for column in form.columns(source)], fields)


def remember(store: Store, found: list[str], fields: Mapping[str, str]) -> None:
    """The same from the columns' names; "" for a part says that nothing holds it."""
    names, kept = sorted(found), _kept(store)
    if (names, dict(fields)) not in kept[:1]:
        others = [each for each in kept if each[0] != names]
        store.set_note(_NOTE, orjson.dumps([(names, dict(fields)), *others][:_KEPT]).decode())


def chosen_for(store: Store, source: Source, form: Format) -> dict[str, str]:
    """What was chosen last for a file with these columns, or nearly these; empty when nothing was."""
    kept = _kept(store)
    if not kept or form.columns is None:
        return {}
    try:
        names = {column.name for column in form.columns(source)}
    except ExchangeError:
        return {}
    for known, fields in kept:
        alike = len(names.intersection(known)) >= _ALIKE * len(names.union(known))
        if alike and names.issuperset(filter(None, fields.values())):
            return fields
    return {}


def _kept(store: Store) -> list[tuple[list[str], dict[str, str]]]:
    """The latest first; nothing when the note is not one of ours."""
    try:
        return [(list(names), dict(fields)) for names, fields in orjson.loads(store.note(_NOTE) or "[]")]
    except (orjson.JSONDecodeError, TypeError, ValueError):
        return []
