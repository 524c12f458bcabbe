"""Badges on one line never share a pixel."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.ui.article.badges import spread

GAP = 1.5
wishes = st.lists(st.tuples(st.floats(0, 800), st.floats(8, 24)), max_size=20)


@given(wishes, st.booleans())
def test_no_two_badges_overlap(widths: list[tuple[float, float]], rtl: bool) -> None:
    lefts = spread(widths, GAP, rtl)
    boxes = sorted((left, left + width) for left, (_, width) in zip(lefts, widths, strict=True))
    assert all(b[0] - a[1] >= GAP - 1e-6 for a, b in pairwise(boxes))


@given(wishes, st.booleans())
def test_they_only_move_away_from_the_start_of_the_line(widths: list[tuple[float, float]], rtl: bool) -> None:
    for left, (wish, _) in zip(spread(widths, GAP, rtl), widths, strict=True):
        assert left <= wish if rtl else left >= wish


def test_badges_that_have_room_stay_where_their_words_begin() -> None:
    assert spread([(100.0, 12.0), (60.0, 12.0), (20.0, 18.0)], GAP, True) == [100.0, 60.0, 20.0]


def test_a_badge_gives_way_to_the_one_before_it() -> None:
    assert spread([(100.0, 12.0), (88.0, 18.0)], GAP, True) == [100.0, 80.5]
    assert spread([(95.0, 18.0), (100.0, 12.0)], GAP, False) == [95.0, 114.5]
