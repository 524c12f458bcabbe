"""Ctrl+K: anything that can be done, found by its name in either language and on either layout."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.annotation import ENTRY_END, Annotation, End, RegisterEntry
from app.domain.edit import Change, Edit
from app.store import Stamp
from app.ui import settings
from app.ui.palette import Palette
from app.ui.rowpaint import GROUP, KEYS, RULE
from app.workbench.making import link
from tests.journeys.conftest import TEXT, OpenReader, Reader

STAMP = Stamp("other", "other", "2026-03-01T08:00:00Z", 1)


def opened(reader: Reader) -> Palette:
    reader.press("Ctrl+K")
    (palette,) = [found for found in reader.session.window.findChildren(Palette) if found.isVisible()]
    return palette


def type_in(palette: Palette, text: str) -> list[str]:
    """Type a text with key events and let the keys rest; the names that are offered."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(palette.field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
    palette.look_up()
    return offered(palette)


def offered(palette: Palette) -> list[str]:
    return [palette.list.item(row).text().strip("\u2068\u2069") for row in range(palette.list.count())]


def take(palette: Palette) -> None:
    QTest.keyClick(palette.field, Qt.Key.Key_Return)


def add_entry(reader: Reader, name: str, *aliases: str) -> RegisterEntry:
    entry = RegisterEntry(f"entry-{name}", "GPE", name, aliases)
    reader.bench.store.record(Edit("Add", (Change(None, entry),)), STAMP)
    return entry


def mention(reader: Reader, mark: Annotation, entry: RegisterEntry) -> None:
    reader.bench.do(Edit("Link", (Change(None, link(reader.bench, "entity", mark, End(ENTRY_END, entry.id))),)))


@pytest.mark.parametrize("typed", ["اقتباس", "إقتباس", "quote", "Quote", "اِقتباس"])
def test_spelling_does_not_matter(reader: Reader, typed: str) -> None:
    assert type_in(opened(reader), typed)[0] == "وسم اقتباس"


@pytest.mark.parametrize(("typed", "meant"), [("hrjfhs", "وسم اقتباس"), ("ؤمشهة", "وسم ادعاء"), ("قثىي", None)])
def test_the_same_keys_on_the_other_layout_are_understood(reader: Reader, typed: str, meant: str | None) -> None:
    palette = opened(reader)
    found = type_in(palette, typed)
    assert found[:1] == ([meant] if meant else [])
    assert ("المفاتيح نفسها" in palette.note.text()) == (meant is not None)


def test_a_letter_that_one_key_types_twice_is_understood(open_reader: OpenReader) -> None:
    settings.write("language", "en")
    palette = opened(open_reader())
    assert type_in(palette, "مشلاثم")[0] == type_in(fresh(palette), "label")[0]  # l a b e l


def fresh(palette: Palette) -> Palette:
    palette.field.clear()
    return palette


def test_letters_in_order_are_found_when_nothing_else_is(open_reader: OpenReader) -> None:
    settings.write("language", "en")
    palette = opened(open_reader())
    assert "Mark quote" in type_in(palette, "mkqte")
    assert "المفاتيح" not in palette.note.text()


def test_the_beginning_of_a_name_comes_before_a_word_and_that_before_a_part(open_reader: OpenReader) -> None:
    settings.write("language", "en")
    found = type_in(opened(open_reader()), "art")
    first_part = next(n for n, name in enumerate(found) if " art" not in f" {name.lower()}")
    assert all(" art" not in f" {name.lower()}" for name in found[first_part:])


def test_labels_used_last_are_on_top_then_what_was_done_last(reader: Reader) -> None:
    reader.mark("P", "سليم الناصر")
    reader.mark("G", "بغداد")
    reader.press("F8")
    palette = opened(reader)
    assert offered(palette)[:3] == ["كيان سياسي", "شخص", reader.session.window.commands.made["view.theme"].text()]
    assert [row for row in range(palette.list.count()) if palette.list.item(row).data(RULE)] == [3]


def test_what_was_used_last_is_remembered_with_the_project(open_reader: OpenReader) -> None:
    reader = open_reader()
    reader.mark("G", "بغداد")
    reader.press("F8")
    path = reader.bench.store.path
    reader.session.close()
    again = open_reader(project=path)
    theme = again.session.window.commands.made["view.theme"].text()
    assert offered(opened(again))[:2] == ["كيان سياسي", theme]


def test_a_label_of_the_last_session_is_not_repeated_by_a_point(open_reader: OpenReader) -> None:
    reader = open_reader()
    reader.mark("G", "بغداد")
    path = reader.bench.store.path
    reader.session.close()
    again = open_reader(project=path)
    again.go_to("بيروت")
    again.press(".")
    assert again.marks() == [("GPE", "بغداد")]


def test_labels_show_their_line_and_the_key_of_both_layouts(reader: Reader) -> None:
    palette = opened(reader)
    palette.field.setText("شخص")
    item = palette.list.item(0)
    assert not item.icon().isNull()
    assert item.data(GROUP) == "التصنيفات"
    assert item.data(KEYS).replace("\u2066", "").replace("\u2069", "").split() == ["P", "ح"]


def test_a_quote_is_given_a_type_and_a_medium_by_name(reader: Reader) -> None:
    reader.go_to("مستعدة")
    reader.press("Q")
    for typed in ("indirect", "writing"):
        palette = opened(reader)
        assert len(type_in(palette, f"quote {typed}")) == 1
        take(palette)
    (quote,) = [mark for mark in reader.bench.marks if mark.kind == "quote"]
    assert (quote.label, quote.attributes["medium"]) == ("indirect", "writing")
    reader.press("Ctrl+Z", "Ctrl+Z")
    (quote,) = [mark for mark in reader.bench.marks if mark.kind == "quote"]
    assert quote.label == "direct"


def test_a_type_without_a_quote_is_said(reader: Reader) -> None:
    palette = opened(reader)
    type_in(palette, "quote indirect")
    take(palette)
    assert reader.said() == "لا اقتباس هنا."


def test_an_entry_leads_to_its_mentions_one_after_the_other(reader: Reader) -> None:
    entry = add_entry(reader, "المملكة", "Jordan")
    first = reader.mark("G", "عمّان")
    second = reader.mark("G", "بغداد")
    mention(reader, second, entry)
    mention(reader, first, entry)
    reader.press("Home")
    for expected in (first, second, first):
        palette = opened(reader)
        assert type_in(palette, "jord") == ["المملكة"]
        take(palette)
        assert reader.bench.focus == expected.id
        assert reader.session.window.view.hasFocus()


def test_an_entry_that_is_not_here_says_where_it_is(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT, "وصل وفد إلى دمشق.")
    entry = add_entry(reader, "الشام")
    palette = opened(reader)
    type_in(palette, "الشام")
    take(palette)
    assert "الشام" in reader.said()
    assert "دمشق" not in reader.said()
    reader.press("Ctrl+PgDown")
    mention(reader, reader.mark("G", "دمشق"), entry)
    reader.press("Ctrl+PgUp")
    palette = opened(reader)
    type_in(palette, "الشام")
    take(palette)
    assert "وصل وفد إلى دمشق" in reader.said()


def test_an_article_is_taken_before_the_keys_have_rested(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT, "وصل وفد إلى دمشق.")
    palette = opened(reader)
    palette.field.setText("دمشق")
    take(palette)
    assert reader.bench.article is not None
    assert reader.bench.article.text == "وصل وفد إلى دمشق."


def test_what_is_chosen_stays_chosen_when_more_is_found(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT, "اقتباس من خطاب.")
    palette = opened(reader)
    palette.field.setText("اقتباس")
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    chosen = palette.list.currentItem().text()
    before = palette.list.count()
    palette.look_up()
    assert palette.list.count() == before + 1
    assert palette.list.currentItem().text() == chosen


def test_those_who_hear_it_are_told_the_line_and_how_many_there_are(reader: Reader) -> None:
    palette = opened(reader)
    type_in(palette, "شخص")
    told = palette.field.accessibleDescription()
    assert "شخص" in told
    assert "P" in told
    assert palette.note.text() in told
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert type_in(fresh(palette), "ظظظظ") == []
    assert palette.field.accessibleDescription() == "لا شيء بهذا الاسم."


def test_what_is_found_is_said_aloud(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    for place in ("palette", "overlay"):
        monkeypatch.setattr(f"app.ui.{place}.announce", lambda _widget, text: text and said.append(text))
    palette = opened(reader)
    palette.field.setText("شخص")
    said.clear()
    palette.look_up()
    assert len(said) == 2
    assert "شخص" in said[0]
    assert said[1] == palette.note.text()


def test_a_screen_reader_takes_what_is_said(reader: Reader) -> None:
    from PySide6.QtGui import QAccessible

    QAccessible.setActive(True)
    try:
        palette = opened(reader)
        type_in(palette, "شخص")
        palette.dismiss()
    finally:
        QAccessible.setActive(False)


def test_a_letter_alone_does_not_look_into_the_project(open_reader: OpenReader) -> None:
    reader = open_reader("ظظظ")
    palette = opened(reader)
    for typed, articles in (("ظ", 0), ("ظظ", 1)):
        type_in(fresh(palette), typed)
        groups = [palette.list.item(row).data(GROUP) for row in range(palette.list.count())]
        assert groups.count("المقال") == articles
