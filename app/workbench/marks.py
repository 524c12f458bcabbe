"""The marks of the open article in one layer, kept in memory beside the tables that hold them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter

from app.domain.annotation import REJECTED, Annotation, Link, Record
from app.domain.edit import Edit
from app.domain.span import Span

_order = attrgetter("order")
_BUCKET = 256  # code points; a stretch of this size is asked for its marks at once


class Marks:
    """Annotations and links of one article and layer, found by id, by order and by position.

    Positions are code points. Looking up the marks near a place costs the marks near that place, whatever the
    article's length.
    """

    def __init__(
        self,
        article: str,
        annotations: Iterable[Annotation] = (),
        links: Iterable[Link] = (),
        layer: str | None = None,
    ) -> None:
        self.article, self._layer = article, layer
        self._annotations: dict[str, Annotation] = {}
        self._links: dict[str, Link] = {}
        self._order: list[tuple[tuple[int, int, str, str], str]] = []
        self._buckets: dict[int, set[str]] = defaultdict(set)
        self._out: dict[str, set[str]] = defaultdict(set)
        self._into: dict[str, set[str]] = defaultdict(set)
        self._counts: Counter[tuple[str, str]] = Counter()
        for annotation in annotations:
            self._place(annotation)
            self._order.append((annotation.order, annotation.id))
        self._order.sort()
        for link in links:
            self._tie(link)

    def are(self, annotations: Iterable[Annotation], links: Iterable[Link]) -> bool:
        """Whether these are the marks and links, and all of them."""
        return self._annotations == {each.id: each for each in annotations} and self._links == {
            each.id: each for each in links
        }

    def __len__(self) -> int:
        return len(self._annotations)

    def __iter__(self) -> Iterator[Annotation]:
        """Every annotation in the dataset's order."""
        return (self._annotations[key] for _, key in self._order)

    def count(self, *states: str, kind: str | None = None) -> int:
        """How many annotations are in one of the states; of one kind or of all."""
        return sum(
            number for (its_kind, state), number in self._counts.items() if state in states and kind in (None, its_kind)
        )

    def get(self, annotation: str | None) -> Annotation | None:
        return self._annotations.get(annotation) if annotation else None

    def links(self) -> Iterator[Link]:
        return iter(self._links.values())

    def links_from(self, annotation: str, role: str | None = None) -> list[Link]:
        """The links that fill the slots of ``annotation``, of one role or of all, in the order of their making."""
        found = sorted(self._out.get(annotation, ()))
        return [self._links[key] for key in found if role is None or self._links[key].role == role]

    def links_to(self, annotation: str) -> list[Link]:
        """The links whose slot ``annotation`` fills."""
        return [self._links[key] for key in sorted(self._into.get(annotation, ()))]

    def meeting(self, span: Span) -> list[Annotation]:
        """Annotations whose extent shares a code point with ``span``, in order."""
        found: set[str] = set()
        for bucket in range(span.start // _BUCKET, max(span.end - 1, span.start) // _BUCKET + 1):
            found |= self._buckets.get(bucket, set())
        start, end, near = span.start, span.end, map(self._annotations.__getitem__, found)
        return sorted([each for each in near if each.start < end and start < each.end], key=_order)

    def at(self, position: int) -> list[Annotation]:
        """Annotations that cover ``position``, innermost first, then those that end there (a caret behind a word)."""
        near = self.meeting(Span(max(position - 1, 0), position + 1))
        over = [each for each in near if each.covers(position)]
        behind = [each for each in near if each.end == position and each not in over]
        return sorted(over, key=lambda each: (each.length, each.id)) + sorted(
            behind, key=lambda each: (each.length, each.id)
        )

    def same(self, kind: str, label: str, fragments: tuple[Span, ...]) -> Annotation | None:
        """The live annotation of that kind and label on just these fragments, if there is one."""
        for each in self.meeting(Span(fragments[0].start, fragments[-1].end)):
            if (each.kind, each.label, each.fragments) == (kind, label, fragments) and each.state != REJECTED:
                return each
        return None

    def beyond(self, order: tuple[int, int, str, str], step: int, states: Collection[str]) -> Annotation | None:
        """The nearest annotation in one of the states after ``order`` (``step`` 1) or before it (-1), going round at
        the article's ends; None when there is none at all."""
        behind = bisect_right(self._order, order, key=lambda each: each[0])
        first = behind if step > 0 else bisect_left(self._order, order, key=lambda each: each[0]) - 1
        for distance in range(len(self._order)):
            each = self._annotations[self._order[(first + step * distance) % len(self._order)][1]]
            if each.state in states:
                return each
        return None

    def fit(self, edit: Edit) -> bool:
        """Whether the edit starts from these marks, as every edit does unless another window is at work too."""
        return all(
            self._known(change.record.id) == change.before
            for change in edit.changes
            if self._mine(change.before) or self._mine(change.after)
        )

    def apply(self, edit: Edit) -> None:
        """Follow an edit that the store has written; changes of other articles do not concern these marks."""
        for change in edit.changes:
            if self._mine(change.before):
                self._remove(change.before)
            if self._mine(change.after):
                self._add(change.after)

    def _known(self, key: str) -> Annotation | Link | None:
        return self._annotations.get(key) or self._links.get(key)

    def _mine(self, record: Record | None) -> bool:
        """Whether it is of this article; another layer's links move too when entries of the register are merged."""
        if not isinstance(record, (Annotation, Link)) or record.article != self.article:
            return False
        return self._layer is None or record.layer == self._layer

    def _add(self, record: Record | None) -> None:
        if isinstance(record, Annotation):
            self._place(record)
            insort(self._order, (record.order, record.id))
        elif isinstance(record, Link):
            self._tie(record)

    def _remove(self, record: Record | None) -> None:
        if isinstance(record, Annotation):
            known = self._annotations.pop(record.id)
            self._counts[known.kind, known.state] -= 1
            at = bisect_left(self._order, (known.order, known.id))
            del self._order[at]
            for bucket in _buckets(known):
                self._buckets[bucket].discard(known.id)
        elif isinstance(record, Link):
            known_link = self._links.pop(record.id)
            self._out[known_link.source].discard(known_link.id)
            self._into[known_link.target.value].discard(known_link.id)

    def _place(self, annotation: Annotation) -> None:
        self._annotations[annotation.id] = annotation
        self._counts[annotation.kind, annotation.state] += 1
        for bucket in _buckets(annotation):
            self._buckets[bucket].add(annotation.id)

    def _tie(self, link: Link) -> None:
        self._links[link.id] = link
        self._out[link.source].add(link.id)
        self._into[link.target.value].add(link.id)


def _buckets(annotation: Annotation) -> range:
    return range(annotation.start // _BUCKET, (annotation.end - 1) // _BUCKET + 1)
