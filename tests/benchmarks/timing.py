"""What was measured, as figures: median and 99th of a hundred, and their ratio to the bare limit of the same run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(slots=True)
class Sample:
    """Seconds that one thing took, again and again."""

    name: str
    seconds: list[float] = field(default_factory=list)

    @contextmanager
    def timed(self) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self.seconds.append(time.perf_counter() - start)

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def p99(self) -> float:
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]


class Table:
    """Lines of figures, printed when the run is over."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def head(self, title: str) -> None:
        self.lines += ["", title, f"  {'':36}{'median':>10}{'p99':>10}{'median':>10}{'p99':>9}"]

    def row(self, sample: Sample, bare: Sample | None = None) -> None:
        """Milliseconds, and how many times the bare limit they are."""
        line = f"  {sample.name:36}{sample.median * 1e3:>7.2f} ms{sample.p99 * 1e3:>7.2f} ms"
        if bare is not None:
            line += f"{sample.median / bare.median:>9.1f}x{sample.p99 / bare.p99:>8.1f}x"
        self.lines.append(line)

    def say(self, line: str) -> None:
        self.lines.append(f"  {line}")
