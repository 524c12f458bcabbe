"""Words of a row in one line, shaped once: a list is painted again with every step, and shaping was most of that."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGlyphRun, QPainter, QTextLayout, QTextOption

from app.ui.words import isolated

_KEPT = 400  # lines that are kept
_ENDLESS = 30000.0  # pixels of a line that is never broken
_Line = tuple[list[QGlyphRun], float, float]  # glyphs, how broad they are, how high the line is


class ShapedWords:
    """Lines by what they say, in which font, and how much room they have."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, str, int], _Line] = {}

    def draw(self, painter: QPainter, place: QRectF, words: str, font: QFont, *, right: bool) -> None:
        """The words in the painter's colour at the right or left end of ``place``, cut where it ends."""
        if not words:
            return
        key = (words, font.key(), int(place.width()))
        line = self._lines.get(key)
        if line is None:
            if len(self._lines) >= _KEPT:
                self._lines.clear()
            line = self._lines[key] = _shaped(words, font, key[2])
        glyphs, width, height = line
        start = QPointF(place.right() - width if right else place.left(), place.center().y() - height / 2)
        for run in glyphs:
            painter.drawGlyphRun(start, run)


def _shaped(words: str, font: QFont, room: int) -> _Line:
    cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout = QTextLayout(isolated(cut), font)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_ENDLESS)
    layout.endLayout()
    return layout.glyphRuns(), line.naturalTextWidth(), line.height()
