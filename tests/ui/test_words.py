"""Words of an article inside words of the interface."""

from __future__ import annotations

import pytest

from app.ui.words import isolated


@pytest.mark.parametrize("text", ["بغداد", "Apple تعلن عن مصنع في الأردن", "iPhone 15: آبل تكشف هاتفها", "3 قتلى في حلب"])
def test_arabic_words_run_right_to_left_whatever_they_open_with(text: str) -> None:
    assert isolated(text) == f"\u2067{text}\u2069"


@pytest.mark.parametrize("text", ["sana", "2024-05-03", "", "٪ 3", "/home/sana/أخبار.jsonl", "Hassan Youssef (حسن)"])
def test_other_words_run_as_their_first_letter_does(text: str) -> None:
    assert isolated(text) == f"\u2068{text}\u2069"


def test_controls_of_direction_cannot_leave_what_is_isolated() -> None:
    assert isolated("\u202eبغداد\u2069") == "\u2067بغداد\u2069"
