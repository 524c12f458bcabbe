"""What an analyst has corrected in the articles of one source, as rules for the next ones: which line is which zone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.article import Zone
from app.suggest.zoning.kinds import BODY, BOILERPLATE, Kind
from app.suggest.zoning.lines import Line

_HEAD, _TAIL = 14, 8  # lines that are counted from the start and from the end
_BEGINNING = 4  # words by which a line is known wherever it stands
_LATIN = re.compile(r"[\sA-Za-zÀ-ſ.,'-]+")
_YEAR = re.compile(r"\d{2}")
_SIGNS = "/:|()،,-–"
_LENGTHS = ((3, "few"), (12, "line"), (26, "long"))

Named = tuple[str, Line, Kind | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of this ``shape`` that stands ``at`` this place, counted from 0, or from the end as -1, -2 ..., is
    ``zone``; or one that ``begins`` with these folded words, wherever it stands."""

    zone: str
    at: int | None = None
    shape: str | None = None
    begins: str | None = None

    def fits(self, line: Line, number: int, count: int) -> bool:
        """Whether it speaks of the line of that number, of so many."""
        if self.begins is not None:
            return line.key.startswith(self.begins)
        place = number if self.at is not None and self.at >= 0 else number - count
        return place == self.at and shape(line) == self.shape


def shape(line: Line) -> str:
    """What a line looks like, whatever it says: about how long it is, how it ends, what signs stand in it."""
    length = next((name for most, name in _LENGTHS if line.words <= most), "text")
    parts = [length, *(sign for sign in _SIGNS if sign in line.text)]
    parts += ["."] if line.is_prose else []
    parts += ["9"] if _YEAR.search(line.text) else []
    return " ".join([*parts, "A"] if _LATIN.fullmatch(line.text) else parts)


def ruled(named: Sequence[Named], rules: Iterable[Rule]) -> list[Named]:
    """The lines with the zones that rules give them; the later rule has the last word."""
    known = tuple(rules)
    made = []
    for number, (name, line, kind) in enumerate(named):
        for rule in known:
            if rule.fits(line, number, len(named)):
                name = rule.zone
        made.append((name, line, kind))
    return made


def learn(named: Sequence[Named], zones: Sequence[Zone]) -> list[Rule]:
    """Rules for the lines that ``zones`` call otherwise than ``named`` does."""
    found = []
    for number, (name, line, _) in enumerate(named):
        now = _zone_of(line, zones)
        if now is not None and now != name:
            found.append(_rule(now, line, number, len(named)))
    return found


def _zone_of(line: Line, zones: Sequence[Zone]) -> str | None:
    """The zone that most of the line lies in: a dateline may share it with the text that follows."""
    shared = [(min(zone.span.end, line.end) - max(zone.span.start, line.start), zone.name) for zone in zones]
    return max(((length, name) for length, name in shared if length > 0), default=(0, None))[1]


def _rule(zone: str, line: Line, number: int, count: int) -> Rule:
    words = line.key.split()
    if zone == BOILERPLATE and len(words) > 2:
        return Rule(zone, begins=" ".join(words[:_BEGINNING]))
    if number >= _HEAD or (count - number <= _TAIL and zone != BODY and number > count // 2):
        return Rule(zone, number - count, shape(line))
    return Rule(zone, number, shape(line))
