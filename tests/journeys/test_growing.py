"""Growing and shrinking the selection: names by few strokes, and the way back."""

from __future__ import annotations

import pytest

from tests.journeys.conftest import OpenReader, Reader

NEWS = """\
قال وزير المياه والري الأردني سامر العواد إن السدود امتلأت، مضيفاً أن المشروع كلف 31 مليون دولار منذ 30 مايو 2019.

ووصل الرئيس العراقي عبد الكريم حمدان إلى عمّان، وفق وكالة الأنباء العراقية الرسمية (نبأ).
"""


def steps(reader: Reader, word: str, presses: int) -> list[str]:
    """What a label key would mark at ``word``, and after each press of Space."""
    reader.go_to(word)
    seen = [reader.target()]
    for _ in range(presses):
        reader.press("Space")
        seen.append(reader.target())
    return seen


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("وزير", ["وزير", "وزير المياه", "وزير المياه والري الأردني", "وزير المياه والري الأردني سامر العواد"]),
        ("سامر", ["سامر", "سامر العواد", "وزير المياه والري الأردني سامر العواد"]),
        ("31", ["31", "31 مليون دولار", "المشروع كلف 31 مليون دولار منذ 30 مايو 2019"]),
        ("مايو", ["مايو", "30 مايو 2019"]),
        ("الرئيس", ["الرئيس", "الرئيس العراقي", "الرئيس العراقي عبد الكريم حمدان"]),
        ("عبد", ["عبد", "عبد الكريم حمدان", "الرئيس العراقي عبد الكريم حمدان"]),
        ("وكالة", ["وكالة", "وكالة الأنباء العراقية الرسمية", "وكالة الأنباء العراقية الرسمية (نبأ)"]),
    ],
)
def test_names_dates_and_sums_are_one_or_two_presses_away(
    open_reader: OpenReader, word: str, expected: list[str]
) -> None:
    assert steps(open_reader(NEWS), word, len(expected) - 1) == expected


def test_an_office_and_its_holder_are_marked_beside_each_other(open_reader: OpenReader) -> None:
    reader = open_reader(NEWS)
    reader.go_to("الرئيس")
    reader.press("Space", "J")
    reader.go_to("عبد")
    reader.press("Space", "P")
    assert reader.marks() == [("OCC", "الرئيس العراقي"), ("PERS", "عبد الكريم حمدان")]


def test_shrinking_takes_the_way_that_growing_came_and_ends_where_it_began(open_reader: OpenReader) -> None:
    reader = open_reader(NEWS)
    reader.go_to("سامر")
    places = [reader.bench.place]
    for _ in range(4):
        reader.press("Space")
        places.append(reader.bench.place)
    assert len(set(places)) == 5
    back = []
    for _ in range(4):
        reader.press("Shift+Space")
        back.append(reader.bench.place)
    assert back == places[-2::-1]


def test_a_selection_made_by_arrows_grows_to_what_holds_it_and_comes_back(open_reader: OpenReader) -> None:
    reader = open_reader(NEWS)
    reader.go_to("الأنباء")
    reader.press("Shift+Left", "Shift+Left")
    chosen = reader.bench.place
    assert reader.target() == "الأنباء العراقية"
    reader.press("Space")
    assert reader.target() == "وكالة الأنباء العراقية الرسمية"
    reader.press("Space", "Space", "Shift+Space", "Shift+Space", "Shift+Space")
    assert reader.bench.place == chosen


def test_a_selection_across_two_names_grows_to_what_holds_both(open_reader: OpenReader) -> None:
    reader = open_reader(NEWS)
    reader.go_to("العراقي عبد")
    reader.press("Shift+Left", "Shift+Left")
    assert reader.target() == "العراقي عبد"
    reader.press("Space")
    assert reader.target() == "الرئيس العراقي عبد الكريم حمدان"


def test_the_way_back_is_forgotten_when_the_caret_moves(open_reader: OpenReader) -> None:
    reader = open_reader(NEWS)
    reader.go_to("سامر")
    reader.press("Space", "Space", "Left", "Right")
    here = reader.bench.place
    reader.press("Shift+Space")
    assert reader.bench.place == here
    assert not reader.bench.climb.way


def test_a_selection_that_was_changed_by_arrows_begins_a_new_way(open_reader: OpenReader) -> None:
    reader = open_reader(NEWS)
    reader.go_to("وزير")
    reader.press("Space", "Space", "Shift+Right")
    changed = reader.target()
    reader.press("Space", "Shift+Space")
    assert reader.target() == changed


def test_marking_forgets_the_way_and_another_article_does_too(open_reader: OpenReader) -> None:
    reader = open_reader(NEWS, NEWS)
    reader.go_to("سامر")
    reader.press("Space", "P")
    assert not reader.bench.climb.way
    reader.press("Space", "Ctrl+PgDown")
    assert not reader.bench.climb.way


def test_growing_ends_at_the_paragraph_and_keeps_the_way(open_reader: OpenReader) -> None:
    reader = open_reader(NEWS)
    seen = steps(reader, "السدود", 8)
    assert seen[1:4] == [
        "السدود امتلأت",
        "قال وزير المياه والري الأردني سامر العواد إن السدود امتلأت",
        NEWS.split("\n")[0],
    ]
    assert seen[-1] == NEWS.split("\n")[0]
    reader.press("Shift+Space")
    assert reader.target() == seen[2]


def test_reported_speech_without_marks_is_quoted_by_growing(open_reader: OpenReader) -> None:
    reader = open_reader(NEWS)
    reader.go_to("السدود")
    reader.press("Space", "Q")
    assert reader.marks("quote") == [("indirect", "السدود امتلأت")]


@pytest.mark.parametrize(
    ("word", "expected", "modality"),
    [
        ("امتلأت", "السدود امتلأت", "reported"),
        ("قال", "السدود امتلأت", "reported"),
        ("المشروع", "المشروع كلف 31 مليون دولار منذ 30 مايو 2019", "reported"),
        ("الرئيس", "ووصل الرئيس العراقي عبد الكريم حمدان إلى عمّان", "asserted"),
    ],
)
def test_a_claim_is_the_clause_at_the_caret_behind_what_reports_it(
    open_reader: OpenReader, word: str, expected: str, modality: str
) -> None:
    reader = open_reader(NEWS)
    reader.go_to(word)
    reader.press("C")
    assert reader.focused().exact == expected
    assert reader.focused().attributes["modality"] == modality


def test_a_claim_in_quotation_marks_that_nobody_marked_is_without_them(open_reader: OpenReader) -> None:
    reader = open_reader('وأكد سليم أن "الوفد وصل إلى عدن صباحا". وقال إن هناك "أعداء شرسون" للاتفاق.')
    reader.go_to("وأكد")
    reader.press("C")
    reader.go_to("شرسون")
    reader.press("C")
    assert [surface for _, surface in reader.marks("claim")] == [
        "الوفد وصل إلى عدن صباحا",
        'هناك "أعداء شرسون" للاتفاق',
    ]
