"""Where the caret goes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.span import Span
from app.domain.text.graphemes import is_edge
from app.domain.text.lexicon import Lexicons
from app.domain.text.movement import (
    clitic_backward,
    clitic_forward,
    sentence_backward,
    sentence_forward,
    word_backward,
    word_end_forward,
    word_forward,
)
from app.domain.text.tokens import Words
from tests.domain.text.inventing import texts

TEXT = "قال نعم، (واع)."


def test_the_caret_goes_from_word_to_word_over_points() -> None:
    words = Words(TEXT)
    assert [word_forward(words, place) for place in (0, 4, 10)] == [4, 10, len(TEXT)]
    assert [word_backward(words, place) for place in (len(TEXT), 10, 6, 4, 0)] == [10, 4, 4, 0, 0]
    assert [word_end_forward(words, place) for place in (0, 3, 4, 9, 13)] == [3, 7, 7, 13, len(TEXT)]


def test_the_caret_stops_at_clitics_and_then_at_letters(lexicons: Lexicons) -> None:
    text = "وبالعراقِ ثم"
    words = Words(text)
    stops, place = [], 0
    while place < len(text):
        place = clitic_forward(text, words, place, lexicons)
        stops.append(place)
    assert stops == [1, 2, 4, 5, 6, 7, 9, 10, 11, 12]
    back, place = [], 9
    while place:
        place = clitic_backward(text, words, place, lexicons)
        back.append(place)
    assert back == [4, 2, 1, 0]


def test_the_caret_goes_from_span_to_span() -> None:
    spans = [Span(2, 5), Span(7, 9)]
    assert [sentence_forward(spans, place) for place in (0, 2, 7, 12)] == [2, 7, 9, 12]
    assert [sentence_backward(spans, place) for place in (12, 7, 3, 2, 1)] == [7, 2, 2, 0, 0]
    assert sentence_forward([], 3) == 3
    assert sentence_backward([], 3) == 0


@given(texts, st.data())
def test_every_step_goes_on_to_a_grapheme_edge_until_the_text_ends(text: str, data: st.DataObject) -> None:
    words = Words(text)
    place = data.draw(st.sampled_from([edge for edge in range(len(text) + 1) if is_edge(text, edge)]))
    forward = (
        word_forward(words, place),
        word_end_forward(words, place),
        clitic_forward(text, words, place),
    )
    backward = (word_backward(words, place), clitic_backward(text, words, place))
    assert all(step > place or step == len(text) for step in forward)
    assert all(step < place or step == 0 for step in backward)
    assert all(is_edge(text, step) for step in (*forward, *backward))
