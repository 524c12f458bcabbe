"""Quotation marks in every style that news sites use, and misuse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.span import Span
from app.domain.text.graphemes import is_edge
from app.domain.text.quotation import (
    SWAPPED,
    UNBALANCED,
    Quoted,
    doubtful_marks,
    inner_of,
    parted_pairs,
    quoted,
    quoted_at,
    quoted_near,
)
from tests.domain.text.inventing import texts


def outers(text: str) -> list[str]:
    return [text[each.outer.start : each.outer.end] for each in quoted(text)]


def inners(text: str, *fragments: tuple[int, int]) -> list[str]:
    spans = [Span(*each) for each in fragments] or [Span(0, len(text))]
    return [text[span.start : span.end] for span in inner_of(text, spans)]


@pytest.mark.parametrize("marks", ['""', "«»", "“”", "„“", "„”", "‹›", "‘’", "””", "»«", "”“"])
def test_every_style_is_paired(marks: str) -> None:
    text = f"قال {marks[0]}نعم لا{marks[1]} أمس"
    assert quoted(text) == [Quoted(Span(4, 12), Span(5, 11), swapped=marks in ("»«", "”“"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('بـ"الكلمة" و"أخرى"', ['"الكلمة"', '"أخرى"']),
        ('قال ("نعم") "لا"', ['"نعم"', '"لا"']),
        ("قال «نعم «لا» ربما» ثم", ["«نعم «لا» ربما»", "«لا»"]),
        ('قال "نعم «لا» ربما" ثم', ['"نعم «لا» ربما"', "«لا»"]),
        ('“نعم" ثم "لا”', ['“نعم"', '"لا”']),
        ("don't l’Orient قر’آن ‘Abd", []),
        ('طوله 5" فقط', []),
        ('""', []),
        ("كلام» آخر", []),
        ('قال "نعم', ['"نعم']),
    ],
)
def test_marks_are_paired_by_order_and_stray_ones_left_alone(text: str, expected: list[str]) -> None:
    assert outers(text) == expected


def test_the_inner_stretch_has_no_space_at_its_edges() -> None:
    found = quoted("« نعم »")[0]
    assert (found.outer, found.inner) == (Span(0, 7), Span(2, 5))


def test_a_mark_repeated_at_each_paragraph_with_one_close_gives_one_stretch_each() -> None:
    text = '"أولى.\n"ثانية.\n"ثالثة".'
    assert outers(text) == ['"أولى.', '"ثانية.', '"ثالثة"']
    assert [each.closed for each in quoted(text)] == [False, False, True]


@pytest.mark.parametrize("marks", ['""', "«»", "“”"])
def test_a_quote_that_runs_on_without_a_mark_is_closed_where_it_ends(marks: str) -> None:
    text = f"قال: {marks[0]}أولى.\nوسطى\n\nأخيرة.{marks[1]}"
    assert outers(text) == [f"{marks[0]}أولى.", f"أخيرة.{marks[1]}"]
    assert [each.closed for each in quoted(text)] == [False, True]


def test_the_innermost_stretch_at_a_place_is_found_and_touching_counts() -> None:
    text = "قال «نعم «لا» ربما» ثم"
    whole, inside = quoted(text)
    assert quoted_at(text, inside.inner.start) == inside
    assert quoted_at(text, inside.outer.end) == inside
    assert quoted_at(text, whole.outer.start) == whole
    assert quoted_at(text, whole.outer.end) == whole
    assert quoted_at(text, 0) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"نعم"', ["نعم"]),
        ("« نعم »", ["نعم"]),
        ('"نعم', ["نعم"]),
        ('نعم"', ["نعم"]),
        ("نعم", ["نعم"]),
        ('"«نعم»"', ["«نعم»"]),
        ("«أ» ثم ب", ["«أ» ثم ب"]),
        ('"أ" و"ب"', ['"أ" و"ب"']),
        ('"', []),
    ],
)
def test_marks_at_the_outer_edges_are_left_out(text: str, expected: list[str]) -> None:
    assert inners(text) == expected


def test_an_interrupted_quote_loses_its_marks_in_each_fragment() -> None:
    assert inners('"أب" قال "جد"', (0, 4), (9, 13)) == ["أب", "جد"]
    assert inners('"أولى\n"ثانية"', (0, 5), (6, 13)) == ["أولى", "ثانية"]


@given(texts)
def test_stretches_are_sorted_and_on_grapheme_edges_with_the_inner_inside(text: str) -> None:
    found = quoted(text)
    assert found == sorted(found, key=lambda each: (each.outer.start, -each.outer.end))
    for each in found:
        assert each.outer.holds(each.inner)
        assert len(each.inner)
        for edge in (each.outer.start, each.outer.end, each.inner.start, each.inner.end):
            assert is_edge(text, edge)


@given(texts)
def test_what_is_found_near_a_place_is_what_is_found_in_the_whole(text: str) -> None:
    every = quoted(text)
    for place in range(len(text) + 1):
        assert all(each in every for each in quoted_near(text, place))
    assert all(each in quoted_near(text, each.inner.start) for each in every)


@given(texts, st.data())
def test_inner_fragments_lie_inside_their_fragments(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=4, unique=True)))
    fragments = [Span(start, end) for start, end in zip(cuts[::2], cuts[1::2], strict=False)]
    for inner in inner_of(text, fragments):
        assert inner.start < inner.end
        assert any(fragment.holds(inner) for fragment in fragments)


def test_the_reference_article_has_five_closed_quotes(reference: str) -> None:
    found = quoted(reference)
    assert len(found) == 5
    assert all(each.closed and not each.swapped for each in found)
    assert reference[found[2].inner.start : found[2].inner.end] == "أعداء شرسون"


def test_scraped_text_gives_stretches_on_grapheme_edges(scraped: list[str]) -> None:
    found = [(text, each) for text in scraped for each in quoted(text)]
    assert len(found) > 300
    assert sum(not each.closed for _, each in found) < 10
    assert all(is_edge(text, each.inner.start) and is_edge(text, each.inner.end) for text, each in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال «نعم» ومضى", {}),
        ("قال »نعم« ومضى", {"»": SWAPPED, "«": SWAPPED}),
        ("قال ”نعم” ومضى", {}),
        ("قال «نعم ومضى", {"«": UNBALANCED}),
        ("قال نعم» ومضى", {"»": UNBALANCED}),
        ("قال ’نعم ومضى", {}),
        ('قال "نعم ومضى', {'"': UNBALANCED}),
    ],
)
def test_marks_without_a_partner_and_swapped_ones_are_doubtful(text: str, expected: dict[str, str]) -> None:
    assert {text[at]: why for at, why in doubtful_marks(text, 0).items()} == expected


def test_a_quote_that_goes_on_in_the_next_paragraph_is_not_doubtful() -> None:
    for text in ("«جاء في الأول.\n\n«وفي الثاني».", "قال: «جاء في الأول.\n\nوفي الثاني» ثم مضى."):
        assert doubtful_marks(text, 0) == {}
        assert doubtful_marks(text, len(text) - 1) == {}


def test_a_pair_is_parted_when_only_one_of_its_marks_is_in_the_fragments() -> None:
    text = "قال «نعم» ومضى"
    assert parted_pairs(text, (Span(4, 8),))
    assert not parted_pairs(text, (Span(4, 9),))
    assert not parted_pairs(text, (Span(5, 8),))
    assert not parted_pairs(text, (Span(4, 6), Span(7, 9)))
