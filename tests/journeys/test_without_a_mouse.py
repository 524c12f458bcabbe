"""The window for those who have no mouse: every pane by keys, and the focus always to be seen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QMenu, QWidget

from app.ui.frame_sentence import SlotChip
from app.workbench.jobs import Job
from tests.journeys.conftest import TEXT, OpenReader, Reader
from tests.journeys.hearing import Text, held, open_intake, open_keys, open_palette, open_table, press, with_everything


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """As if a screen reader were running."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def test_escape_leads_back_to_the_article_from_every_pane(reader: Reader) -> None:
    with_everything(reader)
    window = reader.window
    window.status.show_job(Job(""))
    page = window.inspector.pages["quote"]
    fields = [field.editor for field in page.fields]
    for stop in (window.queue.search, window.queue.list, *page.stops, *fields, window.inspector.findings):
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
    for stop in (*page.stops, reader.window.inspector.findings):
        assert held() is stop
        press(Qt.Key.Key_Tab)
    reader.window.inspector.findings.setFocus()
    press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert held() is page.stops[-1]


def test_a_slot_is_filled_by_hint_from_its_chip_in_the_inspector(reader: Reader) -> None:
    minister = reader.mark("P", "سليم الناصر")
    reader.go_to("مستعدة")
    reader.press("Q", "S", "0")
    quote = reader.focused()
    assert reader.filled(quote, "speaker") == []
    reader.press("F5")
    row = held()
    assert isinstance(row, SlotChip)
    assert row.slot.id == "speaker"
    press(Qt.Key.Key_Space)
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


@pytest.mark.parametrize("opened", [open_palette, open_keys, open_table])
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
    panel = open_intake(reader)
    first = held()
    assert isinstance(first, QListWidget)
    press(Qt.Key.Key_Tab)
    assert isinstance(held(), QListWidget)
    assert held() is not first
    assert panel.isAncestorOf(held())
    press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert held() is first
    press(Qt.Key.Key_Escape)
    assert not panel.isVisible()
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
    stops = [window.queue.search, window.queue.list, *page.stops]
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
