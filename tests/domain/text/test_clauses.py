"""Where a sentence is cut into clauses, and what of a clause is reported."""

from __future__ import annotations

import pytest
from hypothesis import given

from app import resources
from app.domain.span import Span
from app.domain.text.clauses import MOST, clause_at, clauses_in
from app.domain.text.lexicon import Lexicons
from app.domain.text.quotation import quoted
from app.domain.text.sentences import sentences
from app.domain.text.tokens import Words
from tests.domain.text.inventing import texts


def clauses(text: str, lexicons: Lexicons) -> list[str]:
    found = clauses_in(text, Words(text), Span(0, len(text)), quoted(text), lexicons)
    return [text[clause.span.start : clause.span.end] for clause in found]


def said(text: str, lexicons: Lexicons) -> list[str | None]:
    found = clauses_in(text, Words(text), Span(0, len(text)), quoted(text), lexicons)
    return [text[clause.said.start : clause.said.end] if clause.said else None for clause in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد إلى عدن وقال رئيسه إن المهمة صعبة.", ["وصل الوفد إلى عدن", "وقال رئيسه إن المهمة صعبة"]),
        ("وشارك وفد من بيروت، وقالت لجنة إن الجلسات بدأت.", ["وشارك وفد من بيروت", "وقالت لجنة إن الجلسات بدأت"]),
        ("قال سليم إن الوفد وصل، مضيفا أن الجلسة تبدأ.", ["قال سليم إن الوفد وصل", "مضيفا أن الجلسة تبدأ"]),
        ("وصل الوفد لكن الجلسة لم تبدأ.", ["وصل الوفد", "لكن الجلسة لم تبدأ"]),
        ("غادر الوفد بينما بقي الوزير، حيث التقى النواب.", ["غادر الوفد", "بينما بقي الوزير", "حيث التقى النواب"]),
        ("ارتفع السعر؛ الطلب كبير.", ["ارتفع السعر", "الطلب كبير"]),
        ("التقى الوزير، الذي وصل أمس، النواب.", ["التقى الوزير", "الذي وصل أمس، النواب"]),
        ("تراجع المخزون هذا العام، وفق أرقام رسمية.", ["تراجع المخزون هذا العام", "وفق أرقام رسمية"]),
        ("قال سليم إن الوفد وصل، وإن الجلسة تبدأ.", ["قال سليم إن الوفد وصل", "وإن الجلسة تبدأ"]),
    ],
)
def test_a_sentence_is_cut_where_another_thing_is_said(text: str, expected: list[str], lexicons: Lexicons) -> None:
    assert clauses(text, lexicons) == expected


@pytest.mark.parametrize(
    "text",
    [
        "زار الوفد عدن، والمكلا، وزبيد.",
        "وصل الوزير، السبت، خلال زيارة رسمية، إلى العاصمة.",
        "وفي بلدة نائية، قال مزارع إن الأمطار تأخرت.",
        "قال الوزير سليم الناصر، الثلاثاء، إن الوفد وصل.",
        "وقال الوزير، الذي زار عدن أمس، إن الوفد وصل.",
        "وقال مصدر في الوزارة، طلب عدم ذكر اسمه، إن الوفد وصل.",
        'قال سليم إن "الوفد وصل، لكن الجلسة لم تبدأ" بعد.',
        "بلغت الكلفة مبلغا كبيرا (وقال الوزير إنها زادت، لكن قليلا) هذا العام.",
        "بلغ العدد 1,200 شخص.",
    ],
)
def test_lists_dates_places_marks_and_brackets_cut_nothing(text: str, lexicons: Lexicons) -> None:
    assert clauses(text, lexicons) == [text.rstrip(".")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال سليم إن الوفد وصل.", ["الوفد وصل"]),
        ("ولفت سليم إلى أن الوفد وصل.", ["الوفد وصل"]),
        ("وقال الوزير، الذي زار عدن أمس، إن الوفد وصل.", ["الوفد وصل"]),
        ("أكد سليم أنه سيعود قريبا.", ["سيعود قريبا"]),
        ("سليم الناصر: المهمة شاقة جدا.", ["المهمة شاقة جدا"]),
        ('قال سليم: "المهمة شاقة".', ['"المهمة شاقة"']),
        ('قال سليم إن "المهمة شاقة".', ['"المهمة شاقة"']),
        ("قال سليم إن الوفد وصل، وإن الجلسة تبدأ.", ["الوفد وصل", "الجلسة تبدأ"]),
        ("وصل الوفد إلى عدن.", [None]),
        ("بدأت الجلسة عند 11:30 صباحا.", [None]),
    ],
)
def test_what_is_reported_stands_behind_its_complementiser(
    text: str, expected: list[str | None], lexicons: Lexicons
) -> None:
    assert said(text, lexicons) == expected


def test_the_clauses_of_a_quote_are_made_by_the_same_rule(lexicons: Lexicons) -> None:
    text = 'قال سليم إن "الوفد وصل، لكن الجلسة لم تبدأ" بعد.'
    quote = quoted(text)[0]
    found = clauses_in(text, Words(text), quote.inner, quoted(text), lexicons)
    assert [text[each.span.start : each.span.end] for each in found] == ["الوفد وصل", "لكن الجلسة لم تبدأ"]
    at = clause_at(found, text.index("الجلسة"))
    assert at == found[1]
    assert clause_at(found, 0) == found[0]
    assert clause_at([], 0) is None


def test_a_stretch_that_is_no_sentence_has_no_clauses(lexicons: Lexicons) -> None:
    assert clauses("وصل الوفد، وقال " * (MOST // 10), lexicons) == []


@given(texts)
def test_clauses_lie_in_order_inside_their_sentence(text: str) -> None:
    words, quotes, lexicons = Words(text), quoted(text), resources.lexicons()
    for sentence in sentences(text, lexicons):
        end = sentence.start
        for clause in clauses_in(text, words, sentence, quotes, lexicons):
            assert sentence.holds(clause.span)
            assert clause.span.start >= end
            assert clause.said is None or clause.span.holds(clause.said)
            end = clause.span.end
