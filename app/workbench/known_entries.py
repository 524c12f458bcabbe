"""Entries of the register that arrive with a page: which of them the project has, and under which ids."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.domain.annotation import RegisterEntry
from app.domain.errors import N_
from app.domain.ids import derived_id
from app.exchange.errors import Note
from app.exchange.page import Page, renamed
from app.store import Store

_NEW_ENTRY = N_("The register has another entry {id}; {name} of this line has the new id {new}.")
_OTHER_ENTRY = N_("The register's aliases and knowledge base id of {name} ({id}) stay; the line has others.")


class KnownEntries:
    """The register of ``store``, with the entries that wait to be written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiting: dict[str, RegisterEntry] = {}

    def wait(self, entries: Iterable[RegisterEntry]) -> None:
        """Know them already, though they are still to be written."""
        self._waiting.update((entry.id, entry) for entry in entries)

    def written(self) -> None:
        """Nothing waits any more."""
        self._waiting.clear()

    def met(self, page: Page) -> tuple[Page, list[RegisterEntry], tuple[Note, ...]]:
        """The page with ids that mean in the project what they mean in the line, and the entries that are new there."""
        names: dict[str, str] = {}
        new: list[RegisterEntry] = []
        notes: list[Note] = []
        for entry in page.register.values():
            there = self._entry(entry.id)
            if there is not None and (there.label, there.name) != (entry.label, entry.name):
                names[entry.id] = derived_id("register", entry.id, entry.label, entry.name)
                notes.append(Note(_NEW_ENTRY, {"id": entry.id, "name": entry.name, "new": names[entry.id]}))
                entry = replace(entry, id=names[entry.id])
                there = self._entry(entry.id)
            if there is None:
                new.append(entry)
            elif (there.aliases, there.kb_id) != (entry.aliases, entry.kb_id):
                notes.append(Note(_OTHER_ENTRY, {"id": entry.id, "name": entry.name}))
        return renamed(page, {}, names) if names else page, new, tuple(notes)

    def _entry(self, entry: str) -> RegisterEntry | None:
        return self._waiting.get(entry) or self._store.entry(entry)
