"""Underlines in lanes never collide, and chips keep to their room."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.ui.article.lanes import Placed, Underline, arrange, depth, tie_between


def line(mark: str, left: float, right: float, length: int | None = None) -> Underline:
    return Underline(mark, ((left, right),), length or int(right - left), mark)


def test_the_inner_mark_is_nearest_the_text() -> None:
    placed = {
        each.underline.mark: each.lane for each in arrange([line("outer", 0, 90), line("inner", 30, 60)], 0, 100, 3)
    }
    assert placed == {"inner": 0, "outer": 1}


def test_marks_side_by_side_share_a_lane() -> None:
    assert depth(arrange([line("one", 0, 30), line("two", 30, 60), line("three", 70, 90)], 0, 100, 3)) == 1


def test_a_chip_ends_before_the_next_mark_in_its_lane() -> None:
    placed = {each.underline.mark: each for each in arrange([line("right", 60, 90), line("left", 20, 50)], 0, 100, 3)}
    assert (placed["right"].chip_from, placed["right"].chip_to) == (53, 90)
    assert (placed["left"].chip_from, placed["left"].chip_to) == (3, 50)


EDGES = st.tuples(st.integers(0, 400), st.integers(1, 120)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(EDGES, max_size=25))
def test_no_two_underlines_of_a_lane_share_a_pixel(edges: list[tuple[int, int]]) -> None:
    marks = [line(f"m{number}", left, right) for number, (left, right) in enumerate(edges)]
    placed = arrange(marks, 0, 520, 3)
    assert [each.underline for each in placed] == marks
    for one in placed:
        for other in placed:
            if one is not other and one.lane == other.lane:
                assert not _share(one, other)
    assert all(each.lane < len(marks) for each in placed)


def _share(one: Placed, other: Placed) -> bool:
    (a, b), (c, d) = one.underline.pieces[0], other.underline.pieces[0]
    return a < d and c < b


def test_a_tie_keeps_its_lane_free_between_two_fragments() -> None:
    broken = Underline("broken", ((0, 20), (80, 100)), 20, "X", ties=((20, 80),))
    placed = {each.underline.mark: each.lane for each in arrange([broken, line("between", 40, 60, 30)], 0, 100, 3)}
    assert placed == {"broken": 0, "between": 1}


def test_what_joins_two_fragments_runs_from_their_facing_edges() -> None:
    assert tie_between([(60, 90)], [(0, 20)]) == (20, 60)
    assert tie_between([(0, 10), (12, 20)], [(50, 60), (40, 45)]) == (20, 40)
    assert tie_between([(0, 20)], [(20, 40)]) is None
    assert tie_between([(0, 20), (60, 80)], [(30, 40)]) is None, "one stands inside the other"


def test_chips_that_hang_towards_each_other_part_in_the_middle() -> None:
    latin = Underline("latin", ((10, 40),), 3, "ORG", chip_left=True)
    placed = {each.underline.mark: each for each in arrange([latin, line("arabic", 60, 90)], 0, 100, 2)}
    assert placed["latin"].chip_to < placed["arabic"].chip_from
    assert placed["latin"].chip_to >= 40
    assert placed["arabic"].chip_from <= 60


PIECES = st.lists(st.integers(0, 600), min_size=2, max_size=8, unique=True).map(
    lambda edges: [(float(a), float(b)) for a, b in zip(*[iter(sorted(edges))] * 2, strict=False)]
)
MARKS = st.lists(st.tuples(PIECES, st.booleans(), st.booleans(), st.booleans()), max_size=14)


def broken_line(number: int, pieces: list[tuple[float, float]], tied: bool, turned: bool, latin: bool) -> Underline:
    ties = tuple((a[1], b[0]) for a, b in pairwise(pieces)) if tied else ()
    shown = pieces[::-1] if turned else pieces
    length = int(sum(right - left for left, right in pieces))
    return Underline(f"m{number}", tuple(shown), length, "NAME", latin, ties)


@given(MARKS, st.sampled_from([14, 24, 36, 64]), st.integers(0, 40))
def test_nothing_collides_whatever_nests_crosses_or_is_broken(
    drawn: list[tuple[list[tuple[float, float]], bool, bool, bool]], size: int, wide: int
) -> None:
    scale = size / 24
    marks = [broken_line(number, *each) for number, each in enumerate(drawn)]
    placed = arrange(marks, 0, 600, 3 * scale)
    chips = [(each, *chip_box(each, wide * scale)) for each in placed]
    for one, left, right in chips:
        assert one.chip_from <= one.chip_to
        for other, start, stop in chips:
            if one is other or one.lane != other.lane:
                continue
            for a, b in one.underline.taken:
                assert not any(a < d and c < b for c, d in other.underline.taken)
                assert not (a < stop and start < b), "a chip covers another mark of its lane"
            assert not (left < stop and start < right), "two chips cover each other"


def chip_box(placed: Placed, width: float) -> tuple[float, float]:
    """Where a chip of that width is drawn: cut until it fits its room, else left out."""
    width = min(width, placed.chip_to - placed.chip_from)
    if placed.underline.chip_left:
        return placed.chip_from, placed.chip_from + width
    return placed.chip_to - width, placed.chip_to
