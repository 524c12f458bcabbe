"""How the cost of a thing grows with the size of what it is done to, told from its measures at several sizes."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tests.benchmarks.timing import AWAITED, BARE, BYTES, SECONDS, WHOLE, Measure

_LEAST = 1e-9  # of which there is a logarithm: nothing at all may have been held
AXES = ("characters", "marks", "articles")

# From which exponent on a thing is said to grow, and how long it has to take before anybody could notice. An exponent
# of 0.15 is a factor of 2 from the hundredth part to the whole.
_MOST = {AWAITED: 0.15, WHOLE: 1.15}
_NOTICED = {SECONDS: 0.004, BYTES: 32 << 20}


@dataclass(frozen=True, slots=True)
class Growth:
    """``points`` are sizes along ``axis``, each with the cost of one: seconds (or bytes) of an act that is awaited, and
    by article of whole work. ``exponent`` is that of the power of the size by which the whole cost grows: 0 does not
    grow, 1 grows as the size does. ``limit`` is the same of the bare limit, None without one."""

    part: str
    what: str
    axis: str
    fixed: dict[str, int]
    points: tuple[tuple[int, float], ...]
    unit: str
    kind: str
    exponent: float
    limit: float | None = None

    @property
    def flagged(self) -> bool:
        """Whether it grows more than it may, clearly more than its bare limit, and so that it could be noticed."""
        beyond = self.exponent - max(_MOST[self.kind], (self.limit or 0.0) + 0.1)
        return beyond > 0 and (self.kind == WHOLE or self.points[-1][1] > _NOTICED[self.unit])


def exponent_of(points: Iterable[tuple[int, float]]) -> float:
    """The slope of cost over size, both as logarithms, by least squares."""
    logs = [(math.log(size), math.log(max(cost, _LEAST))) for size, cost in points]
    across = sum(size for size, _ in logs) / len(logs)
    up = sum(cost for _, cost in logs) / len(logs)
    spread = sum((size - across) ** 2 for size, _ in logs)
    return sum((size - across) * (cost - up) for size, cost in logs) / spread


def growths(measures: list[Measure]) -> list[Growth]:
    """A line for each thing that was measured at several sizes which differ along one axis alone."""
    found = []
    for (part, what, axis, fixed), some in _alike(measures).items():
        first = some[0]
        if first.kind == BARE:
            continue
        limits = {each.size[axis]: each for each in measures if _is_limit(each, first, axis, dict(fixed))}
        costs = [(each.size[axis], each.median) for each in some]
        shown = tuple((each.size[axis], each.median / each.each) for each in some)
        limit = exponent_of((size, each.median) for size, each in limits.items()) if len(limits) > 1 else None
        exponent = exponent_of(costs)
        if first.unit == BYTES and first.kind == WHOLE:  # told by article or mark already
            exponent += 1
        found.append(Growth(part, what, axis, dict(fixed), shown, first.unit, first.kind, exponent, limit))
        held = tuple((each.size[axis], float(each.memory)) for each in some if each.memory is not None)
        if len(held) == len(some):
            name = f"{what}: memory"
            found.append(Growth(part, name, axis, dict(fixed), held, BYTES, AWAITED, exponent_of(held)))
    return found


def _is_limit(each: Measure, of: Measure, axis: str, fixed: dict[str, int]) -> bool:
    same = each.part == of.part and each.what == of.bare
    return same and axis in each.size and all(each.size.get(name) == value for name, value in fixed.items())


_Alike = tuple[str, str, str, tuple[tuple[str, int], ...]]


def _alike(measures: Iterable[Measure]) -> dict[_Alike, list[Measure]]:
    found: dict[_Alike, list[Measure]] = defaultdict(list)
    for each in measures:
        for axis in AXES:
            if axis in each.size:
                fixed = tuple(sorted((name, value) for name, value in each.size.items() if name != axis))
                found[each.part, each.what, axis, fixed].append(each)
    kept = {key: sorted(some, key=lambda each: each.size[key[2]]) for key, some in found.items()}
    return {key: some for key, some in kept.items() if len({each.size[key[2]] for each in some}) > 1}
