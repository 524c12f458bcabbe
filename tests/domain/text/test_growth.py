"""How a selection grows and shrinks."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.domain.span import Span
from app.domain.text.clitics import never, stems
from app.domain.text.graphemes import is_edge
from app.domain.text.growth import grow, ladder, shrink
from app.domain.text.lexicon import EMPTY, Lexicons
from app.domain.text.tokens import Words
from tests.domain.text.inventing import texts

TEXT = 'أعلن أحمد. وقال وزير المالية علي حسن إن "الدين بلغ «ثلث» الناتج" اليوم في تونس وبغداد. انتهى.'


def rungs(text: str, place: int, lexicons: Lexicons = EMPTY) -> list[Span]:
    words = Words(text)
    token = words.at(place)
    found = stems(text, token, never, words.bare, lexicons) if token else ()
    return ladder(text, words, place, found, lexicons)


def shown(word: str, lexicons: Lexicons) -> list[str]:
    return [TEXT[span.start : span.end] for span in rungs(TEXT, TEXT.index(word), lexicons)]


def test_a_stem_grows_to_its_word_sentence_and_paragraph(lexicons: Lexicons) -> None:
    found = shown("وبغداد", lexicons)
    assert found[:2] == ["بغداد", "وبغداد"]
    assert found[2].startswith("وقال وزير")
    assert found[2].endswith("وبغداد.")
    assert found[3] == TEXT


def test_a_word_grows_to_the_name_it_is_part_of(lexicons: Lexicons) -> None:
    assert shown("علي", lexicons)[:2] == ["علي", "وزير المالية علي حسن"]


def test_a_word_grows_through_the_quotation_marks_around_it(lexicons: Lexicons) -> None:
    assert shown("ثلث", lexicons)[:4] == [
        "ثلث",
        "«ثلث»",
        "الدين بلغ «ثلث» الناتج",
        '"الدين بلغ «ثلث» الناتج"',
    ]


def test_a_name_of_several_words_begins_behind_its_clitic(lexicons: Lexicons) -> None:
    text = "للإطاحة بقوات التحالف في العراق"
    found = [text[span.start : span.end] for span in rungs(text, text.index("بقوات"), lexicons)]
    assert found == ["قوات", "قوات التحالف", text]


def test_a_known_name_within_a_longer_phrase_is_a_rung_of_its_own(lexicons: Lexicons) -> None:
    text = "قوات التحالف بقيادة الولايات المتحدة في العراق"
    known = {"الولايات المتحده", "الولايات المتحدة"}.__contains__
    words = Words(text)
    for word in ("الولايات", "المتحدة"):
        found = ladder(text, words, text.index(word), (), lexicons, known)
        shown = [text[span.start : span.end] for span in found]
        assert shown == [word, "الولايات المتحدة", "قيادة الولايات المتحدة", text]


def test_growing_and_shrinking_walk_the_same_rungs(lexicons: Lexicons) -> None:
    found = rungs(TEXT, TEXT.index("ثلث"), lexicons)
    for lower, upper in pairwise(found):
        assert grow(found, lower) == upper
        assert shrink(found, upper) == lower
    assert grow(found, found[-1]) == found[-1]
    assert shrink(found, found[0]) == found[0]


def test_a_caret_grows_to_the_likelier_stem_and_a_foreign_selection_to_what_holds_it(lexicons: Lexicons) -> None:
    found = rungs(TEXT, TEXT.index("وبغداد"), lexicons)
    assert grow(found, Span(found[1].start, found[1].start)) == found[0]
    assert grow(found, Span(found[1].start, found[1].start), first=found[1]) == found[1]
    assert grow(found, Span(found[0].start, found[0].start + 2)) == found[0]
    assert grow([], Span(3, 3)) == Span(3, 3)


@given(texts, st.data())
def test_each_rung_strictly_contains_the_one_before_on_grapheme_edges(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    found = rungs(text, place)
    for lower, upper in pairwise(found):
        assert upper.holds(lower)
        assert upper != lower
    assert all(is_edge(text, edge) for span in found for edge in (span.start, span.end))
    assert all(len(span) for span in found)
