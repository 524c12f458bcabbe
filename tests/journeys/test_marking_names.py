"""Marking who is named."""

from __future__ import annotations

from tests.journeys.conftest import Reader


def test_the_stem_under_the_caret_is_marked_with_one_key(reader: Reader) -> None:
    reader.go_to("بغداد")
    reader.press("G")
    assert reader.marks() == [("GPE", "بغداد")]


def test_a_name_behind_a_conjunction_is_marked_without_it(reader: Reader) -> None:
    reader.go_to("وبيروت")
    reader.press("G")
    assert reader.marks() == [("GPE", "بيروت")]


def test_two_clitics_are_left_out_and_the_article_is_kept(reader: Reader) -> None:
    reader.go_to("وبالعراق")
    reader.press("G")
    assert reader.marks() == [("GPE", "العراق")]


def test_a_name_that_lost_its_alef_is_marked_whole_with_its_normal_form(reader: Reader) -> None:
    reader.go_to("للسعودية")
    reader.press("G")
    assert reader.marks() == [("GPE", "للسعودية")]
    assert reader.focused().attributes["normalized"] == "السعودية"


def test_a_name_that_only_looks_as_if_it_had_a_clitic_stays_whole(reader: Reader) -> None:
    reader.go_to("وزير")
    assert reader.target() == "وزير"


def test_growing_from_stem_to_word_takes_the_clitic_in(reader: Reader) -> None:
    reader.go_to("وبيروت")
    reader.press("Space", "G")
    assert reader.marks() == [("GPE", "وبيروت")]


def test_a_selection_by_words_begins_at_the_stem(reader: Reader) -> None:
    reader.go_to("برنامج")
    reader.press("Shift+Left", "Shift+Left", "Shift+Left", "Shift+Left", "O")
    assert reader.marks() == [("ORG", "برنامج الأمم المتحدة الإنمائي")]


def test_a_percentage_and_a_date_are_words(reader: Reader) -> None:
    reader.go_to("71%")
    reader.press("3")
    reader.go_to("30.04.2026")
    reader.press("D")
    assert reader.marks() == [("PERCENT", "71%"), ("DATE", "30.04.2026")]


def test_an_acronym_is_marked_without_its_brackets(reader: Reader) -> None:
    reader.go_to("UNDP")
    reader.press("O")
    assert reader.marks() == [("ORG", "UNDP")]


def test_marks_nest(reader: Reader) -> None:
    reader.mark("J", "وزير البيئة الأردني")
    reader.mark("N", "الأردني")
    assert reader.marks() == [("OCC", "وزير البيئة الأردني"), ("NORP", "الأردني")]


def test_the_same_mark_is_not_made_twice(reader: Reader) -> None:
    reader.go_to("بغداد")
    reader.press("G", "G")
    assert reader.marks() == [("GPE", "بغداد")]
    assert "GPE" in reader.said()


def test_the_last_label_is_repeated(reader: Reader) -> None:
    reader.go_to("بغداد")
    reader.press("G")
    reader.go_to("وبيروت")
    reader.press(".")
    assert reader.marks() == [("GPE", "بغداد"), ("GPE", "بيروت")]


def test_a_mark_is_relabelled_by_the_key_of_the_new_label(reader: Reader) -> None:
    reader.go_to("بغداد")
    reader.press("G", "R", "O")
    assert reader.marks() == [("ORG", "بغداد")]
    assert reader.focused().changed_by == "sana"


def test_escape_leaves_relabelling(reader: Reader) -> None:
    reader.go_to("بغداد")
    reader.press("G", "R", "Esc", "P")
    assert reader.marks() == [("GPE", "بغداد"), ("PERS", "بغداد")]


def test_a_mark_is_erased(reader: Reader) -> None:
    reader.go_to("بغداد")
    reader.press("G", "Del")
    assert reader.marks() == []


def test_tab_walks_the_marks_in_reading_order_and_round(reader: Reader) -> None:
    for word in ("بغداد", "عمّان", "وبيروت"):
        reader.go_to(word)
        reader.press("G")
    reader.press("Shift+F2", "Home")  # without the lens
    seen = []
    for _ in range(4):
        reader.press("Tab")
        seen.append(reader.focused().exact)
    assert seen == ["عمّان", "بغداد", "بيروت", "عمّان"]
    reader.press("Shift+Tab")
    assert reader.focused().exact == "بيروت"


def test_edges_move_by_clitic_and_by_letter_and_the_mark_stays_itself(reader: Reader) -> None:
    made = reader.mark("G", "بيروت")
    reader.press("[")
    assert reader.marks() == [("GPE", "وبيروت")]
    reader.press("]", "Ctrl+]", "Ctrl+{")
    assert reader.marks() == [("GPE", "يرو")]
    reader.press("Ctrl+[", "}")
    assert reader.marks() == [("GPE", "بيروت")]
    assert reader.focused().id == made.id


def test_an_edge_does_not_pass_the_other(reader: Reader) -> None:
    reader.mark("G", "بيروت")
    reader.press(*["Ctrl+]"] * 9)
    assert reader.marks() == [("GPE", "ت")]
