"""What a change of the codebook makes of the marks that are there: small steps, each asked mark by mark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from app.domain.annotation import REJECTED, Annotation, Link, RegisterEntry
from app.domain.codebook import ENTITY


@dataclass(frozen=True, slots=True)
class Relabel:
    """Marks of one label get another: by their own id where it is named, else by the value of an attribute, else
    ``to``; None rejects them, and they are kept as rejected ones."""

    kind: str
    label: str
    to: str | None
    attribute: str | None = None
    by_value: Mapping[str, str] = field(default_factory=dict)
    by_mark: Mapping[str, str] = field(default_factory=dict)

    def touches(self) -> tuple[str, frozenset[str] | None]:
        return self.kind, frozenset([self.label])

    def mark(self, mark: Annotation) -> Annotation:
        if (mark.kind, mark.label) != (self.kind, self.label):
            return mark
        to = self.by_mark.get(mark.id, self.to)
        if self.attribute is not None and mark.id not in self.by_mark:
            to = self.by_value.get(str(mark.attributes.get(self.attribute)), to)
        if to is None:
            return mark if mark.state == REJECTED else replace(mark, state=REJECTED)
        return replace(mark, label=to) if to != mark.label else mark

    def link(self, kind: str, link: Link) -> Link | None:
        return link

    def entry(self, entry: RegisterEntry) -> RegisterEntry:
        if self.kind != ENTITY or entry.label != self.label or self.to is None or self.to == self.label:
            return entry
        return replace(entry, label=self.to)


@dataclass(frozen=True, slots=True)
class RenameAttribute:
    """What marks of a kind say under one name is said under another, or with ``to`` None no more."""

    kind: str
    attribute: str
    to: str | None

    def touches(self) -> tuple[str, frozenset[str] | None]:
        return self.kind, None

    def mark(self, mark: Annotation) -> Annotation:
        if mark.kind != self.kind or self.attribute not in mark.attributes:
            return mark
        left = {name: value for name, value in mark.attributes.items() if name != self.attribute}
        if self.to is not None:
            left[self.to] = mark.attributes[self.attribute]
        return replace(mark, attributes=left)

    def link(self, kind: str, link: Link) -> Link | None:
        return link

    def entry(self, entry: RegisterEntry) -> RegisterEntry:
        return entry


@dataclass(frozen=True, slots=True)
class RenameChoice:
    """One value of an attribute becomes another, or with ``to`` None is not said any more."""

    kind: str
    attribute: str
    choice: str
    to: str | None

    def touches(self) -> tuple[str, frozenset[str] | None]:
        return self.kind, None

    def mark(self, mark: Annotation) -> Annotation:
        said = mark.attributes.get(self.attribute)
        if mark.kind != self.kind:
            return mark
        if said == self.choice:
            return replace(mark, attributes={**mark.attributes, self.attribute: self.to})
        if isinstance(said, Mapping) and said.get("value") == self.choice:  # a verdict
            return replace(mark, attributes={**mark.attributes, self.attribute: {**said, "value": self.to}})
        return mark

    def link(self, kind: str, link: Link) -> Link | None:
        return link

    def entry(self, entry: RegisterEntry) -> RegisterEntry:
        return entry


@dataclass(frozen=True, slots=True)
class RenameSlot:
    """What fills one slot of a kind fills another, or with ``to`` None is let go."""

    kind: str
    slot: str
    to: str | None

    def touches(self) -> tuple[str, frozenset[str] | None]:
        return self.kind, None

    def mark(self, mark: Annotation) -> Annotation:
        return mark

    def link(self, kind: str, link: Link) -> Link | None:
        if kind != self.kind or link.role != self.slot:
            return link
        return None if self.to is None else replace(link, role=self.to)

    def entry(self, entry: RegisterEntry) -> RegisterEntry:
        return entry


Step = Relabel | RenameAttribute | RenameChoice | RenameSlot
