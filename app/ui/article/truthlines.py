"""Where the truth of one line stands: its glyphs are asked once, and tell where every character is, seen or not."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine

from app.domain.text.unseen import HIDDEN, Unseen, unseen

_ALL = QTextLayout.GlyphRunRetrievalFlag.RetrieveAll
_TOUCHING = 0.75  # pixels by which edges of neighbouring runs may differ through rounding


@dataclass(frozen=True, slots=True)
class Sign:
    """A character's abbreviation and the place ``x`` that it points to. ``unit`` is its position in the paragraph;
    ``hidden`` ones take no room in the line, so that ``x`` is all the place they have."""

    unit: int
    x: float
    what: Unseen

    @property
    def hidden(self) -> bool:
        return self.what.kind == HIDDEN


@dataclass(frozen=True, slots=True)
class Box:
    """A character from ``left`` to ``right`` of which there is something to show."""

    unit: int
    left: float
    right: float
    what: Unseen


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one direction: ``forward`` runs left to right. ``first`` is the first of its characters.

    ``turned``: an override has letters in it run against their own direction.
    """

    first: int
    left: float
    right: float
    forward: bool
    turned: bool


@dataclass(frozen=True, slots=True)
class LineTruth:
    """Everything that there is to show of one line, in the paragraph's own pixels. ``runs`` are in logical order."""

    signs: tuple[Sign, ...]
    boxes: tuple[Box, ...]
    runs: tuple[Run, ...]
    end: float


def truth_of(line: QTextLine, text: str, rtl: bool) -> LineTruth:
    """The truth of a laid-out line; ``text`` is the paragraph's, one character a UTF-16 unit."""
    runs = line.glyphRuns(-1, -1, _ALL)
    places = _places(runs, text)
    box = line.naturalTextRect()
    signs, boxes = [], []
    for unit in range(line.textStart(), line.textStart() + line.textLength()):
        what = _at(text, unit)
        if what is None:
            continue
        if what.kind == HIDDEN:
            signs.append(Sign(unit, _pen(places, text, unit, line, rtl), what))
        elif unit in places:
            left, right, _ = places[unit]
            boxes.append(Box(unit, left, right, what))
            if what.short:
                signs.append(Sign(unit, (left + right) / 2, what))
    end = box.left() if rtl else box.right()
    return LineTruth(tuple(signs), tuple(boxes), tuple(_joined(runs, text)), end)


_Places = dict[int, tuple[float, float, bool]]  # left, right, whether it runs left to right


def _places(runs: Iterable[QGlyphRun], text: str) -> _Places:
    """From where to where every character stands that has a glyph of its own. Marks stand on their letters."""
    places: _Places = {}
    for run in runs:
        forward, box = not run.isRightToLeft(), run.boundingRect()
        spots = [
            (unit, point.x())
            for unit, point in zip(run.stringIndexes(), run.positions(), strict=True)
            if not (unit in places or _is_mark(text[unit]))
        ]
        near = box.left() if forward else box.right()
        for number, (unit, x) in enumerate(spots):
            if forward:
                far = spots[number + 1][1] if number + 1 < len(spots) else box.right()
                left, right = (near if number == 0 else x), far
            else:
                left, right, near = x, near, x
            if unit in places:  # several glyphs of one letter
                left, right = min(left, places[unit][0]), max(right, places[unit][1])
            places[unit] = left, right, forward
    return places


def _pen(places: _Places, text: str, unit: int, line: QTextLine, rtl: bool) -> float:
    """Where a character without room stands: where the pen was when it came."""
    here = places.get(unit)
    if here is not None and here[1] - here[0] < _TOUCHING:
        return here[0]
    start = line.textStart()
    for before in range(unit - 1, start - 1, -1):
        if before in places:
            left, right, forward = places[before]
            return right if forward else left
    for after in range(unit + 1, start + line.textLength()):
        if after in places:
            left, right, forward = places[after]
            return left if forward else right
    return line.naturalTextRect().right() if rtl else line.naturalTextRect().left()


def _joined(runs: Iterable[QGlyphRun], text: str) -> list[Run]:
    """Stretches of one direction in logical order: runs of several fonts or scripts that follow one another are one."""
    found = []
    for run in runs:
        box, units, forward = run.boundingRect(), run.stringIndexes(), not run.isRightToLeft()
        if box.width() > 0 and units:
            contrary = ("R", "AL") if forward else ("L",)
            turned = any(unicodedata.bidirectional(text[unit]) in contrary for unit in units)
            found.append(Run(min(units), box.left(), box.right(), forward, turned))
    found.sort(key=lambda run: run.first)
    joined: list[Run] = []
    for each in found:
        last = joined[-1] if joined else None
        if last is not None and last.forward == each.forward and _touch(last, each):
            left, right = min(last.left, each.left), max(last.right, each.right)
            joined[-1] = Run(last.first, left, right, last.forward, last.turned or each.turned)
        else:
            joined.append(each)
    return joined


def _touch(before: Run, after: Run) -> bool:
    gap = after.left - before.right if before.forward else before.left - after.right
    return abs(gap) <= _TOUCHING


def _at(text: str, unit: int) -> Unseen | None:
    """What there is to show of the character at ``unit``; a pair of surrogates is asked at its first half."""
    letter = text[unit]
    if "\ud800" <= letter <= "\udbff" and unit + 1 < len(text):
        return unseen(chr(0x10000 + ((ord(letter) - 0xD800) << 10) + ord(text[unit + 1]) - 0xDC00))
    return None if "\udc00" <= letter <= "\udfff" else unseen(letter)


def _is_mark(letter: str) -> bool:
    return "\u064b" <= letter <= "\u065f" or letter == "\u0670" or "\u0610" <= letter <= "\u061a"


def fanned(spots: list[tuple[float, float]], left: float, right: float, gap: float) -> list[float]:
    """Where the middles of small labels go, given in order as (x, width): each as near to its x as it can be without
    overlapping its neighbours, all between ``left`` and ``right`` as far as there is room."""
    groups: list[tuple[float, float, int]] = []  # the left edge that they would like, their width, how many

    def placed(group: tuple[float, float, int]) -> float:
        return max(min(group[0], right - group[1]), left)

    for x, width in spots:
        group = (x - width / 2, width, 1)
        while groups and placed(groups[-1]) + groups[-1][1] + gap > placed(group):
            wish, total, count = groups.pop()
            wish = (wish * count + (group[0] - total - gap) * group[2]) / (count + group[2])
            group = (wish, total + gap + group[1], count + group[2])
        groups.append(group)
    middles: list[float] = []
    for group in groups:
        at = placed(group)
        for _ in range(group[2]):
            width = spots[len(middles)][1]
            middles.append(at + width / 2)
            at += width + gap
    return middles
