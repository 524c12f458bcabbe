"""Two prints of a text side by side: where a mark of one stands in the other, and what changed."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.span import Span, check_fragments
from app.domain.text.aligning import Alignment, Way, words_of
from tests.store.reprinting import STORIES, reprints

STORY = STORIES["الميناء"]


def span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def carried(one: str, other: str, words: str) -> str | None:
    found = Alignment(one, other).carried((span(one, words),))
    return other[found[0].start : found[0].end] if found else None


def test_in_the_same_text_every_mark_stays_where_it_is():
    for words in ("ليلى حداد", "الصخرة", '"الرصيف الجديد سيضاعف طاقة الميناء ويختصر أيام الانتظار إلى النصف"', STORY):
        place = (span(STORY, words),)
        assert Alignment(STORY, STORY).carried(place) == place


@pytest.mark.parametrize("way", [way for way, _ in reprints(STORY, random.Random(1))])
def test_every_carried_mark_has_the_same_words_on_grapheme_edges(way):
    other = dict(reprints(STORY, random.Random(1)))[way]
    side = Alignment(STORY, other)
    places = [Span(at, at + len(word)) for at, word in _words(STORY)]
    found = [(place, side.carried((place,))) for place in places]
    for place, there in found:
        if there is not None:
            check_fragments(other, there)
            assert words_of(other, there[0]) == words_of(STORY, place)
    kept = sum(there is not None for _, there in found)
    assert kept > (0.4 if "cut" in way else 0.85) * len(places)


def _words(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        found.append((at, word))
        at += len(word)
    return found


def test_an_edge_behind_a_proclitic_stays_behind_it():
    one, other = "وصل الوفد من عمّان وبغداد أمس", "وصلَ الوَفد من عمان وَبَغداد أمس"
    assert carried(one, other, "بغداد") == "بَغداد"
    assert carried(one, other, "عمّان") == "عمان"


def test_other_quotation_marks_are_the_same_words():
    one, other = "قال المدير إن «الرافعات جاهزة» منذ أيار", "قال المدير إن “الرافعات جاهزة” منذ أيار"
    assert carried(one, other, "«الرافعات جاهزة»") == "“الرافعات جاهزة”"


def test_words_that_changed_are_not_carried():
    one = "قال مدير الميناء سامر العواد إن السفن ستدخل الحوض"
    assert carried(one, one.replace("سامر", "سمير"), "سامر العواد") is None
    assert carried(one, one.replace("العواد", "العواد أمس"), "العواد") == "العواد"
    assert carried(one, one.replace("سامر العواد", "سامر بن العواد"), "سامر العواد") is None


def test_the_same_word_in_another_neighbourhood_is_not_taken_for_it():
    assert carried("وصل الوفد إلى بغداد صباح الأحد", "تشهد بغداد حراً شديداً", "بغداد") is None


def test_fragments_are_carried_together_or_not_at_all():
    one = "«سنبدأ العمل غداً» قال الوزير أمام الحضور «ولن نتأخر عن الموعد أبداً»"
    parts = (span(one, "«سنبدأ العمل غداً»"), span(one, "«ولن نتأخر عن الموعد أبداً»"))
    longer = "نقل: " + one
    assert Alignment(one, longer).carried(parts) == tuple(Span(p.start + 5, p.end + 5) for p in parts)
    assert Alignment(one, one.replace("نتأخر", "نتردد")).carried(parts) is None


def test_what_changed_is_told_in_reading_order():
    found = list(Alignment("افتتح الوزير الجسر أمس وغادر", "افتتحَ الوزير الجسر اليوم وغادر").stretches())
    assert [(each.way, each.text.strip()) for each in found] == [
        (Way.SPELLED, "افتتحَ"),
        (Way.SAME, "الوزير الجسر"),
        (Way.GONE, "أمس"),
        (Way.NEW, "اليوم"),
        (Way.SAME, "وغادر"),
    ]


_TEXTS = st.text(alphabet='ابتن و،.«»"\n\u064b\u0640\u200fa1', max_size=60)


@given(_TEXTS, _TEXTS)
def test_both_texts_can_be_read_from_what_changed(one, other):
    found = list(Alignment(one, other).stretches())
    new = "".join(each.text for each in found if each.way != Way.GONE)
    assert "".join(new.split()) == "".join(other[_first(other) :].split())


@given(_TEXTS, _TEXTS, st.integers(0, 60), st.integers(1, 60))
def test_whatever_the_texts_a_carried_stretch_is_sound(one, other, start, length):
    place = Span(start, min(start + length, len(one)))
    if place.start < place.end:
        found = Alignment(one, other).carried((place,))
        if found is not None:
            check_fragments(other, found)
            assert words_of(other, found[0]) == words_of(one, place)


def _first(text: str) -> int:
    from app.domain.text.tokens import tokens

    found = tokens(text)
    return found[0].start if found else len(text)
