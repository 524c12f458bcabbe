"""Strokes of the pen: how each pattern, chip, ground, frame and curve is drawn."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from app.domain.values import frozen
from app.ui.article.strokes import Surface

Cut = tuple[str, float]
_WIDTHS = {"wave": 0.75, "double": 0.62, "thick": 1.7}
_MEASURED = 960  # pixels: large enough for a letter's depth to be no matter of rounding
_SHALLOWEST = 8.0  # units: marks under the line, such as kasra, keep clear of the lane in every font
_DASHES = {"dashed": [4.0, 2.4], "dotted": [1.0, 1.9], "dash-dot": [5.0, 2.0, 1.2, 2.0]}

_BROKEN = {"dashed": [3.0, 1.8], "dotted": [1.0, 1.6], "dash-dot": [3.0, 1.4, 1.0, 1.4]}  # of the short upright edges


@frozen
class Scale:
    """Sizes that follow the text: everything in pixels. ``unit`` is a 24th of the pixel size of the article's font,
    ``depth`` how many units under the baseline the first lane runs, ``weight`` how much thicker strokes are than usual.
    """

    unit: float
    depth: float = 12.5
    weight: float = 1.0

    @classmethod
    def of(cls, font: QFont) -> Scale:
        """The scale of a font with a pixel size: its lanes begin under its own letters."""
        return cls(font.pixelSize() / 24.0, _depth(font.family()))

    @property
    def first_lane(self) -> float:
        """From the baseline to the first underline: under the deepest common letters."""
        return self.depth * self.unit

    @property
    def reach(self) -> float:
        """From the baseline to the lower edge of grounds and frames."""
        return self.first_lane - 2.0 * self.unit

    @property
    def lane(self) -> float:
        return 14.0 * self.unit

    def under(self, lanes: int) -> float:
        """From the baseline to the foot of the last lane's chips."""
        return self.first_lane + (lanes - 1) * self.lane + self.stroke * 0.5 + self.chip

    @property
    def chip(self) -> float:
        return 10.5 * self.unit

    @property
    def stroke(self) -> float:
        return 2.0 * self.unit * self.weight

    @property
    def gap(self) -> float:
        return 3.0 * self.unit

    def chip_font(self) -> QFont:
        font = QFont("IBM Plex Sans Arabic")
        font.setPixelSize(max(6, round(8.4 * self.unit)))
        font.setWeight(QFont.Weight.DemiBold)
        return font


@lru_cache(32)
def _depth(family: str) -> float:
    """How deep the common letters of a font go, in units; their very tips may touch the lane."""
    font = QFont(family)
    font.setPixelSize(_MEASURED)
    deepest = QFontMetricsF(font).tightBoundingRect("ج ح ع ي ى س ص ق ل ن م ر و").bottom() * 24.0 / _MEASURED
    return max(round(deepest - 0.3, 1), _SHALLOWEST)


def underline(painter: Surface, left: float, right: float, y: float, pattern: str, ink: QColor, width: float) -> None:
    """A line from ``left`` to ``right`` at ``y`` in one of the codebook's patterns."""
    pen = _pen(pattern, ink.rgba(), width)
    painter.setPen(pen)
    if pattern == "wave":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.translate(left, y)
        painter.drawPath(_wave(round(right - left, 1), width))
        painter.translate(-left, -y)
    elif pattern == "double":
        for shift in (-width * 0.75, width * 0.75):
            painter.drawLine(QPointF(left, y + shift), QPointF(right, y + shift))
    else:
        painter.drawLine(QPointF(left, y), QPointF(right, y))


def tie(painter: Surface, left: float, right: float, y: float, ink: QColor, scale: Scale) -> None:
    """A row of fine dots that joins what belongs together: lighter than any underline, so that it marks no words."""
    pen = QPen(ink, 1.2 * scale.unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.01, 2.9])
    painter.setPen(pen)
    inset = 1.5 * scale.unit
    painter.drawLine(QPointF(right - inset, y), QPointF(left + inset, y))


@lru_cache(256)
def _pen(pattern: str, ink: int, width: float) -> QPen:
    pen = QPen(QColor.fromRgba(ink), width * _WIDTHS.get(pattern, 1.0))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if pattern in _DASHES:
        pen.setDashPattern(_DASHES[pattern])
    return pen


@lru_cache(1024)
def _wave(length: float, width: float) -> QPainterPath:
    """A wave from the origin to the right."""
    step, height = width * 2.2, width * 0.95
    path = QPainterPath(QPointF(0, 0))
    x, up = 0.0, True
    while x < length:
        following = min(x + step, length)
        path.quadTo(QPointF((x + following) / 2, -height if up else height), QPointF(following, 0))
        x, up = following, not up
    return path


def cuts(name: str, metrics: QFontMetricsF, padding: float) -> list[Cut]:
    """A chip's name and the room that it takes: the whole, its first three letters, two, one."""
    lengths = sorted({min(length, len(name)) for length in (len(name), 3, 2, 1)}, reverse=True)
    return [(name[:length], metrics.horizontalAdvance(name[:length]) + 2 * padding) for length in lengths]


def bar(painter: Surface, x: float, top: float, bottom: float, pattern: str, ink: QColor, width: float) -> None:
    """A quote's edge, in one of the codebook's patterns."""
    pen = QPen(ink, width * (0.7 if pattern == "double" else 1.0))
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if pattern in _BROKEN:
        pen.setDashPattern(_BROKEN[pattern])
    painter.setPen(pen)
    for shift in (-width * 0.9, width * 0.9) if pattern == "double" else (0.0,):
        painter.drawLine(QPointF(x + shift, top), QPointF(x + shift, bottom))


def ends(painter: Surface, left: float, right: float, y: float, ink: QColor, width: float) -> None:
    """Short feet at both ends of a line: they tell a cue from an entity without a colour."""
    painter.setPen(_pen("solid", ink.rgba(), width))
    for x in (left + width / 2, right - width / 2):
        painter.drawLine(QPointF(x, y - width / 2), QPointF(x, y + width * 2.6))


def frame(painter: QPainter, box: QRectF, left: bool | None, right: bool | None) -> None:
    """A frame in the painter's pen. Each side is closed with round corners (False), cut at the very edge and left to a
    bar (True), or open where what is framed goes on (None)."""
    over = 1.5
    closed = box.adjusted(-over if left is False else 0, 0, over if right is False else 0, 0)
    if left is False and right is False:
        painter.drawRoundedRect(closed, 4, 4)
    elif left is not False and right is not False:
        painter.drawLine(box.topLeft(), box.topRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
    else:
        painter.drawPath(_hook(closed, 4.0, left is False))


def _hook(box: QRectF, radius: float, left: bool) -> QPainterPath:
    """Three sides of ``box`` with two round corners, on the left or on the right."""
    edge, far, inner = box.left(), box.right(), box.left() + radius
    if not left:
        edge, far, inner = box.right(), box.left(), box.right() - radius
    path = QPainterPath(QPointF(far, box.top()))
    path.lineTo(inner, box.top())
    path.quadTo(edge, box.top(), edge, box.top() + radius)
    path.lineTo(edge, box.bottom() - radius)
    path.quadTo(edge, box.bottom(), inner, box.bottom())
    path.lineTo(far, box.bottom())
    return path
