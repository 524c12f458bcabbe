"""Sentences that may say the same come before those that speak of something else; a number that differs is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.text.likeness import Likeness, likeness, sense, stem, terms

DAM = "بلغ مخزون السدود 71% من طاقتها"
words = st.lists(st.sampled_from([*DAM.split(), "لم", "٧١", "مليون", "ألف", "،", "القمح", "1,500", "3.5"]), max_size=9)
texts = words.map(" ".join)


def like(one: str, other: str) -> Likeness:
    return likeness(sense(one), sense(other))


def test_other_spellings_figures_and_order_are_the_same_claim() -> None:
    found = like(DAM, "مخزونُ السدود بلـغ ٧١٪ من طاقتها")
    assert found.degree > 0.9
    assert not found.opposed


def test_what_speaks_of_something_else_is_not_like() -> None:
    assert like(DAM, "ارتفعت أسعار القمح في الأسواق").degree < 0.1


@pytest.mark.parametrize(
    "other",
    [
        "بلغ مخزون السدود 65% من طاقتها",
        "لم يبلغ مخزون السدود 71% من طاقتها",
        "بلغ مخزون السدود خمسين بالمئة من طاقتها",
    ],
)
def test_another_number_or_a_denial_may_be_a_contradiction(other: str) -> None:
    found = like(DAM, other)
    assert found.opposed
    assert 0.4 < found.degree < like(DAM, DAM).degree


def test_a_word_of_the_opposite_meaning_may_be_a_contradiction() -> None:
    assert like("ارتفعت أسعار القمح في الأسواق", "انخفضت أسعار القمح في الأسواق").opposed


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1.5 مليون طن", {1_500_000}),
        ("1500 ألف طن", {1_500_000}),
        ("ثلاثة ملايين و2,500", {3_000_000, 2500}),
        ("٪٧١", {71}),
        ("٣٫٥", {3.5}),
        ("ألف متر", {1000}),
        ("بلا عدد", set()),
        ("30.04.2026", {30042026}),
    ],
)
def test_numbers_are_read_by_their_value(text: str, numbers: set[float]) -> None:
    assert sense(text).numbers == numbers


def test_a_stem_keeps_three_letters() -> None:
    assert stem("والسدود") == "سدود"
    assert stem("لل") == "لل"
    assert stem("ماء") == "ماء"


def test_what_an_index_holds_has_no_signs_and_no_empty_words() -> None:
    assert terms("بلغ مخزون السدود 3.5 في العام") == ["بلغ", "سدود", "مخز", "n3d5"]
    assert terms("، من في") == []


@given(texts, texts)
def test_likeness_is_mutual_and_lies_between_nothing_and_all(one: str, other: str) -> None:
    found = like(one, other)
    assert found == like(other, one)
    assert 0 <= found.degree <= 1
    assert like(one, one) == Likeness(1.0, False)
