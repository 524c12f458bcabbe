"""Underlines in lanes never collide, and chips keep to their room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.ui.article.lanes import Placed, Underline, arrange, depth


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
