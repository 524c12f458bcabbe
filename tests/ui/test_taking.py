"""What presses of the mouse take, and small turns that add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import resources
from app.domain.article import new_article
from app.domain.span import Span
from app.domain.text.graphemes import is_edge
from app.ui.article.taking import LETTER, PARAGRAPH, SENTENCE, STEM, stretched, unit_at
from app.ui.article.turning import Turning
from app.workbench.place import Place
from app.workbench.reading import Reading

TEXT = "وصل الوفد صباحاً. ثم غادر وبالعراق محطته.\n\nكَتَبَ خبراً آخر."


@pytest.fixture(scope="module")
def reading() -> Reading:
    return Reading(new_article("a", TEXT), resources.lexicons(), lambda key: key == "العراق")


def words(reading: Reading, position: int, presses: int) -> str:
    span = unit_at(reading, position, presses)
    return reading.text[span.start : span.end]


def test_each_press_takes_more(reading: Reading) -> None:
    at = TEXT.index("العراق") + 3
    assert words(reading, at, LETTER) == ""
    assert words(reading, at, STEM) == "العراق"
    assert words(reading, at, SENTENCE) == "ثم غادر وبالعراق محطته."
    assert words(reading, at, PARAGRAPH) == TEXT.split("\n")[0]
    assert words(reading, at, PARAGRAPH + 1) == TEXT.split("\n")[0]


def test_wherever_a_word_is_pressed_its_stem_is_taken(reading: Reading) -> None:
    start = TEXT.index("وبالعراق")
    assert {words(reading, at, STEM) for at in range(start, start + len("وبالعراق") + 1)} == {"العراق"}


def test_a_press_inside_a_letter_with_its_mark_takes_both(reading: Reading) -> None:
    at = TEXT.index("كَتَبَ")
    assert unit_at(reading, at + 1, LETTER) == Span(at, at + 2)


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)), st.integers(1, 4))
def test_what_is_taken_ends_at_letters_and_holds_where_one_began(one: int, other: int, presses: int) -> None:
    reading = Reading(new_article("a", TEXT), resources.lexicons(), lambda key: False)
    base, here = unit_at(reading, one, presses), unit_at(reading, other, presses)
    place = stretched(base, here)
    assert is_edge(TEXT, place.anchor)
    assert is_edge(TEXT, place.caret)
    assert min(place.anchor, place.caret) <= base.start
    assert max(place.anchor, place.caret) >= base.end


def test_the_caret_is_on_the_side_of_the_pointer() -> None:
    assert stretched(Span(10, 14), Span(20, 24)) == Place(10, 24)
    assert stretched(Span(10, 14), Span(2, 5)) == Place(14, 2)
    assert stretched(Span(10, 14), Span(11, 12)) == Place(10, 14)


def test_small_turns_add_up() -> None:
    wheel = Turning(120)
    assert [wheel.steps(15) for _ in range(16)] == [*[0] * 7, 1] * 2


def test_large_turns_are_several_steps() -> None:
    assert Turning(120).steps(360) == 3
    assert Turning(120).steps(-250) == -2


def test_turning_back_begins_anew() -> None:
    wheel = Turning(120)
    wheel.steps(100)
    assert wheel.steps(-30) == 0
    assert wheel.steps(-90) == -1


def test_a_rest_forgets_what_was_begun() -> None:
    wheel = Turning(120)
    wheel.steps(100)
    wheel.rest()
    assert wheel.steps(100) == 0


@given(st.lists(st.floats(0.001, 3), max_size=40))
def test_no_turn_is_lost(turns: list[float]) -> None:
    fingers = Turning(0.1)
    assert sum(map(fingers.steps, turns)) == pytest.approx(sum(turns) / 0.1, abs=1.01)
