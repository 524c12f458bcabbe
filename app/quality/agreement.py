"""How far two annotators agree on the same articles: on spans label by label, and on who fills the slots of frames.

Definitions. Two marks agree exactly when kind, label and fragments are the same, and overlap when kind and label are
the same and they share a code point; pairs are made one to one, the greatest overlap first. F1 takes neither annotator
for the truth: twice the pairs over the marks of both (for spans it stands in for kappa, since nobody can count the
spans that neither marked: Hripcsak and Rothschild 2005). Frames of one kind are matched when they overlap by at least
half (code points in both over those in either), whatever their label. On matched frames a slot that either fills is
agreed when each filler of one meets one of the other: marks share a code point, entries and words are the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from app.domain.annotation import ACCEPTED, ANNOTATION_END, Annotation, Link
from app.domain.codebook import CLAIM, QUOTE
from app.domain.span import Fragments

ADJUDICATED = "gold"
FRAMES = (QUOTE, CLAIM)
MATCHED = 0.5


@dataclass(frozen=True, slots=True)
class Work:
    """What one layer says of one article."""

    annotations: Sequence[Annotation]
    links: Sequence[Link]

    @property
    def accepted(self) -> list[Annotation]:
        return [each for each in self.annotations if each.state == ACCEPTED]


@dataclass(frozen=True, slots=True)
class Spans:
    """Marks of one kind and label: how many ``one`` and ``other`` have, and the pairs among them."""

    one: int = 0
    other: int = 0
    exact: int = 0
    overlapping: int = 0

    def figures(self) -> dict[str, Any]:
        """The counts, and F1 for each way of counting; None where neither has a mark."""
        return {
            "marks": [self.one, self.other],
            "exact": self.exact,
            "overlapping": self.overlapping,
            "f1_exact": _f1(self.exact, self.one + self.other),
            "f1_overlapping": _f1(self.overlapping, self.one + self.other),
        }


@dataclass(slots=True)
class Agreement:
    """Two layers over the articles that both have done. ``add`` takes one article after the other."""

    layers: tuple[str, str]
    articles: int = 0
    frames: Counter[str] = field(default_factory=Counter)
    _spans: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    _slots: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    _labels: dict[str, Counter[tuple[str, str]]] = field(default_factory=dict)

    def add(self, one: Work, other: Work) -> None:
        """Compare one article."""
        self.articles += 1
        ones, others = one.accepted, other.accepted
        for name in {(mark.kind, mark.label) for mark in (*ones, *others)}:
            mine, theirs = _named(ones, name), _named(others, name)
            counts = self._spans.setdefault(name, Counter())
            counts.update(one=len(mine), other=len(theirs))
            counts.update(exact=_same(mine, theirs), overlapping=len(list(pairs(mine, theirs))))
        self._count_labels(ones, others)
        for kind in FRAMES:
            self._count_slots(kind, (ones, one.links), (others, other.links))

    def spans(self, kind: str | None = None, label: str | None = None) -> Spans:
        """The counts of one label, of a kind, or of all."""
        found = (
            counts
            for (its_kind, its_label), counts in self._spans.items()
            if kind in (None, its_kind) and label in (None, its_label)
        )
        total: Counter[str] = Counter()
        for counts in found:
            total.update(counts)
        return Spans(total["one"], total["other"], total["exact"], total["overlapping"])

    def figures(self) -> dict[str, Any]:
        """Everything as JSON values, in a fixed order. Accuracies are None where no frame was matched."""
        kinds = sorted({kind for kind, _ in self._spans})
        return {
            "layers": list(self.layers),
            "articles": self.articles,
            "spans": {
                "all": self.spans().figures(),
                **{
                    kind: {
                        "all": self.spans(kind).figures(),
                        **{
                            label: self.spans(kind, label).figures()
                            for its_kind, label in sorted(self._spans)
                            if its_kind == kind
                        },
                    }
                    for kind in kinds
                },
            },
            "labels": {kind: _told(counts) for kind, counts in sorted(self._labels.items()) if counts},
            "frames": {
                kind: {"matched": self.frames[kind], "roles": self._roles(kind)} for kind in FRAMES if self.frames[kind]
            },
        }

    def _roles(self, kind: str) -> dict[str, Any]:
        return {
            role: {"filled": counts["filled"], "agreed": counts["agreed"], "accuracy": _share(counts)}
            for (its_kind, role), counts in sorted(self._slots.items())
            if its_kind == kind
        }

    def _count_labels(self, ones: Sequence[Annotation], others: Sequence[Annotation]) -> None:
        """The labels that both gave to the same fragments, where they differ."""
        places: dict[tuple[str, Fragments], set[str]] = {}
        for mark in others:
            places.setdefault((mark.kind, mark.fragments), set()).add(mark.label)
        for mark in ones:
            there = places.get((mark.kind, mark.fragments), set())
            if there and mark.label not in there:
                self._labels.setdefault(mark.kind, Counter()).update((mark.label, label) for label in there)

    def _count_slots(
        self,
        kind: str,
        one: tuple[Sequence[Annotation], Sequence[Link]],
        other: tuple[Sequence[Annotation], Sequence[Link]],
    ) -> None:
        mine, theirs = _Filled(*one), _Filled(*other)
        for here, there in pairs(mine.of_kind(kind), theirs.of_kind(kind), _jaccard, MATCHED):
            self.frames[kind] += 1
            for role in sorted(mine.roles(here) | theirs.roles(there)):
                agreed = _meet(mine.ends(here, role), theirs.ends(there, role))
                self._slots.setdefault((kind, role), Counter()).update(filled=1, agreed=agreed)


Measure = Callable[[Annotation, Annotation], float]


def shared(one: Annotation, other: Annotation) -> int:
    """How many code points both cover."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.fragments for b in other.fragments)


def pairs(
    ones: Sequence[Annotation], others: Sequence[Annotation], measure: Measure = shared, least: float = 1
) -> Iterator[tuple[Annotation, Annotation]]:
    """Marks that meet, one to one, those with the greatest ``measure`` first; none of less than ``least``."""
    near = sorted(
        ((measure(one, other), -at, -number) for at, number, one, other in _touching(ones, others)), reverse=True
    )
    taken: set[int] = set()
    told: set[int] = set()
    for common, at, number in near:
        if common >= least and at not in told and number not in taken:
            told.add(at)
            taken.add(number)
            yield ones[-at], others[-number]


def comparable(
    done: Mapping[str, Iterable[str]], adjudicated: str = ADJUDICATED
) -> Iterator[tuple[tuple[str, str], list[str]]]:
    """Pairs of layers with the articles that both have done, from the layers of each article. The adjudicated layer is
    made of the others and is compared with none."""
    common: dict[tuple[str, str], list[str]] = {}
    for article, layers in done.items():
        for pair in combinations(sorted(set(layers) - {adjudicated}), 2):
            common.setdefault(pair, []).append(article)
    yield from sorted(common.items())


class _Filled:
    """The slots of one layer's frames on one article."""

    def __init__(self, marks: Sequence[Annotation], links: Sequence[Link]) -> None:
        self._marks = {mark.id: mark for mark in marks}
        self._of: dict[str, dict[str, list[Link]]] = {}
        for link in links:
            stands = link.target.kind != ANNOTATION_END or link.target.value in self._marks
            if link.source in self._marks and stands:
                self._of.setdefault(link.source, {}).setdefault(link.role, []).append(link)

    def of_kind(self, kind: str) -> list[Annotation]:
        return [mark for mark in self._marks.values() if mark.kind == kind]

    def roles(self, frame: Annotation) -> set[str]:
        return set(self._of.get(frame.id, ()))

    def ends(self, frame: Annotation, role: str) -> list[Annotation | str]:
        """What fills the slot: marks, and entries and words by their names."""
        links = self._of.get(frame.id, {}).get(role, ())
        return [
            self._marks[link.target.value] if link.target.kind == ANNOTATION_END else link.target.value
            for link in links
        ]


def _meet(ones: Sequence[Annotation | str], others: Sequence[Annotation | str]) -> bool:
    def meets(end: Annotation | str, among: Sequence[Annotation | str]) -> bool:
        if isinstance(end, str):
            return end in among
        return any(isinstance(other, Annotation) and shared(end, other) for other in among)

    return bool(ones and others) and all(meets(end, others) for end in ones) and all(meets(end, ones) for end in others)


def _touching(
    ones: Sequence[Annotation], others: Sequence[Annotation]
) -> Iterator[tuple[int, int, Annotation, Annotation]]:
    """Every two marks whose extents meet; both are walked by their starts, so that far ones are never compared."""
    walk = sorted(enumerate(others), key=lambda each: each[1].start)
    first = 0
    longest = max((mark.end - mark.start for mark in others), default=0)
    for at, one in sorted(enumerate(ones), key=lambda each: each[1].start):
        while first < len(walk) and walk[first][1].start + longest <= one.start:
            first += 1
        for number, other in walk[first:]:
            if other.start >= one.end:
                break
            if other.end > one.start:
                yield at, number, one, other


def _named(marks: Iterable[Annotation], name: tuple[str, str]) -> list[Annotation]:
    return [mark for mark in marks if (mark.kind, mark.label) == name]


def _same(ones: Iterable[Annotation], others: Iterable[Annotation]) -> int:
    return (Counter(mark.fragments for mark in ones) & Counter(mark.fragments for mark in others)).total()


def _jaccard(one: Annotation, other: Annotation) -> float:
    common = shared(one, other)
    return common / (one.length + other.length - common)


def _told(counts: Counter[tuple[str, str]]) -> list[dict[str, Any]]:
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return [{"labels": list(labels), "count": count} for labels, count in ordered]


def _f1(common: int, both: int) -> float | None:
    return round(2 * common / both, 4) if both else None


def _share(counts: Counter[str]) -> float | None:
    return round(counts["agreed"] / counts["filled"], 4) if counts["filled"] else None
