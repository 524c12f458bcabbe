"""Two runs beside each other. What is compared are ratios to the bare limit, each measured in its own run, so that two
days and two machines can be compared; where there is no limit, seconds and bytes as they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tests.benchmarks.timing import BARE, BYTES, Measure

CHANGED = 0.15  # from which difference on a change is told as one; less is the noise of a quiet machine


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one measure. ``factor`` is ``now`` by ``then``: below 1 is better. ``by_ratio`` says that both are
    ratios to a bare limit; else they are seconds or bytes of two runs, which only one machine makes alike."""

    measure: Measure
    then: float
    now: float
    by_ratio: bool

    @property
    def factor(self) -> float:
        return self.now / self.then

    @property
    def changed(self) -> bool:
        return not 1 / (1 + CHANGED) < self.factor < 1 + CHANGED


def changes(before: Iterable[Measure], now: Iterable[Measure], *, by_cpu: bool = False) -> list[Change]:
    """Every measure that is in both, in the order of now; the bare limits themselves left out. ``by_cpu``: of what is
    known of the processor's time, that is compared."""
    then = {each.key: each for each in before}
    found = []
    for each in now:
        old = then.get(each.key)
        if old is None or each.kind == BARE or old.unit != each.unit:
            continue
        cpu = by_cpu and old.cpu is not None and each.cpu is not None
        ratios = (old.ratio_cpu, each.ratio_cpu) if cpu else (old.ratio, each.ratio)
        costs = (old.cpu, each.cpu) if cpu else (old.median, each.median)
        if all(ratios) and old.bare == each.bare and each.unit != BYTES:
            found.append(Change(each, *ratios, by_ratio=True))
        elif all(costs):
            found.append(Change(each, *costs, by_ratio=False))
    return found


def missing(before: Iterable[Measure], now: Iterable[Measure]) -> tuple[list[Measure], list[Measure]]:
    """What only the one run has, and what only the other."""
    then, here = ({each.key: each for each in some if each.kind != BARE} for some in (before, now))
    return [then[key] for key in then if key not in here], [here[key] for key in here if key not in then]
