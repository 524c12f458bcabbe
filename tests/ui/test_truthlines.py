"""Labels over invisible characters fan out: near their places, never over one another."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.ui.article.truthlines import fanned

SPOTS = st.lists(st.tuples(st.floats(0, 700), st.floats(8, 40)), max_size=12).map(sorted)


@given(SPOTS)
def test_labels_never_overlap(spots: list[tuple[float, float]]) -> None:
    middles = fanned(spots, 0, 800, 1.0)
    edges = [(middle - width / 2, middle + width / 2) for middle, (_, width) in zip(middles, spots, strict=True)]
    assert all(before[1] < after[0] + 0.001 for before, after in pairwise(edges))


def test_a_label_alone_stands_over_its_place() -> None:
    assert fanned([(100, 30), (300, 20)], 0, 800, 1.0) == [100, 300]


def test_several_at_one_place_stand_around_it() -> None:
    assert fanned([(100, 20), (100, 20), (100, 20)], 0, 800, 1.0) == [79, 100, 121]


def test_labels_stay_within_the_line() -> None:
    assert fanned([(2, 20)], 0, 800, 1.0) == [10]
    assert fanned([(799, 20)], 0, 800, 1.0) == [790]
