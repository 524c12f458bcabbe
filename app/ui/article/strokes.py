"""What is drawn on one line, worked out once: a page is painted again and again, and its lines hardly change.

A ``Pad`` takes strokes as a painter does and keeps them; ``Strokes`` are what it kept, and put it on any painter.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen

from app.ui.article.plates import ROOM, Plates


class Pad:
    """Keeps lines and paths with the pens they were drawn in, in their order. It fills nothing."""

    def __init__(self) -> None:
        self.lines: list[tuple[QPen, list[QLineF]]] = []
        self.paths: list[tuple[QPen, QPointF, QPainterPath]] = []
        self._pen = QPen()
        self._shift = QPointF()

    def setPen(self, pen: QPen) -> None:
        self._pen = pen

    def setBrush(self, _brush: QBrush | Qt.BrushStyle) -> None:
        return None

    def translate(self, x: float, y: float) -> None:
        self._shift += QPointF(x, y)

    def drawLine(self, start: QPointF, end: QPointF) -> None:
        if not self.lines or self.lines[-1][0] is not self._pen:
            self.lines.append((self._pen, []))
        self.lines[-1][1].append(QLineF(start + self._shift, end + self._shift))

    def drawPath(self, path: QPainterPath) -> None:
        self.paths.append((self._pen, QPointF(self._shift), path))


Surface = QPainter | Pad


@dataclass(slots=True)
class Strokes:
    """One line's ``washes`` below the letters, and the strokes and ``chips`` over them.

    Everything stands in the paragraph's own pixels, as it was when the line began at its row ``top``.
    """

    top: float
    washes: list[tuple[QRectF, QColor]] = field(default_factory=list)
    pad: Pad = field(default_factory=Pad)
    chips: list[tuple[QRectF, str, QColor, bool]] = field(default_factory=list)
    _plates: list[tuple[float, float, QImage]] = field(default_factory=list)
    _ratio: float = 0.0

    def below(self, painter: QPainter, x: float, y: float) -> None:
        """Put the washes down; the line begins at row ``y`` now, its paragraph at column ``x``."""
        for box, tint in self.washes:
            painter.fillRect(box.translated(x, y - self.top), tint)

    def above(self, painter: QPainter, x: float, y: float, plates: Plates) -> None:
        """Put down what stands over the letters."""
        down = y - self.top
        painter.translate(x, down)
        for pen, lines in self.pad.lines:
            painter.setPen(pen)
            for line in lines:
                painter.drawLine(line)
        for pen, shift, path in self.pad.paths:
            painter.setPen(pen)
            painter.translate(shift)
            painter.drawPath(path)
            painter.translate(-shift)
        painter.translate(-x, -down)
        if self.chips:
            self._put_chips(painter, x, down, plates)

    def _put_chips(self, painter: QPainter, x: float, down: float, plates: Plates) -> None:
        ratio = painter.device().devicePixelRatioF()
        if ratio != self._ratio:
            self._ratio = ratio
            self._plates = [
                (box.left() - ROOM, box.top() - ROOM, plates.plate(box.size(), name, ink, hollow, ratio))
                for box, name, ink, hollow in self.chips
            ]
        for left, top, plate in self._plates:
            at = QPointF(round((left + x) * ratio) / ratio, round((top + down) * ratio) / ratio)
            painter.drawImage(at, plate)
