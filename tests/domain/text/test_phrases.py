"""How far a name goes on around a word."""

from __future__ import annotations

import pytest
from hypothesis import given

from app.domain.text.graphemes import is_edge
from app.domain.text.lexicon import Lexicons
from app.domain.text.phrases import MOST_WORDS, name_phrase
from app.domain.text.tokens import Words
from tests.domain.text.inventing import texts


def phrase(text: str, word: str, lexicons: Lexicons) -> str:
    words = Words(text)
    token = words.at(text.index(word))
    assert token
    span = name_phrase(text, words, token, lexicons)
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("قال وزير الخارجية الأردني أيمن الصفدي إن ذلك", "أيمن", "وزير الخارجية الأردني أيمن الصفدي"),
        ("بين طهران وبغداد، وقال", "طهران", "طهران"),
        ("بين طهران وبغداد، وقال", "وبغداد", "بغداد"),
        ("للإطاحة بقوات التحالف في العراق", "التحالف", "قوات التحالف"),
        ("بقيادة الولايات المتحدة في العراق", "المتحدة", "قيادة الولايات المتحدة"),
        ("وفق وكالة الأنباء العراقية (واع) أمس", "الأنباء", "وكالة الأنباء العراقية (واع)"),
        ("وكالة الصحافة الفرنسية (أ.ف.ب).", "الصحافة", "وكالة الصحافة الفرنسية (أ.ف.ب)"),
        ("برنامج الأمم المتحدة (UNDP) أمس", "الأمم", "برنامج الأمم المتحدة (UNDP)"),
        ("التقى علي حسن، أمس", "علي", "علي حسن"),
        ("وصل إلى عمّان أمس", "إلى", "إلى"),
        ("مدينة عمّان\nالأردن اليوم", "عمّان", "مدينة عمّان"),
        ("(واع)", "واع", "واع"),
    ],
)
def test_a_phrase_ends_at_points_verbs_function_words_and_clitics(
    text: str, word: str, expected: str, lexicons: Lexicons
) -> None:
    assert phrase(text, word, lexicons) == expected


def test_a_phrase_has_six_words_at_most(lexicons: Lexicons) -> None:
    assert len(phrase("المدير " * 20, "المدير", lexicons).split()) == MOST_WORDS


def test_the_preposition_ala_bounds_a_name_and_the_name_ali_does_not(lexicons: Lexicons) -> None:
    assert phrase("الشيخ علي حسن", "الشيخ", lexicons) == "الشيخ علي حسن"
    assert phrase("الشيخ على حسن", "الشيخ", lexicons) == "الشيخ"


@given(texts)
def test_phrases_are_on_grapheme_edges_and_end_with_or_behind_their_word(text: str) -> None:
    words = Words(text)
    for token in words.all():
        span = name_phrase(text, words, token)
        assert span.start < token.end <= span.end
        assert is_edge(text, span.start)
        assert is_edge(text, span.end)
        assert "\n" not in text[span.start : span.end]


def test_the_names_of_the_reference_article_are_found_whole(reference: str, lexicons: Lexicons) -> None:
    assert phrase(reference, "عبد اللطيف", lexicons) == "الرئيس العراقي عبد اللطيف رشيد"
    assert phrase(reference, "الأنباء العراقية", lexicons) == "وكالة الأنباء العراقية الرسمية (واع)"
    assert phrase(reference, "مكتب", lexicons) == "مكتب المرشد"
