"""Reporting expressions of a project: read, written, and laid over those that ship."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app import resources
from app.domain.text.expressions import (
    Expression,
    OwnWords,
    check,
    expressions,
    guess,
    read_own,
    with_own,
    write_own,
)
from app.domain.text.lexicon import Lexicons, reporting_match
from app.domain.text.tokens import Words
from app.domain.text.wordlists import STRENGTHS, LexiconError, read_table
from app.workbench.lexicons import shipped

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآؤئى"
word = st.text(LETTERS, min_size=2, max_size=7)
form = st.one_of(st.just(""), word)
verbs = st.builds(
    Expression,
    st.sampled_from(STRENGTHS),
    past=word,
    prepositions=st.lists(word, max_size=2).map(" ".join),
    present=form,
    participle=form,
    noun=form,
    alone=st.booleans(),
    before_noun=st.booleans(),
)
frames = st.builds(Expression, st.sampled_from(STRENGTHS), frame=word)
lists = st.builds(
    OwnWords,
    st.lists(st.one_of(verbs, frames), max_size=6, unique_by=lambda each: each.head).map(tuple),
    st.frozensets(word, max_size=4),
)


def strength(text: str, lexicons: Lexicons) -> str | None:
    """How the first word of ``text`` reports."""
    token = Words(text).at(0)
    assert token is not None
    match = reporting_match(text, token, lexicons)
    return match.strength if match else None


def merged(own: OwnWords) -> Lexicons:
    return with_own(resources.lexicons(), shipped(), own)


@given(lists)
def test_a_list_that_is_written_is_read_again(own: OwnWords):
    text = write_own(own)
    again = read_own(text, "x")
    assert set(again.added) == set(own.added)
    assert again.off == own.off
    assert write_own(again) == text


def test_an_empty_list_is_an_empty_text():
    assert write_own(OwnWords()) == ""
    assert read_own("", "x") == OwnWords()


def test_the_shipped_list_is_read_expression_by_expression():
    heads = [each.head for each in shipped()]
    assert len(heads) == len(set(heads)) > 100
    assert {each.strength for each in shipped()} == set(STRENGTHS)
    assert merged(OwnWords()) == resources.lexicons()


def test_a_verb_is_found_in_its_forms_with_its_strength():
    own = OwnWords().adding(Expression("doubting", past="همهم", present="يهمهم", participle="مهمهم"))
    lexicons = merged(own)
    for text in ("همهم الرجل", "وهمهمت", "يهمهمون", "سيهمهم", "مهمهما"):
        assert strength(text, lexicons) == "doubting", text
        assert strength(text, resources.lexicons()) is None


def test_a_project_says_otherwise_how_strong_a_shipped_verb_is():
    assert strength("قال الرجل", resources.lexicons()) == "neutral"
    assert strength("قال الرجل", merged(OwnWords((Expression("denying", past="قال"),)))) == "denying"


def test_a_verb_takes_its_content_by_its_prepositions():
    own = OwnWords((Expression(past="همهم", prepositions="ب إلى"), Expression(past="طالب")))
    assert merged(own).complements_of("همهم") == ("ب", "الي")
    assert merged(own).complements_of("طالب") == ()  # the project's own entry has none


def test_a_shipped_verb_that_is_switched_off_reports_nothing():
    off = merged(OwnWords(off=frozenset({"زعم", "بحسب"})))
    assert strength("زعم الرجل", off) is None
    assert strength("بحسب الرجل", off) is None
    assert "بحسب" not in off.frames
    assert strength("قال الرجل", off) == "neutral"


def test_switching_off_twice_is_on_again():
    assert OwnWords().switching("قال").switching("قال") == OwnWords()


@pytest.mark.parametrize(
    ("seen", "head"),
    [("وأوضحت", "أوضح"), ("قال", "قال"), ("يزعم", "يزعم"), ("مجدداً", "مجدد"), ("وصف", "وصف"), ("قالت", "قال")],
)
def test_an_expression_is_guessed_from_a_word_of_the_text(seen: str, head: str):
    assert guess(seen).head == head


@pytest.mark.parametrize("wrong", [Expression(), Expression(past="قال له"), Expression(past="ـَ")])
def test_an_expression_is_one_word(wrong: Expression):
    with pytest.raises(LexiconError):
        check(wrong)


def test_what_is_no_expression_is_named():
    with pytest.raises(LexiconError, match="loud"):
        list(expressions(read_table("x", "[loud]"), "x"))
