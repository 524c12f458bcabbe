"""From the key to the commit to the painted window, as a ratio to a bare text widget and a bare commit.

    pytest tests/benchmarks/test_keystroke.py --benchmark-enable

A round is real key events into the real window. The clock runs from the key event until the event loop has painted what
came of it; the edit is committed (WAL, FULL) on the way. The bare limit, measured between the same rounds: a caret step
and repaint of a read-only ``QTextEdit`` with the same text and font, and one commit of a row as long as the journal's.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFont, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QTextEdit

from app import resources
from app.domain.article import new_article
from app.domain.codebook import QUOTE
from app.domain.edit import making
from app.store import Stamp, Store
from app.ui.application import Session, make_application
from app.ui.article.view import FAMILY, USUAL_SIZE
from app.ui.hand import Hand, wait_until_shown
from app.workbench.place import Place
from tests.benchmarks.inventing import LAYER, WHEN, invent
from tests.benchmarks.timing import Sample, Table

REFERENCE = Path(__file__).parents[2] / "../shared/articles/000_57f3cbd02e05244a.txt"
_FREE_LABEL = "X"  # the key of a label that no invented mark has
_JOURNAL = "م" * 900  # about as much as the journal keeps of one mark


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
    """A hand with a stopwatch."""

    def __init__(self, session: Session) -> None:
        super().__init__(session.window)
        self.painted = Painted(session.window.view)
        self.samples: dict[str, Sample] = {}
        self.edits = 0

    def time(self, name: str, key: str) -> None:
        """Press ``key``, and time it until the article is painted and nothing is left to be done."""
        before = self.painted.count
        with self.samples.setdefault(name, Sample(name)).timed():
            self.press(key)
            deadline = time.perf_counter() + 5
            while self.painted.count == before and time.perf_counter() < deadline:
                QApplication.processEvents()
        assert self.painted.count > before, f"{name}: the key {key} painted nothing"

    def time_edit(self, name: str, key: str) -> None:
        self.time(name, key)
        self.edits += 1


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
        self.file = sqlite3.connect(folder / "bare.db", isolation_level=None)
        self.file.execute("PRAGMA journal_mode = WAL")
        self.file.execute("PRAGMA synchronous = FULL")
        self.file.execute("CREATE TABLE journal (seq INTEGER PRIMARY KEY, changes TEXT)")
        self.step, self.commit = Sample("bare: caret step, repaint"), Sample("bare: one commit")
        self.whole = Sample("bare: step, repaint and commit")

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
        self.whole.seconds.append(self.step.seconds[-1] + self.commit.seconds[-1])

    def close(self) -> None:
        self.file.close()
        self.window.close()
        self.window.deleteLater()


def reference(path: Path) -> None:
    if not REFERENCE.exists():
        pytest.skip("the reference article is not on this machine")
    with Store.create(path, resources.codebook()) as store:
        store.add_article(new_article("reference", REFERENCE.read_text(encoding="utf-8")))


def long_article(path: Path) -> None:
    _invented(path, paragraph=420)


def one_paragraph(path: Path) -> None:
    _invented(path, paragraph=1_000_000)


def _invented(path: Path, paragraph: int) -> None:
    book = resources.codebook()
    made = invent(book, "long", length=100_000, most=5_000, paragraph=paragraph)
    assert len(made.annotations) == 5_000 and len(made.article.text) >= 100_000
    with Store.create(path, book) as store:
        store.add_article(made.article)
        edit = making("Import", *made.annotations, *made.links, made.progress)
        store.record(edit, Stamp(LAYER, LAYER, WHEN, book.version))


@pytest.fixture
def open_project(tmp_path: Path, qtbot: object) -> Iterator[Callable[[Callable[[Path], None]], Session]]:
    make_application().setCursorFlashTime(0)
    sessions: list[Session] = []

    def open_(fill: Callable[[Path], None]) -> Session:
        path = tmp_path / "project.tawsim"
        fill(path)
        sessions.append(Session(path, layer=LAYER, author=LAYER))
        wait_until_shown(sessions[-1].window)
        return sessions[-1]

    yield open_
    for session in sessions:
        session.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


PROJECTS = {"the reference article": reference, "100,000 characters, 5,000 marks": long_article}
PROJECTS["the same in one paragraph"] = one_paragraph


@pytest.mark.parametrize("name", PROJECTS)
def test_from_the_key_to_the_painted_window(
    name: str, open_project: Callable[[Callable[[Path], None]], Session], tmp_path: Path, full: bool, table: Table
):
    session = open_project(PROJECTS[name])
    bench = session.bench
    assert bench.article is not None and bench.reading is not None
    hand, bare = Timed(session), Bare(bench.article.text, session.window.view, tmp_path)
    wait_until_shown(session.window)
    before, journaled = list(bench.marks), bench.store.counts()["edits"]
    # A window that is under way: what is made once for all has been made.
    quotation = bench.article.text.index('"' if '"' in bench.article.text else "«", len(bench.article.text) // 2)
    for warm in (True, False):
        if not warm:
            hand.samples.clear()
            bare.step.seconds.clear(), bare.commit.seconds.clear(), bare.whole.seconds.clear()
        for number in range(2 if warm else 200 if full else 2):
            bare.time()
            _round(hand, number, quotation)
    stall = _stall(hand, 10 if full else 1, quotation + 2)
    assert list(bench.marks) == before
    assert bench.store.counts()["edits"] - journaled == hand.edits
    table.head(f"From the key to the painted window: {name}")
    for sample in (bare.step, bare.commit, bare.whole):
        table.row(sample)
    for sample in hand.samples.values():
        table.row(sample, bare.whole if sample.name not in _NO_COMMIT else bare.step)
    table.row(stall)
    bare.close()


_NO_COMMIT = ("caret step", "line down", "grow")


def _round(hand: Timed, number: int, quotation: int) -> None:
    """Every key once, at a place that moves on through the article, and everything taken back."""
    text = hand.bench.reading.text if hand.bench.reading else ""
    hand.bench.put(Place.at(len(text) // 3 + 40 * number % (len(text) // 2)))
    QApplication.processEvents()
    hand.time("caret step", "Left")
    hand.time("line down", "Down")
    hand.time("grow", "Space")
    hand.press("Esc", "Esc")
    hand.time("caret step", "Left")
    hand.time_edit("label key", _FREE_LABEL)
    hand.time_edit("edge move", "Ctrl+}")
    hand.time_edit("undo", "Ctrl+Z")
    hand.time_edit("undo", "Ctrl+Z")
    hand.bench.put(Place.at(quotation + 2))
    quote = next((mark for mark in hand.bench.marks.at(quotation + 2) if mark.kind == QUOTE), None)
    if quote is not None:  # erased first, so that Q has something to do
        hand.time_edit("erase a quote", "Del")
        hand.bench.put(Place.at(quotation + 2))
    hand.time_edit("Q", "Q")
    for _ in range(1 if quote is None else 2):
        hand.time_edit("undo", "Ctrl+Z")


def _stall(hand: Timed, rounds: int, place: int) -> Sample:
    """The longest time for which the window cannot hear a key in the moments after an edit (the checks run then)."""
    stall = Sample("longest stall after an edit")
    for _ in range(rounds):
        hand.bench.put(Place.at(place))
        hand.press(_FREE_LABEL)
        longest, until = 0.0, time.perf_counter() + 0.5
        while time.perf_counter() < until:
            start = time.perf_counter()
            QApplication.processEvents()
            longest = max(longest, time.perf_counter() - start)
        stall.seconds.append(longest)
        hand.press("Ctrl+Z")
        hand.edits += 2
    return stall
