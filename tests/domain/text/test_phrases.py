"""Which names stand around a word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from app.domain.text.folding import fold_key
from app.domain.text.graphemes import is_edge
from app.domain.text.lexicon import Lexicons
from app.domain.text.phrases import Names
from app.domain.text.tokens import Words
from tests.domain.text.inventing import texts

KNOWN = frozenset(
    fold_key(name)
    for name in (
        "الأمم المتحدة", "الولايات المتحدة", "نابلس", "بغداد", "العراق", "طهران", "عمّان", "فيلق القدس", "الأنبار",
    )
)  # fmt: skip


def names(text: str, word: str, lexicons: Lexicons) -> list[str]:
    words = Words(text)
    token = words.at(text.index(word))
    assert token
    return [text[span.start : span.end] for span in Names(text, words, lexicons, KNOWN.__contains__).around(token)]


OFFICE = "قال وزير البيئة الأردني سليم الناصر إن الوفود وصلت"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("وزير", ["وزير البيئة الأردني", "وزير البيئة الأردني سليم الناصر"]),
        ("البيئة", ["وزير البيئة الأردني", "وزير البيئة الأردني سليم الناصر"]),
        ("الأردني", ["وزير البيئة الأردني", "وزير البيئة الأردني سليم الناصر"]),
        ("سليم", ["سليم الناصر", "وزير البيئة الأردني سليم الناصر"]),
        ("الناصر", ["سليم الناصر", "وزير البيئة الأردني سليم الناصر"]),
    ],
)
def test_an_office_and_its_holder_are_names_of_their_own_and_then_one(
    word: str, expected: list[str], lexicons: Lexicons
) -> None:
    assert names(OFFICE, word, lexicons) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("وفق وكالة الأنباء العراقية الرسمية (واع) أمس", "وكالة",
         ["وكالة الأنباء العراقية الرسمية", "وكالة الأنباء العراقية الرسمية (واع)"]),
        ("وكالة الصحافة الفرنسية (أ.ف.ب).", "الصحافة",
         ["وكالة الصحافة الفرنسية", "وكالة الصحافة الفرنسية (أ.ف.ب)"]),
        ("دعا برنامج الأمم المتحدة الإنمائي (UNDP) أمس", "الأمم",
         ["الأمم المتحدة", "برنامج الأمم المتحدة الإنمائي", "برنامج الأمم المتحدة الإنمائي (UNDP)"]),
        ("دعا برنامج الأمم المتحدة الإنمائي (UNDP) أمس", "UNDP", ["برنامج الأمم المتحدة الإنمائي (UNDP)"]),
        ('وبثت قناة "الساحل" الخبر', "قناة", ['قناة "الساحل"']),
        ("وفي مدينة نابلس أمس", "مدينة", ["مدينة نابلس"]),
        ("أهالي قرية زرنوقة تظاهروا", "قرية", ["قرية زرنوقة", "أهالي قرية زرنوقة"]),
        ("بلدية زرنوقة جنوب نابلس", "بلدية", ["بلدية زرنوقة"]),
        ("بعد حرب 1948 هاجروا", "حرب", ["حرب 1948"]),
        ("خلال حرب أكتوبر قرروا", "حرب", ["حرب أكتوبر"]),
        ("اتخذ المجلس العام قرارا", "المجلس", ["المجلس العام"]),
        ("وصل إلى العاصمة العراقية بغداد أمس", "العاصمة", ["العاصمة العراقية", "العاصمة العراقية بغداد"]),
        ("للإطاحة بقوات التحالف في العراق", "بقوات", ["قوات التحالف"]),
    ],
)  # fmt: skip
def test_bodies_and_places_take_what_their_heads_govern_and_the_acronym_last(
    text: str, word: str, expected: list[str], lexicons: Lexicons
) -> None:
    assert names(text, word, lexicons) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("أعلنت وزارة المياه والري أمس", "وزارة", ["وزارة المياه", "وزارة المياه والري"]),
        ("قال وزير المياه والري الأردني إن", "وزير", ["وزير المياه", "وزير المياه والري الأردني"]),
        ("زار وزير التربية والتعليم العالي والبحث العلمي المدرسة", "وزير",
         ["وزير التربية", "وزير التربية والتعليم العالي والبحث العلمي المدرسة"]),
        ("استقبل وزير الخارجية والرئيس العراقي الوفد", "وزير", ["وزير الخارجية"]),
        ("صرح الأمين العام للأمم المتحدة أمس", "الأمين", ["الأمين العام", "الأمين العام للأمم المتحدة"]),
        ("صرح الأمين العام للأمم المتحدة أمس", "المتحدة", ["للأمم المتحدة", "الأمين العام للأمم المتحدة"]),
        ("أفاد المتحدث باسم وزارة الدفاع العراقية أمس", "المتحدث", ["المتحدث باسم وزارة الدفاع العراقية"]),
        ("أفاد المتحدث باسم وزارة الدفاع العراقية أمس", "وزارة",
         ["وزارة الدفاع العراقية", "المتحدث باسم وزارة الدفاع العراقية"]),
        ("نقابة العاملين في جامعة نابلس قالت", "نقابة", ["نقابة العاملين", "نقابة العاملين في جامعة نابلس"]),
    ],
)  # fmt: skip
def test_a_second_noun_and_what_an_office_is_for_come_after_the_shorter_name(
    text: str, word: str, expected: list[str], lexicons: Lexicons
) -> None:
    assert names(text, word, lexicons) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("التقى علي حسن، أمس", "علي", ["علي حسن"]),
        ("وحضر عبد الكريم حمدان محادثات", "عبد", ["عبد الكريم حمدان"]),
        ("حضر د. سامر العواد الجلسة", "سامر", ["سامر العواد", "د. سامر العواد"]),
        ("قال الرئيس الفنلندي يوكا لاينن إن", "يوكا", ["يوكا لاينن", "الرئيس الفنلندي يوكا لاينن"]),
        ("التقى سامر العواد مدير المصرف المركزي أمس", "سامر", ["سامر العواد", "سامر العواد مدير المصرف المركزي"]),
        ("وعن محمد أمين بشناق رواية", "محمد", ["محمد أمين بشناق"]),
        ("الشيخ على حسن", "الشيخ", []),
        ("وصل ولي العهد الأردني سامي حمدان أمس", "ولي", ["ولي العهد الأردني", "ولي العهد الأردني سامي حمدان"]),
        ("التقى الأمير سامي بن ناصر الرئيس الفنلندي", "سامي", ["سامي بن ناصر", "الأمير سامي بن ناصر"]),
        ("في جامعة الملك سعود الدكتور", "سعود", ["جامعة الملك سعود"]),
    ],
)  # fmt: skip
def test_people_are_named_by_given_names_and_by_what_stands_behind_an_office(
    text: str, word: str, expected: list[str], lexicons: Lexicons
) -> None:
    assert names(text, word, lexicons) == expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("بين طهران وبغداد، وقال", "طهران"),
        ("بين طهران وبغداد، وقال", "وبغداد"),
        ("وصل إلى عمّان أمس", "إلى"),
        ("بغداد\nالعراق اليوم", "بغداد"),
        ("(واع)", "واع"),
        ("غادر بغداد استهدفت", "بغداد"),
        ("الرئيس ينسحب", "الرئيس"),
    ],
)
def test_no_name_goes_over_points_verbs_function_words_and_lines(text: str, word: str, lexicons: Lexicons) -> None:
    assert names(text, word, lexicons) == []


@given(texts)
def test_names_hold_their_word_one_inside_the_next_on_grapheme_edges(text: str) -> None:
    words = Words(text)
    for token in words.all():
        found = Names(text, words).around(token)
        assert all(span.start < token.end <= span.end for span in found)
        assert all(upper.holds(lower) and upper != lower for lower, upper in pairwise(found))
        assert all(is_edge(text, edge) for span in found for edge in (span.start, span.end))
        assert not any("\n" in text[span.start : span.end] for span in found)


def test_the_names_of_the_reference_article_are_found(reference: str, lexicons: Lexicons) -> None:
    assert names(reference, "عبد اللطيف", lexicons) == ["عبد اللطيف رشيد", "الرئيس العراقي عبد اللطيف رشيد"]
    assert names(reference, "الأنباء العراقية", lexicons)[-1] == "وكالة الأنباء العراقية الرسمية (واع)"
    assert names(reference, "مكتب", lexicons) == ["مكتب المرشد"]
