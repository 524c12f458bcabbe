"""Invented articles in the house styles of agencies, papers and channels of many countries, each line with its zone.

``articles/NN-name.tsv``: lines ``#name<TAB>value`` tell what the article should tell of itself, every other line its
zone and its text; ``dateline+`` has the dateline and the text that follows on the same line. Rules may be tuned on
those of ``use`` tune only; those of ``use`` test measure them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.article import Zone
from app.domain.span import Span

HERE = Path(__file__).parent / "articles"
TUNE, TEST = "tune", "test"


@dataclass(frozen=True, slots=True)
class Styled:
    """One article. ``tells`` are the values of its first lines by name."""

    name: str
    text: str = field(repr=False)
    zones: tuple[Zone, ...]
    tells: Mapping[str, str]

    @property
    def use(self) -> str:
        return self.tells["use"]


def styled(use: str | None = None, between: str = "\n") -> list[Styled]:
    """All articles, or those of one half, their lines parted by ``between``."""
    made = [_read(file, between) for file in sorted(HERE.glob("*.tsv"))]
    return [each for each in made if use in (None, each.use)]


def _read(file: Path, between: str) -> Styled:
    tells: dict[str, str] = {}
    text, zones = "", []
    for line in file.read_text(encoding="utf-8").split("\n"):
        name, *parts = line.split("\t")
        if name.startswith("#"):
            tells[name[1:]] = parts[0]
        elif not line:
            text += "\n"
        else:
            start = len(text)
            if name.endswith("+"):
                zones.append(Zone(name[:-1], Span(start, start + len(parts[0]))))
                start += len(parts[0]) + len(parts[1]) - len(parts[1].lstrip())
                name = "body"
            text += "".join(parts) + between
            zones.append(Zone(name, Span(start, len(text) - len(between))))
    return Styled(file.stem, text, _joined(zones), tells)


def _joined(zones: Iterable[Zone]) -> tuple[Zone, ...]:
    """Paragraphs of running text in a row are one zone; an article of nothing else has none."""
    made: list[Zone] = []
    for zone in zones:
        if made and zone.name == made[-1].name == "body":
            made[-1] = Zone("body", Span(made[-1].span.start, zone.span.end))
        else:
            made.append(zone)
    return () if all(zone.name == "body" for zone in made) else tuple(made)


@dataclass(slots=True)
class Tally:
    """How many zones of each name there are, were found, and are the same."""

    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)

    def count(self, gold: Iterable[Zone], found: Iterable[Zone]) -> None:
        gold, found = set(gold), set(found)
        self.gold.update(zone.name for zone in gold)
        self.found.update(zone.name for zone in found)
        self.right.update(zone.name for zone in gold & found)

    def rates(self, *names: str) -> tuple[float, float]:
        """Precision and recall over the zones of those names, of all without any."""
        every = names or tuple(self.gold | self.found)
        gold, found, right = (sum(counter[name] for name in every) for counter in (self.gold, self.found, self.right))
        return (right / found if found else 1.0, right / gold if gold else 1.0)

    def lines(self) -> list[str]:
        """A table to print."""
        rows = [(name, *self.rates(name)) for name in sorted(self.gold | self.found)] + [("all", *self.rates())]
        counts = {**self.gold, "all": sum(self.gold.values())}
        return [f"{name:12} {counts.get(name, 0):4} P {p:.2f} R {r:.2f}" for name, p, r in rows]
