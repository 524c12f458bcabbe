"""Marks compared with one another: labelled two ways, marked twice, said twice."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.annotation import REJECTED, SUGGESTED
from tests.quality.conftest import Desk

MakeDesk = Callable[..., Desk]
TEXT = 'وصل إلى بغداد ثم عاد من بغداد وغادر للسعودية من السعودية، و«نحن بخير اليوم» و"نحن بخير، اليوم" انتهى، بغداد.'


def test_the_label_that_is_rarer_is_doubtful(desk: MakeDesk) -> None:
    here = desk(TEXT)
    here.mark("entity", "GPE", here.span("بغداد", 1))
    odd = here.mark("entity", "LOC", here.span("بغداد", 2))
    here.mark("entity", "GPE", here.span("بغداد", 3))
    (found,) = here.found()
    assert (found.check, found.annotation, found.other) == ("labelled-two-ways", odd.id, "GPE")


def test_in_a_tie_the_first_label_counts(desk: MakeDesk) -> None:
    here = desk(TEXT)
    here.mark("entity", "LOC", here.span("بغداد", 1))
    later = here.mark("entity", "GPE", here.span("بغداد", 2))
    assert [each.annotation for each in here.found()] == [later.id]


def test_a_name_that_hides_its_article_is_the_same_name(desk: MakeDesk) -> None:
    here = desk(TEXT)
    here.mark("entity", "GPE", "للسعودية", normalized="السعودية")
    here.mark("entity", "NORP", here.span("السعودية"))
    assert here.checks() == ["labelled-two-ways"]


def test_two_labels_on_one_place_were_both_meant(desk: MakeDesk) -> None:
    here = desk(TEXT)
    here.mark("entity", "GPE", here.span("بغداد", 1))
    here.mark("entity", "ORG", here.span("بغداد", 1))
    assert here.checks() == []


def test_the_same_mark_twice(desk: MakeDesk) -> None:
    here = desk(TEXT)
    first = here.mark("entity", "GPE", here.span("بغداد", 1))
    second = here.mark("entity", "GPE", here.span("بغداد", 1))
    (found,) = here.found()
    assert (found.check, found.annotation, found.other) == ("marked-twice", second.id, first.id)


def test_the_same_words_said_twice_want_a_link(desk: MakeDesk) -> None:
    here = desk(TEXT)
    first = here.mark("quote", "direct", "«نحن بخير اليوم»", realization="implicit")
    second = here.mark("quote", "direct", '"نحن بخير، اليوم"', realization="implicit")
    twice = [each for each in here.found() if each.check == "same-words-twice"]
    assert [(each.annotation, each.other) for each in twice] == [(second.id, first.id)]
    here.tie("same_utterance", first, second)
    assert "same-words-twice" not in here.checks()


def test_suggestions_are_told_once_and_rejected_ones_never(desk: MakeDesk) -> None:
    here = desk(TEXT)
    here.mark("entity", "GPE", here.span("بغداد", 2), state=SUGGESTED)
    first = here.mark("entity", "GPE", here.span("بغداد", 1), state=SUGGESTED)
    here.mark("entity", "LOC", here.span("بغداد", 3), state=REJECTED)
    (found,) = here.found()
    assert (found.check, found.annotation, found.values["count"]) == ("undecided", first.id, 2)
