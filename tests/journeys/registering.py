"""Words, strokes and looks that the journeys through the register share."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.annotation import RegisterEntry
from app.ui.register import EntryPanel
from app.workbench.entries import entries_of
from tests.journeys.conftest import Reader

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
