"""A practised hand: of the ways that the keys offer it takes the shortest, and writes the keys down."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.annotation import Annotation
from app.domain.codebook import ENTITY
from app.domain.span import Span
from app.ui.hand import LostHand
from app.workbench.everywhere import FREE, occurrences, wanted
from tests.journeys.conftest import Reader

_NEAR = 2  # words that are walked; what is farther is jumped to
Wish = tuple[str, Span]


@dataclass
class Tally:
    """Strokes by what they were for, and the keys themselves, act by act."""

    strokes: dict[str, int] = field(default_factory=dict)
    marks: dict[str, int] = field(default_factory=dict)
    script: list[str] = field(default_factory=list)

    def enter(self, what: str, strokes: int, marks: int, keys: list[str], words: str) -> None:
        self.strokes[what] = self.strokes.get(what, 0) + strokes
        self.marks[what] = self.marks.get(what, 0) + marks
        self.script.append(f"{' '.join(keys):<28} {words}")

    def show(self) -> None:
        """Print it, for those who run the test with -s."""
        lines = [f"{what}: {number}, strokes each: {self.per(what):.2f}" for what, number in self.marks.items()]
        sys.stdout.write("\n".join(["", *self.script, *lines, ""]))

    def per(self, what: str) -> float:
        return self.strokes[what] / self.marks[what]


class Frugal(Reader):
    """Marks what it is told to, by keys alone. ``tally`` holds what it cost."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader.session)
        self.tally = Tally()
        self._keys: list[str] = []

    def press(self, *keys: str) -> None:
        self._keys += keys
        super().press(*keys)

    def entities(self, wishes: list[Wish]) -> None:
        """Mark them all, in their order; whatever A brings along is not marked again."""
        left = list(wishes)
        while left:
            label, span = left.pop(0)
            if self._is_marked(label, span):
                continue
            self._begin()
            self.reach(span.start)
            self.cover(span)
            self.press(self.bench.codebook.label(ENTITY, label).key or "")
            mark = self.focused()
            assert (mark.label, mark.fragments) == (label, (span,)), (label, self._words(span), mark.exact)
            more = self._everywhere(mark, label, left)
            self._end("entity", 1 + more, f"{label} {mark.exact}" + (f" + {more}" if more else ""))

    def quote(self, inside: int, check: object) -> Annotation:
        """Frame the quote at ``inside``: Q proposes it, ``check`` says by which keys it is mended, Enter takes it."""
        assert callable(check)
        self._begin()
        self.reach(inside)
        self.press("Q")
        for keys in check(self):
            self.press(*keys)
        self.press("Return")
        made = self.focused()
        self._end("quote", 1, made.exact)
        return made

    def claim(self, inside: int) -> Annotation:
        self._begin()
        self.reach(inside)
        self.press("C")
        made = self.focused()
        self._end("claim", 1, made.exact)
        return made

    def reach(self, position: int) -> None:
        """Bring the caret to the word at ``position``: by a step or two, else by a jump, scrolling where it is far."""
        reading = self.bench.reading
        assert reading is not None
        token = reading.words.at(position)
        assert token is not None
        if token.start <= self.caret < token.end and self.bench.place.selection is None:
            return
        steps = self._steps(token.start)
        if abs(steps) <= _NEAR:
            return self.press(*([self._key("", steps > 0)] * abs(steps)))
        for _ in range(60):
            if self.window.view.visible(self.window.hintbar.coming).holds(Span(token.start, token.end)):
                return self.jump(token.start)
            self.press("Ctrl+Down" if token.start > self.caret else "Ctrl+Up")
        raise LostHand("{what}", what=self._words(Span(token.start, token.end)))

    def cover(self, span: Span) -> None:
        """Select ``span`` if it is more than the stem under the caret: by growing, else by words, else by a jump."""
        reading = self.bench.reading
        assert reading is not None
        if reading.target(self.bench.place) == span:
            return
        rungs = [rung for rung in reading.ladder(self.caret) if rung != reading.target(self.bench.place)]
        words = len(reading.words_in(span))
        if span in rungs and rungs.index(span) + 1 <= min(words, 3):
            while reading.target(self.bench.place) != span:
                before = self.bench.place
                self.press("Space")
                assert self.bench.place != before, self._words(span)
            return
        self.take(span)

    def _everywhere(self, mark: Annotation, label: str, left: list[Wish]) -> int:
        """Press A and Enter if that marks only what is still to be marked so; how many it marked."""
        reading = self.bench.reading
        sought = wanted(reading, mark) if reading else None
        if reading is None or sought is None:
            return 0
        found = [
            each
            for batch in occurrences(reading, sought, self.bench.marks, self.bench.codebook)
            for each in batch
            if each.standing == FREE
        ]
        open_ = {span for other, span in left if other == label}
        if not found or not all(each.span in open_ for each in found):
            return 0
        self.press("A")
        self._type("Return")
        return len(found)

    def _type(self, key: str) -> None:
        """Press a key in the panel that has the keyboard."""
        stroke = QKeySequence(key)[0]  # type: ignore[index]
        QTest.keyClick(QApplication.focusWidget(), stroke.key(), stroke.keyboardModifiers())
        QApplication.processEvents()
        self._keys.append(key)
        self.presses += 1

    def _is_marked(self, label: str, span: Span) -> bool:
        return self.bench.marks.same(ENTITY, label, (span,)) is not None

    def _steps(self, start: int) -> int:
        """Words from the caret to the word at ``start``, forward positive."""
        reading = self.bench.reading
        assert reading is not None
        low, high = sorted((self.caret, start))
        between = [each for each in reading.words_in(Span(low, high)) if each.start != low] if low < high else []
        steps = len(between) + 1 if low < high else 0
        return steps if start > self.caret else -steps

    def _words(self, span: Span) -> str:
        assert self.bench.article is not None
        return self.bench.article.text[span.start : span.end]

    def _begin(self) -> None:
        self._keys, self._before = [], self.presses

    def _end(self, what: str, marks: int, words: str) -> None:
        self.tally.enter(what, self.presses - self._before, marks, self._keys, words)
