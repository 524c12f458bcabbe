"""Edges that a rule would have put elsewhere are doubtful; those that were meant are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain.article import Zone
from app.domain.span import Span
from tests.quality.conftest import Desk

MakeDesk = Callable[..., Desk]
TEXT = "وصل من بغداد وبيروت وواشنطن وفد للسعودية بنسبة 71% وقال كتابه إن الأمر انتهى في 2024م، وزار لبنان."


@pytest.mark.parametrize(
    ("label", "words", "expected"),
    [
        ("GPE", "بغداد", []),
        ("GPE", "بغداد ", ["doubtful-edge"]),
        ("GPE", "وبيروت", ["edge-with-proclitic"]),
        ("GPE", "بيروت", []),
        ("GPE", "وواشنطن", ["edge-with-proclitic"]),
        ("GPE", "واشنطن", []),
        ("GPE", "اشنطن", ["edge-inside-word"]),
        ("GPE", "للسعودية", []),
        ("GPE", "لبنان", []),
        ("GPE", "لبنان.", ["doubtful-edge"]),
        ("GPE", "بغد", ["edge-inside-word"]),
        ("PERCENT", "71%", []),
        ("PERCENT", "71", ["percent-without-sign"]),
        ("CARDINAL", "71", []),
        ("PRODUCT", "كتاب", []),  # the pronoun that is left out is a word of its own
    ],
)
def test_the_edges_of_a_name(desk: MakeDesk, label: str, words: str, expected: list[str]) -> None:
    here = desk(TEXT)
    here.mark("entity", label, words)
    assert here.checks() == expected


def test_fragments_parted_by_white_space_alone(desk: MakeDesk) -> None:
    here = desk("قال سامر العواد ثم قال\nنعم")
    here.mark("entity", "PERS", "سامر", "العواد")
    here.mark("entity", "PERS", "سامر", "ثم")  # a word stands between
    assert here.checks() == ["white-gap"]


def test_fragments_on_two_lines_stay_two(desk: MakeDesk) -> None:
    here = desk("قال:\n«نعم\n«لا»")
    here.mark("claim", "claim", "نعم", "لا", normalized_claim="نعم ولا")
    assert "white-gap" not in here.checks()


def test_marks_in_excluded_parts(desk: MakeDesk) -> None:
    here = desk("سياسة\nوصل الوفد إلى بغداد", zones=(Zone("topic_line", Span(0, 5)), Zone("body", Span(6, 25))))
    here.mark("entity", "NORP", "سياسة")
    here.mark("entity", "GPE", "بغداد")
    assert here.checks() == ["excluded-zone"]


def test_a_label_that_is_gone(desk: MakeDesk) -> None:
    here = desk("وصل الوفد إلى بغداد")
    here.mark("entity", "GONE", "بغداد")
    (found,) = here.found()
    assert (found.check, found.severity, found.values["label"]) == ("unknown-label", "error", "GONE")


def test_a_mark_that_does_not_fit_its_text_is_told_once(desk: MakeDesk) -> None:
    here = desk("وصل الوفد إلى بغداد")
    here.mark("entity", "GPE", Span(14, 60))
    assert here.checks() == ["broken-mark"]
