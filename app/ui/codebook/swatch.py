"""What a label looks like in a list of labels, and how well its colours stand out from the page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from app.domain.codebook import CUE, QUOTE, Label
from app.ui.article.brushes import bar, ends, underline
from app.ui.contrast import contrast
from app.ui.theme import DARK, LIGHT

LEAST = 3.0  # WCAG 2.2, success criterion 1.4.11
_WIDTH, _HEIGHT = 34, 16


def swatch(label: Label, dark: bool, ratio: float = 1.0) -> QIcon:
    """The label's line on the page of the light or the dark theme."""
    ground, ink = QColor(DARK.page if dark else LIGHT.page), QColor(label.dark if dark else label.colour)
    picture = QPixmap(round(_WIDTH * ratio), round(_HEIGHT * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(0, 0, _WIDTH, _HEIGHT), 4, 4)
    if label.kind == QUOTE:
        for x in (5.0, _WIDTH - 5.0):
            bar(painter, x, 2, _HEIGHT - 2, label.pattern, ink, 2.4)
    else:
        underline(painter, 4, _WIDTH - 4, _HEIGHT / 2 + 0.5, label.pattern, ink, 1.6 if "dash" in label.pattern else 3)
        if label.kind == CUE:
            ends(painter, 4, _WIDTH - 4, _HEIGHT / 2, ink, 2.0)
    painter.end()
    return QIcon(picture)


def contrast_on_page(colour: str, dark: bool) -> float | None:
    """How well ``#RRGGBB`` stands out from the page, 1 to 21; None when that is no such colour."""
    if len(colour) != 7 or not QColor.isValidColorName(colour):
        return None
    return contrast(QColor(colour), QColor(DARK.page if dark else LIGHT.page))
