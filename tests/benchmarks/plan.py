"""What is measured, step by step. Each step runs in a process of its own and gives its measures back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from app.exchange.formats import FORMATS
from tests.benchmarks.away import JOBS

PARTS = ("start", "latency", "waiting", "bulk", "size")

FEWEST = 100  # articles of a corpus in which every query finds something

# Characters and marks of the articles that are worked in. Some differ in their length alone, some in their marks alone.
_PAGES = (
    (2_000, 100),
    (20_000, 100),
    (20_000, 1_000),
    (100_000, 100),
    (100_000, 1_000),
    (100_000, 5_000),
    (1_000_000, 100),
    (1_000_000, 5_000),
    (1_000_000, 50_000),
)
_WEIGHED = ((100_000, 100), (100_000, 5_000), (1_000_000, 100), (1_000_000, 50_000))
_QUICK_PAGES = ((2_000, 100), (100_000, 100), (100_000, 5_000))
_BULK = (
    "import_texts",
    "import_plain",
    "import_marks",
    "search_index",
    "near_duplicates",
    "check",
    "statistics",
    "merge",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """How much shall be measured. ``articles`` is the largest corpus; each smaller one has a tenth of the next."""

    articles: int = 10_000
    quick: bool = False
    only: tuple[str, ...] = ()

    @property
    def corpora(self) -> list[int]:
        """The sizes of the corpora, two or three so that growth is seen."""
        sizes = [self.articles // 100, self.articles // 10, self.articles][1 if self.quick else 0 :]
        return [size for size in sizes if size >= FEWEST or size == self.articles]


@dataclass(frozen=True, slots=True)
class Step:
    """One function of one module, with what it is told. ``family`` is the same for steps that differ in size alone."""

    part: str
    module: str
    function: str
    told: dict[str, Any] = field(default_factory=dict)

    @property
    def family(self) -> str:
        return " ".join([self.part, self.function, *(str(self.told[name]) for name in ("form",) if name in self.told)])

    @property
    def name(self) -> str:
        sizes = [f"{value:,}" for key, value in self.told.items() if key in ("count", "characters", "marks")]
        which = [self.told.get("name"), "one paragraph" if self.told.get("one_paragraph") else None]
        return " ".join([self.family, *filter(None, which), *sizes])

    @property
    def count(self) -> int:
        """Of how many articles the work is; 0 for a step of another kind."""
        return int(self.told.get("count", 0))


def steps(asked: Asked) -> Iterator[Step]:
    """Everything that is asked for, in the order in which it is done: what others need is there before them."""
    for each in _all(asked):
        if not asked.only or any(word in each.name or word == each.part for word in asked.only):
            yield each


def _all(asked: Asked) -> Iterator[Step]:
    rounds, seconds = (30, 8) if asked.quick else (200, 60)
    largest = asked.corpora[-1]
    yield from _starts(asked, largest)
    for characters, marks in _QUICK_PAGES if asked.quick else _PAGES:
        yield _latency(characters, marks, rounds=rounds, seconds=seconds)
    if not asked.quick:
        yield _latency(100_000, 5_000, one_paragraph=True, rounds=rounds, seconds=seconds)
        yield _latency(0, 0, rounds=rounds, seconds=seconds)
    for count in asked.corpora:
        yield from _of_corpus(asked, count)


def _starts(asked: Asked, largest: int) -> Iterator[Step]:
    rounds = 3 if asked.quick else 10
    for name in ("empty",) if asked.quick else ("empty", "sample"):
        yield Step("start", "starting", "project", {"name": name, "rounds": rounds})
    yield Step("start", "starting", "project", {"name": "corpus", "count": largest, "rounds": rounds})
    if not asked.quick:
        for characters, marks in _WEIGHED:
            yield Step("start", "starting", "article", {"characters": characters, "marks": marks})


def _latency(characters: int, marks: int, **told: Any) -> Step:
    return Step("latency", "latency", "article", {"characters": characters, "marks": marks, **told})


def _of_corpus(asked: Asked, count: int) -> Iterator[Step]:
    rounds = 3 if count <= 1_000 else 1
    for name in _BULK:
        yield Step("bulk", "bulk", name, {"count": count, "rounds": rounds})
    forms = [form.name for form in FORMATS if form.can_write]
    for form in forms[:1] if asked.quick else forms:
        yield Step("bulk", "bulk", "export_as", {"count": count, "form": form, "rounds": rounds})
    yield Step("bulk", "bulk", "window_while_importing", {"count": count})
    for name in ("project", "search", "search_in_window"):
        yield Step("waiting", "waiting", name, {"count": count})
    for name in JOBS if count in asked.corpora[-2:] else ():
        yield Step("waiting", "away", "job", {"name": name, "count": count, "rounds": 3 if count <= 1_000 else 2})
    yield Step("size", "sizes", "project", {"count": count})
    if count == asked.corpora[-1]:
        yield Step("size", "sizes", "installed")
