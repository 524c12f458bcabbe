"""Badges: small plates with the letters of hints, above the words of one line. Where they go needs no painter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.ui.article.brushes import Scale
from app.ui.theme import Theme

_AMBER = QColor("#FFCB3D")
_DARK_INK = QColor("#1B1B1B")
_HEIGHT = 13.5  # in the scale's units
_TYPED = 90  # alpha of a letter that has been typed


@dataclass(frozen=True, slots=True)
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


def spread(widths: Sequence[tuple[float, float]], gap: float, rtl: bool) -> list[float]:
    """The left ends of badges that wish for ``(left, width)``: moved along the line, away from its start, as far as
    keeps ``gap`` pixels between any two. Given and returned in the same order."""
    lefts = [0.0] * len(widths)
    taken: float | None = None
    for place in sorted(range(len(widths)), key=lambda n: -sum(widths[n]) if rtl else widths[n][0]):
        left, width = widths[place]
        if rtl:
            left = left if taken is None else min(left, taken - gap - width)
            taken = left
        else:
            left = left if taken is None else max(left, taken + gap)
            taken = left + width
        lefts[place] = left
    return lefts


class BadgePainter:
    """Draws the badges of lines with one theme and scale."""

    def __init__(self, theme: Theme, scale: Scale) -> None:
        self._scale, self._theme = scale, theme
        self._font = scale.chip_font()
        self._font.setPixelSize(max(9, round(10.5 * scale.unit)))
        self._metrics = QFontMetricsF(self._font)
        self._sizes: dict[str, tuple[float, float]] = {}
        self._near = QColor("#D9AE3C") if theme.dark else _AMBER
        self._edge = _blend(QColor(theme.ink), QColor(theme.page), 0.45)

    def line(self, painter: QPainter, badges: list[Badge], baseline: float, rtl: bool) -> None:
        """The badges of one line, over the letters that stand on ``baseline``."""
        unit = self._scale.unit
        wishes = []
        for badge in badges:
            width = self._width(badge)
            wishes.append((badge.edge - 2 * unit if badge.forward else badge.edge + 2 * unit - width, width))
        painter.setFont(self._font)
        top, height = max(baseline - 36.5 * unit, 1.0), _HEIGHT * unit  # clear of the hamza on an alef
        for badge, (_, width), left in zip(badges, wishes, spread(wishes, 1.5 * unit, rtl), strict=True):
            self._draw(painter, badge, QRectF(left, top, width, height))

    def _width(self, badge: Badge) -> float:
        letters = sum(self._size(letter)[0] for letter in badge.letters)
        return max(letters + 5 * self._scale.unit, _HEIGHT * self._scale.unit)

    def _draw(self, painter: QPainter, badge: Badge, box: QRectF) -> None:
        near = len(badge.letters) - badge.typed == 1
        ground = QColor(self._theme.accent) if badge.filled else self._near if near else QColor(self._theme.page)
        ink = QColor(self._theme.page) if badge.filled else _DARK_INK if near else QColor(self._theme.text)
        painter.setPen(QPen(self._edge, max(0.8 * self._scale.unit, 0.8)))
        painter.setBrush(ground)
        painter.drawRoundedRect(box, 3 * self._scale.unit, 3 * self._scale.unit)
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
