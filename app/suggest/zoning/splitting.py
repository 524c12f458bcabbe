"""An article split into zones, and what its first lines tell of it. Positions are code points."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.article import Zone
from app.domain.span import Span
from app.suggest.zoning.credits import Credits
from app.suggest.zoning.dates import Dates
from app.suggest.zoning.head import head
from app.suggest.zoning.kinds import (
    BODY,
    BOILERPLATE,
    BYLINE,
    CAPTION,
    DATELINE,
    DATES,
    HEADLINE,
    TOPIC,
    Kind,
    Kinds,
)
from app.suggest.zoning.learned import Named, Rule, learn, ruled
from app.suggest.zoning.lines import Line, folded, lines_of, on_edges
from app.suggest.zoning.openings import Opening, Openings
from app.suggest.zoning.words import zone_words

_MOST_LINES = 400  # of a longer article only the first and last of them are looked at
_TAIL = 12  # lines at the end
_TITLE_BELOW, _SHORT = 110, 90  # code points of a title of another story; of a line that may be a credit at the end


@dataclass(frozen=True, slots=True)
class Found:
    """What the rules make of an article: ``zones`` are sorted and disjoint, none when nothing but text was found.

    Days are ISO texts, ``hijri`` too (1444-10-10); ``place``, ``agency`` and ``author`` are as the article has them.
    """

    zones: tuple[Zone, ...] = ()
    title: str | None = None
    published: str | None = None
    source: str | None = None
    more: Mapping[str, str] = field(default_factory=dict)


@functools.cache
def _dates() -> Dates:
    return Dates(zone_words())


@functools.cache
def _rules() -> tuple[Kinds, Openings]:
    words, dates = zone_words(), _dates()
    credits = Credits(words, dates)  # noqa: A001 - what they are
    return Kinds(words, dates, credits), Openings(words, dates, credits)


def split(text: str, rules: Sequence[Rule] = ()) -> Found:
    """The zones of a text and what they tell; the same text always gives the same. ``rules`` are those that were
    learned of its source."""
    lines = lines_of(text, _MOST_LINES)
    if not lines:
        return Found()
    named, body, opening = _named(lines)
    if rules:
        named = ruled(named, rules)
        if body < len(named) and named[body][0] != BODY:
            opening = None
    zones = _zones(text, named, opening, body)
    if all(zone.name == BOILERPLATE for zone in zones):  # a sentence of a corpus that only sounds like one
        return Found()
    return _told(text, zones, named, opening)


def date_in(said: str) -> tuple[str | None, str | None]:
    """The day, and the Hijri day, that a text tells which is a date and nothing else (``Dates.only``)."""
    return _dates().only(folded(said))


def learned(text: str, zones: Sequence[Zone], rules: Sequence[Rule]) -> list[Rule]:
    """What is to be learned of an article that an analyst has given these zones: the rules that were missing."""
    lines = lines_of(text, _MOST_LINES)
    return learn(ruled(_named(lines)[0], rules), zones) if lines else []


def _named(lines: list[Line]) -> tuple[list[Named], int, Opening | None]:
    """Every line with its zone; the number of the first line of running text, and the dateline that it begins with."""
    kinds, openings = _rules()
    last = _tail_start(lines, kinds)
    first = head(lines[:last], kinds)
    named: list[Named] = [(name, line, kind) for (name, kind), line in zip(first, lines, strict=False)]
    opening = openings.of(lines[len(first)]) if len(first) < last else None
    named += _middle(lines[len(first) : last], kinds)
    named += _tail(lines[last:], kinds)
    return named, len(first), opening


def _tail_start(lines: Sequence[Line], kinds: Kinds) -> int:
    """The number of the first of the last lines that belong to no story."""
    last, at, loose = len(lines), len(lines) - 1, 0
    while at > 0 and len(lines) - at <= _TAIL:
        line = lines[at]
        if _is_below(line, kinds):
            last, loose = at, 0
        elif at == len(lines) - 1 and line.is_prose:
            return len(lines)
        elif line.is_prose or len(line.text) > _TITLE_BELOW or loose == 6:
            break
        else:
            loose += 1  # a title below "read also", if that comes
        at -= 1
    return last if not (last < len(lines) and _is_loose(lines[last:], kinds)) else _tight(lines, kinds)


def _is_loose(lines: Sequence[Line], kinds: Kinds) -> bool:
    """Whether there are lines among them that nothing explains: they must stand below the head of a list."""
    listed = False
    for line in lines:
        listed = listed or kinds.is_list_head(line)
        if not listed and not _is_below(line, kinds):
            return True
    return False


def _tight(lines: Sequence[Line], kinds: Kinds) -> int:
    last = len(lines)
    if last > 2 and _is_below(lines[-2], kinds) and kinds.of(lines[-1]).name == BYLINE:
        last -= 1  # the editor's name below the sign of an agency
    while last > 1 and len(lines) - last < _TAIL and _is_below(lines[last - 1], kinds):
        last -= 1
    return last


def _is_below(line: Line, kinds: Kinds) -> bool:
    return kinds.is_tail(line) or _below(line, kinds) is not None


def _below(line: Line, kinds: Kinds) -> Kind | None:
    """A line of tags, dates or credits at the end."""
    if line.is_prose or len(line.text) > _SHORT:
        return Kind(TOPIC) if kinds.is_topic(line) and not line.is_prose else None
    if kinds.is_calling(line):
        return Kind(BYLINE)
    kind = kinds.of(line)
    return kind if kind.name in (TOPIC, DATES) or (kind.name == BYLINE and kind.sure) else None


def _tail(lines: Sequence[Line], kinds: Kinds) -> Iterator[Named]:
    for line in lines:
        kind = None if kinds.is_boilerplate(line) else _below(line, kinds)
        yield (kind.name if kind else BOILERPLATE, line, kind)


def _middle(lines: Sequence[Line], kinds: Kinds) -> Iterator[Named]:
    """The running text, with what sites put between its paragraphs."""
    listed = False
    for line in lines:
        short = len(line.text) <= _TITLE_BELOW and not line.is_prose
        if kinds.is_between(line):
            listed = kinds.is_list_head(line)
            yield BOILERPLATE, line, None
        elif listed and short:
            listed = False  # one title stands below it: what follows is a heading of the story again
            yield BOILERPLATE, line, None
        else:
            listed = False
            yield (CAPTION if short and kinds.is_picture(line) else BODY), line, None


def _zones(text: str, named: list[Named], opening: Opening | None, body: int) -> tuple[Zone, ...]:
    """One zone a line, but the running text is one as long as nothing comes between."""
    made: list[Zone] = []
    running: tuple[int, int] | None = None
    for number, (name, line, _) in enumerate(named):
        start = line.start
        if number == body and opening is not None:
            stop = start + opening.end
            made.append(_zone(text, DATELINE, start, start + len(line.text[: opening.end].rstrip())))
            start = stop
        if name == BODY:
            running = (running[0] if running else start, line.end)
            continue
        if running is not None:
            made.append(_zone(text, BODY, *running))
            running = None
        made.append(_zone(text, name, start, line.end))
    if running is not None:
        if not made:
            return ()
        made.append(_zone(text, BODY, *running))
    return tuple(made)


def _zone(text: str, name: str, start: int, end: int) -> Zone:
    return Zone(name, Span(*on_edges(text, start, end)))


def _told(text: str, zones: tuple[Zone, ...], named: list[Named], opening: Opening | None) -> Found:
    """What headline, dates and credits say of the article."""
    kinds = [kind for name, _, kind in named if kind is not None and name != TOPIC]  # sections sign nothing
    dates = [kind.dates for kind in kinds if kind.dates is not None]
    credits = [kind.credit for kind in kinds if kind.credit is not None]  # noqa: A001 - what they are
    more = {
        "updated": next((each.updated for each in dates if each.updated), None),
        "hijri": next((each.hijri for each in dates if each.hijri), None) or (opening.hijri if opening else None),
        "place": (opening.place if opening else None) or next((each.place for each in credits if each.place), None),
        "author": next((each.author for each in credits if each.author), None) or (opening.author if opening else None),
    }
    agency = (opening.agency if opening else None) or next((each.agency for each in credits if each.agency), None)
    published = next((each.published for each in dates if each.published), None)
    headline = next((text[zone.span.start : zone.span.end] for zone in zones if zone.name == HEADLINE), None)
    return Found(
        zones,
        headline,
        published or (opening.day if opening else None),
        agency,
        {name: value for name, value in more.items() if value},
    )
