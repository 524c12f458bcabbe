"""Search keys and the way back from them to the raw text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.span import Span
from app.domain.text.folding import EXACT, LEVELS, LIGHT, STRONG, UnknownLevel, fold, fold_key
from app.domain.text.graphemes import is_edge
from tests.domain.text.inventing import texts


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("مُحَمَّدٌ", "محمد"),
        ("أإآٱ", "اااا"),
        ("على علی", "علي علي"),
        ("کتاب", "كتاب"),
        ("الانظمـــة", "الانظمة"),
        ("\u202bبغ\u200fداد\u202c\ufeff", "بغداد"),
        ("٣٫٥ ۱۴٠٢", "3٫5 1402"),
        ("BBC Él", "bbc él"),
        ("ﻻ ﷲ ﻣﺼﺮ", "لا الله مصر"),
        ("\ue012بغداد", "بغداد"),
        ("İstanbul", "istanbul"),
        ("مدرسة مؤتمر رئيس", "مدرسة مؤتمر رئيس"),
    ],
)
def test_spellings_of_one_word_share_the_light_key(raw: str, key: str) -> None:
    assert fold_key(raw) == key


def test_an_isolated_mark_of_the_presentation_forms_leaves_no_space() -> None:
    assert fold_key("قا\ufe70ل\ufe7d") == "قال"


def test_the_strong_key_joins_teh_marbuta_and_seated_hamza_too() -> None:
    assert fold_key("مدرسة مؤتمر رئيس", STRONG) == "مدرسه موتمر رييس"


def test_the_exact_key_is_the_text() -> None:
    assert fold("أحمدُ", EXACT).key == "أحمدُ"
    assert fold("أحمدُ", EXACT).raw(1, 3) == Span(1, 3)


def test_an_unknown_level_is_refused_by_name() -> None:
    with pytest.raises(UnknownLevel, match="loose"):
        fold("قال", "loose")


def test_dropped_marks_and_tatweel_come_back_with_their_letter() -> None:
    text = "قال مُحَمَّدٌ ـ ثم"
    found = fold(text)
    start = found.key.index("محمد")
    assert text[slice(*_ends(found.raw(start, start + 4)))] == "مُحَمَّدٌ"
    assert text[slice(*_ends(found.raw(start, start + 3)))] == "مُحَمَّ"


def test_an_invisible_character_behind_a_match_stays_outside() -> None:
    text = "\u202bبغداد\u202c، ثم"
    found = fold(text)
    assert found.raw(0, 5) == Span(1, 6)


def test_half_a_ligature_leads_back_to_the_whole_one() -> None:
    assert fold("سﻻم").raw(1, 2) == Span(1, 2)
    assert fold("سﻻم").raw(2, 4) == Span(1, 3)


@given(texts, st.sampled_from(LEVELS))
def test_both_ways_of_folding_give_the_same_key(text: str, level: str) -> None:
    assert fold(text, level).key == fold_key(text, level)


@given(texts, st.sampled_from(LEVELS))
def test_the_index_grows_and_ends_at_the_texts_length(text: str, level: str) -> None:
    found = fold(text, level)
    index = list(found.index)
    assert len(index) == len(found.key) + 1
    assert index == sorted(index)
    assert index[-1] == len(text)


@given(texts, st.sampled_from(LEVELS), st.data())
def test_every_part_of_the_key_leads_to_raw_text_that_folds_to_it(text: str, level: str, data: st.DataObject) -> None:
    found = fold(text, level)
    start = data.draw(st.integers(0, len(found.key)))
    end = data.draw(st.integers(start, len(found.key)))
    raw = found.raw(start, end)
    assert found.key[start:end] in fold_key(text[raw.start : raw.end], level)
    if start < end:
        assert is_edge(text, raw.start)
        assert is_edge(text, raw.end)


@given(texts)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    for level in (LIGHT, STRONG):
        assert fold_key(fold_key(text, level), level) == fold_key(text, level)


@given(texts, st.data())
def test_a_place_of_the_text_is_found_in_the_key(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    found = fold(text)
    at = found.at(place)
    assert all(raw < place for raw in list(found.index)[:at])
    assert found.index[at] >= place


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
