"""How good proposed quotes are beside gold ones: content, cue and speaker.

Definitions. The overlap of two contents is the number of code points in both over the number in either (Jaccard). A
proposal finds a gold quote when they overlap by at least 0.8, or, counted exactly, when their fragments are the same.
Pairs are made one to one, the greatest overlap first. Precision is the share of proposals that find a gold quote,
recall the share of gold quotes that are found, F1 their harmonic mean. A pair counts under the type of the gold quote,
a proposal that finds nothing under its own; whether the pair's types agree is an accuracy of its own. So are cue and
speaker, over the pairs that overlap: whoever finds the content has to name its cue (one of the gold cues, exactly, or
none where gold has none) and its speaker (words that meet those of gold and begin or end with them, since a title may
be told from a name in either way, or none where gold has none).

Two counts, exact and overlapping, are the custom for spans whose edges people draw differently: SemEval-2013 Task 9
(Segura-Bedmar et al. 2013) and, for attribution in news, Pareti (PARC 3.0, 2016) and Newell et al. (PolNeAR, 2018).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.domain.span import Fragments, Span

OVERLAP = 0.8
ALL = "all"
_SUMS = ("gold", "proposed", "exact", "found", "type", "cue", "speaker")


@dataclass(frozen=True, slots=True)
class Told:
    """One quote as it is compared. ``speakers`` are the words that name who says it; none where nobody is named."""

    content: Fragments
    type: str
    cues: tuple[Span, ...] = ()
    speakers: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one type, or of all: quotes in ``gold``, those ``proposed``, pairs that are ``exact``, pairs ``found``
    by overlap, and how many of those agree in ``type``, ``cue`` and ``speaker``."""

    gold: int = 0
    proposed: int = 0
    exact: int = 0
    found: int = 0
    type: int = 0
    cue: int = 0
    speaker: int = 0

    def figures(self) -> dict[str, Any]:
        """The counts with what follows from them; None where there is nothing to divide by."""
        return {
            "gold": self.gold,
            "proposed": self.proposed,
            "overlap": _rates(self.found, self.proposed, self.gold),
            "exact": _rates(self.exact, self.proposed, self.gold),
            "type": _share(self.type, self.found),
            "cue": _share(self.cue, self.found),
            "speaker": _share(self.speaker, self.found),
        }


@dataclass(slots=True)
class Scores:
    """Sums over articles, by type. ``add`` takes one article after the other."""

    _counts: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, gold: Sequence[Told], proposed: Sequence[Told]) -> None:
        """Compare the quotes of one article."""
        for quote in gold:
            self._count(quote.type, "gold")
        found = list(pairs(gold, proposed))
        exact = list(pairs(gold, proposed, 1.0))
        for one, other in found:
            self._count(one.type, "proposed", "found", *_agreements(one, other))
        for one, _ in exact:
            self._count(one.type, "exact")
        matched = {id(other) for _, other in found}
        for quote in proposed:
            if id(quote) not in matched:
                self._count(quote.type, "proposed")

    def merge(self, other: Scores) -> None:
        """Take over the counts of another sum."""
        for name, counts in other._counts.items():
            self._counts.setdefault(name, Counter()).update(counts)

    def score(self, name: str = ALL) -> Score:
        """The counts of one type, or of all."""
        found = sum(self._counts.values(), Counter()) if name == ALL else self._counts.get(name, Counter())
        return Score(**{key: found[key] for key in _SUMS})

    def by_type(self, order: Iterable[str] = ()) -> Mapping[str, Score]:
        """Every type's counts, those of ``order`` first, and ``all``."""
        names = [name for name in order if name in self._counts]
        names += sorted(self._counts.keys() - set(names))
        return {name: self.score(name) for name in (*names, ALL)}

    def _count(self, name: str, *what: str) -> None:
        self._counts.setdefault(name, Counter()).update(what)


def pairs(gold: Sequence[Told], proposed: Sequence[Told], least: float = OVERLAP) -> Iterator[tuple[Told, Told]]:
    """Gold quotes with the proposals that find them, one to one, the greatest overlap first."""
    near = [
        (overlap(one.content, other.content), -at, -number)
        for at, one in enumerate(gold)
        for number, other in enumerate(proposed)
        if one.content[0].start < other.content[-1].end and other.content[0].start < one.content[-1].end
    ]
    taken: set[int] = set()
    told: set[int] = set()
    for common, at, number in sorted(near, reverse=True):
        if common >= least and at not in told and number not in taken:
            told.add(at)
            taken.add(number)
            yield gold[-at], proposed[-number]


def overlap(one: Fragments, other: Fragments) -> float:
    """Code points in both over code points in either: 0 to 1."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return common / (sum(map(len, one)) + sum(map(len, other)) - common)


def _agreements(gold: Told, proposed: Told) -> Iterator[str]:
    if gold.type == proposed.type:
        yield "type"
    if _agree(gold.cues, proposed.cues, lambda a, b: a == b):
        yield "cue"
    if _agree(gold.speakers, proposed.speakers, _same_words):
        yield "speaker"


def _agree(gold: Sequence[Span], proposed: Sequence[Span], same: Callable[[Span, Span], bool]) -> bool:
    if not gold or not proposed:
        return not gold and not proposed
    return any(same(one, other) for one in gold for other in proposed)


def _same_words(one: Span, other: Span) -> bool:
    return one.meets(other) and (one.start == other.start or one.end == other.end)


def _rates(right: int, proposed: int, gold: int) -> dict[str, float | None]:
    return {
        "precision": _share(right, proposed),
        "recall": _share(right, gold),
        "f1": _share(2 * right, proposed + gold),
    }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 4) if whole else None
