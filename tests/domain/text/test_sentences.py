"""Where paragraphs and sentences begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from app.domain.span import Span
from app.domain.text.graphemes import is_edge
from app.domain.text.lexicon import EMPTY, Lexicons
from app.domain.text.paragraphs import paragraph_at, paragraphs
from app.domain.text.sentences import sentences
from tests.domain.text.inventing import texts


def split(text: str, lexicons: Lexicons = EMPTY) -> list[str]:
    return [text[span.start : span.end] for span in sentences(text, lexicons)]


def test_blank_lines_are_no_paragraphs_and_space_is_trimmed() -> None:
    text = "\n  أول \u200f\n\n \t\n\u202bثان\u202c\n"
    assert [text[span.start : span.end] for span in paragraphs(text)] == ["أول", "ثان"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال نعم. ثم ذهب.", ["قال نعم.", "ثم ذهب."]),
        ("حقا؟ نعم! انتهى", ["حقا؟", "نعم!", "انتهى"]),
        ("قال د. محمد ذلك. ثم ذهب.", ["قال د. محمد ذلك.", "ثم ذهب."]),
        ("ذكرت (أ.ف.ب) ذلك. انتهى.", ["ذكرت (أ.ف.ب) ذلك.", "انتهى."]),
        ("في 30.04.2023 بلغ 3.5. انتهى.", ["في 30.04.2023 بلغ 3.5.", "انتهى."]),
        ('قال: "لا. نعم." ثم ذهب.', ['قال: "لا. نعم."', "ثم ذهب."]),
        ('قال: "لا. نعم" ثم ذهب. وعاد.', ['قال: "لا. نعم" ثم ذهب.', "وعاد."]),
        ('"هل تأتي؟" سأل. ثم ذهب.', ['"هل تأتي؟" سأل.', "ثم ذهب."]),
        ("قال (لا. نعم.) ثم ذهب. وعاد.", ["قال (لا. نعم.)", "ثم ذهب.", "وعاد."]),
        ("العراق.. مقتل جندي", ["العراق.. مقتل جندي"]),
        ("في العراق.وقال آخر", ["في العراق.", "وقال آخر"]),
        ("عام 2020. ثم عام 1444 هـ. انتهى", ["عام 2020.", "ثم عام 1444 هـ.", "انتهى"]),
        ("1. أولا. 2. ثانيا.", ["1. أولا.", "2. ثانيا."]),
        ("George W. Bush in the U.S. army. End.", ["George W. Bush in the U.S. army.", "End."]),
        ("نعم.\u200f لا.", ["نعم.", "لا."]),
        ("سطر بلا نقطة\nسطر آخر", ["سطر بلا نقطة", "سطر آخر"]),
    ],
)
def test_a_sentence_ends_where_a_reader_pauses(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_listed_abbreviations_end_no_sentence(lexicons: Lexicons) -> None:
    assert split("met Dr. Ali. End.", lexicons) == ["met Dr. Ali.", "End."]
    assert split("met Dr. Ali. End.") == ["met Dr.", "Ali.", "End."]


def test_the_paragraph_at_a_place() -> None:
    text = "قال نعم. ثم ذهب.\n\nانتهى"
    assert paragraph_at(text, 3) == Span(0, 16)
    assert paragraph_at(text, 17) is None


@given(texts)
def test_sentences_lie_in_order_inside_their_paragraphs_on_grapheme_edges(text: str) -> None:
    around = paragraphs(text)
    found = sentences(text)
    assert all(one.end <= other.start for one, other in pairwise(around))
    assert all(one.end <= other.start for one, other in pairwise(found))
    for span in (*around, *found):
        assert span.start < span.end
        assert is_edge(text, span.start)
        assert is_edge(text, span.end)
    assert all(any(paragraph.holds(span) for paragraph in around) for span in found)


def test_the_reference_article_has_the_sentences_a_reader_sees(reference: str, lexicons: Lexicons) -> None:
    found = split(reference, lexicons)
    assert len(found) == 20
    assert found[-1].startswith("من أجل الاشتراك")
    assert found[-2].endswith("(HAS).")
    assert any(each.endswith('وليست حتى موالية للأوروبيين".') for each in found)
