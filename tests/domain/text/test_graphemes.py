"""Cluster edges, found beside one place, are those of the whole text."""

from __future__ import annotations

import regex
from hypothesis import given

from app.domain.text.graphemes import ceil_edge, floor_edge, is_edge, next_edge, previous_edge
from tests.domain.text.inventing import texts


def edges(text: str) -> list[int]:
    return sorted({0, len(text), *(match.end() for match in regex.finditer(r"\X", text))})


@given(texts)
def test_every_edge_and_no_other_place_is_one(text: str) -> None:
    assert [place for place in range(len(text) + 1) if is_edge(text, place)] == edges(text)


@given(texts)
def test_the_edges_around_a_place_are_its_neighbours(text: str) -> None:
    known = edges(text)
    for place in range(len(text) + 1):
        assert floor_edge(text, place) == max(edge for edge in known if edge <= place)
        assert ceil_edge(text, place) == min(edge for edge in known if edge >= place)
        assert next_edge(text, place) == min((edge for edge in known if edge > place), default=len(text))
        assert previous_edge(text, place) == max((edge for edge in known if edge < place), default=0)


def test_places_outside_the_text_are_no_edges_and_are_brought_back() -> None:
    assert not is_edge("قال", -1)
    assert not is_edge("قال", 4)
    assert floor_edge("قال", 9) == 3
    assert ceil_edge("قال", -2) == 0
