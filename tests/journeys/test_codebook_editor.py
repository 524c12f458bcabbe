"""The codebook changed from the window, by key events: nothing is done before it was shown, and it is one step."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QLineEdit, QWidget

from app import resources
from app.domain.annotation import Annotation
from app.domain.article import new_article
from app.domain.codebook import CLAIM, ENTITY, QUOTE
from app.domain.edit import making
from app.domain.span import Span
from app.store import Stamp, Store
from app.ui.codebook import questions
from app.ui.codebook.asking import Question, SplitQuestion
from app.ui.codebook.editor import CodebookEditor
from app.ui.codebook.preview import Preview
from app.ui.codebook.tree import ATTRIBUTE, LABEL, SLOT, Part
from app.workbench.actions import project

WHEN = "2026-11-23T09:00:00Z"


def press(key: Qt.Key, *, ctrl: bool = False, to: QWidget | None = None) -> None:
    target = to or QApplication.focusWidget()
    QTest.keyClick(target, key, Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier)
    QApplication.processEvents()


def write(field: QLineEdit, text: str) -> None:
    """Go to a field and type over what is in it."""
    field.setFocus()
    press(Qt.Key.Key_A, ctrl=True)
    press(Qt.Key.Key_Delete)
    for sign in text:
        QApplication.sendEvent(field, QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign))


class Editing:
    """The editor as the analyst has it before them."""

    def __init__(self, reader) -> None:
        self.reader = reader
        reader.press("Ctrl+Shift+K")
        (self.editor,) = reader.window.findChildren(CodebookEditor)
        self.wait()

    def wait(self) -> None:
        for _ in range(200):
            if not self.editor.runner.busy:
                break
            QTest.qWait(10)
        assert not self.editor.runner.busy
        QApplication.processEvents()

    def choose(self, label: str, kind: str = ENTITY) -> None:
        self.editor.tree.setFocus()
        for _ in range(200):
            if self.editor.tree.chosen() == Part(LABEL, kind, label):
                return
            press(Qt.Key.Key_Down)
        raise AssertionError(label)

    def first(self) -> None:
        self.editor.tree.setFocus()
        press(Qt.Key.Key_Home)

    def turn_to(self, part: Part) -> None:
        self.editor.tree.choose(part)
        QApplication.processEvents()

    @property
    def page(self) -> QWidget:
        return self.editor.pages.currentWidget()

    def show_changes(self) -> list[str]:
        press(Qt.Key.Key_Return, ctrl=True)
        self.wait()
        assert isinstance(self.page, Preview), self.editor.message.text()
        return [self.page.list.item(at).text() for at in range(self.page.list.count())]

    def apply(self) -> None:
        press(Qt.Key.Key_Return)
        self.wait()
        QTest.qWait(30)  # the window is built anew
        self.reader.follow()

    def said(self) -> str:
        return self.editor.message.text()


@pytest.fixture
def reader(open_reader, tmp_path: Path):
    """A project in which two annotators have marked places."""
    path = tmp_path / "places.tawsim"
    with Store.create(path, resources.codebook()) as store:
        article = new_article("a", "وصل الوفد من بغداد إلى عمّان ثم عاد إلى بغداد مساء الأحد.")
        store.add_article(article)
        for layer, words in (("sana", ["بغداد", "عمّان"]), ("omar", ["بغداد"])):
            marks = []
            for word in words:
                span = Span(article.text.index(word), article.text.index(word) + len(word))
                name = f"{layer}-{span.start}"
                marks.append(Annotation(name, article.id, layer, ENTITY, "GPE", (span,), word, WHEN, layer))
            store.write(making("Mark", *marks), Stamp(layer, layer, WHEN, 1))
        store.set_note("layer", "sana")
    found = open_reader(project=path)

    def follow() -> None:
        found.window, found.bench = found.session.window, found.session.bench

    found.follow = follow
    return found


def test_a_label_is_renamed_with_its_marks_in_every_layer_as_one_step(reader):
    editing = Editing(reader)
    editing.choose("GPE")
    form = editing.editor.fields.form
    write(form.id, "COUNTRY")
    write(form.ar, "دولة")
    sentences = editing.show_changes()
    assert "COUNTRY" in sentences[0] and "3" in sentences[0]
    assert reader.bench.codebook.version == 1
    editing.apply()
    assert reader.marks() == [("COUNTRY", "بغداد"), ("COUNTRY", "عمّان")]
    assert reader.bench.codebook.label(ENTITY, "COUNTRY").name.ar == "دولة"
    assert "label.COUNTRY" in reader.window.commands.actions
    assert "3" in reader.said()
    reader.press("Ctrl+Z")
    QTest.qWait(30)
    reader.follow()
    assert reader.marks() == [("GPE", "بغداد"), ("GPE", "عمّان")]
    assert reader.bench.codebook.version == 1
    assert "label.GPE" in reader.window.commands.actions
    reader.go_to("الأحد")
    reader.press("D")
    assert ("DATE", "الأحد") in reader.marks()


def test_esc_drops_a_draft_only_when_it_is_pressed_twice(reader):
    editing = Editing(reader)
    editing.choose("GPE")
    write(editing.editor.fields.form.id, "STATE")
    editing.show_changes()
    press(Qt.Key.Key_Escape)
    assert not isinstance(editing.page, Preview)
    press(Qt.Key.Key_Escape)
    assert "Esc" in editing.said()
    press(Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert reader.window.view.hasFocus()
    assert reader.bench.codebook.has(ENTITY, "GPE")
    assert reader.bench.store.codebook().version == 1


def test_a_key_that_is_taken_is_refused_with_the_name_of_its_owner(reader):
    editing = Editing(reader)
    editing.choose("GPE")
    form = editing.editor.fields.form
    write(form.key, "O")
    press(Qt.Key.Key_Tab)
    assert "منظمة" in editing.said() or "Organization" in editing.said()
    write(form.key, "ل")  # what the key G types under the Arabic layout
    press(Qt.Key.Key_Tab)
    assert editing.said() == ""
    assert form.typed_key() == "G"


def test_colours_say_how_well_they_are_seen(reader):
    editing = Editing(reader)
    editing.choose("GPE")
    form = editing.editor.fields.form
    write(form.colour, "#FFFF00")
    shown = [label.text() for label in form.findChildren(QWidget) if hasattr(label, "text")]
    assert any("1.1" in text for text in shown)
    write(form.colour, "yellow")
    press(Qt.Key.Key_Return, ctrl=True)
    assert "yellow" in editing.said()


def test_labels_are_merged_and_split_and_retired_from_the_keyboard(reader):
    editing = Editing(reader)
    editing.choose("GPE")
    editing.editor.trying(lambda: questions.ask_merge(editing.editor))
    assert isinstance(editing.page, Question)
    box = editing.page.first
    while box.currentData() != "LOC":
        press(Qt.Key.Key_Down, to=box)
    press(Qt.Key.Key_Return, to=box)
    assert editing.editor.tree.chosen() == Part(LABEL, ENTITY, "LOC")
    assert not editing.editor.draft.codebook.has(ENTITY, "GPE")
    press(Qt.Key.Key_Z, ctrl=True)
    assert editing.editor.draft.codebook.has(ENTITY, "GPE")
    editing.first()
    editing.choose("GPE")
    editing.editor.trying(lambda: questions.ask_split(editing.editor))
    editing.wait()
    page = editing.page
    assert isinstance(page, SplitQuestion)
    assert "وصل الوفد من [بغداد] إلى" in page.list.item(0).text()
    write(page.name, "CAPITAL")
    page.list.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    sentences = editing.show_changes()
    assert "CAPITAL" in sentences[0]
    editing.apply()
    assert reader.bench.codebook.has(ENTITY, "CAPITAL")


def test_what_is_removed_with_marks_on_it_must_first_be_mapped(reader):
    editing = Editing(reader)
    editing.choose("GPE")
    press(Qt.Key.Key_Delete)
    editing.show_changes()
    (box,) = editing.page.boxes.values()
    press(Qt.Key.Key_Return, to=box)
    assert editing.page.boxes
    assert editing.said()
    while box.currentData() != "LOC":
        press(Qt.Key.Key_Down, to=box)
    press(Qt.Key.Key_Return, to=box)
    editing.wait()
    assert not editing.page.boxes
    editing.apply()
    assert reader.marks() == [("LOC", "بغداد"), ("LOC", "عمّان")]


def test_a_codebook_is_exported_and_another_imported(reader, tmp_path):
    editing = Editing(reader)
    questions.write_file(editing.editor, tmp_path / "out.toml")
    assert "out.toml" in editing.said()
    source = resources.text("codebooks/quotes.toml")
    (tmp_path / "in.toml").write_text(source, encoding="utf-8")
    editing.editor.trying(lambda: questions.read_file(editing.editor, tmp_path / "in.toml"))
    editing.wait()
    assert isinstance(editing.page, Preview)
    assert any("entity.LAW" in editing.page.list.item(at).text() for at in range(editing.page.list.count()))
    editing.apply()
    assert (reader.bench.codebook.name, reader.bench.codebook.version) == ("quotes", 2)
    reader.press("C")
    assert reader.marks("claim") == []
    again = Editing(reader)
    assert again.editor.trying(lambda: questions.read_file(again.editor, tmp_path / "none.toml")) is False
    assert "none.toml" in again.said()


def test_a_new_label_with_a_key_marks_at_once(reader):
    editing = Editing(reader)
    editing.choose("GPE")
    press(Qt.Key.Key_Insert)
    write(editing.page.first, "TEAM")
    press(Qt.Key.Key_Return)
    write(editing.editor.fields.form.key, "B")
    editing.show_changes()
    editing.apply()
    reader.go_to("الوفد")
    reader.press("B")
    assert ("TEAM", "الوفد") in reader.marks()


def test_a_retired_label_has_no_key_and_can_be_brought_back(reader):
    editing = Editing(reader)
    editing.choose("GPE")
    editing.editor.trying(lambda: questions.ask_retire(editing.editor))
    press(Qt.Key.Key_Return, to=editing.page.first)
    editing.show_changes()
    editing.apply()
    assert "label.GPE" not in reader.window.commands.actions
    assert reader.marks() == [("GPE", "بغداد"), ("GPE", "عمّان")]
    again = Editing(reader)
    again.choose("GPE")
    again.editor.trying(lambda: questions.ask_retire(again.editor))
    again.show_changes()
    again.apply()
    assert "label.GPE" in reader.window.commands.actions


def test_kinds_attributes_and_slots_have_fields_too(reader):
    editing = Editing(reader)
    editing.first()
    write(editing.editor.fields.form.ar, "اسم")
    editing.turn_to(Part(ATTRIBUTE, ENTITY, "mention"))
    assert editing.editor.draft.codebook.kind(ENTITY).name.ar == "اسم"
    form = editing.editor.fields.form
    form.choices.setPlainText(form.choices.toPlainText() + "\nother | غيره | Other")
    editing.turn_to(Part(SLOT, QUOTE, "speaker"))
    assert [each.id for each in editing.editor.draft.codebook.kind(ENTITY).attribute("mention").choices][-1] == "other"
    write(editing.editor.fields.form.most, "many")
    editing.turn_to(Part(SLOT, QUOTE, "cue"))
    assert editing.editor.tree.chosen() == Part(SLOT, QUOTE, "speaker")
    assert editing.said()
    write(editing.editor.fields.form.most, "2")
    editing.turn_to(Part(SLOT, QUOTE, "cue"))
    assert editing.editor.draft.codebook.kind(QUOTE).slot("speaker").most == 2


def test_a_slot_of_ones_own_is_filled_with_its_key(reader):
    editing = Editing(reader)
    editing.turn_to(Part(SLOT, CLAIM, "object"))
    editing.editor.tree.setFocus()
    press(Qt.Key.Key_Insert)
    write(editing.page.first, "place")
    press(Qt.Key.Key_Return)
    write(editing.editor.fields.form.key, "B")
    editing.show_changes()
    editing.apply()
    reader.go_to("الوفد")
    reader.press("C", "B")
    assert reader.bench.asking is not None
    reader.press("A")
    (claim,) = [each for each in reader.bench.marks if each.kind == CLAIM]
    assert len(reader.filled(claim, "place")) == 1


def test_what_is_too_long_to_wait_for_is_taken_back_in_the_worker(reader, monkeypatch):
    monkeypatch.setattr(project, "_LONG", 100)
    reader.go_to("الأحد")
    reader.press("D", "Ctrl+Z")
    for _ in range(100):
        QTest.qWait(10)
        if not reader.window.files.busy:
            break
    assert ("DATE", "الأحد") not in reader.marks()
    reader.press("Ctrl+Y")
    for _ in range(100):
        QTest.qWait(10)
        if not reader.window.files.busy:
            break
    assert ("DATE", "الأحد") in reader.marks()


def test_a_new_project_takes_one_of_the_shipped_codebooks(reader, tmp_path, monkeypatch):
    offered = []

    def choose(_parent, _title, _label, titles, *_rest, **_more):
        offered.extend(titles)
        return titles[2], True

    monkeypatch.setattr(QInputDialog, "getItem", choose)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_all: (str(tmp_path / "new"), ""))
    reader.press("Ctrl+N")
    QTest.qWait(30)
    reader.follow()
    assert len(offered) == 4
    assert reader.bench.store.path.name == "new.tawsim"
    assert reader.bench.codebook.name == resources.codebook_names()[2]


def test_a_mark_of_a_label_that_is_gone_is_shown_and_can_be_relabelled(reader):
    store, article = reader.bench.store, reader.bench.article
    span = Span(article.text.index("الوفد"), article.text.index("الوفد") + 5)
    gone = Annotation("gone", article.id, "sana", ENTITY, "GONE", (span,), "الوفد", WHEN, "sana")
    store.write(making("Mark", gone), Stamp("sana", "sana", WHEN, 1))
    reader.bench.open_article(article.id)
    reader.go_to("الوفد")
    QTest.qWait(20)
    assert not reader.window.grab().isNull()
    assert "GONE" in reader.window.inspector.current.heading.text()
    reader.press("R", "P")
    assert ("PERS", "الوفد") in reader.marks()


@pytest.mark.parametrize("name", ["lite-ner", "quotes", "claims"])
def test_what_a_small_codebook_lacks_is_said_and_nothing_breaks(open_reader, tmp_path, name):
    path = tmp_path / f"{name}.tawsim"
    with Store.create(path, resources.codebook(name)) as store:
        store.add_article(new_article("a", 'قال وزير البيئة سليم الناصر إن "العاصمة مستعدة للقمة" هذا العام.'))
    found = open_reader(project=path)
    book = found.bench.codebook
    found.go_to("سليم")
    found.press("P")
    assert found.marks() == [("PERS", "سليم")]
    found.go_to("العاصمة")
    found.press("Q")
    assert bool(found.marks("quote")) == bool(book.kind(QUOTE).labels)
    assert bool(found.said()) or found.marks("quote")
    found.press("C")
    assert bool(found.marks("claim")) == bool(book.kind(CLAIM).labels)
    found.press("S", "Esc", "Y", "M", "Tab", "Ctrl+Return")
