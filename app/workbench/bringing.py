"""Bringing a list into the register: what of it is new, what adds to an entry, and what is refused, before anything is
written. A list that is brought twice adds nothing the second time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from app.domain.annotation import RegisterEntry
from app.domain.codebook import ENTITY, Codebook
from app.domain.edit import Change, Edit
from app.domain.errors import N_, TawsimError
from app.domain.ids import new_id
from app.domain.text.folding import STRONG, fold_key
from app.exchange.entry_lists import ListedEntry, Row
from app.workbench.entries import BadEntry, checked, kb_id_of
from app.workbench.naming import Words, words_of
from app.workbench.register import Register

_KINDS = {  # what lists call the kinds of things that the labels of news codebooks stand for
    "PERS": "person human people شخص إنسان أشخاص بشر",
    "ORG": "organization organisation company institution منظمة مؤسسة شركة هيئة جهة",
    "GPE": "country city state province دولة مدينة محافظة",
    "LOC": "location place مكان موقع",
    "FAC": "facility building منشأة مبنى",
}


@dataclass(slots=True)
class Plan:
    """What a list would do. ``changed`` holds entries before and after; ``refused`` line numbers and sentences."""

    new: list[RegisterEntry] = field(default_factory=list)
    changed: dict[str, tuple[RegisterEntry, RegisterEntry]] = field(default_factory=dict)
    same: int = 0
    refused: list[tuple[int, TawsimError]] = field(default_factory=list)


def planned(register: Register, rows: Iterable[Row], codebook: Codebook, label: str | None = None) -> Plan:
    """What bringing the rows would do; ``label`` is that of lines that name none.

    A line means the entry of its knowledge base id, else the one of its folded name and label that has no other id.
    """
    planning = _Planning(register, codebook, label)
    for row in rows:
        line, said = (row.line, row) if isinstance(row, ListedEntry) else row
        if isinstance(said, TawsimError):
            planning.plan.refused.append((line, said))
            continue
        try:
            planning.take(said)
        except TawsimError as error:
            planning.plan.refused.append((line, error))
    return planning.finish()


def bringing(plan: Plan) -> Edit:
    """The edit that does what was planned."""
    made = (Change(None, entry) for entry in plan.new)
    return Edit(N_("Bring in a list"), (*made, *(Change(*ends) for ends in plan.changed.values())))


class _Planning:
    """The register as it would be after the lines so far."""

    def __init__(self, register: Register, codebook: Codebook, label: str | None) -> None:
        self.plan = Plan()
        self._label = label
        self._labels = _labels(codebook)
        self._before = {entry.id: entry for entry in register}
        self._now = dict(self._before)
        self._by_kb_id = {entry.kb_id: entry.id for entry in register if entry.kb_id}
        self._by_name: dict[tuple[Words, str], list[str]] = {}
        for entry in register:
            self._by_name.setdefault((words_of(entry.name), entry.label), []).append(entry.id)

    def take(self, row: ListedEntry) -> None:
        """Plan one line; ``BadEntry`` says why it cannot come in."""
        kb_id = kb_id_of(row.kb_id)
        there = self._now.get(self._by_kb_id.get(kb_id, "")) if kb_id else None
        label = self._label_of(row, there)
        if there is None:
            there = self._named(row, kb_id, label)
        if there is not None and there.label != label:
            raise BadEntry(
                N_("{name} is {label} in the register, and {other} in this line."),
                name=there.name,
                label=there.label,
                other=label,
            )
        came = checked(RegisterEntry(there.id if there else new_id(), label, row.name, row.aliases, kb_id, row.note))
        if there is not None:
            kept = (*there.aliases, *(name for name in (came.name, *came.aliases) if not _has(there, name)))
            came = checked(replace(there, aliases=kept, kb_id=there.kb_id or came.kb_id, note=there.note or came.note))
        self._put(came)
        self.plan.same += came == there

    def finish(self) -> Plan:
        for entry in self._now.values():
            before = self._before.get(entry.id)
            if before is None:
                self.plan.new.append(entry)
            elif before != entry:
                self.plan.changed[entry.id] = (before, entry)
        return self.plan

    def _named(self, row: ListedEntry, kb_id: str | None, label: str) -> RegisterEntry | None:
        """The entry of the line's name; one that has another id is somebody else of that name."""
        near = [self._now[entry] for entry in self._by_name.get((words_of(row.name), label), ())]
        near = [each for each in near if kb_id is None or each.kb_id is None]
        if len(near) > 1:
            raise BadEntry(N_("The register has {count} entries of the name {name}."), count=len(near), name=row.name)
        return near[0] if near else None

    def _label_of(self, row: ListedEntry, there: RegisterEntry | None) -> str:
        if row.label is None:
            found = there.label if there else self._label
            if found is None:
                raise BadEntry(N_("The line does not say what {name} is: add a column type."), name=row.name)
            return found
        found = self._labels.get(fold_key(row.label, STRONG))
        if found is None:
            raise BadEntry(N_("The codebook has no label {label}."), label=row.label)
        return found

    def _put(self, entry: RegisterEntry) -> None:
        self._now[entry.id] = entry
        if entry.kb_id:
            self._by_kb_id[entry.kb_id] = entry.id
        named = self._by_name.setdefault((words_of(entry.name), entry.label), [])
        if entry.id not in named:
            named.append(entry.id)


def _has(entry: RegisterEntry, name: str) -> bool:
    return words_of(name) in {words_of(each) for each in (entry.name, *entry.aliases)}


def _labels(codebook: Codebook) -> dict[str, str]:
    """Labels by what a list may call them: their id, their name in either language, the kind of thing."""
    own = codebook.kind(ENTITY).labels
    ids = {label.id for label in own}
    words = {word: label for label, text in _KINDS.items() if label in ids for word in fold_key(text, STRONG).split()}
    names = {fold_key(name, STRONG): each.id for each in own for name in (each.name.ar, each.name.en, each.id)}
    return words | names
