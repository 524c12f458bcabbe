"""What was measured, as plain values: how long a thing took again and again, beside the bare limit of the same run."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from statistics import median
from typing import Any

SECONDS, BYTES = "s", "B"

# How what is measured may grow. What is AWAITED by an analyst may not grow at all; WHOLE work grows as its articles or
# letters do, no faster; of what is BARE nothing is asked.
AWAITED, WHOLE, BARE = "awaited", "whole", "bare"


@dataclass(slots=True)
class Sample:
    """Seconds that one thing took, again and again; ``cpu`` are those in which this process really ran, and those that
    it started and that have ended."""

    name: str
    seconds: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    @contextmanager
    def timed(self) -> Iterator[None]:
        start, run = time.perf_counter(), _run()
        yield
        self.add(time.perf_counter() - start, _run() - run)

    def add(self, seconds: float, cpu: float) -> None:
        self.seconds.append(seconds)
        self.cpu.append(cpu)

    def clear(self) -> None:
        self.seconds.clear()
        self.cpu.clear()

    def at(self, share: float) -> float:
        """The value that ``share`` of all do not exceed (the nearest one that was measured)."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]

    @property
    def median_cpu(self) -> float | None:
        """None where it is not known of each time."""
        return median(self.cpu) if len(self.cpu) == len(self.seconds) else None

    @property
    def median(self) -> float:
        return median(self.seconds)


def _run() -> float:
    children = os.times()
    return time.process_time() + children.children_user + children.children_system


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the table. ``size`` says how large the case was (articles, characters, marks), which is what growth
    is told by; ``each`` is of how many articles the work was; ``ratio`` is the median, and ``ratio_p99`` the 99th of a
    hundred, by those of ``bare``, which was measured in the same run. ``cpu`` is the median of the seconds in which the
    process really ran, which other programs disturb less, and ``ratio_cpu`` its ratio. ``memory`` is bytes at most,
    beyond those before.
    """

    part: str
    case: str
    what: str
    median: float
    p95: float
    p99: float
    worst: float
    times: int = 1
    unit: str = SECONDS
    kind: str = AWAITED
    each: int = 1
    bare: str | None = None
    ratio: float | None = None
    ratio_p99: float | None = None
    cpu: float | None = None
    ratio_cpu: float | None = None
    memory: int | None = None
    size: dict[str, int] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it the same measure in another run."""
        return self.part, self.case, self.what

    def as_record(self) -> dict[str, Any]:
        return asdict(self)


def measure_of(record: dict[str, Any]) -> Measure:
    """The measure of a record of a file; keys that a later version may have added are passed over."""
    return Measure(**{name: value for name, value in record.items() if name in Measure.__dataclass_fields__})


class Measures:
    """Collects what is measured of one case."""

    def __init__(self, part: str, case: str, **size: int) -> None:
        self.part, self.case, self.size = part, case, size
        self.all: list[Measure] = []

    def take(
        self,
        sample: Sample,
        bare: Sample | None = None,
        *,
        kind: str = AWAITED,
        each: int = 1,
        memory: int | None = None,
    ) -> None:
        """A sample, beside the bare limit that it belongs to."""
        values = {"median": sample.median, "p95": sample.at(0.95), "p99": sample.at(0.99), "worst": max(sample.seconds)}
        beside: dict[str, Any] = {}
        if bare is not None:
            ratios = {"ratio": sample.median / bare.median, "ratio_p99": sample.at(0.99) / bare.at(0.99)}
            beside = {"bare": bare.name, **ratios}
            if sample.median_cpu is not None and bare.median_cpu:
                beside["ratio_cpu"] = sample.median_cpu / bare.median_cpu
        more = {"times": len(sample.seconds), "kind": kind, "each": each, "cpu": sample.median_cpu, "memory": memory}
        self._add(sample.name, **values, **more, **beside)

    def take_bytes(
        self, what: str, value: float, bare: tuple[str, float] | None = None, *, kind: str = WHOLE, each: int = 1
    ) -> None:
        """A size in bytes, beside that of something bare."""
        beside = {} if bare is None else {"bare": bare[0], "ratio": value / bare[1]}
        values = dict.fromkeys(("median", "p95", "p99", "worst"), float(value))
        self._add(what, **values, unit=BYTES, kind=kind, each=each, **beside)

    def _add(self, what: str, **values: Any) -> None:
        self.all.append(Measure(self.part, self.case, what, size=dict(self.size), **values))
