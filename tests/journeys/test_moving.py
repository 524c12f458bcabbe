"""Moving and selecting follow the eye."""

from __future__ import annotations

import pytest

from app.domain.span import Span
from tests.journeys.conftest import OpenReader, Reader


def test_left_goes_forward_in_a_right_to_left_article(reader: Reader) -> None:
    reader.press("Home", "Left", "Left")
    assert reader.target() == "في"
    reader.press("Right")
    assert reader.target() == "المناخ"


def test_right_goes_forward_in_a_left_to_right_article(open_reader: OpenReader) -> None:
    reader = open_reader("The minister said the summit will open on Sunday in the capital.")
    reader.press("Home", "Right", "Right")
    assert reader.target() == "said"


def test_control_with_arrows_goes_by_sentence_and_paragraph(reader: Reader) -> None:
    reader.press("Home", "Ctrl+Down")
    assert reader.target() == "قال"
    reader.press("Ctrl+Down")
    assert reader.caret == reader.find("وشارك").start
    reader.press("Ctrl+Up", "Ctrl+Left")
    assert reader.caret == reader.find("وشارك").start


def test_alt_with_arrows_goes_by_clitic_then_by_letter(reader: Reader) -> None:
    start = reader.find("وبالعراق").start
    reader.go_to(start)
    reader.press("Alt+Left")
    assert reader.caret == start + 1
    reader.press("Alt+Left")
    assert reader.caret == start + 2
    reader.press("Alt+Left", "Alt+Left")
    assert reader.caret == start + 5
    reader.press("Alt+Right", "Alt+Right", "Alt+Right", "Alt+Right")
    assert reader.caret == start


def test_a_caret_at_a_clitic_stop_chooses_where_the_mark_begins(reader: Reader) -> None:
    start = reader.find("وبالعراق").start
    reader.go_to(start)
    reader.press("Alt+Left", "G")
    assert reader.marks() == [("GPE", "بالعراق")]


def test_up_and_down_go_by_lines_and_land_on_words(reader: Reader) -> None:
    reader.press("Home", "Down", "Down")
    line = reader.caret
    reader.press("Down", "Up")
    assert reader.caret == line
    assert reader.target()


def test_shift_extends_to_the_ends_of_words_without_a_space(reader: Reader) -> None:
    reader.go_to("سليم")
    reader.press("Shift+Left", "Shift+Left")
    assert reader.target() == "سليم الناصر"
    reader.press("Shift+Right")
    assert reader.target().strip() == "سليم"


def test_growing_and_shrinking_take_the_same_way(reader: Reader) -> None:
    reader.go_to("وبيروت")
    seen = [reader.target()]
    for _ in range(8):
        reader.press("Space")
        seen.append(reader.target())
    assert seen[:2] == ["بيروت", "وبيروت"]
    assert any(each.startswith("وشارك") for each in seen)
    back = []
    for _ in range(8):
        reader.press("Shift+Space")
        back.append(reader.target())
    rungs = list(dict.fromkeys(seen))
    assert list(dict.fromkeys(back))[: len(rungs) - 1] == rungs[-2::-1]


def test_growing_reaches_the_quoted_stretch_without_and_with_its_marks(reader: Reader) -> None:
    reader.go_to("مستعدة")
    seen = set()
    for _ in range(6):
        reader.press("Space")
        seen.add(reader.target())
    assert "العاصمة مستعدة للقمة" in seen
    assert '"العاصمة مستعدة للقمة"' in seen


def test_the_caret_never_stands_inside_a_letter_and_its_marks(open_reader: OpenReader) -> None:
    text = "قالوا: مُدَرِّسُون 👩‍👩‍👧 عمّان e\u0301t\u0301 نهاية"
    reader = open_reader(text)
    reader.press("Home")
    edges = set()
    for _ in range(60):
        reader.press("Alt+Left")
        edges.add(reader.caret)
    from app.domain.text.graphemes import is_edge

    assert all(is_edge(text, edge) for edge in edges)
    assert len(text) in edges


def test_selecting_everything_and_nothing(reader: Reader) -> None:
    reader.press("Ctrl+A")
    assert reader.bench.place.selection == Span(0, len(reader.bench.reading.text))  # type: ignore[union-attr]
    reader.press("Esc")
    assert reader.bench.place.selection is None


ODD_TEXTS = ["\n\n\n", "\u200f", "\ufeff\ufeffقال الوزير إن الوفد وصل.\n", "\u2028\u2029", "\u064b\u0301"]


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_no_text_is_too_odd_to_move_in(open_reader: OpenReader, text: str) -> None:
    reader = open_reader(text)
    reader.press("Ctrl+Right", "Ctrl+Left", "Ctrl+Up", "Down", "Alt+Left", "End", "Down", "Ctrl+Shift+Right", "Q")
    view = reader.session.window.view
    assert view.page.offsets.to_text(view.textCursor().position()) == reader.caret
    assert view.document().characterCount() == len(text) + 1


def test_a_page_down_brings_the_caret_along_and_a_page_up_takes_it_back(open_reader: OpenReader) -> None:
    reader = open_reader("\n\n".join(f"الفقرة رقم {number} من نص طويل يملأ صفحات كثيرة." for number in range(60)))
    reader.press("Home", "PgDown")
    down = reader.caret
    assert down > 200
    reader.press("PgDown")
    assert reader.caret > down
    reader.press("PgUp", "PgUp")
    assert reader.caret <= 5
    reader.press("Shift+PgDown")
    assert reader.bench.place.selection is not None and reader.bench.place.selection.end >= down
