"""What a format could not hold: told before an export and written beside it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field


@dataclass(slots=True)
class Losses:
    """Ids of what was lost, by what it was (English, marked for translation). False when nothing was."""

    ids: dict[str, list[str]] = field(default_factory=dict)

    def add(self, what: str, lost: str) -> None:
        """``lost`` is an id, with ``.name`` behind it for a part of what it names."""
        self.ids.setdefault(what, []).append(lost)

    def __bool__(self) -> bool:
        return bool(self.ids)

    @property
    def count(self) -> int:
        return sum(map(len, self.ids.values()))

    def as_json(self, of_format: str) -> str:
        """The text of a ``losses.json``: what, how many, which ids."""
        lost = [{"what": what, "count": len(ids), "ids": ids} for what, ids in sorted(self.ids.items())]
        return json.dumps({"format": of_format, "lost": lost}, ensure_ascii=False, indent=2) + "\n"
