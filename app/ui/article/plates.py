"""Chips as small pictures, each drawn once and kept: a page has a hundred of them, and a picture is put down in a tenth
of the time that letters and a round box take."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

ROOM = 1  # pixels around a chip, for its pen
_MOST = 400  # pictures that are kept: every label in both looks, at every length, several times over


class Plates:
    """The chips of one theme and scale: ``text`` is the colour of letters on ink, ``page`` the ground of hollow ones.

    They are put down on whole pixels of the screen, so that one picture serves every place.
    """

    def __init__(self, font: QFont, text: QColor, page: QColor) -> None:
        self._font, self._text, self._page = font, text, page
        self._kept: dict[tuple[str, int, bool, float, float, float], QImage] = {}

    def plate(self, size: QSizeF, name: str, ink: QColor, hollow: bool, ratio: float) -> QImage:
        """A small label with ``ROOM`` around it, for a screen of that ratio; hollow ones belong to suggestions."""
        key = (name, ink.rgba(), hollow, size.width(), size.height(), ratio)
        found = self._kept.get(key)
        if found is None:
            if len(self._kept) >= _MOST:
                self._kept.clear()
            found = self._kept[key] = self._made(QRectF(QPointF(ROOM, ROOM), size), name, ink, hollow, ratio)
        return found

    def _made(self, box: QRectF, name: str, ink: QColor, hollow: bool, ratio: float) -> QImage:
        # An image, not a pixmap: the last of them may go when the application has gone already.
        size = (QSizeF(box.width() + 2 * ROOM + 1, box.height() + 2 * ROOM + 1) * ratio).toSize()
        plate = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
        plate.setDevicePixelRatio(ratio)
        plate.fill(Qt.GlobalColor.transparent)
        painter = QPainter(plate)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        painter.setPen(QPen(ink, 1.0))
        painter.setBrush(self._page if hollow else ink)
        radius = box.height() * 0.28
        painter.drawRoundedRect(box, radius, radius)
        painter.setPen(ink if hollow else self._text)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name)
        painter.end()
        return plate
