"""What else an analyst does all day, beside the bare limit: walking from mark to mark, scrolling, finding, jumping, the
same everywhere. And how much memory a long article takes.

    pytest tests/benchmarks/test_elsewhere.py --benchmark-enable

The bare limit of what writes nothing is a caret step and repaint of a read-only ``QTextEdit`` with the same text; of
Enter over A's list it is that and one commit; of scrolling it is the same notch of the wheel over that widget.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from app.domain.codebook import ENTITY
from app.ui.application import Session
from app.ui.everywhere import Everywhere
from app.ui.hand import wait_until_shown
from app.workbench.place import Place
from tests.benchmarks.test_keystroke import PROJECTS, Bare, Timed, long_article, open_project
from tests.benchmarks.timing import Sample, Table

__all__ = ["open_project"]

ROOT = Path(__file__).parents[2]
_NOTCH = 120
_PAGES = ("the reference article", "100,000 characters, 5,000 marks")


def _turn(edit: QTextEdit, notches: int) -> None:
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


class Rounds(Timed):
    """The rest of the keys, each timed until the window has painted what came of it."""

    def until(self, name: str, act: Callable[[], object], done: Callable[[], bool]) -> None:
        with self.samples.setdefault(name, Sample(name)).timed():
            act()
            QApplication.processEvents()
            deadline = time.perf_counter() + 5
            while not done() and time.perf_counter() < deadline:
                QApplication.processEvents()
        assert done(), name

    def walk(self, start: int) -> None:
        self.bench.put(Place.at(start))
        QApplication.processEvents()
        for key in ("Tab", "Tab", "Shift+Tab"):
            self.time("Tab, mark to mark", key)

    def jump(self) -> None:
        asked = self.bench
        self.until("F, hints shown", lambda: self.press("F"), lambda: asked.asking is not None)
        hints = asked.asking.hints if asked.asking else ()
        if hints:
            self.until("the letters of a hint", lambda: self.press(*hints[-1]), lambda: asked.asking is None)

    def find(self, word: str) -> None:
        self.press("Ctrl+F")
        field = QApplication.focusWidget()
        assert isinstance(field, QWidget)
        seeking = self.bench.seeking
        self.until("find: the first letter", lambda: _type(field, word[0]), lambda: seeking.query == word[0])
        _type(field, word[1:])
        self.until("find: the next match", lambda: QTest.keyClick(field, Qt.Key.Key_Return), lambda: True)
        QTest.keyClick(field, Qt.Key.Key_Escape)
        self.press("Esc", "Esc")

    def everywhere(self, mark: str) -> None:
        bench, window = self.bench, self.window
        held = bench.marks.get(mark)
        assert held is not None
        bench.focus_on(held)
        QApplication.processEvents()
        before, panels = len(bench.marks), lambda: window.findChildren(Everywhere)
        self.until("A, the list shown", lambda: self.press("A"), lambda: any(each.isVisible() for each in panels()))
        self._settle(panels()[-1])
        focused = QApplication.focusWidget()
        assert focused is not None
        self.until(
            "Enter, all marked", lambda: QTest.keyClick(focused, Qt.Key.Key_Return), lambda: len(bench.marks) > before
        )
        self.press("Ctrl+Z")
        assert len(bench.marks) == before

    def _settle(self, panel: Everywhere) -> None:
        until = time.perf_counter() + 0.3
        while time.perf_counter() < until:
            QApplication.processEvents()


def _type(field: QWidget, letters: str) -> None:
    """``QTest`` knows no key for an Arabic letter and aborts."""
    for letter in letters:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(field, QKeyEvent(kind, ord(letter), Qt.KeyboardModifier.NoModifier, letter))


@pytest.mark.parametrize("name", _PAGES)
def test_walking_scrolling_finding_and_jumping(
    name: str, open_project: Callable[[Callable[[Path], None]], Session], tmp_path: Path, full: bool, table: Table
):
    session = open_project(PROJECTS[name])
    bench = session.bench
    assert bench.article is not None
    hand, bare = Rounds(session), Bare(bench.article.text, session.window.view, tmp_path)
    wait_until_shown(session.window)
    text = bench.article.text
    word = text[len(text) // 2 :].split()[1]
    if not len(bench.marks):  # a plain article: a few marks to walk over
        for number in range(12):
            bench.put(Place.at(len(text) // 3 + 60 * number))
            hand.press("X")
    source = _source(hand)
    scroll, own_scroll = Sample("bare: a page of the wheel"), Sample("scroll, a page of the wheel")
    for warm in (True, False):
        if not warm:
            hand.samples.clear()
            for sample in (scroll, own_scroll, bare.step, bare.commit, bare.whole):
                sample.seconds.clear()
        for number in range(1 if warm else 60 if full else 1):
            bare.time()
            hand.walk(len(text) // 3 + 30 * number % (len(text) // 2))
            hand.jump()
            hand.find(word)
            if number % 4 == 0 and source is not None:
                hand.everywhere(source)
            notches = 4 if number % 20 < 10 else -4
            with scroll.timed():
                _turn(bare.edit, notches)
            with own_scroll.timed():
                _turn(session.window.view, notches)
    table.head(f"Walking, scrolling, finding: {name}")
    for sample in (bare.step, bare.whole, scroll):
        table.row(sample)
    table.row(own_scroll, scroll)
    for sample in hand.samples.values():
        table.row(sample, bare.whole if sample.name.startswith("Enter") else bare.step)
    bare.close()


def _source(hand: Rounds) -> str | None:
    """A mark whose words stand in the article once more, unmarked: what A has something to offer for."""
    bench = hand.bench
    assert bench.reading is not None
    text = bench.reading.text
    for start in range(len(text) // 4, len(text), 50):
        token = bench.reading.words.after(start)
        if token is None:
            return None
        stem = bench.reading.stems(token)[0].span
        surface = text[stem.start : stem.end]
        if len(surface) > 4 and 2 <= text.count(f" {surface} ") < 400 and not bench.marks.meeting(stem):
            bench.put(Place.at(stem.start))
            hand.press("X")
            made = bench.at_hand((ENTITY,))
            if made is not None and made.fragments == (stem,):
                return made.id
    return None


_RESIDENT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
if sys.argv[1] == "bare":
    from PySide6.QtWidgets import QTextEdit
    application = QApplication([])
    shown = QTextEdit()
    shown.setPlainText(Path(sys.argv[2]).read_text(encoding="utf-8"))
    shown.resize(1400, 860)
    shown.show()
else:
    from app.ui.application import Session, make_application
    from app.ui.hand import Hand
    application = make_application()
    session = Session(Path(sys.argv[2]))
    shown = session.window.view
from PySide6.QtTest import QTest
QTest.qWait(1500)
QTest.qWait(1500)
pages = Path("/proc/self/statm").read_text().split()[1]
print(int(pages) * 4096)
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="asks Linux")
def test_memory_of_a_long_article(tmp_path: Path, table: Table):
    """Resident memory after three seconds, when names are read and the article is checked."""
    project, plain = tmp_path / "project.tawsim", tmp_path / "text.txt"
    long_article(project)
    from app.store import Store

    with Store.open(project, readonly=True) as store:
        (row,) = store.queue("sana", limit=1)
        plain.write_text(store.article(row.id).text, encoding="utf-8")
    sizes = {}
    for which, path in (("bare", plain), ("ours", project)):
        done = subprocess.run(
            [sys.executable, "-c", _RESIDENT, which, str(path)], cwd=ROOT, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        sizes[which] = int(done.stdout.split()[-1])
    table.head("Memory: 100,000 characters, 5,000 marks")
    table.say(f"bare window with the text: {sizes['bare'] / 2**20:.0f} MiB; ours: {sizes['ours'] / 2**20:.0f} MiB")
