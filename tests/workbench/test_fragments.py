"""Fragments grow, join and leave, and are always what a mark may have."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.annotation import Annotation
from app.domain.edit import making
from app.domain.span import Span, check_fragments
from app.workbench.fragments import edge_at, fragment_at, joined

LENGTH = 60
SPANS = st.tuples(st.integers(0, LENGTH - 1), st.integers(1, 12)).map(
    lambda pair: Span(pair[0], min(pair[0] + pair[1], LENGTH))
)


def mark(*spans: Span) -> Annotation:
    return Annotation("m", "a", "x", "entity", "OCC", spans, "x" * sum(map(len, spans)), "", "")


def test_what_touches_or_overlaps_is_one_and_what_is_apart_stays_apart() -> None:
    assert joined([Span(6, 9), Span(0, 3), Span(3, 5)]) == (Span(0, 5), Span(6, 9))
    assert joined([Span(0, 4), Span(2, 9), Span(5, 6)]) == (Span(0, 9),)


def test_a_mark_is_shown_with_what_is_left_out() -> None:
    broken = Annotation("m", "a", "x", "entity", "OCC", (Span(0, 3), Span(9, 11)), "abcde", "", "")
    assert broken.shown == "abc … de"
    assert mark(Span(2, 5)).shown == "xxx"


@pytest.mark.parametrize(("caret", "number"), [(2, 0), (5, 0), (7, None), (10, 1), (14, 1), (20, None)])
def test_the_caret_is_at_a_fragment_that_it_touches(caret: int, number: int | None) -> None:
    assert fragment_at(mark(Span(2, 5), Span(10, 14)), caret) == number


def test_beside_the_fragments_the_outer_edges_move() -> None:
    broken = mark(Span(2, 5), Span(10, 14))
    assert edge_at(broken, 7, True).of(broken) == 2
    assert edge_at(broken, 7, False).of(broken) == 14
    assert edge_at(broken, 3, False).of(broken) == 5


def test_an_edge_stops_at_its_neighbour_and_joins_it() -> None:
    broken = mark(Span(2, 5), Span(10, 14))
    assert edge_at(broken, 12, True).moved(broken, 3) == (Span(2, 14),)
    assert edge_at(broken, 3, False).moved(broken, 30) == (Span(2, 14),)
    assert edge_at(broken, 12, True).moved(broken, 6) == (Span(2, 5), Span(6, 14))
    assert edge_at(broken, 12, True).moved(broken, 14) is None, "nothing would be left"


@given(st.lists(SPANS, min_size=1, max_size=6), st.integers(0, LENGTH), st.booleans(), st.integers(0, LENGTH))
def test_whatever_moves_the_fragments_stay_sorted_and_apart(
    spans: list[Span], caret: int, start: bool, to: int
) -> None:
    before = mark(*joined(spans))
    after = edge_at(before, caret, start).moved(before, to)
    assume(after is not None)
    assert after is not None
    check_fragments("x" * LENGTH, after)
    assert all(one.end < other.start for one, other in pairwise(after))


def test_an_edit_of_a_broken_mark_changes_the_look_of_its_fragments_and_not_of_what_lies_between() -> None:
    broken = mark(Span(2, 5), Span(50, 54))
    assert list(making("Mark", broken).spans("a")) == [Span(2, 5), Span(50, 54)]
