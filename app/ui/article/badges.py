"""Badges: small plates with the letters of hints, above the words of one line. Where they go needs no painter."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from app.domain.values import frozen
from app.ui.article.brushes import Scale
from app.ui.theme import Theme

_AMBER = QColor("#FFCB3D")
_DARK_INK = QColor("#1B1B1B")
_TYPED = 90  # alpha of a letter that has been typed


@frozen
class Badge:
    """``letters`` in the order in which they are typed, ``typed`` of them already. It hangs at ``edge``, where its
    word begins: with its right end, or with its left one over a word that runs ``forward`` (left to right).

    ``filled``: the candidate fills the slot already.
    """

    letters: str
    edge: float
    forward: bool
    typed: int = 0
    filled: bool = False


def spread(wishes: Sequence[tuple[float, float]], gap: float, right: float, rtl: bool) -> list[float]:
    """The left ends of badges that wish for ``(left, width)``, in the same order, ``gap`` pixels between any two.

    They give way along the line, away from its start; what would then lie beyond its end, at 0 or at ``right``, is
    pushed back with what stands before it.
    """
    if rtl:  # the same seen in a mirror
        mirrored = [(right - left - width, width) for left, width in wishes]
        found = spread(mirrored, gap, right, rtl=False)
        return [right - left - width for left, (_, width) in zip(found, wishes, strict=True)]
    lefts = [left for left, _ in wishes]
    order = sorted(range(len(wishes)), key=lambda number: wishes[number])
    for before, each in pairwise(order):
        lefts[each] = max(lefts[each], lefts[before] + wishes[before][1] + gap)
    limit = right
    for each in reversed(order):
        lefts[each] = min(lefts[each], limit - wishes[each][1])
        limit = lefts[each] - gap
    return lefts


class BadgePainter:
    """Draws the badges of lines with one theme and scale."""

    def __init__(self, theme: Theme, scale: Scale) -> None:
        self._scale, self._theme = scale, theme
        self._font = scale.chip_font()
        self._font.setPixelSize(max(9, round(10.5 * scale.unit)))
        self._metrics = QFontMetricsF(self._font)
        self._height = max(13.5 * scale.unit, 11.5)
        self._sizes: dict[str, tuple[float, float]] = {}
        self._plates: dict[tuple[str, int, bool, float], QImage] = {}
        self._near = QColor("#D9AE3C") if theme.dark else _AMBER
        self._edge = _blend(QColor(theme.ink), QColor(theme.page), 0.45)

    def line(self, painter: QPainter, badges: list[Badge], baseline: float, rtl: bool) -> None:
        """The badges of one line, over the letters that stand on ``baseline``."""
        unit = self._scale.unit
        wishes = []
        for badge in badges:
            width = self._width(badge)
            wishes.append((badge.edge - 2 * unit if badge.forward else badge.edge + 2 * unit - width, width))
        top = max(baseline - 23 * unit - self._height, 1.0)  # clear of the hamza on an alef
        lefts = spread(wishes, 1.5 * unit, painter.window().width(), rtl)
        ratio = painter.device().devicePixelRatioF()
        for badge, left in zip(badges, lefts, strict=True):
            plate = self.plate(badge, ratio)
            painter.drawImage(QPoint(round(left) - 1, round(top) - 1), plate)

    def _width(self, badge: Badge) -> float:
        letters = sum(self._size(letter)[0] for letter in badge.letters)
        return max(letters + 5 * self._scale.unit, self._height)

    def plate(self, badge: Badge, ratio: float) -> QImage:
        """The badge with a pixel of room around it, drawn once and kept: a page has a hundred of them."""
        key = (badge.letters, badge.typed, badge.filled, ratio)
        if key not in self._plates:
            width = self._width(badge)
            size = QSizeF((width + 3) * ratio, (self._height + 3) * ratio).toSize()
            plate = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
            plate.setDevicePixelRatio(ratio)
            plate.fill(Qt.GlobalColor.transparent)
            painter = QPainter(plate)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter, badge, QRectF(1, 1, width, self._height))
            painter.end()
            self._plates[key] = plate
        return self._plates[key]

    def _draw(self, painter: QPainter, badge: Badge, box: QRectF) -> None:
        near = len(badge.letters) - badge.typed == 1
        ground = QColor(self._theme.accent) if badge.filled else self._near if near else QColor(self._theme.page)
        ink = QColor(self._theme.page) if badge.filled else _DARK_INK if near else QColor(self._theme.text)
        painter.setPen(QPen(self._edge, max(0.8 * self._scale.unit, 0.8)))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 3 * self._scale.unit, 3 * self._scale.unit)
        painter.setFont(self._font)
        self._write(painter, badge, box, ink)

    def _write(self, painter: QPainter, badge: Badge, box: QRectF, ink: QColor) -> None:
        """Letter by letter, so that Arabic ones do not join and a typed one can fade."""
        sizes = [self._size(letter) for letter in badge.letters]
        x = box.center().x() - sum(width for width, _ in sizes) / 2
        order = range(len(sizes))
        for number in reversed(order) if badge.letters[:1] >= "\u0600" else order:
            width, middle = sizes[number]
            shade = QColor(ink)
            shade.setAlpha(_TYPED if number < badge.typed else 255)
            painter.setPen(shade)
            painter.drawText(QPointF(x, box.center().y() - middle), badge.letters[number])
            x += width

    def _size(self, letter: str) -> tuple[float, float]:
        """How wide a letter is, and how far the middle of its ink lies below the line it stands on."""
        if letter not in self._sizes:
            ink = self._metrics.tightBoundingRect(letter)
            self._sizes[letter] = self._metrics.horizontalAdvance(letter), ink.center().y()
        return self._sizes[letter]


def _blend(one: QColor, other: QColor, share: float) -> QColor:
    """So much of ``one`` in ``other``."""
    pairs = ((one.redF(), other.redF()), (one.greenF(), other.greenF()), (one.blueF(), other.blueF()))
    return QColor.fromRgbF(*(a * share + b * (1 - share) for a, b in pairs))
