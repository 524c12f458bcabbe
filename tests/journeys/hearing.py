"""What a screen reader finds and hears, and the parts of the window it is tried on."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.frames.panel import FramesPanel
from app.ui.intake.work import Looked
from app.ui.keysheet import KeySheet
from app.ui.palette import Palette
from app.ui.slot_completion import Completion
from app.workbench.intake_report import FileReport, Report
from tests.journeys.conftest import Reader

Role, Text = QAccessible.Role, QAccessible.Text
PRESSED = {Role.Button, Role.CheckBox, Role.ComboBox, Role.MenuItem, Role.EditableText, Role.List, Role.ListItem}
ARABIC, LATIN = re.compile("[\u0621-\u064a]"), re.compile("[A-Za-z]{3}")
NAMES_OF_KEYS = re.compile(r"\b(Ctrl|Shift|Alt|Enter|Return|Delete|Del|Home|End|Tab|Esc|Space|PgUp|PgDn|PgDown|Menu)\b")


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


def open_intake(reader: Reader) -> QWidget:
    page = reader.window.files.bring_in()
    page.pane.show_look(Looked(Report(added=1, rejects=[Path("rejected.jsonl")], files=[FileReport(Path("a.txt"))])))
    return page


def open_export(reader: Reader) -> QWidget:
    return settled(reader, reader.window.files.export())


def open_release(reader: Reader) -> QWidget:
    return settled(reader, reader.window.files.release())


def settled(reader: Reader, page: QWidget) -> QWidget:
    """The page once the worker is through with what it looks at."""
    for _ in range(500):
        if not reader.window.files.busy:
            return page
        QTest.qWait(10)
    raise AssertionError("the work did not end")


def open_table(reader: Reader) -> QWidget:
    reader.press("Ctrl+T")
    return next(each for each in reader.window.findChildren(FramesPanel) if each.isVisible())


def open_completion(reader: Reader) -> QWidget:
    reader.press("F5")
    press(Qt.Key.Key_Return)
    return next(each for each in reader.window.findChildren(Completion) if each.isVisible())


PARTS: dict[str, Callable[[Reader], QWidget]] = {
    "window": lambda reader: reader.window,
    "palette": open_palette,
    "keys": open_keys,
    "menu": open_menu,
    "bringing in": open_intake,
    "export": open_export,
    "release": open_release,
    "table": open_table,
    "completion": open_completion,
}
