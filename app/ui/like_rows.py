"""A row of the list of like claims: what is said, where, when and by whom, and how it stands to the one at hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.ui.rowpaint import draw_ground, draw_share, strip
from app.ui.theme import Theme, colour
from app.ui.words import isolated, tr
from app.workbench.claims import SAME
from app.workbench.likeclaims import LikeClaim

ROW = Qt.ItemDataRole.UserRole
_TEXT_SIZE, _SIDE, _BAR = 19, 12, 92
_LIKELY = 0.35

Index = QModelIndex | QPersistentModelIndex


class LikeDelegate(QStyledItemDelegate):
    """Two lines of the claim, one of what stands around it; at the far end how like it is, as a bar."""

    def __init__(self, theme: Theme, font: QFont) -> None:
        super().__init__()
        self._theme = theme
        self._font = QFont(font)
        self._font.setPixelSize(_TEXT_SIZE)
        self._line = QFontMetrics(self._font).lineSpacing()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        shape: Any = option
        row: LikeClaim = index.data(ROW)
        width = shape.rect.width() - 2 * _SIDE - _BAR - _SIDE if shape.rect.width() > 0 else 700
        wide = QFontMetricsF(self._font).horizontalAdvance(_one_line(row))
        return QSize(200, self._line * (2 if wide > 0.97 * width else 1) + QFontMetrics(shape.font).height() + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shape: Any = option
        row: LikeClaim = index.data(ROW)
        painter.save()
        draw_ground(painter, option, self._theme)
        mirrored = shape.direction == Qt.LayoutDirection.RightToLeft
        place = QRectF(shape.rect).adjusted(_SIDE, 7, -_SIDE, -7)
        bar, place = strip(place, _BAR, not mirrored, _SIDE)
        small = QFontMetrics(shape.font).height()
        self._say(painter, place.adjusted(0, 0, 0, -small), _one_line(row), self._font, self._theme.ink, row.row.rtl)
        foot = QRectF(place.left(), place.bottom() - small, place.width(), small)
        self._say(painter, foot, around(row), shape.font, self._theme.faint, mirrored)
        self._draw_degree(painter, bar, row, shape.font, mirrored)
        painter.restore()

    def spoken(self, row: LikeClaim) -> str:
        """The whole row in words."""
        return tr("; ").join(filter(None, (_one_line(row), standing(row), around(row))))

    def _say(self, painter: QPainter, place: QRectF, text: str, font: QFont, shade: str, rtl: bool) -> None:
        option = QTextOption(Qt.AlignmentFlag.AlignLeft if not rtl else Qt.AlignmentFlag.AlignRight)
        option.setAlignment(option.alignment() | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        painter.save()
        painter.setClipRect(place)
        painter.setFont(font)
        painter.setPen(colour(shade))
        painter.drawText(place, text, option)
        painter.restore()

    def _draw_degree(self, painter: QPainter, place: QRectF, row: LikeClaim, font: QFont, mirrored: bool) -> None:
        """A bar as long as the claim is like; over it how it is linked, or what speaks against its being the same."""
        strong = row.tie is not None
        shade = QColor(colour(self._theme.accent if strong or not row.opposed else self._theme.grave))
        draw_share(painter, place, row.degree, self._theme, shade, mirrored)
        words = standing(row) or f"{round(100 * row.degree)}%"
        self._say(painter, place.adjusted(0, 0, 0, -11), words, font, shade.name() if strong or row.opposed else
                  self._theme.faint, mirrored)  # fmt: skip


def standing(row: LikeClaim) -> str:
    """How the claim stands to the one at hand: linked, or likely its contrary; empty when neither."""
    if row.tie is not None:
        return tr("✓ the same") if row.tie == SAME else tr("✗ contrary")
    return tr("differs") if row.opposed and row.degree >= _LIKELY else ""


def around(row: LikeClaim) -> str:
    """Article, day and claimer on one line."""
    parts = [isolated(row.row.name)]
    if row.row.published:
        parts.append(f"\u2066{row.row.published[:10]}\u2069")
    if row.row.claimer:
        parts.append(tr("claimed by {who}").format(who=isolated(" ".join(row.row.claimer.split()))))
    if row.row.sentence is None:
        parts.append(tr("no sentence yet"))
    return " · ".join(parts)


def _one_line(row: LikeClaim) -> str:
    return " ".join(row.row.said.split())
