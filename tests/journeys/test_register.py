"""E says who a mention is."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from tests.journeys.conftest import OpenReader
from tests.journeys.registering import TALKS, closed, linked, names, panel, register, type_, write


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
