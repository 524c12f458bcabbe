"""What came of a rescue: what was saved, what was lost, and what somebody should see for themselves."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of the report: its template and what stands in it."""

    template: str
    values: dict[str, object]

    def sentence(self, translate: Callable[[str], str]) -> str:
        return translate(self.template).format(**self.values)

    def __str__(self) -> str:
        return self.sentence(lambda text: text)


@dataclass(slots=True)
class Report:
    """What was saved, counted; what was lost; and what is there but may be older than what was lost, also by ids."""

    saved: dict[str, int] = field(default_factory=dict)
    losses: list[Told] = field(default_factory=list)
    doubts: list[Told] = field(default_factory=list)
    doubted: dict[str, list[str]] = field(default_factory=dict)

    def lose(self, template: str, **values: object) -> None:
        self.losses.append(Told(template, values))

    def doubt(self, template: str, **values: object) -> None:
        self.doubts.append(Told(template, values))

    def plain(self) -> dict[str, Any]:
        return {
            "saved": self.saved,
            "lost": list(map(str, self.losses)),
            "doubts": list(map(str, self.doubts)),
            "doubted": self.doubted,
        }
