"""A hand on the keyboard: works the real window by key events alone, and counts them.

The demo uses it, and so do the journeys of the test suite. It looks at the screen as an analyst does (where the caret
is, which stretch is selected, what hint stands on a candidate) and changes nothing but by pressing keys.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.annotation import Annotation
from app.domain.codebook import CLAIM, QUOTE
from app.domain.errors import N_, TawsimError
from app.domain.span import Span
from app.ui.window import MainWindow
from app.workbench.asking import Candidate


class LostHand(TawsimError):
    """A key did not do what it should have done."""


class Hand:
    """Presses keys in a window. Positions are code points of the open article."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.bench = window.bench
        self.presses = 0

    def press(self, *keys: str) -> None:
        """Press keys one after the other, each named as the table of actions names it."""
        for key in keys:
            sequence: Any = QKeySequence(key)  # indexed by stroke, which Qt's stubs do not say
            stroke = sequence[0]
            QTest.keyClick(self.window.view, stroke.key(), stroke.keyboardModifiers())
            self.presses += 1
            QApplication.processEvents()

    def find(self, surface: str, nth: int = 1, after: int = 0) -> Span:
        """Where the ``nth`` occurrence of ``surface`` behind ``after`` stands in the article."""
        assert self.bench.article is not None
        at = after - 1
        for _ in range(nth):
            at = self.bench.article.text.find(surface, at + 1)
            if at < 0:
                raise LostHand(N_("“{surface}” is not in the article."), surface=surface)
        return Span(at, at + len(surface))

    def go_to(self, position: int) -> None:
        """Bring the caret to the word at ``position``: by paragraphs, then sentences, then words."""
        reading = self.bench.reading
        assert reading is not None
        word = reading.words.at(position)
        goal = word.start if word else position
        if abs(reading.paragraphs.index(reading.paragraph(goal)) - self._paragraph()) > 0:
            self._repeat("Ctrl+Down", "Ctrl+Up", lambda: reading.paragraph(goal).start, goal)
        self._repeat(self._key("Ctrl+", True), self._key("Ctrl+", False), lambda: reading.sentence(goal).start, goal)
        while self.caret < goal:
            self._step(self._key("", True))
        while self.caret > goal:
            self._step(self._key("", False))

    def jump(self, position: int, key: str = "F") -> None:
        """Type the hint that stands on the word at ``position``, which is in view; with ``Shift+F``, select to it."""
        reading = self.bench.reading
        assert reading is not None
        word = reading.words.at(position)
        self.press(key)
        asking = self.bench.asking
        for hint, candidate in zip(asking.hints, asking.candidates, strict=True) if asking else ():
            if word is not None and word.start <= candidate.span.start < word.end:
                return self.press(*hint)
        self.press("Esc")
        raise LostHand(N_("The word is not in view."))

    def take(self, span: Span) -> None:
        """Make ``span`` what a label key would mark: as the stem, grown to it, or extended word by word."""
        reading = self.bench.reading
        assert reading is not None
        self.go_to(span.start)
        if reading.target(self.bench.place) == span:
            return
        ladder = reading.ladder(self.caret)
        if span in ladder:
            stem = reading.target(self.bench.place)
            steps = ladder.index(span) - (ladder.index(stem) if stem in ladder else -1)
            by_words = len(reading.words_in(span))
            if 0 < abs(steps) <= max(by_words, 1):
                return self.press(*(["Space" if steps > 0 else "Shift+Space"] * abs(steps)))
        while self.caret < span.start:
            self._step(self._key("Alt+", True))
        while self.bench.place.selection is None or self.bench.place.caret < span.end:
            self._step(self._key("Shift+", True) if self._word_end() <= span.end else self._key("Alt+Shift+", True))

    def mark(self, key: str, surface: str, nth: int = 1) -> Annotation:
        """Mark the ``nth`` occurrence of ``surface`` with a label key; the mark that came of it."""
        span = self.find(surface, nth)
        self.take(span)
        self.press(key)
        made = self.bench.at_hand()
        if made is None or made.fragments != (span,):
            raise LostHand(N_("The key {key} did not mark “{surface}”."), key=key, surface=surface)
        return made

    def choose(self, key: str, surface: str) -> None:
        """Have ``surface`` fill the slot of that key: no key is pressed where it does already."""
        if surface not in self.fillers(key):
            self.pick(key, surface)

    def frame(self) -> Annotation:
        """The quote or claim at hand."""
        found = self.bench.at_hand((QUOTE, CLAIM))
        if found is None:
            raise LostHand(N_("Put the caret on a quote or a claim first."))
        return found

    def fillers(self, key: str) -> list[str]:
        """The words that fill the slot of that key in the quote or claim at hand."""
        frame = self.frame()
        roles = [slot.id for slot in self.bench.codebook.kind(frame.kind).slots if slot.key == key]
        ties = [tie for role in roles for tie in self.bench.marks.links_from(frame.id, role)]
        marks = (self.bench.marks.get(tie.target.value) for tie in ties)
        return [mark.exact for mark in marks if mark is not None]

    def pick(self, key: str, surface: str) -> None:
        """Press a slot's key and type the hint that stands on ``surface``, which takes out what is in already."""
        self.press(key)
        asking = self.bench.asking
        assert asking is not None and self.bench.article is not None
        for number, candidate in enumerate(asking.candidates):
            if self._surface(candidate) == surface:
                return self.press(*asking.hints[number])
        raise LostHand(N_("No hint stands on “{surface}”."), surface=surface)

    @property
    def caret(self) -> int:
        return self.bench.place.caret

    def _surface(self, candidate: Candidate) -> str:
        assert self.bench.article is not None
        return self.bench.article.text[candidate.span.start : candidate.span.end]

    def _paragraph(self) -> int:
        reading = self.bench.reading
        assert reading is not None
        return reading.paragraphs.index(reading.paragraph(self.caret))

    def _word_end(self) -> int:
        """Where Shift with the forward arrow would bring the caret."""
        reading = self.bench.reading
        assert reading is not None
        token = reading.words.at(self.caret)
        if token is None or token.end <= self.caret:
            token = reading.words.after(self.caret)
        return token.end if token else len(reading.text)

    def _key(self, modifiers: str, forward: bool) -> str:
        rtl = self.bench.article is None or self.bench.article.direction == "rtl"
        return f"{modifiers}{'Left' if forward == rtl else 'Right'}"

    def _repeat(self, on: str, back: str, goal: object, position: int) -> None:
        """Press ``on`` or ``back`` until the caret stands at the start that ``goal`` gives, if it does at all."""
        assert callable(goal)
        for _ in range(500):
            start = goal()
            if self.caret < start <= position:
                self._step(on)
            elif self.caret > position:
                self._step(back)
            else:
                return

    def _step(self, key: str) -> None:
        before = self.bench.place
        self.press(key)
        if self.bench.place == before:
            raise LostHand(N_("The key {key} did not move the caret."), key=key)


def wait_until_shown(window: MainWindow) -> None:
    """Until the window is there and has the keyboard; without a window manager the second may never come."""
    QTest.qWaitForWindowExposed(window, 5000)
    window.activateWindow()
    QTest.qWaitForWindowActive(window, 2000)
    window.view.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.qWait(20)  # until the panes have their sizes
