"""Steps of a history in words: who did what when, and for each change what was before and what is after."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from app.domain.annotation import (
    ACCEPTED,
    ENTRY_END,
    LITERAL_END,
    REJECTED,
    SUGGESTED,
    Annotation,
    End,
    Link,
    Progress,
    Record,
    RegisterEntry,
)
from app.domain.article import Details
from app.domain.card import Card
from app.domain.codebook import Codebook
from app.domain.edit import Change
from app.domain.errors import N_
from app.store import Step
from app.ui.words import isolated, said, tr

_STATES = {ACCEPTED: N_("accepted"), SUGGESTED: N_("suggested"), REJECTED: N_("rejected")}
_STATUS = {
    "new": N_("not begun"),
    "in_progress": N_("begun"),
    "done": N_("done"),
    "flagged": N_("flagged"),
    "excluded": N_("excluded"),
}
_OPS = {"undo": N_("Undone: {act}"), "redo": N_("Redone: {act}")}
_LONG = 90  # code points of a text in a line
_NOTHING = "—"


class Teller:
    """Tells changes with the names of the codebook. Marks that links point to are told by their words, as far as the
    steps or the open article know them; entries of the register by the name that ``entry`` finds under their id."""

    def __init__(
        self,
        codebook: Codebook,
        steps: list[Step],
        now: Mapping[str, Annotation],
        entry: Callable[[str], RegisterEntry | None],
    ) -> None:
        self._codebook, self._entry = codebook, entry
        self._marks: dict[str, Annotation] = dict(now)
        records = chain.from_iterable((c.before, c.after) for step in steps for c in step.changes)
        for record in records:
            if isinstance(record, Annotation):
                self._marks.setdefault(record.id, record)

    def title(self, step: Step) -> str:
        """When, who, what: one line."""
        entry = step.entry
        act = tr(_OPS[entry.op]).format(act=tr(entry.title)) if entry.op in _OPS else tr(entry.title)
        when = f"\u2066{entry.at[:16].replace('T', ' ')}\u2069"
        return " · ".join((when, isolated(entry.author), act))

    def lines(self, step: Step, most: int = 200) -> list[str]:
        """What the step changed, a line each; at most so many."""
        lines = [line for change in step.changes[:most] for line in self._lines(change)]
        left = len(step.changes) - most
        return [*lines, tr("and %n more changes", left)] if left > 0 else lines

    def _lines(self, change: Change) -> Iterator[str]:
        before, after = change.before, change.after
        if isinstance(before, Annotation) and isinstance(after, Annotation):
            for what, old, new in self._differences(before, after):
                yield _from_to(f"{self._mark(after)} — {what}", old, new)
        elif isinstance(change.record, Annotation):
            yield _made(self._mark(change.record), after)
        elif isinstance(change.record, Link):
            yield _made(self._link(change.record), after)
        elif isinstance(change.record, Progress):
            yield _from_to(tr("The article"), _status(before), _status(after))
        elif isinstance(change.record, Card):
            for what, old, new in _card(before, after, change.record.article):
                yield _from_to(what, old, new)
        elif isinstance(before, Details) and isinstance(after, Details):
            for what, old, new in _details(before, after):
                yield _from_to(what, old, new)

    def _mark(self, mark: Annotation) -> str:
        return f"{self._name(mark)} {_quoted(mark.shown)}"

    def _name(self, mark: Annotation) -> str:
        kind = self._codebook.shown_kind(mark.kind)
        shown = said(self._codebook.shown(mark.kind, mark.label).name)
        return said(kind.name) if len(kind.labels) < 2 else shown

    def _link(self, link: Link) -> str:
        source = self._marks.get(link.source)
        role = link.role
        if source is not None:
            slot = self._codebook.shown_kind(source.kind).slot(link.role)
            role = said(slot.name) if slot is not None else role
        of = self._mark(source) if source is not None else isolated(link.source)
        return tr("{role} of {mark}: {target}").format(role=role, mark=of, target=self._end(link.target))

    def _end(self, end: End) -> str:
        mark = self._marks.get(end.value)
        if end.kind == ENTRY_END:
            entry = self._entry(end.value)
            return _quoted(entry.name) if entry is not None else tr("an entry that is no longer in the register")
        return _quoted(mark.shown) if mark is not None and end.kind != LITERAL_END else isolated(end.value)

    def _differences(self, before: Annotation, after: Annotation) -> Iterator[tuple[str, str, str]]:
        if (before.kind, before.label) != (after.kind, after.label):
            yield tr("label"), self._name(before), self._name(after)
        if before.fragments != after.fragments:
            yield tr("words"), _quoted(before.shown), _quoted(after.shown)
        if before.state != after.state:
            yield tr("state"), tr(_STATES[before.state]), tr(_STATES[after.state])
        for name in sorted({*before.attributes, *after.attributes}):
            old, new = before.attributes.get(name), after.attributes.get(name)
            if old != new:
                yield self._attribute(after, name), self._value(after, name, old), self._value(after, name, new)

    def _attribute(self, mark: Annotation, name: str) -> str:
        attribute = self._codebook.shown_kind(mark.kind).attribute(name)
        return said(attribute.name) if attribute is not None else name

    def _value(self, mark: Annotation, name: str, value: object) -> str:
        attribute = self._codebook.shown_kind(mark.kind).attribute(name)
        for choice in attribute.choices if attribute is not None else ():
            if choice.id == value:
                return said(choice.name)
        if isinstance(value, bool):
            return tr("yes") if value else tr("no")
        return _short(value)


def _details(before: Details, after: Details) -> Iterator[tuple[str, str, str]]:
    pairs = (
        (tr("Title"), before.title, after.title),
        (tr("Source"), before.meta.source, after.meta.source),
        (tr("Address"), before.meta.url, after.meta.url),
        (tr("Published"), before.meta.published, after.meta.published),
    )
    yield from ((what, _short(old), _short(new)) for what, old, new in pairs if old != new)
    if before.zones != after.zones:
        yield tr("Zones"), tr("%n zones", len(before.zones)), tr("%n zones", len(after.zones))


def _card(before: Record | None, after: Record | None, article: str) -> Iterator[tuple[str, str, str]]:
    old = before if isinstance(before, Card) else Card(article)
    new = after if isinstance(after, Card) else Card(article)
    pairs = (
        (tr("Shared out to"), tr(", ").join(old.assignees), tr(", ").join(new.assignees)),
        (tr("Priority"), str(old.priority), str(new.priority)),
        (tr("Tags"), tr(", ").join(old.tags), tr(", ").join(new.tags)),
        (tr("Note"), old.note, new.note),
        (tr("Set aside"), tr("yes") if old.binned else tr("no"), tr("yes") if new.binned else tr("no")),
    )
    yield from ((what, _short(one), _short(two)) for what, one, two in pairs if one != two)


def _status(record: Record | None) -> str:
    return tr(_STATUS[record.status]) if isinstance(record, Progress) else tr(_STATUS["new"])


def _made(what: str, after: Record | None) -> str:
    return tr("made: {what}").format(what=what) if after is not None else tr("erased: {what}").format(what=what)


def _from_to(what: str, before: str, after: str) -> str:
    return tr("{what}: {before}, then {after}").format(what=what, before=before, after=after)


def _quoted(text: str) -> str:
    return f"«{_short(text)}»"


def _short(value: object) -> str:
    if value is None or value == "":
        return _NOTHING
    text = str(value)
    return isolated(text if len(text) <= _LONG else text[:_LONG] + "…")
