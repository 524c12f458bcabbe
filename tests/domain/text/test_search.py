"""Words are found under their search key, and every match leads back to whole letters of the raw text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.span import Span
from app.domain.text.folding import EXACT, LEVELS, LIGHT, STRONG, fold, fold_key
from app.domain.text.graphemes import floor_edge, is_edge
from app.domain.text.search import Matches, search
from tests.domain.text.inventing import texts


def found(text: str, query: str, level: str = LIGHT, whole: bool = False) -> list[str]:
    return [text[span.start : span.end] for span in search(fold(text, level), query, level, whole)]


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        (EXACT, ["إلى"]),
        (LIGHT, ["إلى", "الى", "إلي", "إِلَى", "إلــى", "إ\u200dلى"]),
        (STRONG, ["إلى", "الى", "إلي", "إِلَى", "إلــى", "إ\u200dلى", "إلئ"]),
    ],
)
def test_each_level_joins_its_spellings(level: str, expected: list[str]) -> None:
    assert found("إلى الى إلي إِلَى إلــى إ\u200dلى إلئ", "إلى", level) == expected


def test_ligatures_are_found_whole_and_only_once() -> None:
    assert found("\ufefb شيء", "ا") == ["\ufefb"]
    assert found("\ufdf2 أكبر", "ل") == ["\ufdf2"]
    assert found("\ufdf2 أكبر", "الله اكبر") == ["\ufdf2 أكبر"]


def test_a_space_stands_for_any_white_space_but_not_at_the_exact_level() -> None:
    text = "إلى\u00a0المدينة\nالى  المدينة إلى المدينة"
    assert found(text, "إلى المدينة") == ["إلى\u00a0المدينة", "الى  المدينة", "إلى المدينة"]
    assert found(text, "إلى المدينة", EXACT) == ["إلى المدينة"]


@pytest.mark.parametrize("query", ["", " ", "\u064e", "\u200f", "ــ"])
def test_nothing_to_look_for_finds_nothing(query: str) -> None:
    assert found("نص فيه كلام.", query) == []


def test_whole_words_may_stand_behind_particles() -> None:
    text = "سالم وسالم فبسالم والسالم لسالم سالمة مسالم السالمون"
    assert len(found(text, "سالم", whole=True)) == 5
    assert len(found(text, "سالم")) == 8


def test_signs_of_queries_are_no_patterns() -> None:
    assert found("قال (الوزير): لا.*", "(الوزير)") == ["(الوزير)"]
    assert found("قال (الوزير): لا.*", ".*") == [".*"]


def test_the_next_and_the_one_before_go_round_the_ends() -> None:
    matches = search(fold("في بيت في دار في حي"), "في", LIGHT)
    assert [span.start for span in matches] == [0, 7, 14]
    assert [matches.at_or_after(at) for at in (0, 1, 7, 15)] == [0, 1, 1, 0]
    assert [matches.before(at) for at in (0, 1, 14, 99)] == [2, 0, 1, 2]
    assert list(matches.meeting(Span(8, 14))) == [1]
    assert list(matches.meeting(Span(9, 14))) == []
    assert list(matches.beginning_in(Span(7, 15))) == [1, 2]
    assert Matches().at_or_after(3) is None and Matches().before(3) is None


@given(texts, st.data(), st.sampled_from(LEVELS), st.booleans())
def test_matches_are_whole_letters_in_order_with_the_folded_query_in_them(
    text: str, data: st.DataObject, level: str, whole: bool
) -> None:
    start = data.draw(st.integers(0, len(text)))
    query = text[start : data.draw(st.integers(start, min(len(text), start + 6)))]
    matches = search(fold(text, level), query, level, whole)
    end = 0
    for span in matches:
        assert end <= span.start < span.end
        assert is_edge(text, span.start) and is_edge(text, span.end)
        assert "".join(fold_key(query, level).split()) in "".join(fold_key(text[span.start : span.end], level).split())
        end = span.end


@given(texts, st.sampled_from(LEVELS), st.sampled_from("ابو1a"))
def test_a_letter_is_found_in_every_letter_that_folds_to_it(text: str, level: str, query: str) -> None:
    holding = [at for at, letter in enumerate(text) if query in fold_key(letter, level)]
    starts = sorted({floor_edge(text, at) for at in holding})
    assert [span.start for span in search(fold(text, level), query, level)] == starts
