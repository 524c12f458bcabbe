"""The budgets of the design, and whether a run keeps them. Each is of the largest case that the run has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tests.benchmarks.timing import AWAITED, BARE, Measure

FRAME = 1 / 60  # seconds
_PAGE = {"characters": 100_000, "marks": 5_000}


@dataclass(frozen=True, slots=True)
class Budget:
    """``value`` of the measure that is farthest from the goal, in seconds when ``timed``, else a ratio to the limit."""

    name: str
    goal: float
    value: float
    of: Measure
    timed: bool

    @property
    def kept(self) -> bool:
        return self.value <= self.goal


def budgets(measures: Iterable[Measure]) -> list[Budget]:
    """Those budgets for which the run has measures."""
    some = [each for each in measures if each.kind != BARE]
    found = (
        _worst("key to committed to painted, p99", FRAME, some, _is_key, lambda each: each.p99, timed=True),
        _worst("the same of F, find and A", FRAME, some, _looks_through, lambda each: each.p99, timed=True),
        _worst("start to a painted window", 1.5, some, _is("start", "window painted"), _ratio),
        _worst("memory of the window", 1.5, some, _is("start", "memory of the window"), _ratio),
        _worst("import of JSONL with marks", 2.5, some, _is("bulk", "import JSONL with marks"), _ratio),
        _worst("export to JSONL", 2.0, some, _is("bulk", "export tawsim"), _ratio),
        _worst("first page of a search", 0.05, some, _is_search, lambda each: each.median, timed=True),
        _worst("the window away while a job runs", 0.05, some, _is_away, lambda each: each.worst, timed=True),
    )
    return [each for each in found if each is not None]


def _worst(
    name: str,
    goal: float,
    measures: list[Measure],
    wanted: Callable[[Measure], bool],
    value: Callable[[Measure], float],
    *,
    timed: bool = False,
) -> Budget | None:
    """Of the measures that are wanted, in the largest corpus among them, the farthest from the goal."""
    some = [each for each in measures if wanted(each)]
    largest = max((each.size.get("articles", 0) for each in some), default=0)
    some = [each for each in some if each.size.get("articles", 0) == largest]
    if not some:
        return None
    farthest = max(some, key=value)
    return Budget(name, goal, value(farthest), farthest, timed)


def _ratio(measure: Measure) -> float:
    return measure.ratio or 0.0


def _is(part: str, what: str) -> Callable[[Measure], bool]:
    return lambda each: (each.part, each.what) == (part, what) and "articles" in each.size


def _is_key(measure: Measure) -> bool:
    """A key or the wheel in the page that the budget is about; not what goes on between the keys."""
    return _in_page(measure) and not _looks_through(measure)


def _looks_through(measure: Measure) -> bool:
    """A key that looks at all that is in view, or through the article."""
    return _in_page(measure) and measure.what.startswith(("F, ", "find, ", "A, "))


def _in_page(measure: Measure) -> bool:
    return measure.part == "latency" and measure.size == _PAGE and measure.kind == AWAITED and measure.ratio is not None


def _is_away(measure: Measure) -> bool:
    return measure.part == "waiting" and measure.what.startswith("the window away")


def _is_search(measure: Measure) -> bool:
    return measure.part == "waiting" and measure.what.startswith("search, ")
