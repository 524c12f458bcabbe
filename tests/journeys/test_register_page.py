"""The page of the register shows where everybody is named, and corrects who they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.ui.kind_page import KindPage
from app.ui.registerpage import RegisterPage
from tests.journeys.conftest import OpenReader, Reader
from tests.journeys.registering import TALKS, linked, names, register, type_, write


def page(reader: Reader) -> RegisterPage:
    found = [each for each in reader.session.window.findChildren(RegisterPage) if each.isVisible()]
    assert len(found) == 1, "the page is open"
    return found[0]


def open_page(reader: Reader) -> RegisterPage:
    reader.press("Ctrl+Shift+E")
    return page(reader)


def shown(of: RegisterPage) -> list[str]:
    return [entry.name for entry in of.entries]


@pytest.fixture
def linked_reader(open_reader: OpenReader) -> Reader:
    """Two articles; the speaker, the city everywhere, and the speaker's last name as an entry of its own."""
    reader = open_reader(TALKS, "عاد سليم الناصر من بغداد\nوالناصر وزير")
    reader.mark("P", "سليم الناصر", 2)
    reader.press("E")
    type_("+")
    reader.mark("G", "بغداد")
    reader.press("E")
    type_("+")
    reader.mark("P", "الناصر", 3)
    reader.press("E")
    write("الناصر")
    type_("+")
    reader.press("Ctrl+PgDown")
    reader.mark("P", "سليم الناصر")
    reader.press("E")
    type_("Return")
    reader.press("Ctrl+PgUp")
    return reader


def test_the_page_lists_searches_and_shows_where_an_entry_is_named(linked_reader: Reader) -> None:
    shows = open_page(linked_reader)
    assert shown(shows) == ["الناصر", "بغداد", "سليم الناصر"]
    write("سليم")
    assert shown(shows) == ["سليم الناصر"]
    assert [each.exact for each in shows.mentions.mentions] == ["سليم الناصر", "سليم الناصر"]
    assert len({each.article for each in shows.mentions.mentions}) == 2
    assert shows.mentions.mentions[1].before == "عاد "


def test_enter_goes_to_a_mention_in_another_article(linked_reader: Reader) -> None:
    open_page(linked_reader)
    write("سليم")
    type_("Down", "Return", "Down", "Return")
    assert linked_reader.bench.article is not None
    assert linked_reader.bench.article.ref == "article-1"
    assert linked_reader.focused().exact == "سليم الناصر"
    assert QApplication.focusWidget() is linked_reader.session.window.view


def test_two_entries_become_one_and_undo_parts_them(linked_reader: Reader) -> None:
    shows = open_page(linked_reader)
    before = linked(linked_reader)
    type_("Down", "Space", "Down", "Down", "M")
    assert shown(shows) == ["بغداد", "سليم الناصر"]
    assert shows.entry is not None
    assert (shows.entry.name, shows.entry.aliases) == ("سليم الناصر", ("الناصر",))
    assert len(shows.mentions.mentions) == 3
    assert ("الناصر", "سليم الناصر") in linked(linked_reader)
    type_("Ctrl+Z")
    assert shown(shows) == ["الناصر", "بغداد", "سليم الناصر"]
    assert linked(linked_reader) == before


def test_ticked_mentions_are_split_off_and_named(linked_reader: Reader) -> None:
    shows = open_page(linked_reader)
    write("سليم")
    type_("Down", "Return", "Space", "X")
    assert QApplication.focusWidget() is shows.form.name
    write("سليم الناصر الابن")
    type_("Return")
    assert sorted(names(linked_reader)) == ["الناصر", "بغداد", "سليم الناصر", "سليم الناصر الابن"]
    assert ("سليم الناصر", "سليم الناصر الابن") in linked(linked_reader)
    assert linked_reader.bench.undo() is not None
    assert linked_reader.bench.undo() is not None
    assert names(linked_reader) == ["الناصر", "بغداد", "سليم الناصر"]


def test_an_entry_that_is_named_is_erased_only_when_asked_twice(linked_reader: Reader) -> None:
    shows = open_page(linked_reader)
    write("بغداد")
    type_("Down", "Delete")
    assert "بغداد" in names(linked_reader)
    assert "1" in shows.note.text()
    type_("Delete")
    assert "بغداد" not in names(linked_reader)
    assert ("بغداد", "بغداد") not in linked(linked_reader)
    type_("Esc")
    linked_reader.press("Ctrl+Z")
    assert ("بغداد", "بغداد") in linked(linked_reader)


def test_fields_correct_an_entry_and_refuse_a_wrong_id(linked_reader: Reader) -> None:
    shows = open_page(linked_reader)
    write("بغداد")
    shows.form.kb_id.setFocus()
    write("1530")
    type_("Return")
    assert register(linked_reader)[1].kb_id is None
    assert "1530" in shows.note.text()
    shows.form.kb_id.selectAll()
    write("Q1530")
    type_("Return")
    assert register(linked_reader)[1].kb_id == "Q1530"
    type_("Shift+Tab")
    write("دار السلام ؛ مدينة السلام")
    type_("Tab")
    assert register(linked_reader)[1].aliases == ("دار السلام", "مدينة السلام")


def test_a_list_is_looked_at_before_it_comes_in(linked_reader: Reader, tmp_path: Path) -> None:
    table = tmp_path / "list.csv"
    table.write_text("id,name,type\nQ1530,بغداد,مدينة\nQ3820,بيروت,مدينة\nX9,دمشق,مدينة\n", encoding="utf-8")
    shows = open_page(linked_reader)
    shows.look_at(table)
    assert "4" in shows.note.text(), "the line that is refused"
    assert len(names(linked_reader)) == 3
    type_("Return")
    assert {entry.name: entry.kb_id for entry in register(linked_reader)} == {
        "الناصر": None,
        "بغداد": "Q1530",
        "بيروت": "Q3820",
        "سليم الناصر": None,
    }
    shows.look_at(table)
    assert shows.plan is None, "nothing is left to bring"


def test_the_page_closes_by_escape_and_by_its_key(linked_reader: Reader) -> None:
    shows = open_page(linked_reader)
    type_("Esc")
    assert not shows.isVisible()
    assert QApplication.focusWidget() is linked_reader.session.window.view
    open_page(linked_reader)
    type_("Ctrl+Shift+E")
    assert not [each for each in linked_reader.session.window.findChildren(RegisterPage) if each.isVisible()]


def test_the_letters_of_the_lists_work_on_the_arabic_layout(linked_reader: Reader) -> None:
    shows = open_page(linked_reader)
    type_("Down", "Space", "Down", "Down")
    write("ة")
    assert shown(shows) == ["بغداد", "سليم الناصر"]
    type_("Return", "Space")
    write("ء")
    assert len(shown(shows)) == 3


def test_a_new_entry_is_made_by_the_name_that_was_typed(linked_reader: Reader) -> None:
    shows = open_page(linked_reader)
    type_("Down", "+")
    assert len(names(linked_reader)) == 3, "no name was typed"
    shows.search.setFocus()
    write("سليم")
    type_("+")
    assert shown(shows) == ["سليم", "سليم الناصر"]
    assert shows.entry is not None
    assert shows.entry.name == "سليم"
    write(" الأول")
    assert shown(shows) == []
    type_("Return")
    assert shown(shows) == ["سليم الأول"]


def test_a_choice_in_the_label_box_changes_the_entry(linked_reader: Reader) -> None:
    shows = open_page(linked_reader)
    write("بغداد")
    shows.form.label.setFocus()
    type_("Down")
    assert {entry.name: entry.label for entry in register(linked_reader)}["بغداد"] == "LOC"


def test_the_inspector_says_who_a_mark_is(linked_reader: Reader) -> None:
    linked_reader.go_to(linked_reader.find("سليم الناصر", 2).start)
    current = linked_reader.session.window.inspector.current
    assert isinstance(current, KindPage)
    assert "سليم الناصر" in current.entry.text()
    assert current.entry.isVisible()
    linked_reader.mark("J", "الوزير")
    assert not current.entry.isVisible()


def test_many_mentions_are_read_as_far_as_the_list_is_scrolled(open_reader: OpenReader) -> None:
    reader = open_reader("بغداد " * 200)
    reader.mark("G", "بغداد")
    reader.press("A")
    type_("Return")
    reader.press("E")
    type_("Shift+Return")
    shows = open_page(reader)
    assert len(shows.mentions.mentions) == 60
    assert "200" in shows.named.text()
    shows.places.setFocus()
    for _ in range(8):
        type_("End")
    assert len(shows.mentions.mentions) == 200
    assert len({each.span for each in shows.mentions.mentions}) == 200
