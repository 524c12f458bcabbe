"""Edges of a selection that becomes a mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.span import Span
from app.domain.text.graphemes import is_edge
from app.domain.text.trim import snap, trim
from tests.domain.text.inventing import texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" ، نعم. ", "نعم"),
        ("«نعم».", "«نعم»"),
        ("(واع)،", "(واع)"),
        ("U.S.", "U.S."),
        ("أ.ف.ب.", "أ.ف.ب"),
        ("\u202bنعم\u202c،\u200f", "نعم"),
        ("\ue012نعم", "نعم"),
        ("مـ\u200c ", "مـ\u200c"),
        ("عمّانَ؛", "عمّانَ"),
        ("هل تأتي؟", "هل تأتي؟"),
    ],
)
def test_space_controls_commas_and_points_go_and_marks_stay(text: str, expected: str) -> None:
    span = trim(text, Span(0, len(text)))
    assert span
    assert text[span.start : span.end] == expected


def test_nothing_is_left_of_points_and_space() -> None:
    assert trim(" . ،\u200f", Span(0, 5)) is None


def test_snapping_goes_outward_to_whole_letters() -> None:
    assert snap("عمّان", Span(2, 2)) == Span(1, 3)
    assert snap("عمّان", Span(2, 4)) == Span(1, 4)


@given(texts, st.data())
def test_trimmed_spans_lie_on_grapheme_edges_inside_the_snapped_ones_and_stay(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    whole = snap(text, Span(start, end))
    assert whole.start <= start <= end <= whole.end
    found = trim(text, Span(start, end))
    if found:
        assert whole.holds(found)
        assert len(found)
        assert is_edge(text, found.start)
        assert is_edge(text, found.end)
        assert trim(text, found) == found
