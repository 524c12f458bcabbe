"""A run in words: tables of what was measured, how it grows, and what has changed since another run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from tests.benchmarks.budgets import Budget
from tests.benchmarks.comparing import Change
from tests.benchmarks.growth import Growth
from tests.benchmarks.timing import BYTES, WHOLE, Measure

_TITLES = {
    "start": "Start: from the start of the process, and memory",
    "latency": "Latency: from the key to the committed, painted window",
    "waiting": "Waiting: what an analyst waits for in a project",
    "bulk": "Bulk: work on a whole corpus",
    "size": "Size: bytes on disk",
}
_WIDTH = 42


def table(measures: Iterable[Measure]) -> Iterator[str]:
    """What was measured, a line each, case by case."""
    for (part, case), some in groupby(measures, lambda each: (each.part, each.case)):
        bulk = part == "bulk"
        yield ""
        yield f"{_TITLES.get(part, part)}: {case}"
        heads = ("median", "p95", "p99", "worst", "x bare", "p99 x", "cpu x", *(("a second", "memory") if bulk else ()))
        yield " " * _WIDTH + "".join(f"{head:>11}" for head in heads)
        for each in some:
            yield (f"  {each.what:{_WIDTH - 2}}" + "".join(f"{cell:>11}" for cell in _cells(each, bulk))).rstrip()


def _cells(each: Measure, bulk: bool) -> list[str]:
    if each.unit == BYTES:
        return [in_bytes(each.median), "", "", "", _times(each.ratio)]
    several = each.times > 1
    cells = [in_seconds(each.median), *(in_seconds(v) if several else "" for v in (each.p95, each.p99, each.worst))]
    cells += [_times(each.ratio), _times(each.ratio_p99 if several else None), _times(each.ratio_cpu)]
    if bulk:
        cells += [f"{each.each / each.median:,.0f}" if each.each > 1 else ""]
        cells += ["" if each.memory is None else f"+{in_bytes(each.memory)}"]
    return cells


def growth_table(found: Iterable[Growth]) -> Iterator[str]:
    """How each thing grows, and which of them should not."""
    some = sorted(found, key=lambda each: (each.axis, each.part))
    for (axis, part), lines in groupby(some, lambda each: (each.axis, each.part)):
        yield ""
        yield f"How it grows with {axis}: {part} (0 does not grow, 1 grows as they do; ! grows more than it may)"
        for each in lines:
            fixed = ", ".join(f"{value:,} {name}" for name, value in each.fixed.items())
            cost = in_bytes if each.unit == BYTES else in_seconds
            costs = "  ".join(f"{size:,}: {cost(value)}" for size, value in each.points)
            limit = "" if each.limit is None else f" (bare {each.limit:.2f})"
            sign = "!" if each.flagged else " "
            one = "for one" if each.kind == WHOLE and axis == "articles" else ""
            what = ", ".join(filter(None, (each.what, fixed, one)))
            yield f" {sign}{what:{_WIDTH + 16}}{each.exponent:>6.2f}{limit:14}  {costs}"


def budget_table(found: Iterable[Budget]) -> Iterator[str]:
    for number, each in enumerate(found):
        if not number:
            yield ""
            yield "Budgets, each of the largest case in this run"
        show = in_seconds if each.timed else _times
        sign = "kept" if each.kept else "NOT KEPT"
        of = f"{each.of.what}, {each.of.case}"
        yield f"  {each.name:{_WIDTH}}{show(each.value):>10}  of {show(each.goal):>9}  {sign:9}  {of}"


def change_table(found: list[Change], one_machine: bool) -> Iterator[str]:
    """What is better and what is worse, the best first; a factor below 1 is better."""
    told = [each for each in found if each.changed]
    yield ""
    yield f"Changed by more than the noise: {len(told)} of {len(found)} (now by then; below 1 is better)"
    if not one_machine:
        yield "  The other run is of another machine: what has no bare limit (marked ?) says nothing."
    for each in sorted(told, key=lambda each: each.factor):
        cost = _times if each.by_ratio else in_bytes if each.measure.unit == BYTES else in_seconds
        sign = " " if each.by_ratio or one_machine else "?"
        what = f"{each.measure.part}, {each.measure.case}: {each.measure.what}"
        yield f" {sign}{what:{_WIDTH + 34}}{each.factor:>7.2f}   {cost(each.then):>10} -> {cost(each.now)}"


def head(run: dict[str, Any]) -> Iterator[str]:
    machine, versions = run["machine"], run["versions"]
    yield f"Tawsim at {run['commit'] or 'an unknown commit'}, {run['made']}, shown {run['asked']['shown']}"
    yield f"{machine['processor']}, {machine['cores']} cores, {machine['system']}, load {machine['load_before']}"
    yield ", ".join(f"{name} {version}" for name, version in versions.items())


def in_seconds(value: float) -> str:
    if value >= 10:
        return f"{value:,.1f} s"
    if value >= 1:
        return f"{value:.2f} s"
    return f"{value * 1e3:.2f} ms" if value >= 1e-3 else f"{value * 1e6:.0f} us"


def in_bytes(value: float) -> str:
    for unit, size in (("GiB", 2**30), ("MiB", 2**20), ("KiB", 2**10)):
        if value >= size:
            return f"{value / size:.1f} {unit}"
    return f"{value:.0f} B"


def _times(ratio: float | None) -> str:
    return "" if ratio is None else f"{ratio:.2f}x"
