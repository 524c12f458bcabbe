"""Lanes under a line of text: which underline runs where, and how much of its chip there is room for. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Underline:
    """One mark on one line: its visual pieces as (left, right), and the name that its chip would show, if any.

    ``length`` orders the lanes: the shorter the mark, the nearer to the text. ``chip_left``: the chip hangs from the
    left end of the first piece (a left-to-right start), else from the right end.
    """

    mark: str
    pieces: tuple[tuple[float, float], ...]
    length: int
    chip: str | None = None
    chip_left: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """An underline in its lane (0 is nearest the text), with the room its chip has, in pixels."""

    underline: Underline
    lane: int
    chip_from: float = 0.0
    chip_to: float = 0.0


def arrange(underlines: Sequence[Underline], left: float, right: float, gap: float) -> list[Placed]:
    """Give every underline the nearest free lane, inner marks first, and every chip the room up to its neighbour.

    ``left`` and ``right`` bound the line. Within one lane no two underlines share a pixel, and chips end ``gap`` pixels
    before what follows, so nothing ever collides whatever the size of the text.
    """
    lanes: list[list[Underline]] = []
    where: dict[str, int] = {}
    for underline in sorted(underlines, key=lambda each: (each.length, each.pieces[0], each.mark)):
        floor = 0
        for number, lane in enumerate(lanes):
            if any(_meet(underline, other, 0.0) for other in lane):
                floor = number + 1
        if floor == len(lanes):
            lanes.append([])
        lanes[floor].append(underline)
        where[underline.mark] = floor
    return [_with_room(each, where[each.mark], lanes[where[each.mark]], left, right, gap) for each in underlines]


def _meet(one: Underline, other: Underline, gap: float) -> bool:
    return any(a < d - gap and c < b - gap for a, b in one.pieces for c, d in other.pieces)


def _with_room(
    each: Underline, lane: int, neighbours: list[Underline], left: float, right: float, gap: float
) -> Placed:
    if each.chip is None:
        return Placed(each, lane)
    others = [piece for other in neighbours if other is not each for piece in other.pieces]
    start = each.pieces[0]
    if each.chip_left:
        limit = min((a for a, _ in others if a >= start[0]), default=right)
        return Placed(each, lane, start[0], max(limit - gap, start[0]))
    limit = max((b for _, b in others if b <= start[1]), default=left)
    return Placed(each, lane, min(limit + gap, start[1]), start[1])


def depth(placed: Sequence[Placed]) -> int:
    """How many lanes a line needs."""
    return max((each.lane + 1 for each in placed), default=0)
