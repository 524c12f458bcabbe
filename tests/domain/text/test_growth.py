"""How a selection grows and shrinks."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app import resources
from app.domain.article import new_article
from app.domain.span import Span
from app.domain.text.clitics import never
from app.domain.text.folding import fold_key
from app.domain.text.graphemes import is_edge
from app.domain.text.growth import grow, ladder, shrink
from app.domain.text.lexicon import EMPTY, Lexicons
from app.workbench.reading import Reading
from tests.domain.text.inventing import texts

TEXT = 'أعلن أحمد. وقال وزير المالية علي حسن إن "الدين بلغ «ثلث» الناتج" اليوم في تونس وبغداد. انتهى.'


def rungs(text: str, place: int, lexicons: Lexicons = EMPTY, *known: str) -> list[Span]:
    keys = set(map(fold_key, known))
    reading = Reading(new_article("a", text), lexicons, keys.__contains__ if keys else never)
    return reading.ladder(place)


def shown(text: str, word: str, lexicons: Lexicons, *known: str) -> list[str]:
    return [text[span.start : span.end] for span in rungs(text, text.index(word), lexicons, *known)]


def test_a_stem_grows_to_its_word_clause_sentence_and_paragraph(lexicons: Lexicons) -> None:
    found = shown(TEXT, "وبغداد", lexicons)
    assert found[:2] == ["بغداد", "وبغداد"]
    assert found[2].startswith('"الدين')  # what is said
    assert found[2].endswith("وبغداد")
    assert found[3].startswith("وقال وزير")
    assert found[3].endswith("وبغداد.")
    assert found[4:] == [TEXT]


def test_a_word_grows_to_the_name_it_is_part_of_and_to_the_office_with_it(lexicons: Lexicons) -> None:
    assert shown(TEXT, "علي", lexicons)[:3] == ["علي", "علي حسن", "وزير المالية علي حسن"]
    assert shown(TEXT, "وزير", lexicons)[:3] == ["وزير", "وزير المالية", "وزير المالية علي حسن"]


def test_a_word_grows_through_the_quotation_marks_around_it(lexicons: Lexicons) -> None:
    assert shown(TEXT, "ثلث", lexicons)[:4] == [
        "ثلث",
        "«ثلث»",
        "الدين بلغ «ثلث» الناتج",
        '"الدين بلغ «ثلث» الناتج"',
    ]


def test_a_quote_of_several_clauses_has_them_as_rungs(lexicons: Lexicons) -> None:
    text = 'قال سليم إن "الوفد وصل، لكن الجلسة لم تبدأ" بعد.'
    assert shown(text, "الجلسة", lexicons)[1:4] == [
        "لكن الجلسة لم تبدأ",
        "الوفد وصل، لكن الجلسة لم تبدأ",
        '"الوفد وصل، لكن الجلسة لم تبدأ"',
    ]


def test_what_is_reported_without_marks_is_a_rung(lexicons: Lexicons) -> None:
    text = "قال سليم إن الوفد وصل صباحا، مضيفا أن الجلسة تبدأ غدا."
    assert shown(text, "وصل", lexicons) == ["وصل", "الوفد وصل صباحا", "قال سليم إن الوفد وصل صباحا", text]
    assert shown(text, "الجلسة", lexicons)[1:3] == ["الجلسة تبدأ غدا", "مضيفا أن الجلسة تبدأ غدا"]


def test_a_name_of_several_words_begins_behind_its_clitic(lexicons: Lexicons) -> None:
    text = "للإطاحة بقوات التحالف في العراق"
    assert shown(text, "بقوات", lexicons) == ["قوات", "قوات التحالف", text]


def test_a_known_name_within_a_longer_phrase_is_a_rung_of_its_own(lexicons: Lexicons) -> None:
    text = "قوات التحالف بقيادة الولايات المتحدة في العراق"
    for word in ("الولايات", "المتحدة"):
        found = shown(text, word, lexicons, "الولايات المتحدة")
        assert found == [word, "الولايات المتحدة", "قيادة الولايات المتحدة", text]


def test_dates_and_sums_are_rungs(lexicons: Lexicons) -> None:
    text = "خصص المجلس 31 مليون دولار في 30 أبريل 2023 للمشروع"
    assert shown(text, "31", lexicons) == ["31", "31 مليون دولار", text]
    assert shown(text, "أبريل", lexicons) == ["أبريل", "30 أبريل 2023", text]


def test_growing_and_shrinking_walk_the_same_rungs(lexicons: Lexicons) -> None:
    found = rungs(TEXT, TEXT.index("ثلث"), lexicons)
    for lower, upper in pairwise(found):
        assert grow(found, lower) == upper
        assert shrink(found, upper) == lower
    assert grow(found, found[-1]) == found[-1]
    assert shrink(found, found[0]) == found[0]


def test_a_caret_grows_to_the_lowest_rung_and_a_foreign_selection_to_what_holds_it(lexicons: Lexicons) -> None:
    found = rungs(TEXT, TEXT.index("وبغداد"), lexicons)
    assert grow(found, Span(found[0].start, found[0].start)) == found[0]
    assert grow(found, Span(found[0].start, found[0].start + 2)) == found[0]
    assert grow([], Span(3, 3)) == Span(3, 3)


def test_what_does_not_hold_the_rung_before_it_is_no_rung() -> None:
    assert ladder([Span(4, 6), Span(4, 6), Span(5, 9)], [Span(2, 9), Span(0, 12)]) == [
        Span(4, 6),
        Span(2, 9),
        Span(0, 12),
    ]


@given(texts, st.data())
def test_each_rung_strictly_contains_the_one_before_on_grapheme_edges(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    found = rungs(text, place)
    for lower, upper in pairwise(found):
        assert upper.holds(lower)
        assert upper != lower
    assert all(is_edge(text, edge) for span in found for edge in (span.start, span.end))
    assert all(len(span) for span in found)


@given(texts)
def test_the_word_lists_make_no_rung_too_odd(text: str) -> None:
    reading = Reading(new_article("a", text), resources.lexicons(), never)
    for token in reading.words.all():
        found = reading.ladder(token.start)
        assert all(upper.holds(lower) and upper != lower for lower, upper in pairwise(found))
        assert all(is_edge(text, edge) for span in found for edge in (span.start, span.end))
