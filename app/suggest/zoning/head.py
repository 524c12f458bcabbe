"""Where the running text begins, and what the lines before it are."""

from __future__ import annotations

from collections.abc import Sequence

from app.suggest.zoning.kinds import (
    BODY,
    BOILERPLATE,
    BYLINE,
    CAPTION,
    DATELINE,
    DATES,
    HEADLINE,
    PLAIN,
    PROSE,
    SUBHEADLINE,
    TOPIC,
    Kind,
    Kinds,
)
from app.suggest.zoning.lines import Line

LINES = 14  # before which the running text begins
_MOST_PLAIN = 4  # lines that are neither sentence nor anything else: more of them are a list or a poem
_LONGEST_HEADLINE = 150
_ANCHORS = (DATES, BYLINE, DATELINE, BOILERPLATE)


def head(lines: Sequence[Line], kinds: Kinds) -> list[tuple[str, Kind]]:
    """The zones of the lines before the running text, in order, each with what its line says.

    ``lines`` are those of the article in order, its last ones left out where they are boilerplate.
    """
    found = _kinds(lines[:LINES], kinds)
    first = _below_signature(lines, found, _body(lines, found), kinds)
    return _named(lines[:first], found[:first], kinds)


def _kinds(lines: Sequence[Line], kinds: Kinds) -> list[Kind]:
    """What the lines are, up to the second sentence in a row; what only neighbours make a credit is looked at again."""
    found: list[Kind] = []
    prose = 0
    for line in lines:
        kind = kinds.of(line)
        prose = prose + 1 if kind.name == PROSE else 0
        found.append(kind)
        if prose == 2:
            break
    return [_settled(number, found, lines) for number in range(len(found))]


def _settled(number: int, found: list[Kind], lines: Sequence[Line]) -> Kind:
    """A line that could be a headline too is a credit only behind one, beside the text or another credit."""
    kind = found[number]
    if kind.name == TOPIC and kind.credit is not None and any(each.name in (PLAIN, PROSE) for each in found[:number]):
        return Kind(kind.credit.zone, True, None, kind.credit)
    if kind.name == TOPIC and not kind.sure:
        return Kind(TOPIC) if _stands_above(number, found, lines) else Kind(PLAIN)
    if kind.sure or kind.name not in (BYLINE, DATELINE):
        return kind
    if number == 0 and kind.name == DATELINE and _stands_above(0, [Kind(TOPIC), *found[1:]], lines):
        return Kind(TOPIC)  # the country that it is about, above the headline
    before = [each for each in found[:number] if each.name in (PLAIN, PROSE, CAPTION)]
    after = found[number + 1] if number + 1 < len(found) else Kind(PROSE)
    last = found[number - 1] if number else after
    if kind.credit is not None and kind.credit.loose:
        beside = DATES in (last.name, after.name)
    else:
        beside = after.name in (PROSE, *_ANCHORS) or last.name in _ANCHORS
    return kind if before and beside else Kind(PLAIN)


def _stands_above(number: int, found: list[Kind], lines: Sequence[Line]) -> bool:
    """Whether a line above any headline is followed by a longer one that can be it."""
    above = all(each.name in (TOPIC, DATES) for each in found[:number])
    return above and any(
        each.name == PLAIN and line.words > lines[number].words
        for each, line in zip(found[number + 1 : number + 3], lines[number + 1 : number + 3], strict=True)
    )


def _body(lines: Sequence[Line], found: list[Kind]) -> int:
    """The number of the first line of running text."""
    anchors = [number for number, kind in enumerate(found) if kind.name in _ANCHORS and _leads(found, number)]
    start = anchors[-1] + 1 if anchors else 0
    prose = next((number for number in range(start, len(found)) if found[number].name == PROSE), None)
    if anchors:
        signed = found[anchors[-1]].name in (BYLINE, DATELINE)
        if signed or prose is None:
            return min(start, len(lines) - 1)
        return prose
    if prose is None:
        return _shortest(lines, found)
    return prose if _is_head(lines, found[:prose]) else _after_headline(lines, found)


def _below_signature(lines: Sequence[Line], found: list[Kind], first: int, kinds: Kinds) -> int:
    """The number of the first line of running text, a caption or subheadline between it and the credits left out: a
    short line that ends no sentence, and behind it one that does; a sentence only with the credit of a picture."""
    if 0 < first < len(found) - 1 and all(each.name == PROSE for each in found[first : first + 2]):
        titled = any(kind.name == PLAIN for kind in found[:first])
        return first + 1 if titled and kinds.is_credited_sentence(lines[first]) else first
    if not 0 < first < len(found) - 1 or found[first - 1].name not in (BYLINE, DATELINE):
        return first
    line, follows = lines[first], found[first + 1].name == PROSE
    above = sum(kind.name in (PLAIN, PROSE) for kind in found[:first])
    if not follows or line.stops or found[first].name not in (PLAIN, CAPTION) or not above:
        return first
    shown = found[first].name == CAPTION or kinds.shows(line) or kinds.tells_scene(line)
    return first + 1 if shown or above == 1 else first


def _leads(found: list[Kind], number: int) -> bool:
    """Whether a line of dates or credits still stands before the running text: at most two sentences come before it,
    and what they are is then a subheadline or caption."""
    sentences = sum(kind.name == PROSE for kind in found[:number])
    if found[number].name == BOILERPLATE:
        return sentences == 0
    return sentences == 0 or (sentences <= 2 and found[0].name != PROSE)


def _is_head(lines: Sequence[Line], found: list[Kind]) -> bool:
    return sum(kind.name == PLAIN for kind in found) <= _MOST_PLAIN and all(
        len(line.text) <= _LONGEST_HEADLINE or kind.name != PLAIN
        for line, kind in zip(lines[:1], found[:1], strict=False)
    )


def _after_headline(lines: Sequence[Line], found: list[Kind]) -> int:
    """Many short lines: of them only the first can be a headline."""
    plain = next((number for number, kind in enumerate(found) if kind.name == PLAIN), 0)
    return plain + 1 if len(lines[plain].text) <= _LONGEST_HEADLINE and plain < 3 else plain


def _shortest(lines: Sequence[Line], found: list[Kind]) -> int:
    """No line ends as a sentence: the first is a headline if the next is much longer than it."""
    plain = [number for number, kind in enumerate(found) if kind.name == PLAIN]
    if len(plain) < 2:
        return plain[0] if plain else 0
    first, second = lines[plain[0]], lines[plain[1]]
    return plain[1] if len(second.text) > 1.6 * len(first.text) and len(first.text) <= _LONGEST_HEADLINE else plain[0]


def _named(lines: Sequence[Line], found: list[Kind], kinds: Kinds) -> list[tuple[str, Kind]]:
    """The zones of the lines before the running text."""
    made: list[tuple[str, Kind]] = []
    title = ""
    titles = [number for number, kind in enumerate(found) if kind.name in (PLAIN, PROSE)]
    headline = titles[0] if titles else _borrowed(found)
    for number, (line, kind) in enumerate(zip(lines, found, strict=True)):
        if number == headline:
            title, name = line.key, HEADLINE
        elif kind.name in (PLAIN, PROSE, TOPIC):
            name = _beside(line, kind, title, [each for each, _ in made], found[number + 1 :], kinds)
        else:
            name = kind.name
        made.append((name, kind))
    return made


def _borrowed(found: list[Kind]) -> int | None:
    """The headline where no line is left for one: a line that was taken for a topic or caption."""
    return next((number for number, kind in enumerate(found) if kind.name == TOPIC and number == len(found) - 1), None)


def _beside(line: Line, kind: Kind, title: str, made: list[str], after: list[Kind], kinds: Kinds) -> str:
    """What a line is that could be a topic line, a subheadline or a caption."""
    if kind.name == TOPIC:
        return TOPIC
    key = line.key
    if title and key.startswith(title) and len(made) > 1:
        return CAPTION
    if DATES in made and title.startswith(f"{key} "):
        return CAPTION  # who the headline begins with, below their picture
    signed = any(each.name in (BYLINE, DATELINE) for each in after)
    if DATES in made and (signed or SUBHEADLINE in made) and kinds.tells_scene(line):
        return CAPTION
    below = made and made[-1] in (DATES, BYLINE) and not line.stops
    if title and (kinds.shows(line) or (below and (SUBHEADLINE in made or kinds.tells_scene(line)))):
        return CAPTION  # a second line that is neither stands below the picture
    return SUBHEADLINE if made.count(SUBHEADLINE) < 3 else BODY
