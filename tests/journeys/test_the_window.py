"""The parts of the window: palette, key sheet, panes, themes, languages, files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app import resources
from app.domain.errors import TawsimError
from app.ui.intake.page import IntakePage
from app.ui.keysheet import KeySheet
from app.ui.palette import Palette
from tests.journeys.conftest import TEXT, OpenReader, Reader


def wait(reader: Reader) -> None:
    """Until the running job is done."""
    for _ in range(400):
        QTest.qWait(20)
        if not reader.session.window.files.busy:
            return
    raise AssertionError("the job did not end")


def bring_in(reader: Reader, path: Path) -> IntakePage:
    """Look at a file, and bring it in with Enter."""
    page = reader.session.window.files.bring_in([path])
    wait(reader)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    wait(reader)
    return page


def open_palette(reader: Reader) -> Palette:
    reader.press("Ctrl+K")
    found = [found for found in reader.session.window.findChildren(Palette) if found.isVisible()]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("typed", ["شخص", "person", "PERS", "اقتباس", "quote"])
def test_the_palette_finds_labels_by_either_language(reader: Reader, typed: str) -> None:
    palette = open_palette(reader)
    palette.field.setText(typed)
    assert palette.list.count() > 0
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert reader.session.window.view.hasFocus()


def test_the_palette_finds_actions_by_their_arabic_names_in_the_english_interface(open_reader: OpenReader) -> None:
    from app.ui import settings

    settings.write("language", "en")
    palette = open_palette(open_reader())
    palette.field.setText("تراجع")
    assert [palette.list.item(row).text().split()[0] for row in range(palette.list.count())] == ["Undo"]


def test_the_palette_does_what_is_chosen(reader: Reader) -> None:
    reader.go_to("بغداد")
    palette = open_palette(reader)
    palette.field.setText("geopolitical")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert reader.marks() == [("GPE", "بغداد")]
    assert reader.session.window.view.hasFocus()


def test_the_palette_opens_articles(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT, "وصل وفد إلى دمشق.")
    palette = open_palette(reader)
    palette.field.setText("دمشق")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert reader.bench.article is not None
    assert reader.bench.article.text == "وصل وفد إلى دمشق."


def test_the_key_sheet_shows_every_action_that_has_a_key(reader: Reader) -> None:
    from PySide6.QtWidgets import QTreeWidget

    reader.press("F1")
    sheets = [found for found in reader.session.window.findChildren(KeySheet) if found.isVisible()]
    assert len(sheets) == 1
    rows = 0
    for tree in sheets[0].findChildren(QTreeWidget):
        for number in range(tree.topLevelItemCount()):
            head = tree.topLevelItem(number)
            assert head is not None
            rows += head.childCount()
    assert rows == sum(1 for action in reader.session.window.commands.actions.values() if action.keys)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not sheets[0].isVisible()
    assert reader.session.window.view.hasFocus()


def test_every_pane_is_reached_and_left_by_keys(reader: Reader) -> None:
    window = reader.session.window
    reader.go_to("بغداد")
    reader.press("G", "F6")
    assert window.inspector.isAncestorOf(QApplication.focusWidget() or window)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    assert window.queue.isAncestorOf(QApplication.focusWidget() or window)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F4)
    assert window.view.hasFocus()


def test_an_attribute_is_written_in_the_inspector(reader: Reader) -> None:
    from app.ui.line import Note

    made = reader.mark("G", "بغداد")
    page = reader.session.window.inspector.pages["entity"]
    field = next(field for field in page.fields if field.attribute.id == "note")
    assert isinstance(field.editor, Note)
    field.editor.setFocus()
    field.editor.setText("عاصمة")
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert reader.bench.marks.get(made.id).attributes["note"] == "عاصمة"  # type: ignore[union-attr]
    reader.press("F4", "Ctrl+Z")
    assert reader.bench.marks.get(made.id).attributes.get("note") is None  # type: ignore[union-attr]


def test_the_theme_is_changed_by_a_key_and_remembered(open_reader: OpenReader) -> None:
    reader = open_reader()
    assert not reader.session.window.theme.dark
    reader.press("F8")
    assert reader.session.window.theme.dark
    assert open_reader().session.window.theme.dark


def test_the_interface_turns_to_english_and_mirrors_and_back(reader: Reader) -> None:
    session = reader.session
    reader.mark("G", "بغداد")
    assert session.window.layoutDirection() == Qt.LayoutDirection.RightToLeft
    reader.press("F9")
    QTest.qWait(50)
    assert session.window.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert session.window.menuBar().actions()[0].text() == "Project"
    assert [mark.exact for mark in session.bench.marks] == ["بغداد"]
    QTest.keyClick(session.window.view, Qt.Key.Key_F9)
    QTest.qWait(50)
    assert session.window.layoutDirection() == Qt.LayoutDirection.RightToLeft


@pytest.mark.parametrize("language", ["ar", "en"])
def test_nothing_stays_untranslated(open_reader: OpenReader, language: str) -> None:
    from app.ui import settings

    settings.write("language", language)
    window = open_reader().session.window
    arabic = {"ar": True, "en": False}[language]
    titles = [action.text() for action in window.commands.made.values()]
    assert all(any("\u0600" <= letter <= "\u06ff" for letter in title) == arabic for title in titles), titles


def test_every_control_has_a_name_for_those_who_hear_it(reader: Reader) -> None:
    reader.go_to("مستعدة")
    reader.press("Q")
    unnamed = []
    for widget in reader.session.window.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.accessibleName():
            unnamed.append(widget)
    assert not unnamed


def test_articles_come_in_and_gold_goes_out_through_the_window(open_reader: OpenReader, tmp_path: Path) -> None:
    reader = open_reader()
    fresh = tmp_path / "fresh.txt"
    fresh.write_text("وصل وفد إلى دمشق.", encoding="utf-8")
    bring_in(reader, fresh)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert reader.bench.store.counts()["articles"] == 2
    assert reader.session.window.queue.model.rowCount() == 2
    reader.mark("G", "بيروت")
    out = tmp_path / "gold.jsonl"
    page = reader.session.window.files.export()
    wait(reader)
    page.export_to(out)
    wait(reader)
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [entity["text"] for line in lines for entity in line["entities"]] == ["بيروت"]
    assert (tmp_path / "gold.schema.json").exists()


def test_what_an_import_refuses_is_listed(open_reader: OpenReader, tmp_path: Path) -> None:
    reader = open_reader()
    mixed = tmp_path / "mixed.jsonl"
    mixed.write_text('{"text": "خبر أول"}\n{broken\n', encoding="utf-8")
    panel = bring_in(reader, mixed)
    assert "{broken" not in panel.note.text() and panel.pane.count("refused") == 1
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert reader.bench.store.counts()["articles"] == 2


def test_another_project_opens_in_the_same_window(open_reader: OpenReader, tmp_path: Path) -> None:
    from app.store import Store

    reader = open_reader()
    other = tmp_path / "other.tawsim"
    Store.create(other, resources.codebook()).close()
    reader.session.reopen(str(other))
    assert reader.session.bench.store.path == other
    assert reader.session.bench.article is None
    reader.session.reopen(str(tmp_path / "missing.tawsim"))
    assert reader.session.bench.store.path == other
    assert "missing" in reader.session.window.status.message.text()


def test_an_empty_project_says_how_to_begin(open_reader: OpenReader, tmp_path: Path) -> None:
    from app.store import Store

    path = tmp_path / "empty.tawsim"
    Store.create(path, resources.codebook()).close()
    reader = open_reader(project=path)
    assert "Ctrl+I" in reader.session.window.inspector.nothing.text()
    reader.press("P", "Q", "C", "S", "Left", "Space", "Tab", "Ctrl+Return", "Ctrl+PgDown", "Ctrl+Z", "Esc", "[")
    assert reader.bench.article is None


def test_the_palette_stays_within_a_window_that_changes_its_size(reader: Reader) -> None:
    window = reader.session.window
    window.resize(1600, 900)
    palette = open_palette(reader)
    window.resize(900, 560)
    QTest.qWait(20)
    assert window.rect().contains(palette.geometry())
    palette.dismiss()


def test_an_address_longer_than_the_inspector_does_not_widen_it(open_reader: OpenReader) -> None:
    address = "www.example.com/" + "long" * 40
    reader = open_reader(f"انظر {address} اليوم")
    reader.mark("9", address)
    QTest.qWait(20)
    page = reader.session.window.inspector.pages["entity"]
    assert page.width() <= reader.session.window.inspector.width()


def test_controls_of_direction_in_an_article_do_not_turn_the_interface(open_reader: OpenReader) -> None:
    reader = open_reader("\u202eقلب \u2069النص")
    queue = reader.session.window.queue.model
    assert queue.data(queue.index(0)) == "\u2068قلب النص\u2069"


def test_an_annotators_name_is_taken_as_one_plain_line(
    open_reader: OpenReader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from app.ui.application import Session

    monkeypatch.setenv("TAWSIM_ANNOTATOR", " سناء\n\udcff علي\u202e ")
    path = open_reader().bench.store.path
    session = Session(path)
    assert session.bench.author == "سناء علي"
    session.close()


def test_the_inspector_opens_the_verdict_and_never_shows_it(reader: Reader) -> None:
    from app.ui.verdict_panel import VerdictPanel

    reader.go_to("بغداد")
    reader.press("C")
    field = next(
        each for each in reader.session.window.inspector.pages["claim"].fields if each.attribute.id == "verdict"
    )
    field.editor.setFocus()
    QTest.keyClick(field.editor, Qt.Key.Key_Return)
    assert reader.session.window.findChildren(VerdictPanel)


def test_in_a_small_window_the_article_keeps_the_largest_share(reader: Reader) -> None:
    reader.window.resize(900, 600)
    QApplication.processEvents()
    queue, article, inspector = reader.window.splitter.sizes()
    assert article > queue + inspector


def test_a_long_message_is_cut_and_leaves_the_counts_their_room(reader: Reader) -> None:
    reader.window.resize(900, 600)
    QApplication.processEvents()
    status = reader.window.status
    before = [part.geometry() for part in (status.saved, status.counts, status.left, status.layer, status.character)]
    status.show_trouble(TawsimError("a sentence that is far too long for the line " * 5))
    QApplication.processEvents()
    after = [part.geometry() for part in (status.saved, status.counts, status.left, status.layer, status.character)]
    assert after == before
    assert status.message.text() in status.message.toolTip()


def test_a_path_in_a_message_does_not_turn(reader: Reader) -> None:
    reader.window.status.show_trouble(TawsimError("{path} is not there.", path=Path("/tmp/مشروع.tawsim")))
    assert "\u2068/tmp/مشروع.tawsim\u2069" in reader.said()
