"""Proposals are compared with gold one to one, by overlap and exactly."""

from __future__ import annotations

import pytest

from app.domain.span import Span
from app.quality.proposals import Scores, Told, overlap, pairs


def told(start: int, end: int, type_: str = "direct", cue: int | None = None, speaker: int | None = None) -> Told:
    """A quote of one fragment; a cue and a speaker have four letters."""
    cues = (Span(cue, cue + 4),) if cue is not None else ()
    speakers = (Span(speaker, speaker + 4),) if speaker is not None else ()
    return Told((Span(start, end),), type_, cues, speakers)


def scored(gold: list[Told], proposed: list[Told]) -> Scores:
    scores = Scores()
    scores.add(gold, proposed)
    return scores


def test_overlap_is_what_is_in_both_over_what_is_in_either():
    assert overlap((Span(0, 10),), (Span(0, 10),)) == 1
    assert overlap((Span(0, 10),), (Span(5, 15),)) == pytest.approx(1 / 3)
    assert overlap((Span(0, 5), Span(10, 15)), (Span(0, 15),)) == pytest.approx(2 / 3)
    assert overlap((Span(0, 5),), (Span(5, 9),)) == 0


def test_a_content_that_is_nearly_right_is_found_and_not_exact():
    score = scored([told(0, 100)], [told(0, 90)]).score()
    assert (score.found, score.exact) == (1, 0)
    figures = score.figures()
    assert figures["overlap"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert figures["exact"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0}


def test_a_content_that_is_half_right_is_missed_and_its_proposal_is_wrong():
    figures = scored([told(0, 100)], [told(0, 50)]).score().figures()
    assert figures["overlap"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0}


def test_two_proposals_cannot_find_one_quote():
    gold, near, exact = told(0, 100), told(0, 95), told(0, 100)
    assert list(pairs([gold], [near, exact])) == [(gold, exact)]
    figures = scored([gold], [near, exact]).score().figures()
    assert figures["overlap"] == {"precision": 0.5, "recall": 1.0, "f1": 0.6667}


def test_a_quote_and_the_quote_nested_in_it_are_told_apart():
    outer, inner = told(0, 100), told(10, 95)
    assert set(pairs([outer, inner], [told(0, 100), told(10, 95)])) == {(outer, outer), (inner, inner)}


def test_a_pair_counts_under_the_type_of_gold_and_the_types_are_compared_apart():
    scores = scored([told(0, 100, "mixed")], [told(0, 100, "direct"), told(200, 300, "indirect")])
    by_type = scores.by_type(("direct", "indirect", "mixed"))
    assert list(by_type) == ["indirect", "mixed", "all"]
    assert (by_type["mixed"].found, by_type["mixed"].type) == (1, 0)
    assert (by_type["indirect"].gold, by_type["indirect"].proposed) == (0, 1)
    assert by_type["indirect"].figures()["overlap"] == {"precision": 0.0, "recall": None, "f1": 0.0}


@pytest.mark.parametrize(
    ("gold", "proposed", "right"),
    [(200, 200, True), (200, 201, False), (None, None, True), (200, None, False), (None, 200, False)],
)
def test_the_cue_has_to_be_one_of_gold_or_none_where_gold_has_none(gold: int | None, proposed: int | None, right: bool):
    assert scored([told(0, 100, cue=gold)], [told(0, 100, cue=proposed)]).score().cue == right


@pytest.mark.parametrize(
    ("proposed", "right"), [(Span(0, 9), True), (Span(5, 9), True), (Span(0, 3), True), (Span(2, 5), False)]
)
def test_a_speaker_is_right_with_or_without_the_title(proposed: Span, right: bool):
    gold = Told((Span(50, 99),), "direct", speakers=(Span(0, 9),))
    found = Told((Span(50, 99),), "direct", speakers=(proposed,))
    assert scored([gold], [found]).score().speaker == right


def test_cue_and_speaker_count_only_where_the_content_was_found():
    figures = scored([told(0, 100, cue=200)], [told(300, 400, cue=200)]).score().figures()
    assert (figures["cue"], figures["speaker"], figures["type"]) == (None, None, None)


def test_sums_of_files_add_up():
    one, other = scored([told(0, 10)], [told(0, 10)]), scored([told(0, 10, "mixed")], [])
    one.merge(other)
    assert (one.score().gold, one.score().found, one.score("mixed").gold) == (2, 1, 1)


def test_nothing_beside_nothing_has_no_figures():
    assert scored([], []).score().figures()["overlap"] == {"precision": None, "recall": None, "f1": None}
