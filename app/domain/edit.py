"""Undo is data: an edit is what was before and what is after, and its inverse swaps the two."""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.annotation import Annotation, CodebookVersion, Record, RegisterEntry
from app.domain.article import Details
from app.domain.card import Card
from app.domain.span import Span
from app.domain.values import frozen

_OF_NO_ARTICLE = (RegisterEntry, CodebookVersion)


@frozen
class Change:
    """One record before and after; None before is a making, None after an erasing. Both ends are of one type and id."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """Whichever end there is, the later one first."""
        if self.after is not None:
            return self.after
        assert self.before is not None, "a change has at least one end"
        return self.before


@frozen
class Edit:
    """One undoable act of the analyst. ``title`` is an English phrase marked with ``N_``, shown by undo and history."""

    title: str
    changes: tuple[Change, ...]

    def inverse(self) -> Edit:
        """The edit that takes this one back."""
        return Edit(self.title, tuple(Change(c.after, c.before) for c in reversed(self.changes)))

    def articles(self, layer: str | None = None) -> frozenset[str]:
        """Ids of the articles this edit touches; of those where it touches ``layer``, when one is given. An article's
        details belong to no layer."""
        records = (change.record for change in self.changes)
        return frozenset(
            record.article
            for record in records
            if not isinstance(record, _OF_NO_ARTICLE)
            and (layer is None or (not isinstance(record, Details | Card) and layer == record.layer))
        )

    def spans(self, article: str) -> Iterator[Span]:
        """The stretches in ``article`` that look different afterwards: fragments, and not what lies between them."""
        for change in self.changes:
            for record in (change.before, change.after):
                if isinstance(record, Annotation) and record.article == article:
                    yield from record.fragments


def making(title: str, *records: Record) -> Edit:
    """An edit that only makes records."""
    return Edit(title, tuple(Change(None, record) for record in records))
