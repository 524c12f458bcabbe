"""The window for those who hear it, and for those who have no mouse."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QMenu, QPushButton, QWidget

from app import resources
from app.domain.annotation import SUGGESTED
from app.domain.edit import making
from app.store import Store
from app.ui import settings
from app.ui.fields import SlotRow
from app.ui.keysheet import KeySheet
from app.ui.palette import Palette
from app.ui.report import ReportPanel
from app.workbench.intake import Report
from app.workbench.jobs import Job
from app.workbench.making import annotate
from tests.journeys.conftest import TEXT, OpenReader, Reader

Role, Text = QAccessible.Role, QAccessible.Text
PRESSED = {Role.Button, Role.CheckBox, Role.ComboBox, Role.MenuItem, Role.EditableText, Role.List, Role.ListItem}
ARABIC, LATIN = re.compile("[\u0621-\u064a]"), re.compile("[A-Za-z]{3}")
NAMES_OF_KEYS = re.compile(r"\b(Ctrl|Shift|Alt|Enter|Return|Delete|Del|Home|End|Tab|Esc|Space|PgUp|PgDn|PgDown|Menu)\b")


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """As if a screen reader were running."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def walk(root: QWidget) -> list[QAccessibleInterface]:
    """All that a screen reader finds in a widget, what is hidden left out."""
    found, waiting = [], [QAccessible.queryAccessibleInterface(root)]
    while waiting:
        each = waiting.pop()
        if each is None or not each.isValid() or each.state().invisible:
            continue
        found.append(each)
        waiting += [each.child(number) for number in range(each.childCount())]
    return found


def name(each: QAccessibleInterface) -> str:
    """Its name; that of a combo box is on its label, which a screen reader finds by their relation."""
    if each.role() == Role.ComboBox:
        return " ".join(label.text(Text.Name) for label, _ in each.relations() if label.text(Text.Name))
    return each.text(Text.Name)


def unnamed(root: QWidget) -> list[tuple[str, str]]:
    """What can be reached or pressed and has no name. A cell of the key sheet may be empty."""
    return [
        (each.role().name, type(each.object()).__name__)
        for each in walk(root)
        if (each.state().focusable or each.role() in PRESSED) and each.role() != Role.TreeItem and not name(each)
    ]


def of_the_other_language(root: QWidget, arabic: bool, article: str) -> list[str]:
    """Names and descriptions that are not in the language of the interface; words of the article are in neither."""
    wrong = []
    for each in walk(root):
        for said in (name(each), each.text(Text.Description)):
            own = NAMES_OF_KEYS.sub("", _without(said, article))
            if (LATIN.search(own) and not ARABIC.search(own)) if arabic else ARABIC.search(own):
                wrong.append(said)
    return wrong


def _without(said: str, article: str) -> str:
    """Without isolated words, examples of guidelines in brackets, Arabic letters of keys, and the article's own."""
    said = re.sub("\u2068[^\u2069]*\u2069|\u2066[^\u2069]*\u2069|«[^»]*»|sana|project-\\d", "", said)
    said = re.sub("(?<![\u0621-\u064a])[\u0621-\u064a](?![\u0621-\u064a])", "", said)
    words = {word for word in re.findall("[\u0621-\u064a]+|[A-Za-z]+", article) if len(word) > 1}
    return re.sub("[\u0621-\u064a]+|[A-Za-z]+", lambda word: "" if word[0] in words else word[0], said)


def spoken(reader: Reader) -> list[str]:
    """What will be announced from here on."""
    said: list[str] = []
    reader.window.speaker.spoke.connect(said.append)
    return said


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the keyboard is."""
    target = QApplication.activePopupWidget() or QApplication.focusWidget()
    QTest.keyClick(target, key, modifier)
    QApplication.processEvents()


def held() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None, "the keyboard is nowhere"
    return found


def with_everything(reader: Reader) -> None:
    """A name, a quote that nothing fills, and its findings to look at."""
    reader.mark("G", "بغداد")
    reader.go_to("محطته")
    reader.press("Shift+Left", "Shift+Left", "Q", "Enter")
    reader.window.inspector.show_findings()


def open_palette(reader: Reader) -> QWidget:
    reader.press("Ctrl+K")
    return next(each for each in reader.window.findChildren(Palette) if each.isVisible())


def open_keys(reader: Reader) -> QWidget:
    reader.press("F1")
    return next(each for each in reader.window.findChildren(KeySheet) if each.isVisible())


def open_menu(reader: Reader) -> QWidget:
    reader.press("Shift+F10")
    menu = QApplication.activePopupWidget()
    assert menu is not None
    return menu


def open_report(reader: Reader) -> QWidget:
    return ReportPanel(Report(rejects=[Path("rejected.jsonl")]), reader.window)


PARTS: dict[str, Callable[[Reader], QWidget]] = {
    "window": lambda reader: reader.window,
    "palette": open_palette,
    "keys": open_keys,
    "menu": open_menu,
    "report": open_report,
}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("part", PARTS)
def test_all_that_can_be_used_has_a_name_in_the_language_of_the_interface(
    open_reader: OpenReader, language: str, part: str
) -> None:
    settings.write("language", language)
    reader = open_reader()
    with_everything(reader)
    root = PARTS[part](reader)
    assert len(walk(root)) > 3
    assert unnamed(root) == []
    assert of_the_other_language(root, language == "ar", TEXT) == []
    if root is not reader.window:
        root.close()


def test_every_pane_has_a_name(reader: Reader) -> None:
    window = reader.window
    panes = (window.menuBar(), window.queue, window.view, window.strip, window.inspector, window.status)
    names = [QAccessible.queryAccessibleInterface(pane).text(Text.Name) for pane in panes]
    assert all(names)
    assert len(set(names)) == len(names)


def test_parts_have_the_roles_that_they_play(reader: Reader) -> None:
    with_everything(reader)
    window = reader.window
    roles = {
        window.view: Role.EditableText,
        window.queue.list: Role.List,
        window.queue.search: Role.EditableText,
        window.inspector.findings: Role.List,
        window.inspector.pages["quote"].slots[0]: Role.Button,
        window.status.bar: Role.ProgressBar,
        window.status.button: Role.Button,
    }
    assert {each: QAccessible.queryAccessibleInterface(each).role() for each in roles} == roles
    article = QAccessible.queryAccessibleInterface(window.view)
    assert article.state().readOnly
    assert article.textInterface().characterCount() == len(TEXT)


# what is announced


def test_a_mark_that_gets_the_focus_is_announced(reader: Reader) -> None:
    reader.mark("G", "بغداد")
    reader.press("Home", "Esc")
    said = spoken(reader)
    reader.press("Tab")
    assert said == ["كيان · كيان سياسي: \u2068بغداد\u2069"]
    described = QAccessible.queryAccessibleInterface(reader.window.view).text(Text.Description)
    assert described == "كيان · كيان سياسي: بغداد"


def test_a_mark_is_announced_once_a_key(reader: Reader) -> None:
    said = spoken(reader)
    reader.go_to("بغداد")
    assert said == []
    reader.press("G")
    assert len(said) == 1


def test_nesting_and_state_are_announced(open_reader: OpenReader) -> None:
    settings.write("language", "en")
    reader = open_reader()
    reader.mark("J", "وزير البيئة الأردني")
    bench = reader.bench
    inner = annotate(bench, "entity", "NORP", (reader.find("الأردني"),))
    from dataclasses import replace

    bench.do(making("", replace(inner, state=SUGGESTED)))
    reader.press("Home", "Esc")
    said = spoken(reader)
    reader.press("Tab", "Enter", "Tab")
    assert said[0] == "Entity · Group or nationality: \u2068الأردني\u2069; suggested; inside 1 mark"
    assert "Entity · Occupation: \u2068وزير البيئة الأردني\u2069; around 1 mark" in said


def test_a_quote_is_announced_with_its_slots(reader: Reader) -> None:
    reader.mark("P", "سليم الناصر")
    reader.go_to("مستعدة")
    reader.press("Q", "S", "0")
    said = spoken(reader)
    reader.choose("S", "سليم الناصر")
    assert "من يقوله؟" in said[0] or "؟" in said[0]
    assert "المتحدث: \u2068سليم الناصر\u2069" in said[-1]


def test_what_is_asked_is_announced_with_the_number_of_hints(open_reader: OpenReader) -> None:
    settings.write("language", "en")
    reader = open_reader()
    reader.mark("P", "سليم الناصر")
    reader.go_to("مستعدة")
    reader.press("Q")
    said = spoken(reader)
    reader.press("S")
    assert reader.bench.asking is not None
    count = len(reader.bench.asking.candidates)
    assert said[-1].startswith("Who says it?")
    assert f"{count} hint" in said[-1]


def test_what_the_status_line_says_is_announced(reader: Reader) -> None:
    said = spoken(reader)
    reader.press("Tab")
    assert said == [reader.said()]
    assert said[0]


def test_without_an_article_the_view_says_what_to_do(open_reader: OpenReader, tmp_path: Path) -> None:
    path = tmp_path / "empty.tawsim"
    Store.create(path, resources.codebook()).close()
    reader = open_reader(project=path)
    described = QAccessible.queryAccessibleInterface(reader.window.view).text(Text.Description)
    assert "Ctrl+I" in described
    assert unnamed(reader.window) == []


# without a mouse


def test_escape_leads_back_to_the_article_from_every_pane(reader: Reader) -> None:
    with_everything(reader)
    window = reader.window
    window.status.show_job(Job(""))
    page = window.inspector.pages["quote"]
    fields = [field.editor for field in page.fields]
    for stop in (window.queue.search, window.queue.list, *page.slots, *fields, window.inspector.findings):
        stop.setFocus()
        assert held() is stop
        press(Qt.Key.Key_Escape)
        assert window.view.hasFocus(), stop.accessibleName()
    window.status.button.setFocus()
    press(Qt.Key.Key_Escape)
    assert window.view.hasFocus()
    window.status.show_job(None)


def test_escape_first_undoes_what_was_typed_into_a_field(reader: Reader) -> None:
    made = reader.mark("G", "بغداد")
    page = reader.window.inspector.pages["entity"]
    field = next(field for field in page.fields if field.attribute.id == "note").editor
    field.setFocus()
    QTest.keyClicks(field, "abc")
    press(Qt.Key.Key_Escape)
    assert field.text() == ""  # type: ignore[attr-defined]
    assert field.hasFocus()
    press(Qt.Key.Key_Escape)
    assert reader.window.view.hasFocus()
    assert reader.bench.marks.get(made.id).attributes.get("note") is None  # type: ignore[union-attr]


def test_escape_first_clears_the_search(reader: Reader) -> None:
    reader.press("F3")
    QTest.keyClicks(held(), "zz")
    press(Qt.Key.Key_Escape)
    assert reader.window.queue.search.text() == ""
    press(Qt.Key.Key_Escape)
    assert reader.window.view.hasFocus()


def test_the_queue_is_searched_and_opened_by_keys(open_reader: OpenReader) -> None:
    reader = open_reader(TEXT, "وصل وفد إلى دمشق.")
    reader.press("F3")
    press(Qt.Key.Key_Tab)
    assert held() is reader.window.queue.list
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert reader.bench.article is not None
    assert reader.bench.article.text == "وصل وفد إلى دمشق."
    assert reader.window.view.hasFocus()


def test_tab_walks_through_the_inspector(reader: Reader) -> None:
    with_everything(reader)
    reader.press("F5")
    page = reader.window.inspector.pages["quote"]
    for stop in (*page.slots, *(field.editor for field in page.fields), reader.window.inspector.findings):
        assert held() is stop
        press(Qt.Key.Key_Tab)
    reader.window.inspector.findings.setFocus()
    press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert held() is page.fields[-1].editor


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_slot_is_filled_from_its_row_in_the_inspector(reader: Reader, key: Qt.Key) -> None:
    minister = reader.mark("P", "سليم الناصر")
    reader.go_to("مستعدة")
    reader.press("Q", "S", "0")
    quote = reader.focused()
    assert reader.filled(quote, "speaker") == []
    reader.press("F5")
    row = held()
    assert isinstance(row, SlotRow)
    assert row.slot.id == "speaker"
    press(key)
    assert reader.window.view.hasFocus()
    assert reader.bench.asking is not None
    reader.press("Enter")
    assert reader.filled(quote, "speaker") == [minister.exact]
    assert minister.exact in QAccessible.queryAccessibleInterface(row).text(Text.Name)


def test_a_finding_is_reached_and_followed_by_keys(reader: Reader) -> None:
    with_everything(reader)
    reader.press("Home", "Esc")
    findings: QListWidget = reader.window.inspector.findings
    assert findings.count() == 2
    findings.setFocus(Qt.FocusReason.TabFocusReason)
    assert findings.selectedItems() == [findings.item(0)]
    press(Qt.Key.Key_Down)
    assert findings.selectedItems() == [findings.item(1)]
    press(Qt.Key.Key_Return)
    assert reader.focused().kind == "quote"
    assert reader.window.view.hasFocus()


def test_a_running_job_is_stopped_by_keys(reader: Reader) -> None:
    window = reader.window
    stopped: list[bool] = []
    window.status.stop.connect(lambda: stopped.append(True))
    window.status.show_job(Job(""))
    reader.press("Shift+F6", "F4", "F6")
    press(Qt.Key.Key_F6)
    assert held() is window.status.button
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    assert stopped == [True, True]
    press(Qt.Key.Key_F6)
    assert held() is window.queue.list
    window.status.show_job(None)


def test_the_menu_bar_is_opened_and_left_by_keys(reader: Reader) -> None:
    reader.press("F10")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    press(Qt.Key.Key_Down)
    assert menu.activeAction() is not None
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert reader.window.view.hasFocus()


@pytest.mark.parametrize("opened", [open_palette, open_keys])
def test_tab_stays_in_an_open_panel(reader: Reader, opened: Callable[[Reader], QWidget]) -> None:
    panel = opened(reader)
    for _ in range(4):
        press(Qt.Key.Key_Tab)
        assert panel.isAncestorOf(held())
    press(Qt.Key.Key_Escape)
    assert reader.window.view.hasFocus()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # the panel is gone for good
    reader.mark("G", "بيروت")
    assert reader.marks() == [("GPE", "بيروت")]


def test_what_the_palette_would_do_is_announced(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("app.ui.overlay.announce", lambda source, text: said.append(text))
    open_palette(reader)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert len(said) == 2
    assert said[0] != said[1]
    press(Qt.Key.Key_Escape)


def test_the_report_is_read_and_left_by_keys(reader: Reader) -> None:
    panel = open_report(reader)
    assert isinstance(held(), QListWidget)
    press(Qt.Key.Key_Tab)
    assert isinstance(held(), QPushButton)
    assert panel.isAncestorOf(held())
    press(Qt.Key.Key_Tab)
    assert isinstance(held(), QListWidget)
    press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert reader.window.view.hasFocus()
    open_report(reader)
    press(Qt.Key.Key_Escape)
    assert reader.window.view.hasFocus()


# the focus is seen


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_whatever_has_the_keyboard_looks_different(reader: Reader, dark: bool) -> None:
    with_everything(reader)
    if dark:
        reader.press("F8")
    window = reader.window
    window.status.show_job(Job(""))
    page = window.inspector.pages["quote"]
    stops = [window.queue.search, window.queue.list, *page.slots, *(field.editor for field in page.fields)]
    stops += [window.inspector.findings, window.status.button, window.view]
    accent = QColor(window.theme.accent)
    for stop in stops:
        (window.view if stop is not window.view else window.queue.list).setFocus()
        QTest.qWait(5)
        before = _pixels(stop, accent)
        stop.setFocus()
        QTest.qWait(5)
        assert _pixels(stop, accent) > before + 20, stop.accessibleName()
    window.status.show_job(None)


def _pixels(widget: QWidget, ink: QColor) -> int:
    """How many pixels of its rim are of just that colour."""
    image = widget.grab().toImage()
    width, height = image.width(), image.height()
    rim = [(x, y) for x in range(width) for y in (0, 1, height - 2, height - 1)]
    rim += [(x, y) for y in range(height) for x in (0, 1, width - 2, width - 1)]
    return sum(image.pixel(x, y) == ink.rgb() for x, y in rim)


def test_the_caret_stays_to_be_seen_while_the_keyboard_is_elsewhere(reader: Reader) -> None:
    reader.go_to("بغداد")
    view = reader.window.view
    caret = view.cursorRect()
    reader.press("F3")
    QTest.qWait(5)
    image = view.viewport().grab().toImage()
    faint = QColor(reader.window.theme.faint).rgb()
    row = caret.center().y()
    assert any(image.pixel(x, row) == faint for x in range(caret.left() - 3, caret.right() + 4))
