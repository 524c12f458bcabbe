"""Seeing what is reported, going from one to the next, and telling the project which words report."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app import resources
from app.domain.article import new_article
from app.store import Store
from app.ui import settings
from app.ui.lexicon_page import LexiconPage
from app.ui.words import tr
from app.workbench.lexicons import NOTE, own_words
from tests.journeys.conftest import OpenReader, Reader

TEXT = """قال الوزير إن «السدود امتلأت هذا العام كله»، مضيفا أن الحصص لن تخفض.

وهمهم الخبير أن المطر لن يهطل قبل الشتاء.
"""


@pytest.fixture
def reader(open_reader: OpenReader) -> Reader:
    return open_reader(TEXT)


def wait(reader: Reader, left: int) -> None:
    """Until the lens has read what it reads while the hands rest."""
    for _ in range(200):
        if reader.bench.lens.left == left:
            return
        QTest.qWait(10)
    pytest.fail(f"{reader.bench.lens.left} are left")


def page(reader: Reader) -> LexiconPage:
    panel = reader.window.findChild(LexiconPage)
    assert isinstance(panel, LexiconPage)
    return panel


def type_(text: str) -> None:
    """Type into what has the keyboard."""
    for letter in text:
        QApplication.sendEvent(
            QApplication.focusWidget(), QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, letter)
        )
    QApplication.processEvents()


def press(*keys: str) -> None:
    for key in keys:
        stroke = QKeySequence(key)[0]  # type: ignore[index]
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, stroke.key(), stroke.keyboardModifiers())
        QApplication.processEvents()


def status(reader: Reader) -> str:
    return reader.window.status.left.text()


def has_dots(reader: Reader, word: str) -> bool:
    """Whether the page looks different under a word with and without the lens."""

    def strip() -> object:
        view = reader.window.view
        rows = [int(row) - view.verticalScrollBar().value() for row in view.page.rows(reader.find(word))]
        piece = next(
            piece
            for block, _ in view.page.paragraphs(reader.find(word))
            for piece in view.page.pieces(block, reader.find(word))
        )
        picture = view.viewport().grab().toImage()
        return picture.copy(int(piece.left) + 2, rows[0], int(piece.width) - 4, rows[1] - rows[0])

    through = strip()
    reader.press("Shift+F2")
    without = strip()
    reader.press("Shift+F2")
    return through != without


def test_what_is_left_is_counted_while_the_hands_rest(reader: Reader) -> None:
    wait(reader, 2)
    assert status(reader).endswith(tr("%n attributions left", 2))
    reader.go_to("امتلأت")
    reader.press("Q")
    assert reader.bench.lens.left == 1
    assert status(reader).endswith(tr("%n attributions left", 1))
    reader.press("Ctrl+Z")
    assert status(reader).endswith(tr("%n attributions left", 2))


def test_reporting_words_are_underlined_until_they_are_framed(reader: Reader) -> None:
    wait(reader, 2)
    assert has_dots(reader, "قال")
    assert not has_dots(reader, "الخبير")
    reader.go_to("امتلأت")
    reader.press("Q", "Home")
    assert not has_dots(reader, "قال")
    assert has_dots(reader, "مضيفا")


def test_tab_leads_to_what_is_not_framed_so_that_q_frames_it(reader: Reader) -> None:
    reader.press("Tab")
    assert reader.caret == reader.find("«السدود").start
    assert reader.said() == tr("Not framed yet: Q frames it.")
    reader.press("Q")
    assert reader.marks("quote") == [("direct", "«السدود امتلأت هذا العام كله»")]


def test_shift_tab_leads_backwards(reader: Reader) -> None:
    reader.press("Shift+Tab")
    assert reader.caret == reader.find("الحصص").start


def test_the_lens_is_put_down_and_stays_so(open_reader: OpenReader, tmp_path: Path) -> None:
    reader = open_reader(TEXT)
    wait(reader, 2)
    reader.press("Shift+F2")
    assert status(reader) == ""
    reader.press("Tab")
    assert reader.caret == 0
    again = open_reader(TEXT)
    assert not again.bench.lens.on
    again.press("Shift+F2")
    wait(again, 2)
    assert settings.read("lens") == "on"


def test_a_word_of_the_article_becomes_a_reporting_word(reader: Reader) -> None:
    wait(reader, 2)
    reader.go_to("همهم")
    reader.window.commands.run("lens.add")
    form = page(reader)
    assert form.fields["past"].text() == "همهم"
    assert form.fields["past"].hasFocus()
    press("Return")
    assert "همهم" in form.message.text()
    press("Esc")
    wait(reader, 3)
    assert [each.head for each in own_words(reader.bench.store).added] == ["همهم"]
    reader.press("Tab")
    assert reader.caret == reader.find("المطر").start


def test_a_shipped_word_is_looked_up_and_switched_off_and_on(reader: Reader) -> None:
    wait(reader, 2)
    reader.press("Ctrl+Shift+L")
    type_("أضاف")
    assert page(reader).list.count() == 1
    press("Down", "Return")
    wait(reader, 1)
    assert tr("switched off") in page(reader).list.item(0).text()
    press("Return")
    wait(reader, 2)
    press("Del")
    wait(reader, 1)
    press("Esc")
    assert reader.window.view.hasFocus()


def test_an_own_word_is_mended_and_taken_away(reader: Reader) -> None:
    wait(reader, 2)
    reader.press("Ctrl+Shift+L")
    form = page(reader)
    form.fields["past"].setFocus()
    type_("همهم")
    press("Return")
    wait(reader, 3)
    assert form.list.item(0).text().startswith("\u2068همهم")
    form.list.setFocus()
    press("Home", "Return")
    assert form.fields["past"].text() == "همهم"
    form.strength.setCurrentIndex(form.strength.findData("doubting"))
    press("Return")
    assert [each.strength for each in own_words(reader.bench.store).added] == ["doubting"]
    form.list.setFocus()
    press("Home", "Del")
    wait(reader, 2)
    assert own_words(reader.bench.store).added == ()


def test_a_frame_has_one_form(reader: Reader) -> None:
    reader.press("Ctrl+Shift+L")
    form = page(reader)
    form.kind.setCurrentIndex(1)
    assert [name for name, field in form.fields.items() if field.isVisible()] == ["past"]
    form.fields["past"].setFocus()
    type_("بزعم")
    press("Return")
    assert [each.frame for each in own_words(reader.bench.store).added] == ["بزعم"]


def test_what_is_no_word_is_refused_in_one_sentence(reader: Reader) -> None:
    reader.press("Ctrl+Shift+L")
    form = page(reader)
    form.fields["past"].setFocus()
    press("Return")
    assert form.message.text()[1:] == tr("An expression needs a word: a past tense, another form, or a frame.")
    type_("قال له")
    press("Return")
    assert "قال له" in form.message.text()
    assert own_words(reader.bench.store).added == ()


def test_tab_goes_round_in_the_page(reader: Reader) -> None:
    reader.press("Ctrl+Shift+L")
    form = page(reader)
    seen = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        assert form.isAncestorOf(focused)
        seen.append(focused.accessibleName() or type(focused).__name__)
        press("Tab")
    assert tr("Add") in seen
    assert len(set(seen)) == 10


def test_a_broken_list_is_told_when_the_project_opens(open_reader: OpenReader, tmp_path: Path) -> None:
    project = tmp_path / "broken.tawsim"
    with Store.create(project, resources.codebook()) as store:
        store.add_article(new_article("a", TEXT))
        store.set_note(NOTE, "[neutral")
    reader = open_reader(project=project)
    assert "broken.tawsim" in reader.said()
    wait(reader, 2)


def test_a_project_opens_with_its_own_words(open_reader: OpenReader, tmp_path: Path) -> None:
    project = tmp_path / "own.tawsim"
    with Store.create(project, resources.codebook()) as store:
        store.add_article(new_article("a", TEXT))
        store.set_note(NOTE, '[neutral]\nverbs = [{ past = "همهم" }]\n')
    wait(open_reader(project=project), 3)


def test_everything_in_the_page_has_a_name(reader: Reader) -> None:
    reader.press("Ctrl+Shift+L")
    for widget in page(reader).findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            assert widget.accessibleName(), widget
