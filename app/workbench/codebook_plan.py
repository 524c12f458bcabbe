"""What a draft of the codebook would do to the project, told before it is done, and then done as one edit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from app.domain.annotation import ACCEPTED, REJECTED, Annotation, CodebookVersion, Link, RegisterEntry
from app.domain.codebook import Codebook
from app.domain.codebook_toml import with_source
from app.domain.edit import Change, Edit
from app.domain.errors import N_, TawsimError
from app.store import Stamp, Store
from app.workbench.codebook_changes import Draft

MOST_CHANGES = 200_000  # in one edit. Measured: 100,000 marks take 10 s to write, 88 MB of journal, 1 GB of memory
_REPORT_EVERY = 50
Report = Callable[[int, int], None]


class MustBeMapped(TawsimError):
    """The new codebook lacks labels or values that marks have."""


class TooMuchAtOnce(TawsimError):
    """More marks than one edit can hold."""


@dataclass(slots=True)
class Became:
    """How many marks go from one label to another, and where. ``after`` None: they are rejected."""

    kind: str
    before: str
    after: str | None
    marks: int = 0
    articles: set[str] = field(default_factory=set)
    layers: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Plan:
    """What would change. ``became`` tells of labels, ``values`` counts marks whose attributes change, ``merged`` those
    that are one with another afterwards, ``links`` those that move and ``lost_links`` those that go. What is
    ``unmapped`` (kind and label, or kind, attribute and value, with the number of marks) must be mapped first."""

    draft: Draft
    edit: Edit
    version: int
    became: list[Became] = field(default_factory=list)
    values: int = 0
    merged: int = 0
    links: int = 0
    lost_links: int = 0
    entries: int = 0
    unmapped: dict[tuple[str, ...], int] = field(default_factory=dict)

    @property
    def marks(self) -> int:
        return sum(each.marks for each in self.became) + self.values

    @property
    def articles(self) -> int:
        return len(self.edit.articles())


def plan(
    store: Store,
    draft: Draft,
    stamp: Stamp,
    report: Report = lambda done, total: None,
) -> Plan:
    """Look at every mark that the draft touches and say what would become of it. Nothing is written.

    ``report`` gets articles done and in all, and may raise to stop. ``CodebookError`` when the new codebook cannot be,
    ``TooMuchAtOnce`` above ``MOST_CHANGES``.
    """
    draft.checked()
    numbers = [each.version for each in store.codebook_versions()]
    version = draft.codebook.version if draft.codebook.version > max(numbers) else max(numbers) + 1
    book = with_source(replace(draft.codebook, version=version))
    looking = _Looking(draft, replace(stamp, codebook=version))
    work = list(_work(store, draft))
    for done, (article, layer) in enumerate(work):
        if done % _REPORT_EVERY == 0:
            report(done, len(work))
        looking.look(store.annotations(article, layer), store.links(article, layer))
    report(len(work), len(work))
    looking.look_at_entries(store.register())
    made = looking.plan
    made.version = version
    if draft.changed:
        changes = (Change(_version(draft.base), _version(book)), *looking.changes)
        made.edit = Edit(draft.title, changes)
    made.became.sort(key=lambda each: -each.marks)
    return made


def check_mapped(plan: Plan) -> None:
    """``MustBeMapped`` with the names and numbers, unless everything has a place in the new codebook."""
    if plan.unmapped:
        names = ", ".join(f"{'.'.join(names)} ({count:,})" for names, count in sorted(plan.unmapped.items()))
        raise MustBeMapped(
            N_("Marks have what the new codebook lacks: {names}. Say what becomes of them."), names=names
        )


def apply(store: Store, plan: Plan, stamp: Stamp) -> None:
    """Do it: one edit of the layer, in one transaction. Raises what ``Store.write`` raises, and ``MustBeMapped``."""
    check_mapped(plan)
    store.write(plan.edit, stamp)


def _version(codebook: Codebook) -> CodebookVersion:
    return CodebookVersion(codebook.version, codebook.name, codebook.source)


def _work(store: Store, draft: Draft) -> Iterator[tuple[str, str]]:
    """Articles and layers in which a mark may change, or has what the new codebook lacks."""
    touched: dict[str, set[str] | None] = {}
    for step in draft.steps:
        kind, labels = step.touches()
        if labels is None or touched.get(kind, set()) is None:
            touched[kind] = None
        else:
            touched[kind] = (touched.get(kind) or set()) | labels
    for each in draft.base.kinds:
        lacking = {label.id for label in each.labels if not draft.codebook.has(each.id, label.id)}
        if any(_lost_values(draft, each.id)):
            touched[each.id] = None
        elif lacking and touched.get(each.id, set()) is not None:
            touched[each.id] = (touched.get(each.id) or set()) | lacking
    seen: set[tuple[str, str]] = set()
    for kind_id, its_labels in touched.items():
        for place in store.work_on(kind_id, its_labels):
            if place not in seen:
                seen.add(place)
                yield place


def _lost_values(draft: Draft, kind: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Attributes whose choices the new codebook lacks some of, and those choices."""
    for attribute in draft.base.kind(kind).attributes:
        after = draft.codebook.kind(kind).attribute(attribute.id)
        if after is not None and after.type == "choice":
            lost = {choice.id for choice in attribute.choices} - {choice.id for choice in after.choices}
            if lost:
                yield attribute.id, frozenset(lost)


class _Looking:
    """One run over the marks, article by article: what each becomes, and what is there twice then."""

    def __init__(self, draft: Draft, stamp: Stamp) -> None:
        self.plan = Plan(draft, Edit(draft.title, ()), 0)
        self.changes: list[Change] = []
        self._draft, self._stamp = draft, stamp
        self._became: dict[tuple[str, str, str | None], Became] = {}
        self._lost = {kind.id: dict(_lost_values(draft, kind.id)) for kind in draft.base.kinds}
        self._known = {(label.kind, label.id) for label in draft.base.labels()}
        self._gone = self._known - {(label.kind, label.id) for label in draft.codebook.labels()}
        self._unmapped: Counter[tuple[str, ...]] = Counter()

    def look(self, marks: list[Annotation], links: list[Link]) -> None:
        after = {mark.id: self._follow(mark) for mark in marks}
        survivors = self._join(marks, after)
        for mark in marks:
            became = after.get(mark.id)
            if became != mark:
                self.changes.append(Change(mark, became))
        if survivors or any(self._draft.steps):
            self._links({mark.id: mark for mark in marks}, links, survivors)
        self.plan.unmapped = dict(self._unmapped)
        if len(self.changes) > MOST_CHANGES:
            raise TooMuchAtOnce(
                N_("More than {most} marks would change at once: do it in parts, or split the project first."),
                most=f"{MOST_CHANGES:,}",
            )

    def look_at_entries(self, entries: Iterable[RegisterEntry]) -> None:
        for entry in entries:
            after = entry
            for step in self._draft.steps:
                after = step.entry(after)
            if after != entry:
                self.changes.append(Change(entry, after))
                self.plan.entries += 1

    def _follow(self, mark: Annotation) -> Annotation:
        after = mark
        for step in self._draft.steps:
            after = step.mark(after)
        if (after.kind, after.label) in self._gone and after.state != REJECTED:
            self._unmapped[after.kind, after.label] += 1
        for attribute, lost in self._lost[mark.kind].items() if mark.kind in self._lost else ():
            value = after.attributes.get(attribute)
            if isinstance(value, str) and value in lost:
                self._unmapped[mark.kind, attribute, value] += 1
        if after is mark or after == mark:
            return mark
        if (after.label, after.state) != (mark.label, mark.state):
            self._count(mark, after)
        else:
            self.plan.values += 1
        stamp = self._stamp
        return replace(after, codebook=stamp.codebook, changed_at=stamp.at, changed_by=stamp.author)

    def _count(self, mark: Annotation, after: Annotation) -> None:
        key = (mark.kind, mark.label, None if after.state != mark.state else after.label)
        if key not in self._became:
            self._became[key] = Became(*key)
            self.plan.became.append(self._became[key])
        found = self._became[key]
        found.marks += 1
        found.articles.add(mark.article)
        found.layers.add(mark.layer)

    def _join(self, marks: list[Annotation], after: dict[str, Annotation]) -> dict[str, str]:
        """Leave one of those that are the same now; ``after`` loses the others, whose ids lead to the one kept."""
        groups: dict[Any, list[Annotation]] = defaultdict(list)
        for mark in marks:
            became = after[mark.id]
            if became.state != REJECTED:
                groups[became.kind, became.label, became.fragments].append(mark)
        survivors: dict[str, str] = {}
        for group in groups.values():
            if len(group) < 2 or len({mark.label for mark in group}) < 2:
                continue  # alone, or twice already before
            group.sort(key=lambda mark: (mark.state != ACCEPTED, after[mark.id] is not mark, mark.id))
            first, *others = group
            for mark in others:
                after[first.id] = self._filled(first, after[first.id], after.pop(mark.id))
                survivors[mark.id] = first.id
            self.plan.merged += len(others)
        return survivors

    def _filled(self, mark: Annotation, stays: Annotation, goes: Annotation) -> Annotation:
        """What the one that goes says and the other does not is kept."""
        more = {name: value for name, value in goes.attributes.items() if stays.attributes.get(name) is None}
        more = {name: value for name, value in more.items() if value is not None}
        if not more:
            return stays
        stamp = self._stamp
        attributes = {**stays.attributes, **more}
        return replace(
            stays, attributes=attributes, codebook=stamp.codebook, changed_at=stamp.at, changed_by=stamp.author
        )

    def _links(self, marks: dict[str, Annotation], links: list[Link], survivors: dict[str, str]) -> None:
        """Links follow the marks that stay; one that would be there twice goes, as one too many in its slot does."""
        moved = [(link, self._moved(marks, link, survivors)) for link in links]
        there = {_filling(link) for link, after in moved if after == link}
        filled: Counter[tuple[str, str]] = Counter((link.source, link.role) for link, after in moved if after == link)
        for link, after in moved:
            if after == link:
                continue
            if after is not None:
                most = self._most(marks, after)
                full = (
                    (after.source, after.role) != (link.source, link.role)
                    and most
                    and (filled[after.source, after.role] >= most)
                )
                if after.source == after.target.value or _filling(after) in there or full:
                    after = None
            if after is None:
                self.plan.lost_links += 1
            else:
                there.add(_filling(after))
                filled[after.source, after.role] += 1
                self.plan.links += 1
            self.changes.append(Change(link, after))

    def _most(self, marks: dict[str, Annotation], link: Link) -> int:
        slot = self._draft.codebook.kind(marks[link.source].kind).slot(link.role) if link.source in marks else None
        return slot.most if slot else 0

    def _moved(self, marks: dict[str, Annotation], link: Link, survivors: dict[str, str]) -> Link | None:
        after: Link | None = link
        for step in self._draft.steps:
            after = step.link(marks[link.source].kind, after) if after is not None and link.source in marks else after
        if after is None:
            return None
        source = survivors.get(after.source, after.source)
        target = replace(after.target, value=survivors.get(after.target.value, after.target.value))
        return (
            after if (source, target) == (after.source, after.target) else replace(after, source=source, target=target)
        )


def _filling(link: Link) -> tuple[str, str, str, str]:
    return (link.source, link.role, link.target.kind, link.target.value)
