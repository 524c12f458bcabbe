"""Lanes under a line of text: which underline runs where, and how much of its chip there is room for. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.domain.values import frozen

Piece = tuple[float, float]


@frozen
class Underline:
    """One mark on one line: its visual pieces as (left, right), and the name that its chip would show, if any.

    ``length`` orders the lanes: the shorter the mark, the nearer to the text. ``chip_left``: the chip hangs from the
    left end of the first piece (a left-to-right start), else from the right end. ``ties`` join the fragments of one
    mark across what stands between them; they take up the lane as the pieces do.
    """

    mark: str
    pieces: tuple[Piece, ...]
    length: int
    chip: str | None = None
    chip_left: bool = False
    ties: tuple[Piece, ...] = ()

    @property
    def taken(self) -> tuple[Piece, ...]:
        """Everything that may not be shared with another mark of the lane."""
        return self.pieces + self.ties


@frozen
class Placed:
    """An underline in its lane (0 is nearest the text), with the room its chip has, in pixels."""

    underline: Underline
    lane: int
    chip_from: float = 0.0
    chip_to: float = 0.0


def arrange(underlines: Sequence[Underline], left: float, right: float, gap: float) -> list[Placed]:
    """Give every underline the nearest free lane, inner marks first, and every chip the room up to its neighbour.

    ``left`` and ``right`` bound the line. Within one lane no two underlines or ties share a pixel, and chips end
    ``gap`` pixels before what follows, be it an underline or another chip, so nothing ever collides whatever the size
    of the text.
    """
    lanes: list[list[Underline]] = []
    where: dict[str, int] = {}
    for underline in sorted(underlines, key=lambda each: (each.length, each.pieces[0], each.mark)):
        floor = 0
        for number, lane in enumerate(lanes):
            if any(_meet(underline, other) for other in lane):
                floor = number + 1
        if floor == len(lanes):
            lanes.append([])
        lanes[floor].append(underline)
        where[underline.mark] = floor
    placed = [_with_room(each, where[each.mark], lanes[where[each.mark]], left, right, gap) for each in underlines]
    return _parted(placed, gap)


def _meet(one: Underline, other: Underline) -> bool:
    return any(a < d and c < b for a, b in one.taken for c, d in other.taken)


def _with_room(
    each: Underline, lane: int, neighbours: list[Underline], left: float, right: float, gap: float
) -> Placed:
    if each.chip is None:
        return Placed(each, lane)
    others = [piece for other in neighbours if other is not each for piece in other.taken]
    start = each.pieces[0]
    if each.chip_left:
        limit = min((a for a, _ in others if a >= start[0]), default=right)
        return Placed(each, lane, start[0], max(limit - gap, start[0]))
    limit = max((b for _, b in others if b <= start[1]), default=left)
    return Placed(each, lane, min(limit + gap, start[1]), start[1])


def _parted(placed: list[Placed], gap: float) -> list[Placed]:
    """Chips that hang towards each other, one mark beginning from the left and one from the right, share what lies
    between: each ends at the middle of what both would have taken."""
    onward = [number for number, each in enumerate(placed) if each.underline.chip and each.underline.chip_left]
    for one in onward:
        for other, facing in enumerate(placed):
            each = placed[one]
            if facing.lane != each.lane or facing.underline.chip is None or facing.underline.chip_left:
                continue
            low, high = max(each.chip_from, facing.chip_from), min(each.chip_to, facing.chip_to)
            if low < high:
                middle = (low + high) / 2
                placed[one] = replace(each, chip_to=max(middle - gap / 2, each.chip_from))
                placed[other] = replace(facing, chip_from=min(middle + gap / 2, facing.chip_to))
    return placed


def tie_between(one: Iterable[Piece], other: Iterable[Piece]) -> Piece | None:
    """What lies between two fragments' pieces on one line, from the facing edges; None where they touch or cross."""
    ones, others = list(one), list(other)
    first, second = (_hull(ones), _hull(others)) if ones and others else ((0.0, 0.0), (0.0, 0.0))
    low, high = min(first[1], second[1]), max(first[0], second[0])
    return (low, high) if low < high else None


def _hull(pieces: list[Piece]) -> Piece:
    return min(left for left, _ in pieces), max(right for _, right in pieces)


def depth(placed: Sequence[Placed]) -> int:
    """How many lanes a line needs."""
    return max((each.lane + 1 for each in placed), default=0)
