"""Verbal nouns are told by their shape, plurals of the same letters are not."""

from __future__ import annotations

import pytest

from app.domain.text.verbal_nouns import is_verbal_noun


@pytest.mark.parametrize(
    "word",
    ["إلغاء", "إيصال", "إقامة", "انسحاب", "استقالة", "استئناف", "تأجيل", "تسوية", "تراجع", "تورط", "مشاركة", "التعاقد"],
)
def test_a_shape_tells_it(word: str) -> None:
    assert is_verbal_noun(word)


@pytest.mark.parametrize("word", ["أسعار", "الأرقام", "وزير", "المدير", "مدينة", "تهم", "كتاب", "لامبرشت"])
def test_another_noun_is_none(word: str) -> None:
    assert not is_verbal_noun(word)


def test_a_list_tells_what_no_shape_does() -> None:
    assert not is_verbal_noun("وقوع")
    assert is_verbal_noun("وقوع", {"وقوع"})
    assert is_verbal_noun("الوقوع", {"وقوع"})
