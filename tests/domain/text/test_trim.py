"""Edges of a selection that becomes a mark: each rule takes off what does not belong to what is marked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.span import Span
from app.domain.text.graphemes import is_edge
from app.domain.text.trim import RULES, USUAL, snap, trim
from tests.domain.text.inventing import texts


def trimmed(text: str, rule: str) -> str | None:
    span = trim(text, Span(0, len(text)), rule)
    return text[span.start : span.end] if span else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" ، نعم. ", "نعم"),
        ("«نعم».", "«نعم»"),
        ("(واع)،", "(واع)"),
        ("U.S.", "U.S."),
        ("أ.ف.ب.", "أ.ف.ب"),
        ("\u202bنعم\u202c،\u200f", "نعم"),
        ("\ue012نعم", "نعم"),
        ("مـ\u200c ", "مـ\u200c"),
        ("عمّانَ؛", "عمّانَ"),
        ("هل تأتي؟", "هل تأتي؟"),
    ],
)
def test_space_controls_commas_and_points_go_and_marks_stay(text: str, expected: str) -> None:
    span = trim(text, Span(0, len(text)))
    assert span
    assert text[span.start : span.end] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"النجم"', "النجم"),
        ("«النجم»،", "النجم"),
        ("(واع).", "واع"),
        ('("النجم")', "النجم"),
        ('النجم"', "النجم"),
        ("(النجم", "النجم"),
        ('حزب "النجم"', 'حزب "النجم"'),
        ("وكالة النجم (واع)", "وكالة النجم (واع)"),
        ('"النجم" و"القمر"', '"النجم" و"القمر"'),
        ("- سلوى؟", "سلوى"),
        ("\u202b«النجم\u200f»\u202c", "النجم"),
        ("U.S.", "U.S."),
        ("»النجم«", "النجم"),
        ("وبغداد", "وبغداد"),  # selected with its proclitic: a selection is a wish
    ],
)
def test_a_name_loses_points_and_the_marks_around_it_or_without_a_partner(text: str, expected: str) -> None:
    assert trimmed(text, "name") == expected


@pytest.mark.parametrize(
    ("text", "rule", "expected"),
    [
        ("-5.", "number", "-5"),
        (".5", "number", ".5"),
        ("(71%)،", "number", "71%"),
        ("$30 ", "number", "$30"),
        ("1447 هـ.", "name", "1447 هـ"),
        ("(2026م)", "name", "2026م"),
        ("300 ق.م.", "name", "300 ق.م"),
        ("2026م (1447 هـ)", "name", "2026م (1447 هـ)"),
        ("#نبض_المدينة.", "address", "#نبض_المدينة"),
        ("(https://a.example/ar/),", "address", "https://a.example/ar/"),
        ("@SukkariCare:", "address", "@SukkariCare"),
        (".example", "address", ".example"),
    ],
)
def test_numbers_keep_their_sign_dates_their_era_and_addresses_their_points(
    text: str, rule: str, expected: str
) -> None:
    assert trimmed(text, rule) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نعود غداً.", "نعود غداً"),
        ('"نعود غداً', "نعود غداً"),
        ('نعود غداً".', "نعود غداً"),
        ('"نعود غداً"', '"نعود غداً"'),
        ('نعود إلى "النجم"', 'نعود إلى "النجم"'),
        ("متى نعود؟", "متى نعود؟"),
    ],
)
def test_a_claim_loses_its_full_stop_and_marks_without_a_partner(text: str, expected: str) -> None:
    assert trimmed(text, "claim") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [(" قال:", "قال"), ("(بحسب)", "بحسب"), ("— أضاف؟!", "أضاف"), ("«زعم", "زعم"), ("٪ = قال", "قال")],
)
def test_a_cue_is_bare(text: str, expected: str) -> None:
    assert trimmed(text, "cue") == expected


@pytest.mark.parametrize(
    ("selected", "expected"),
    [
        ('"نعود غداً', '"نعود غداً."'),
        ('نعود غداً."', '"نعود غداً."'),
        ('"نعود غداً.', '"نعود غداً."'),
        ('"نعود', '"نعود'),
        ("نعود غداً", "نعود غداً"),
        ('"نعود غداً."', '"نعود غداً."'),
    ],
)
def test_a_quote_takes_its_second_mark_along(selected: str, expected: str) -> None:
    text = 'قالت: "نعود غداً." ثم غادرت.'
    start = text.index(selected)
    span = trim(text, Span(start, start + len(selected)), "quote")
    assert span
    assert text[span.start : span.end] == expected


def test_nothing_is_left_of_points_and_space() -> None:
    for rule in RULES:
        assert trim(" . ،\u200f", Span(0, 5), rule) is None
    assert trim('("")', Span(0, 4), "name") is None


def test_every_kind_has_a_rule() -> None:
    assert set(USUAL.values()) <= set(RULES)


def test_snapping_goes_outward_to_whole_letters() -> None:
    assert snap("عمّان", Span(2, 2)) == Span(1, 3)
    assert snap("عمّان", Span(2, 4)) == Span(1, 4)


@given(texts, st.sampled_from(sorted(RULES)), st.data())
def test_trimmed_spans_lie_on_grapheme_edges_inside_the_snapped_ones_and_stay(
    text: str, rule: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    whole = snap(text, Span(start, end))
    assert whole.start <= start <= end <= whole.end
    found = trim(text, Span(start, end), rule)
    if found:
        assert whole.holds(found) or RULES[rule].completes
        assert len(found)
        assert is_edge(text, found.start)
        assert is_edge(text, found.end)
        assert trim(text, found, rule) == found


@given(texts, st.sampled_from(sorted(RULES)))
def test_no_rule_takes_a_letter(text: str, rule: str) -> None:
    whole = Span(0, len(text))
    found = trim(text, whole, rule)
    gone = text[: found.start] + text[found.end :] if found else text
    assert not any(letter.isalpha() for letter in gone if letter > "\u0600" and letter < "\u06ff")
