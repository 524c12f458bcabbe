"""What a typed query asks of a project: its filters by the names that codebook and interface have for things."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date

from app.domain.annotation import ACCEPTED, DONE, IN_PROGRESS, NEW, SUGGESTED
from app.domain.codebook import Codebook
from app.domain.errors import N_
from app.domain.text.folding import STRONG, fold_key
from app.domain.text.query import Filter, Query, read_query
from app.domain.text.querysigns import QueryTrouble
from app.store import Store
from app.store.conditions import Condition, CorpusQuery
from app.workbench.searching import ORDER, Asked

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?|(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_STATUSES = {
    NEW: ("new", "جديد"),
    IN_PROGRESS: ("in progress", "قيد العمل"),
    DONE: ("done", "منجز"),
    "flagged": ("flagged", "مؤشر"),
    "excluded": ("excluded", "مستبعد"),
}
_STATES = {ACCEPTED: ("accepted", "مقبول"), SUGGESTED: ("suggested", "مقترح")}
_FOLDED = ("source", "speaker", "annotator")

_NO_SUCH = N_("Character {place}: there is no {name} {value} here. There are: {known}.")
_NO_DATE = N_("Character {place}: {value} is no date. Write 2026, 2026-04 or 2026-04-30.")
_ONE_LAYER = N_("Character {place}: a search asks one layer. Leave one of the two out.")


def asked_of(store: Store, typed: str, layer: str | None, order: str = ORDER) -> Asked:
    """A typed query as a question to this project. ``layer`` is the one that filters speak of unless the query names
    another. ``QueryTrouble`` when the query cannot be understood."""
    query = read_query(typed)
    return Asked(store.path, store.readonly, query, corpus_query(store, query, layer), order)


def corpus_query(store: Store, query: Query, layer: str | None) -> CorpusQuery:
    """The query with its filters looked up. ``QueryTrouble`` for a value that there is not."""
    book = store.codebook()
    named = [each for each in query.filters if each.name == "layer"]
    if len(named) > 1:
        raise QueryTrouble(_ONE_LAYER, named[1].at)
    for each in named:
        layer = _value(each, {name: (name,) for name in store.layers()})[0]
    grouped: dict[tuple[str, bool], tuple[str, ...]] = {}
    conditions = []
    for each in query.filters:
        if each.name in ("from", "to"):
            conditions.append(Condition(each.name, (_date(each),), each.wanted))
        elif each.name != "layer":
            key = (each.name, each.wanted)
            grouped[key] = (*grouped.get(key, ()), *_values(each, book))
    conditions += [Condition(name, values, wanted) for (name, wanted), values in grouped.items()]
    if named:
        conditions.append(Condition("layer", (), named[0].wanted))
    return CorpusQuery(query.tree, layer or "", tuple(conditions))


def _values(asked: Filter, book: Codebook) -> tuple[str, ...]:
    if asked.name in _FOLDED:
        return (fold_key(asked.value, STRONG),)
    if asked.name == "label":
        return _value(asked, {each.id: (each.name.ar, each.name.en) for each in book.labels()})
    if asked.name == "kind":
        return _value(asked, {each.id: (each.name.ar, each.name.en) for each in book.kinds})
    return _value(asked, _STATES if asked.name == "state" else _STATUSES)


def _value(asked: Filter, names: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Every value that is called so; those that only begin so where none is."""
    key = fold_key(asked.value, STRONG).replace("_", " ")
    called = {value: [fold_key(each, STRONG).replace("_", " ") for each in (value, *of)] for value, of in names.items()}
    found = [value for value, keys in called.items() if key in keys]
    found = found or [value for value, keys in called.items() if any(each.startswith(key) for each in keys)]
    if not found:
        known = ", ".join(names) or "—"
        raise QueryTrouble(_NO_SUCH, asked.at, name=asked.name, value=asked.value, known=known)
    return tuple(found)


def _date(asked: Filter) -> str:
    """A year, month or day as the beginning of an ISO 8601 date."""
    value = fold_key(asked.value)
    found = _DATE.fullmatch(value)
    if found is None:
        raise QueryTrouble(_NO_DATE, asked.at, value=asked.value)
    year, month, day = found[1] or found[6], found[2] or found[5], found[3] or found[4]
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise QueryTrouble(_NO_DATE, asked.at, value=asked.value) from None
    return "-".join([year, *(f"{int(each):02}" for each in (month, day) if each)])
