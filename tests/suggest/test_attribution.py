"""Who says what: the shapes in which the news reports, each with its content, cue and speaker."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app import resources
from app.domain.text.tokens import Words
from app.suggest.attribution import Attribution, Attributions
from app.suggest.gazetteer import Gazetteer

Find = Callable[[str], list[Attribution]]


@pytest.fixture(scope="module")
def known() -> Callable[[str], bool]:
    return Gazetteer.read({name: resources.text(f"lexicons/{name}.toml") for name in ("places", "names")}).knows


@pytest.fixture
def find(known: Callable[[str], bool]) -> Find:
    def find(text: str) -> list[Attribution]:
        whole = f"{text}\n\nوحضر اللقاء سليم الناصر."  # who was introduced is known by his last name
        return Attributions(whole, Words(whole), resources.lexicons(), known).near(0)

    return find


def told(text: str, found: list[Attribution]) -> list[tuple[str, list[str], str | None, str | None, str]]:
    """Type, contents, cue, speaker's words and realization of each."""
    return [
        (
            each.type,
            [text[span.start : span.end] for span in each.content],
            text[each.cue.start : each.cue.end] if each.cue else None,
            text[each.speaker.mention.start : each.speaker.mention.end] if each.speaker.mention else None,
            each.speaker.realization,
        )
        for each in found
    ]


SHAPES = {
    "direct, verb first": (
        'قال وزير النقل سليم الناصر إن "الجسر سيفتح قبل العيد".',
        [("direct", ['"الجسر سيفتح قبل العيد"'], "قال", "سليم الناصر", "named")],
    ),
    "a comma and a day before the complementiser": (
        "أكدت الوزيرة سلوى المهيري، الأحد، أن الميزانية جاهزة.",
        [("indirect", ["الميزانية جاهزة"], "أكدت", "سلوى المهيري", "named")],
    ),
    "words of somebody within the reporter's": (
        'وقال المدير إن أمام الفريق "مهمة شاقة" هذا الموسم.',
        [("mixed", ['أمام الفريق "مهمة شاقة" هذا الموسم'], "قال", "المدير", "nominal")],
    ),
    "nobody named": (
        "وأضاف أن الأشغال تنتهي في الخريف.",
        [("indirect", ["الأشغال تنتهي في الخريف"], "أضاف", None, "implicit")],
    ),
    "a participle goes on": (
        'وقال الناصر إن "الطريق سالكة"، مضيفاً أن الفرق تعمل ليلاً.',
        [
            ("direct", ['"الطريق سالكة"'], "قال", "الناصر", "named"),
            ("indirect", ["الفرق تعمل ليلاً"], "مضيفاً", None, "implicit"),
        ],
    ),
    "a body in writing": (
        "وقالت وزارة النقل في بيان إن الحافلات تعمل بانتظام.",
        [("indirect", ["الحافلات تعمل بانتظام"], "قالت", "وزارة النقل", "named")],
    ),
    "a headline": (
        "سليم الناصر: الجسر سيفتح قبل العيد",
        [("direct", ["الجسر سيفتح قبل العيد"], None, "سليم الناصر", "named")],
    ),
    "a colon and marks": (
        "وقالت المهيري: «لن نرفع الأسعار هذا العام».",
        [("direct", ["«لن نرفع الأسعار هذا العام»"], "قالت", "المهيري", "named")],
    ),
    "the verb behind the words": (
        '"لن نرفع الأسعار هذا العام"، تقول المهيري.',
        [("direct", ['"لن نرفع الأسعار هذا العام"'], "تقول", "المهيري", "named")],
    ),
    "an interrupted quotation": (
        '"الجسر جاهز تماماً"، يقول الناصر، "وسيفتح قبل العيد".',
        [("direct", ['"الجسر جاهز تماماً"', '"وسيفتح قبل العيد"'], "يقول", "الناصر", "named")],
    ),
    "a source without a name": (
        "وقال مصدر مسؤول، طلب عدم ذكر اسمه، إن القرار وشيك.",
        [("indirect", ["القرار وشيك"], "قال", "مصدر مسؤول", "anonymous")],
    ),
    "a call": (
        "ودعا الناصر إلى فتح المعابر كلها.",
        [("indirect", ["فتح المعابر كلها"], "دعا", "الناصر", "named")],
    ),
    "a frame at the end": (
        "وارتفعت الأسعار بنسبة 12%، بحسب وزارة التجارة.",
        [("indirect", ["ارتفعت الأسعار بنسبة 12%"], "بحسب", "وزارة التجارة", "named")],
    ),
    "a frame at the start": (
        "وبحسب وزارة التجارة، ارتفعت الأسعار بنسبة 12%.",
        [("indirect", ["ارتفعت الأسعار بنسبة 12%"], "بحسب", "وزارة التجارة", "named")],
    ),
    "the speaker before the verb": (
        "وكان الناصر أعلن أن الجسر جاهز.",
        [("indirect", ["الجسر جاهز"], "أعلن", "الناصر", "named")],
    ),
    "two speakers in one sentence": (
        'وقال الناصر إن الجسر جاهز، فيما أكد المهندس رامي شاكر أن "الاختبارات لم تنته".',
        [
            ("indirect", ["الجسر جاهز"], "قال", "الناصر", "named"),
            ("direct", ['"الاختبارات لم تنته"'], "أكد", "رامي شاكر", "named"),
        ],
    ),
    "no content": ("وأدلى الناصر بتصريحات للصحفيين في المطار.", []),
    "a way, not a source": ("وتسير الحافلات وفق جدول جديد.", []),
    "a name in marks is nobody's words": (
        "وافتتح الناصر معرض «ماء الحياة» في عمّان.",
        [("mixed", ["«ماء الحياة»"], None, None, "none")],
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_of_reporting_is_understood(find: Find, name: str) -> None:
    text, expected = SHAPES[name]
    assert told(text, find(text)) == expected


def test_what_is_written_is_told_from_what_is_spoken(find: Find) -> None:
    assert [each.medium for each in find("وقالت الوزارة في بيان إن المعرض مفتوح.")] == ["writing"]
    assert [each.medium for each in find("وقالت الوزارة للصحفيين إن المعرض مفتوح.")] == ["speech"]


def test_a_quotation_over_paragraphs_is_one(known: Callable[[str], bool]) -> None:
    text = 'وقال الناصر: "الجسر جاهز.\n"وسيفتح قبل العيد.\n"وهذا وعد مني".\nوصفق سليم الناصر.'
    found = Attributions(text, Words(text), resources.lexicons(), known).near(0)
    assert told(text, found) == [
        ("direct", ['"الجسر جاهز.', '"وسيفتح قبل العيد.', '"وهذا وعد مني"'], "قال", "الناصر", "named")
    ]


def test_the_content_at_the_caret_is_the_innermost(known: Callable[[str], bool]) -> None:
    text = 'قالت سلوى المهيري إن "المدير قال إن الميزانية جاهزة ولا خلاف عليها".'
    attributions = Attributions(text, Words(text), resources.lexicons(), known)
    inner = attributions.at(text.index("جاهزة"))
    outer = attributions.at(text.index('"'))
    assert inner is not None and outer is not None
    assert text[inner.content[0].start : inner.content[0].end] == "الميزانية جاهزة ولا خلاف عليها"
    assert outer.content[0].start == text.index('"')
