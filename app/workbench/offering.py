"""What E offers: the entries that the subject may be, the likelier first, and a new entry among them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.annotation import RegisterEntry
from app.domain.rules import ENTITY_ROLE
from app.workbench.bench import Workbench
from app.workbench.entries import Subject, entries_here, entries_of, last_speaker

_MOST_USED = 12


@dataclass(frozen=True, slots=True)
class Offer:
    """An entry, or (None) a new one of the ``name``; ``held`` when the subject is linked to it already."""

    entry: RegisterEntry | None
    name: str
    label: str
    held: bool = False


def offers(bench: Workbench, about: Subject, typed: str = "") -> list[Offer]:
    """The rows for a subject, narrowed by what is typed.

    A name that no entry has is most likely a new entry, so that row comes before the entries that the article names
    otherwise; a description, a pronoun or a speaker without words most likely means one of those.
    """
    here = entries_here(bench)
    new = " ".join(typed.split()) or about.name
    fresh = [Offer(None, new, about.label)] if new else []
    if typed.strip():
        return [_of(each, about) for each in bench.register.looked_up(typed, frozenset(here))] + fresh
    held = [each.target.value for each in about.held]
    alike = [each.entry.id for each in bench.register.candidates(about.name, about.label, frozenset(here))]
    used = sorted(here[:_MOST_USED], key=lambda entry: _label_of(bench, entry) != about.label)
    if about.role != ENTITY_ROLE:
        last = last_speaker(bench, about.source)
        alike = [*(entries_of(bench, last.source) if last else ()), *alike]
    first = dict.fromkeys([*held, *alike])
    rest = [entry for entry in used if entry not in first]
    if about.is_name:
        return [*_all(bench, first, about), *fresh, *_all(bench, rest, about)]
    return [*_all(bench, [*first, *rest], about), *fresh]


def _all(bench: Workbench, entries: Iterable[str], about: Subject) -> list[Offer]:
    found = map(bench.register.get, entries)
    return [_of(each, about) for each in found if each is not None]


def _of(entry: RegisterEntry, about: Subject) -> Offer:
    held = any(each.target.value == entry.id for each in about.held)
    return Offer(entry, entry.name, entry.label, held)


def _label_of(bench: Workbench, entry: str) -> str | None:
    known = bench.register.get(entry)
    return known.label if known else None
