"""Names are found folded, by all words, the likelier first."""

from __future__ import annotations

import pytest

from app.workbench.matching import LETTERS, PART, PREFIX, WORDS, Names, fold

QUOTE = Names("وسم اقتباس", "Mark quote")


@pytest.mark.parametrize(
    ("typed", "fit"),
    [
        ("mark", PREFIX),
        ("Mark q", PREFIX),
        ("quote", WORDS),
        ("quote mark", WORDS),
        ("وسم quo", WORDS),
        ("uote", PART),
        ("قتباس", PART),
        ("mqt", LETTERS),
        ("m", PREFIX),
        ("z", None),
        ("quote person", None),
    ],
)
def test_how_well_a_name_fits(typed, fit):
    assert QUOTE.fit(fold(typed)) == fit


@pytest.mark.parametrize(
    ("typed", "name"), [("عمان", "عَمّان"), ("الامم", "الأمم المتحدة"), ("قناه", "قناة"), ("ABC", "abc")]
)
def test_spellings_meet(typed, name):
    assert Names(name).fit(fold(typed)) == PREFIX


def test_brackets_and_points_do_not_count():
    assert Names("Fill the speaker (of a claim: the claimer)").fit(fold("(of")) == WORDS
