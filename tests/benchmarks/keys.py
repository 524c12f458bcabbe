"""A hand with a stopwatch: real key events into the real window, each timed until what came of it is painted.

The edit is committed (WAL, FULL) on the way. The bare limit is Qt's own text widget with the same text and font, and a
commit of a row as long as the journal's.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QFont, QKeyEvent, QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit, QWidget

from app.domain.codebook import ENTITY, QUOTE
from app.ui.application import Session
from app.ui.article.view import FAMILY, USUAL_SIZE
from app.ui.everywhere import Everywhere
from app.ui.hand import Hand
from app.workbench.place import Place
from tests.benchmarks.timing import Sample

FREE_LABEL = "X"  # the key of a label that no invented mark has
_JOURNAL = "م" * 900  # about as much as the journal keeps of one mark
_NOTCH = 120
_PATIENCE = 20.0  # seconds after which nothing more is expected of a key


class Painted(QObject):
    """Counts the paintings of a widget."""

    def __init__(self, widget: QTextEdit) -> None:
        super().__init__(widget)
        self.count = 0
        widget.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


class Timed(Hand):
    """A hand that times its keys, each by its name among the ``samples``."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.window)
        self.painted = Painted(session.window.view)
        self.samples: dict[str, Sample] = {}

    def time(self, name: str, key: str) -> None:
        """Press ``key``, and time it until the article is painted and nothing is left to be done."""
        self.until(name, lambda: self.press(key))

    def time_edit(self, name: str, key: str) -> None:
        """The same for a key that changes something: one edit is in the journal."""
        before = self.journaled()
        self.time(name, key)
        assert self.journaled() == before + 1, f"{name}: the journal has not one edit more"

    def journaled(self) -> int:
        return self.bench.store.counts()["edits"]

    def until(
        self, name: str, act: Callable[[], object], done: Callable[[], bool] = lambda: True, *, paints: bool = True
    ) -> None:
        """Time an act until it is ``done`` and, when it ``paints`` the article, until that is painted."""
        before = self.painted.count if paints else -1
        with self.samples.setdefault(name, Sample(name)).timed():
            act()
            QApplication.processEvents()
            deadline = time.perf_counter() + _PATIENCE
            while not (done() and self.painted.count > before) and time.perf_counter() < deadline:
                QApplication.processEvents()
        assert done(), f"{name} came to nothing"
        assert self.painted.count > before, f"{name} painted nothing"

    def put(self, place: int) -> None:
        self.bench.put(Place.at(place))
        QApplication.processEvents()

    def mark_at(self, place: int) -> None:
        """Caret, growing, a label, an edge, and everything taken back, at a place."""
        self.put(place)
        self.time("caret step", "Left")
        self.time("line down", "Down")
        self.time("grow", "Space")
        self.press("Esc", "Esc")
        self.time("caret step", "Left")
        self.time_edit("mark", FREE_LABEL)
        self.time_edit("edge move", "Ctrl+}")
        self.time_edit("undo", "Ctrl+Z")
        self.time_edit("undo", "Ctrl+Z")

    def quote_at(self, place: int) -> None:
        """Q on a quotation, with the caret before its opening sign; one that is marked is erased first."""
        self.put(place)
        held = [mark for mark in self.bench.marks.at(place) if mark.kind == QUOTE]
        if held:
            self.bench.focus_on(held[0])
            self.time_edit("erase a quote", "Del")
            self.put(place)
        self.time_edit("Q", "Q")
        for _ in range(1 + bool(held)):
            self.time_edit("undo", "Ctrl+Z")

    def walk(self, start: int) -> None:
        self.put(start)
        for key in ("Tab", "Tab", "Shift+Tab"):
            self.time("Tab, mark to mark", key)

    def jump(self) -> None:
        asked = self.bench
        self.until("F, hints shown", lambda: self.press("F"), lambda: asked.asking is not None)
        hints = asked.asking.hints if asked.asking else ()
        if hints:
            self.until("F, the letters of a hint", lambda: self.press(*hints[-1]), lambda: asked.asking is None)

    def find(self, word: str) -> None:
        self.until("find, the line shown", lambda: self.press("Ctrl+F"), paints=False)
        field = QApplication.focusWidget()
        assert isinstance(field, QWidget)
        seeking = self.bench.seeking
        self.until("find, the first letter", lambda: _type(field, word[0]), lambda: seeking.query == word[0])
        _type(field, word[1:])
        self.until("find, the next match", lambda: QTest.keyClick(field, Qt.Key.Key_Return))
        QTest.keyClick(field, Qt.Key.Key_Escape)
        self.press("Esc", "Esc")

    def everywhere(self, mark: str) -> None:
        """A at a mark whose words stand elsewhere too, Enter over its list, and that taken back."""
        bench, window = self.bench, self.window
        held = bench.marks.get(mark)
        assert held is not None
        bench.focus_on(held)
        QApplication.processEvents()
        before = len(bench.marks)

        def shown() -> bool:
            return any(each.isVisible() for each in window.findChildren(Everywhere))

        self.until("A, the list shown", lambda: self.press("A"), shown, paints=False)
        settle(0.3)
        focused = QApplication.focusWidget()
        assert focused is not None
        name = "A, Enter, all marked"
        self.until(name, lambda: QTest.keyClick(focused, Qt.Key.Key_Return), lambda: len(bench.marks) > before)
        self.take_back(before)

    def take_back(self, marks: int) -> None:
        """Undo one edit, also a long one, for which the window takes its time, until so many marks are left."""
        self.press("Ctrl+Z")
        deadline = time.perf_counter() + _PATIENCE
        while len(self.bench.marks) != marks and time.perf_counter() < deadline:
            QApplication.processEvents()
        assert len(self.bench.marks) == marks, "what was done was not taken back"

    def source(self) -> str | None:
        """A new mark whose words stand in the article once more, unmarked: what A has something to offer for."""
        bench = self.bench
        assert bench.reading is not None
        text = bench.reading.text
        for start in range(len(text) // 4, min(len(text), len(text) // 4 + 5_000), 50):
            token = bench.reading.words.after(start)
            if token is None:
                return None
            stem = bench.reading.stems(token)[0].span
            surface = text[stem.start : stem.end]
            if len(surface) > 4 and text.count(f" {surface} ") >= 2 and not bench.marks.meeting(stem):
                self.put(stem.start)
                self.press(FREE_LABEL)
                made = bench.at_hand((ENTITY,))
                if made is not None and made.fragments == (stem,):
                    return made.id
        return None

    def stall(self, place: int, sample: Sample) -> None:
        """The longest time for which no key is heard in the moments after an edit (the checks run then)."""
        before = len(self.bench.marks)
        self.put(place)
        self.press(FREE_LABEL)
        sample.seconds.append(settle(0.5))
        self.take_back(before)


class Bare:
    """The limit: Qt's own text widget, read-only, in a window of the same size, and one commit of SQLite's own."""

    def __init__(self, text: str, like: QTextEdit, folder: Path) -> None:
        self.window = QMainWindow()
        self.edit = QTextEdit()
        self.edit.setReadOnly(True)
        self.edit.setTextInteractionFlags(like.textInteractionFlags())
        font = QFont(FAMILY)
        font.setPixelSize(USUAL_SIZE)
        self.edit.document().setDefaultFont(font)
        self.edit.setPlainText(text)
        self.window.setCentralWidget(self.edit)
        self.window.resize(like.viewport().size())
        self.window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)
        self.edit.moveCursor(QTextCursor.MoveOperation.Down)
        self.path = folder / f"bare-{time.time_ns()}.db"
        self.file = sqlite3.connect(self.path, isolation_level=None)
        self.file.execute("PRAGMA journal_mode = WAL")
        self.file.execute("PRAGMA synchronous = FULL")
        self.file.execute("CREATE TABLE journal (seq INTEGER PRIMARY KEY, changes TEXT)")
        self.step, self.commit = Sample("bare: caret step, repaint"), Sample("bare: one commit")
        self.whole = Sample("bare: step, repaint and commit")
        self.scroll = Sample("bare: a page of the wheel")

    @property
    def samples(self) -> tuple[Sample, ...]:
        return self.step, self.commit, self.whole, self.scroll

    def time(self) -> None:
        with self.step.timed():
            # Given to the widget itself: sent as an event it would fire the other window's action for that key.
            self.edit.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier))
            self.edit.viewport().repaint()
            QApplication.processEvents()
        with self.commit.timed():
            self.file.execute("BEGIN IMMEDIATE")
            self.file.execute("INSERT INTO journal (changes) VALUES (?)", (_JOURNAL,))
            self.file.execute("COMMIT")
        self.whole.add(self.step.seconds[-1] + self.commit.seconds[-1], self.step.cpu[-1] + self.commit.cpu[-1])

    def close(self) -> None:
        self.file.close()
        self.path.unlink()
        self.window.close()
        self.window.deleteLater()


def turn(edit: QTextEdit, notches: int) -> None:
    """Turn the wheel over a text, and have it painted."""
    middle = QPointF(edit.viewport().rect().center())
    turned = QPoint(0, -notches * _NOTCH)
    none = Qt.KeyboardModifier.NoModifier
    place = edit.viewport().mapToGlobal(middle)
    event = QWheelEvent(
        middle, place, QPoint(), turned, Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(edit.viewport(), event)
    edit.viewport().repaint()
    QApplication.processEvents()


def settle(seconds: float) -> float:
    """Let the window do what it does between the keys, for so long; the longest turn of its loop."""
    longest, until = 0.0, time.perf_counter() + seconds
    while time.perf_counter() < until:
        start = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - start)
    return longest


def _type(field: QWidget, letters: str) -> None:
    """``QTest`` knows no key for an Arabic letter and aborts."""
    for letter in letters:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, ord(letter), Qt.KeyboardModifier.NoModifier, letter))
