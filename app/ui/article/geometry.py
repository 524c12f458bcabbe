"""Where a span stands on the page: one stretch a visual run, never from the least to the greatest edge."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import Any

from PySide6.QtGui import QTextLayout, QTextLine

from app.domain.values import frozen

# Arabic letters and marks, spaces and common points, nothing of which runs left to right or turns what does: a span of
# them is one run in a right-to-left paragraph, and its two edges tell all.
_ARABIC = (*range(0x0600, 0x0660), *range(0x066A, 0x06F0), *range(0x06FA, 0x0900), *range(0xFB50, 0xFF00))
_STEADY = frozenset(map(chr, _ARABIC)) | {*" \u00a0\t.,:;!?…،؛؟'\"«»‹›“”„‘’()[]-–—/*&_•"}
_MARKS = frozenset(letter for letter in _STEADY if unicodedata.combining(letter))
_TOUCHING = 0.75  # pixels by which edges of neighbouring letters may differ through rounding


@frozen
class Stretch:
    """A piece of a span on one line: from ``left`` to ``right`` in the paragraph's own pixels.

    ``first`` and ``last`` say whether the span's own start and end lie in this piece, ``forward`` whether the piece
    runs left to right.
    """

    line: int
    left: float
    right: float
    first: bool
    last: bool
    forward: bool

    @property
    def width(self) -> float:
        return self.right - self.left


def stretches(
    layout: QTextLayout, text: str, start: int, end: int, rtl: bool, lines: range | None = None
) -> list[Stretch]:
    """The pieces of ``[start, end)`` in a laid-out paragraph, line by line; only on ``lines``, when they are given.

    ``text`` is the paragraph's text and all positions are UTF-16 units in it; ``end`` may lie behind its last letter,
    ``start`` before 0, when the span goes on in other paragraphs.
    """
    found: list[Stretch] = []
    low, high = max(start, 0), min(end, len(text))
    if low >= high:
        return found
    for number in _lines_of(layout, low, high) if lines is None else lines:
        line = layout.lineAt(number)
        begin = line.textStart()
        a, b = max(low, begin), min(high, begin + line.textLength())
        if a < b:
            shown = _without_end_space(text, a, b, line)
            found += _runs(line, text, a, shown, number, rtl, a == start, b == end)
    return found


def _lines_of(layout: QTextLayout, low: int, high: int) -> range:
    first, last = layout.lineForTextPosition(low), layout.lineForTextPosition(high - 1)
    if not first.isValid() or not last.isValid():
        return range(0)
    return range(first.lineNumber(), last.lineNumber() + 1)


def _without_end_space(text: str, a: int, b: int, line: QTextLine) -> int:
    """A space that hangs on the line's end belongs to the span but is not drawn."""
    at_end = b == line.textStart() + line.textLength()
    while at_end and b - 1 > a and text[b - 1] in " \u2028":
        b -= 1
    return b


def _runs(line: QTextLine, text: str, a: int, b: int, number: int, rtl: bool, first: bool, last: bool) -> list[Stretch]:
    if rtl and _STEADY.issuperset(text[a:b]):
        last_letter = b - 1
        while last_letter > a and text[last_letter] in _MARKS:  # behind a mark, Qt tells the end of the letter after it
            last_letter -= 1
        right, left = x_at(line, a), x_at(line, last_letter, QTextLine.Edge.Trailing)
        if left < right:
            return [Stretch(number, left, right, first, last, False)]
    return glyph_stretches(line, a, b, number, first, last)


def glyph_stretches(line: QTextLine, a: int, b: int, number: int, first: bool, last: bool) -> list[Stretch]:
    """Where the direction turns, the glyphs tell: ``cursorToX`` puts a run's first letter at the run before."""
    runs: list[Stretch] = []
    for run in line.glyphRuns(a, b - a):
        box = run.boundingRect()
        if box.width() > 0:
            runs.append(Stretch(number, box.left(), box.right(), False, False, not run.isRightToLeft()))
    if not runs:
        return runs
    head, tail = _holding(runs, line, range(a, b)), _holding(runs, line, range(b - 1, a - 1, -1))
    marked = [
        replace(each, first=first and place == head, last=last and place == tail) for place, each in enumerate(runs)
    ]
    marked.insert(0, marked.pop(head))
    return marked


def _holding(runs: list[Stretch], line: QTextLine, positions: range) -> int:
    """Which of the runs holds the first of the positions that has a glyph of its own."""
    for position in positions:
        glyphs = [run.boundingRect() for run in line.glyphRuns(position, 1)]
        if glyphs and glyphs[0].width() > 0:
            middle = glyphs[0].center().x()
            for place, run in enumerate(runs):
                if run.left - _TOUCHING <= middle <= run.right + _TOUCHING:
                    return place
    return 0


def joined(found: list[Stretch]) -> list[tuple[float, float]]:
    """The pieces of one line as (left, right), those that touch taken together whatever their direction."""
    made: list[tuple[float, float]] = []
    for left, right in sorted((each.left, each.right) for each in found):
        if made and left - made[-1][1] <= _TOUCHING:
            made[-1] = (made[-1][0], max(made[-1][1], right))
        else:
            made.append((left, right))
    return made


def x_at(line: QTextLine, position: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    found: Any = line.cursorToX(position, edge)  # (x, position), which Qt's stubs do not say
    return float(found[0])
