"""The register: E says who a mention is, and the page shows where everybody is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.annotation import RegisterEntry
from app.ui.kind_page import KindPage
from app.ui.register import EntryPanel
from app.ui.registerpage import RegisterPage
from app.workbench.entries import entries_of
from tests.journeys.conftest import OpenReader, Reader

TALKS = """أعلن سليم الناصر خطة جديدة للمياه

قال سليم الناصر إن "الخطة جاهزة"، وأضاف الناصر أن التمويل يأتي من بغداد.

وقال: "سنبدأ الأحد".

ورحبت بغداد بالخطة، وقال الوزير الناصر إنه يشكر بغداد.
"""


def panel(reader: Reader) -> EntryPanel:
    found = [each for each in reader.session.window.findChildren(EntryPanel) if each.isVisible()]
    assert len(found) == 1, "the panel is open"
    return found[0]


def closed(reader: Reader) -> bool:
    return not any(each.isVisible() for each in reader.session.window.findChildren(EntryPanel))


def type_(*keys: str) -> None:
    """Press keys wherever the keyboard is."""
    for key in keys:
        stroke = QKeySequence(key)[0]  # type: ignore[index]
        QTest.keyClick(QApplication.focusWidget(), stroke.key(), stroke.keyboardModifiers())
        QApplication.processEvents()


def write(text: str) -> None:
    """Type letters that no Latin key has."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(
                QApplication.focusWidget(), QKeyEvent(kind, ord(letter), Qt.KeyboardModifier.NoModifier, letter)
            )
    QApplication.processEvents()


def register(reader: Reader) -> list[RegisterEntry]:
    return sorted(reader.bench.store.register(), key=lambda entry: entry.name)


def names(reader: Reader) -> list[str]:
    return [entry.name for entry in register(reader)]


def linked(reader: Reader) -> list[tuple[str, str]]:
    """Each mark with the name of its entry."""
    known = {entry.id: entry.name for entry in reader.bench.store.register()}
    return [(mark.exact, known[entry]) for mark in reader.bench.marks for entry in entries_of(reader.bench, mark)]


def test_a_new_name_gets_an_entry_by_one_key_after_e(open_reader: OpenReader) -> None:
    reader = open_reader(TALKS)
    reader.mark("P", "سليم الناصر")
    reader.press("E")
    type_("+")
    assert closed(reader)
    (entry,) = register(reader)
    assert (entry.name, entry.label, entry.aliases, entry.kb_id) == ("سليم الناصر", "PERS", (), None)
    assert linked(reader) == [("سليم الناصر", "سليم الناصر")]
    assert QApplication.focusWidget() is reader.session.window.view
    assert reader.focused().exact == "سليم الناصر"
    assert "سليم الناصر" in reader.said()


def test_undo_takes_entry_and_link_away_and_redo_brings_them_back(open_reader: OpenReader) -> None:
    reader = open_reader(TALKS)
    reader.mark("P", "سليم الناصر")
    reader.press("E")
    type_("Return")
    reader.press("Ctrl+Z")
    assert (names(reader), linked(reader)) == ([], [])
    assert len(reader.bench.register) == 0
    reader.press("Ctrl+Y")
    assert linked(reader) == [("سليم الناصر", "سليم الناصر")]
    assert len(reader.bench.register) == 1


def test_two_strokes_link_the_last_name_of_whom_the_article_named(open_reader: OpenReader) -> None:
    reader = open_reader(TALKS)
    reader.mark("P", "سليم الناصر")
    reader.press("E")
    type_("+")
    reader.mark("P", "الناصر", 3)
    reader.press("E")
    type_("Return")
    assert names(reader) == ["سليم الناصر"]
    assert linked(reader)[-1] == ("الناصر", "سليم الناصر")
    assert register(reader)[0].aliases == (), "it is a part of the name already"


def test_the_same_mentions_of_the_article_are_linked_in_one_edit(open_reader: OpenReader) -> None:
    reader = open_reader(TALKS)
    reader.mark("G", "بغداد")
    reader.press("A")
    type_("Return")
    reader.press("E")
    assert panel(reader).note.text()
    type_("Shift+Return")
    assert linked(reader) == [("بغداد", "بغداد")] * 3
    reader.press("Ctrl+Z")
    assert linked(reader) == []


def test_typing_narrows_by_folded_letters(open_reader: OpenReader) -> None:
    reader = open_reader(TALKS)
    for label, surface in (("P", "سليم الناصر"), ("G", "بغداد")):
        reader.mark(label, surface)
        reader.press("E")
        type_("+")
    reader.mark("O", "الوزير")
    reader.press("E")
    write("بغدا")
    assert [offer.name for offer in panel(reader).offered] == ["بغداد", "بغدا"]
    type_("Return")
    assert ("الوزير", "بغداد") in linked(reader)


def test_delete_unlinks_and_escape_leaves(open_reader: OpenReader) -> None:
    reader = open_reader(TALKS)
    reader.mark("G", "بغداد")
    reader.press("E")
    type_("Esc")
    assert closed(reader)
    assert names(reader) == []
    reader.press("E")
    type_("+")
    reader.press("E")
    type_("Delete")
    assert linked(reader) == []
    assert names(reader) == ["بغداد"], "the entry stays"


def test_e_and_the_page_have_their_keys_on_the_arabic_layout(open_reader: OpenReader) -> None:
    commands = open_reader(TALKS).window.commands
    assert commands.keys(commands.actions["entity.link"]) == ("E", "ث")
    assert commands.keys(commands.actions["view.register"]) == ("Ctrl+Shift+E", "Ctrl+Shift+ث")


def test_the_speaker_of_a_quote_is_linked_from_the_quote(open_reader: OpenReader) -> None:
    reader = open_reader(TALKS)
    reader.mark("P", "سليم الناصر", 2)
    reader.go_to("الخطة جاهزة")
    reader.press("Q")
    reader.choose("S", "سليم الناصر")
    reader.press("E")
    type_("+")
    assert ("سليم الناصر", "سليم الناصر") in linked(reader)
    assert reader.focused().kind == "quote"
    assert not [each for each in reader.bench.marks.links_from(reader.focused().id) if each.target.kind == "entry"]


def test_an_implicit_speaker_is_the_entry_of_the_last_one(open_reader: OpenReader) -> None:
    reader = open_reader(TALKS)
    reader.mark("P", "سليم الناصر", 2)
    reader.press("E")
    type_("+")
    reader.go_to("الخطة جاهزة")
    reader.press("Q")
    reader.choose("S", "سليم الناصر")
    reader.go_to("سنبدأ")
    reader.press("Q")
    (proposed,) = reader.bench.marks.links_from(reader.focused().id, "speaker")
    assert proposed.target.value == register(reader)[0].id
    reader.press("S", "0", "S", "0", "S", "0")
    assert reader.focused().attributes["realization"] == "implicit"
    assert reader.bench.marks.links_from(reader.focused().id, "speaker") == []
    before = reader.presses
    reader.press("E")
    type_("Return")
    assert reader.presses - before == 1
    quote = reader.focused()
    assert quote.exact == '"سنبدأ الأحد"'
    assert quote.attributes["realization"] == "implicit"
    (link,) = reader.bench.marks.links_from(quote.id, "speaker")
    assert (link.target.kind, link.target.value) == ("entry", register(reader)[0].id)


def test_nothing_to_link_is_said(open_reader: OpenReader) -> None:
    reader = open_reader(TALKS)
    reader.press("E")
    assert closed(reader)
    assert reader.said()


# the page


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
    reader.press(
        "E",
    )
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
