"""Two runs beside each other. What is compared are ratios to the bare limit, each measured in its own run, so that two
days and two machines can be compared; where there is no limit, seconds and bytes as they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tests.benchmarks.timing import BARE, BYTES, Measure

CHANGED = 0.15  # from which difference on a change is told as one; less is the noise of a quiet machine


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one measure. ``factor`` is now by then: below 1 is better. ``by_ratio`` says that both are ratios
    to a bare limit; else they are seconds or bytes of two runs, which only one machine makes alike."""

    before: Measure
    now: Measure
    factor: float
    by_ratio: bool

    @property
    def changed(self) -> bool:
        return not 1 / (1 + CHANGED) < self.factor < 1 + CHANGED


def changes(before: Iterable[Measure], now: Iterable[Measure]) -> list[Change]:
    """Every measure that is in both, in the order of now; the bare limits themselves left out."""
    then = {each.key: each for each in before}
    found = []
    for each in now:
        old = then.get(each.key)
        if old is None or each.kind == BARE or old.unit != each.unit:
            continue
        if old.ratio and each.ratio and old.bare == each.bare and each.unit != BYTES:
            found.append(Change(old, each, each.ratio / old.ratio, True))
        elif old.median:
            found.append(Change(old, each, each.median / old.median, False))
    return found


def missing(before: Iterable[Measure], now: Iterable[Measure]) -> tuple[list[Measure], list[Measure]]:
    """What only the one run has, and what only the other."""
    then, here = ({each.key: each for each in some if each.kind != BARE} for some in (before, now))
    return [then[key] for key in then if key not in here], [here[key] for key in here if key not in then]
