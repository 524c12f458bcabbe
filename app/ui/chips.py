"""Chips of the inspector's sentence: a part of the frame with its key, what fills it, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from app.ui.usual_keys import CLEARING, ENTERS
from app.ui.words import tr

_HEIGHT = 32
_OPENING = (*ENTERS, Qt.Key.Key_Down)
_CHORDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class Chip(QPushButton):
    """Enter, or any letter, opens what can be written here (``complete`` gets the letter); Space and a click do what
    the chip's key does (``press``); Delete empties it."""

    def __init__(
        self,
        name: str,
        press: Callable[[], None],
        complete: Callable[[str], None],
        empty: Callable[[], None],
    ) -> None:
        super().__init__()
        self.name, self.key, self._complete, self._empty = name, "", complete, empty
        self._value, self._sure = "", True
        self.setObjectName("slot")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: press())
        self.show_key("")
        self.show_value("")

    def show_key(self, key: str) -> None:
        """The key that does what a press does, as the analyst has it; none shows nothing."""
        if key != self.key or not self.accessibleDescription():
            told, by_key = tr("Enter or a letter: what can stand here; Delete: nothing"), tr("Key: {key}")
            self.key = key
            self.setAccessibleDescription(f"{by_key.format(key=key)}; {told}" if key else told)
            self.update()

    def show_value(self, value: str, sure: bool = True) -> None:
        """Show what fills it; not ``sure`` is what nobody has accepted yet."""
        empty, suggested = tr("empty"), tr("suggested")
        said = f"{self.name}: {value or empty}" + ("" if sure else f" ({suggested})")
        if said != self.accessibleName():
            self._value, self._sure = value, sure
            self.setAccessibleName(said)
            self.setToolTip(self.name)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(64, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(36, _HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if event.key() in _OPENING:
            return self._complete("")
        if event.key() in CLEARING:
            return self._empty()
        if typed.strip() and typed.isprintable() and not event.modifiers() & _CHORDS:
            return self._complete(typed)
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(self.layoutDirection())
        self._paint_ground(painter)
        room = QRectF(self.rect()).adjusted(9, 0, -9, 0)
        if self.key:
            room = self._paint_key(painter, room)
        shades = self.palette()
        role = QPalette.ColorRole.ButtonText if self._value else QPalette.ColorRole.PlaceholderText
        painter.setPen(shades.color(role))
        painter.setFont(self.font())
        shown = QFontMetricsF(self.font()).elidedText(
            self._value or self.name, Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_ground(self, painter: QPainter) -> None:
        shades = self.palette()
        accent = shades.color(QPalette.ColorRole.Highlight)
        wide = 2 if self.hasFocus() else 1
        pen = QPen(accent if self.hasFocus() else shades.color(QPalette.ColorRole.Mid), wide)
        if not self._value or not self._sure:
            pen.setColor(accent if self.hasFocus() else shades.color(QPalette.ColorRole.PlaceholderText))
        if not self._sure:
            pen.setDashPattern([1.0, 2.0])
        ground = shades.color(QPalette.ColorRole.Base)
        if not self._value:
            ground = QColor(Qt.GlobalColor.transparent)
            if not self.hasFocus():
                pen.setColor(shades.color(QPalette.ColorRole.Mid))
        if self.underMouse() or self.isDown():
            ground = QColor(accent)
            ground.setAlpha(36)
        painter.setPen(pen)
        painter.setBrush(ground)
        inset = wide / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)

    def _paint_key(self, painter: QPainter, room: QRectF) -> QRectF:
        """The key in a small frame at the far end; the room that is left for the words."""
        font = QFont(self.font())
        font.setPixelSize(11)
        wide = max(QFontMetricsF(font).horizontalAdvance(self.key) + 10, 20.0)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = room.left() - 3 if rtl else room.right() + 3 - wide
        box = QRectF(left, room.center().y() - 8.5, wide, 17)
        shades = self.palette()
        painter.setPen(QPen(shades.color(QPalette.ColorRole.Mid), 1))
        painter.setBrush(shades.color(QPalette.ColorRole.Window))
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(shades.color(QPalette.ColorRole.PlaceholderText))
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.key)
        used = wide + 4
        return room.adjusted(used, 0, 0, 0) if rtl else room.adjusted(0, 0, -used, 0)
