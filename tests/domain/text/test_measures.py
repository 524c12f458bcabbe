"""Dates, times, sums and quantities around a word."""

from __future__ import annotations

import pytest

from app.domain.text.clitics import never, stems
from app.domain.text.lexicon import Lexicons
from app.domain.text.measures import Measures
from app.domain.text.tokens import Words


def measures(text: str, word: str, lexicons: Lexicons) -> list[str]:
    words = Words(text)
    token = words.at(text.index(word))
    assert token
    found = Measures(lexicons).around(text, words, token, lambda each: stems(text, each, never, words.bare, lexicons))
    return [text[span.start : span.end] for span in found]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("انتهى في 30 أبريل 2023 الاجتماع", "30", ["30 أبريل 2023"]),
        ("انتهى في 30 أبريل 2023 الاجتماع", "أبريل", ["30 أبريل 2023"]),
        ("وفي أكتوبر/ تشرين أول من العام الماضي انتخب", "أكتوبر", ["أكتوبر/ تشرين أول من العام الماضي"]),
        ("وفي أكتوبر/ تشرين أول من العام الماضي انتخب", "العام", ["العام الماضي", "أكتوبر/ تشرين أول من العام الماضي"]),
        ("عقدت الثلاثاء 14 أبريل/ نيسان 2026 جلسة", "الثلاثاء", ["الثلاثاء 14 أبريل/ نيسان 2026"]),
        ("عقدت يوم السبت المقبل", "يوم", ["يوم السبت المقبل"]),
        ("منذ مطلع 2020 وحتى الآن", "مطلع", ["مطلع 2020"]),
        ("في نهاية أيلول 2019", "أيلول", ["أيلول 2019", "نهاية أيلول 2019"]),
        ("بين عامي 2013 و2014 فقط", "عامي", ["عامي 2013 و2014"]),
        ("وقع عام (1976) هناك", "عام", ["عام (1976)"]),
        ("انتظروا ثلاثة أيام ثم", "ثلاثة", ["ثلاثة أيام"]),
        ("في القرن التاسع عشر كانت", "القرن", ["القرن التاسع عشر"]),
        ("وبأكتوبر الماضي جاءوا", "وبأكتوبر", ["أكتوبر الماضي"]),
        ("عند الساعة 11:30 صباحا وصل", "الساعة", ["الساعة 11:30 صباحا"]),
    ],
)
def test_dates_and_times(text: str, word: str, expected: list[str], lexicons: Lexicons) -> None:
    assert measures(text, word, lexicons) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("بلغت 31 مليون دولار أمس", "31", ["31 مليون دولار"]),
        ("كلفته 25 مليون دينار أردني أمس", "25", ["25 مليون دينار أردني"]),
        ("كلفته 25 مليون دينار أردني أمس", "دينار", ["دينار أردني", "25 مليون دينار أردني"]),
        ("نسبة 71 في المئة منهم", "71", ["71 في المئة"]),
        ("نسبة 71 بالمئة منهم", "71", ["71 بالمئة"]),
        ("نسبة 71 % منهم", "71", ["71 %"]),
        ("قطع أربعين كيلومترا مربعا هناك", "أربعين", ["أربعين كيلومترا مربعا"]),
        ("وبيع بخمسة وعشرين ألف ليرة هناك", "بخمسة", ["خمسة وعشرين ألف ليرة"]),
        ("قتل ثلاثة آلاف منهم", "ثلاثة", ["ثلاثة آلاف"]),
        ("قتل 14 منهم", "14", []),
        ("قال الوزير", "الوزير", []),
    ],
)
def test_sums_and_quantities(text: str, word: str, expected: list[str], lexicons: Lexicons) -> None:
    assert measures(text, word, lexicons) == expected
