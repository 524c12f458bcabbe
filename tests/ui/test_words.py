"""Words of an article inside words of the interface."""

from __future__ import annotations

import pytest

from app.ui.words import isolated


@pytest.mark.parametrize("text", ["Apple تعلن عن مصنع في الأردن", "15 iPhone: آبل تكشف هاتفها الجديد", "CNN بالعربية"])
def test_arabic_words_that_open_with_a_latin_name_run_right_to_left(text: str) -> None:
    assert isolated(text) == f"\u2067{text}\u2069"


@pytest.mark.parametrize("text", ["بغداد", "3 قتلى", "sana", "2024-05-03", "", "٪ 3", "é", "/home/sana/أخبار.jsonl"])
def test_other_words_run_as_their_first_letter_does(text: str) -> None:
    assert isolated(text) == f"\u2068{text}\u2069"


def test_controls_of_direction_cannot_leave_what_is_isolated() -> None:
    assert isolated("\u202eبغداد\u2069") == "\u2068بغداد\u2069"
