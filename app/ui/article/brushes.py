"""Strokes of the pen: how each pattern, chip, ground, frame and curve is drawn."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

_DASHES = {"dashed": [4.0, 2.4], "dotted": [1.0, 1.9], "dash-dot": [5.0, 2.0, 1.2, 2.0]}


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes that follow the text: everything in pixels, from the pixel size of the article's font."""

    unit: float

    @classmethod
    def of(cls, pixel_size: float) -> Scale:
        return cls(pixel_size / 24.0)

    @property
    def first_lane(self) -> float:
        """From the baseline to the first underline: under the deepest common letters."""
        return 12.5 * self.unit

    @property
    def lane(self) -> float:
        return 14.0 * self.unit

    @property
    def chip(self) -> float:
        return 10.5 * self.unit

    @property
    def stroke(self) -> float:
        return 2.0 * self.unit

    @property
    def gap(self) -> float:
        return 3.0 * self.unit

    def chip_font(self) -> QFont:
        font = QFont("IBM Plex Sans Arabic")
        font.setPixelSize(max(6, round(8.4 * self.unit)))
        font.setWeight(QFont.Weight.DemiBold)
        return font


def underline(painter: QPainter, left: float, right: float, y: float, pattern: str, ink: QColor, width: float) -> None:
    """A line from ``left`` to ``right`` at ``y`` in one of the codebook's patterns."""
    pen = QPen(ink, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if pattern == "wave":
        return _wave(painter, left, right, y, pen)
    if pattern == "double":
        pen.setWidthF(width * 0.62)
        painter.setPen(pen)
        for shift in (-width * 0.75, width * 0.75):
            painter.drawLine(QPointF(left, y + shift), QPointF(right, y + shift))
        return
    if pattern == "thick":
        pen.setWidthF(width * 1.7)
    if pattern in _DASHES:
        pen.setDashPattern(_DASHES[pattern])
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y), QPointF(right, y))


def _wave(painter: QPainter, left: float, right: float, y: float, pen: QPen) -> None:
    step, height = pen.widthF() * 2.2, pen.widthF() * 0.95
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        following = min(x + step, right)
        path.quadTo(QPointF((x + following) / 2, y - height if up else y + height), QPointF(following, y))
        x, up = following, not up
    pen.setWidthF(pen.widthF() * 0.75)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def fitting(name: str, room: float, metrics: QFontMetricsF, padding: float) -> str:
    """As much of a chip's name as there is room for: the whole, its first three letters, one, or nothing."""
    for length in (len(name), 3, 2, 1):
        if length <= len(name) and metrics.horizontalAdvance(name[:length]) + 2 * padding <= room:
            return name[:length]
    return ""


def chip(
    painter: QPainter, box: QRectF, name: str, ink: QColor, text: QColor, page: QColor, hollow: bool, font: QFont
) -> None:
    """A small label; hollow ones belong to suggestions."""
    painter.setPen(QPen(ink, 1.0))
    painter.setBrush(page if hollow else ink)
    radius = box.height() * 0.28
    painter.drawRoundedRect(box, radius, radius)
    painter.setPen(ink if hollow else text)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)


def bar(painter: QPainter, x: float, top: float, bottom: float, ink: QColor, width: float) -> None:
    """A quote's edge."""
    painter.setPen(QPen(ink, width))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))


def curve(painter: QPainter, start: QPointF, end: QPointF, ink: QColor, width: float, rise: float) -> None:
    """A light curve above the lines from a frame to what fills its slot, with a dot at the far end."""
    height = min(start.y(), end.y()) - rise
    path = QPainterPath(start)
    path.cubicTo(QPointF(start.x(), height), QPointF(end.x(), height), end)
    painter.setPen(QPen(ink, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setBrush(ink)
    painter.drawEllipse(end, 2.4 * width, 2.4 * width)
