"""Badges on one line never share a pixel."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.ui.article.badges import spread

GAP = 1.5
WIDE = 5000.0
wishes = st.lists(st.tuples(st.floats(0, 800), st.floats(8, 24)), max_size=20)


@given(wishes, st.sampled_from([WIDE, 830.0]), st.booleans())
def test_no_two_badges_overlap_and_none_leaves_the_line(
    wished: list[tuple[float, float]], right: float, rtl: bool
) -> None:
    lefts = spread(wished, GAP, right, rtl)
    boxes = sorted((left, left + width) for left, (_, width) in zip(lefts, wished, strict=True))
    assert all(b[0] - a[1] >= GAP - 1e-6 for a, b in pairwise(boxes))
    assert all(left >= -1e-6 and end <= right + 1e-6 for left, end in boxes)


@given(wishes)
def test_where_there_is_room_they_only_move_away_from_the_start_of_the_line(wished: list[tuple[float, float]]) -> None:
    assert all(left >= wish - 1e-6 for left, (wish, _) in zip(spread(wished, GAP, WIDE, False), wished, strict=True))


def test_badges_that_have_room_stay_where_their_words_begin() -> None:
    assert spread([(100.0, 12.0), (60.0, 12.0), (20.0, 18.0)], GAP, 400.0, True) == [100.0, 60.0, 20.0]


def test_a_badge_gives_way_to_the_one_before_it() -> None:
    assert spread([(100.0, 12.0), (88.0, 18.0)], GAP, 400.0, True) == [100.0, 80.5]
    assert spread([(95.0, 18.0), (100.0, 12.0)], GAP, 400.0, False) == [95.0, 114.5]


def test_at_the_end_of_the_line_it_is_the_one_before_that_gives_way() -> None:
    assert spread([(14.0, 12.0), (0.0, 18.0)], GAP, 400.0, True) == [19.5, 0.0]
