"""Words of the article in a few lines of fixed height, so that nothing below them moves when others are shown."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

_ENOUGH = 400  # code points; more finds no room in any pane


class ElidedText(QLabel):
    """As many ``lines`` as there is room for, the last with an ellipsis. What is read aloud is the whole text."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self._lines = lines
        self.rtl = True
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        font = QFont("Amiri")
        font.setPixelSize(20)
        self.setFont(font)

    def show_text(self, text: str, rtl: bool) -> None:
        """Show a text that runs in that direction."""
        self.rtl = rtl
        self.setText(text)

    def sizeHint(self) -> QSize:
        return QSize(60, round(self._line * self._lines) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(1, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        text = " ".join(self.text()[:_ENOUGH].split())
        top = 2.0
        for number in range(self._lines):
            last = number == self._lines - 1
            shown = (
                QFontMetricsF(self.font()).elidedText(text, Qt.TextElideMode.ElideRight, self.width()) if last else text
            )
            layout = self._laid_out(shown)
            line = layout.lineAt(0)
            line.draw(painter, QPointF(0, top))
            text = text[line.textLength() :] if not last else ""
            top += self._line
            if not text:
                break

    @property
    def _line(self) -> float:
        return self.fontMetrics().height() * 0.86  # Amiri leaves room for stacked vowel signs that news does not have

    def _laid_out(self, text: str) -> QTextLayout:
        side = Qt.AlignmentFlag.AlignRight if self.rtl else Qt.AlignmentFlag.AlignLeft
        option = QTextOption(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if self.rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout = QTextLayout(text, self.font())
        layout.setTextOption(option)
        layout.beginLayout()
        layout.createLine().setLineWidth(self.width())
        layout.endLayout()
        return layout


class ElidedLine(QLabel):
    """One line of the interface in the room there is, cut with an ellipsis. What is read aloud is the whole text."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(self.layoutDirection())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, shown)
