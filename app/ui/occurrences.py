"""Rows of occurrences: words in their context, one below the other, and a tick box. Only what is seen is laid out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QGlyphRun,
    QLinearGradient,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.article.geometry import Stretch, glyph_stretches
from app.ui.offsets import Offsets
from app.ui.rowpaint import draw_ground, strip
from app.ui.shaped import ShapedWords
from app.ui.theme import Theme, colour
from app.ui.words import isolated, tr
from app.workbench.everywhere import EXCLUDED, FREE, NESTED, TAKEN, Occurrence

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
_ENDLESS = 30000.0  # pixels of a line that is never broken
_TURNING = dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_BOX, _NOTE, _NAME, _GAP = 20, 150, 190, 12  # pixels of the tick box, of what is said of a row, of the article's name
_KEPT = 200  # rows whose drawings are kept
_TICK, _FADE, _TINT_ALPHA = 15, 36, 46


class OccurrenceModel(QAbstractListModel):
    """Occurrences and which of them are ticked. What is free comes ticked; what is taken can never be."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Occurrence] = []
        self.articles: set[str] = set()
        self._ticked: set[int] = set()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return usual if self.rows[index.row()].standing == TAKEN else usual | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.before}{row.exact}{row.after}"
        if role == Qt.ItemDataRole.CheckStateRole and row.standing != TAKEN:
            return Qt.CheckState.Checked if index.row() in self._ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            tick = tr("ticked") if index.row() in self._ticked else tr("not ticked")
            parts = (tick, f"{row.before}{row.exact}{row.after}", note(row), row.name)
            return ", ".join(filter(None, parts))
        if role == ROW:
            return row
        return None

    def add(self, found: list[Occurrence]) -> None:
        """Put occurrences at the end."""
        first = len(self.rows)
        self.beginInsertRows(QModelIndex(), first, first + len(found) - 1)
        self.rows += found
        self.articles.update(each.article for each in found)
        self._ticked.update(first + number for number, each in enumerate(found) if each.standing == FREE)
        self.endInsertRows()

    def clear(self) -> None:
        """No rows any more."""
        self.beginResetModel()
        self.rows, self._ticked = [], set()
        self.articles.clear()
        self.endResetModel()

    def toggle(self, number: int) -> None:
        """Tick a row, or take its tick away."""
        if self.rows[number].standing != TAKEN:
            self._ticked ^= {number}
            self._changed(number, number)

    def toggle_all(self) -> None:
        """Tick every row but the nested ones, which are chosen one by one; none when all are ticked already."""
        every = {number for number, each in enumerate(self.rows) if each.standing in (FREE, EXCLUDED)}
        self._ticked = set() if every <= self._ticked else self._ticked | every
        self._changed(0, len(self.rows) - 1)

    @property
    def tick_count(self) -> int:
        return len(self._ticked)

    def ticked(self) -> list[Occurrence]:
        """The ticked occurrences in the order of the rows."""
        return [self.rows[number] for number in sorted(self._ticked)]

    def put_again(self, changed: Iterable[tuple[Occurrence, Occurrence]]) -> int:
        """Rows that stand otherwise now lose their tick; how many they were. Given as before and after."""
        places = {(each.article, each.span): number for number, each in enumerate(self.rows)}
        count = 0
        for before, after in changed:
            if after is not before:
                number = places[before.article, before.span]
                self.rows[number] = after
                self._ticked.discard(number)
                self._changed(number, number)
                count += 1
        return count

    def _changed(self, first: int, last: int) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(first), self.index(last))


def note(row: Occurrence) -> str:
    """What is to be said of a row that does not come ticked."""
    if row.standing == TAKEN:
        return tr("marked: {label}").format(label=isolated(row.other)) if row.other else tr("rejected here")
    if row.standing == NESTED:
        return tr("meets a mark: {label}").format(label=isolated(row.other))
    return tr("excluded zone") if row.standing == EXCLUDED else ""


@dataclass(frozen=True, slots=True)
class _Drawing:
    """A row's text as glyphs: the ``words`` and their ``context``, shaped as one run so that a clitic stays joined; how
    high its line is; where the words stand, and the middle of these pieces."""

    words: list[QGlyphRun]
    context: list[QGlyphRun]
    height: float
    pieces: list[Stretch]
    middle: float


class OccurrenceDelegate(QStyledItemDelegate):
    """Draws a row: tick box, the words with their context, then a note and the article's name where there are any.

    The middles of the words stand below one another, or where ``aligned`` is set, their right edges. What is
    marked already is quiet, or with ``tints`` in the colour of its label. ``spare`` is how many rows may still be laid
    out in this painting, None for any number; ``put_off`` are those for which it did not suffice."""

    def __init__(self, theme: Theme, font: QFont, tint: QColor) -> None:
        super().__init__()
        self._theme, self._font, self._tint = theme, font, tint
        self.names = self.notes = self.aligned = False
        self.tints: dict[str, QColor] = {}
        self.spare: int | None = None
        self.put_off: list[int] = []
        self._drawings: dict[tuple[str, int], _Drawing] = {}
        self._sides = ShapedWords()
        self._height = int(QFontMetrics(font).height() * 1.1)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, self._height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shape: Any = option  # its fields are missing from Qt's stubs
        row: Occurrence = index.data(ROW)
        mirrored = shape.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        draw_ground(painter, option, self._theme)
        rest = QRectF(shape.rect).adjusted(_GAP, 0, -_GAP, 0)
        box, rest = strip(rest, _BOX, mirrored, _GAP)
        self._draw_box(painter, box, index.data(Qt.ItemDataRole.CheckStateRole))
        for wide, wanted, words, shade in (
            (_NAME, self.names, row.name, self._theme.text),
            (_NOTE, self.notes, note(row) if self.notes else "", self._theme.faint),
        ):
            if wanted:
                place, rest = strip(rest, wide, not mirrored, _GAP)
                painter.setPen(colour(shade))
                self._sides.draw(painter, place, words, shape.font, right=not mirrored)
        selected = bool(shape.state & QStyle.StateFlag.State_Selected)
        if (drawn := self._drawing(row)) is None:
            self.put_off.append(index.row())
        else:
            self._draw_context(painter, rest, row, drawn)
        self._fade(painter, rest, colour(self._theme.accent_ground if selected else self._theme.pane))
        painter.restore()

    def _draw_box(self, painter: QPainter, place: QRectF, state: Any) -> None:
        if state is None:
            return
        box = QRectF(0, 0, _TICK, _TICK)
        box.moveCenter(place.center())
        ticked = state == Qt.CheckState.Checked
        painter.setPen(QPen(colour(self._theme.accent if ticked else self._theme.faint), 1.4))
        painter.setBrush(colour(self._theme.accent) if ticked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            painter.setPen(QPen(colour(self._theme.page), 2))
            corners = ((0.24, 0.54), (0.43, 0.72), (0.78, 0.3))
            painter.drawPolyline([box.topLeft() + QPointF(x * _TICK, y * _TICK) for x, y in corners])

    def begin(self, tint: QColor) -> None:
        """Draw other rows from now on, with that colour under the words."""
        self._tint, self.names, self.notes = tint, False, False
        self._drawings.clear()

    def _drawing(self, row: Occurrence) -> _Drawing | None:
        """A row's drawing; None when there is none yet and this painting has laid out enough."""
        drawn = self._drawings.get((row.article, row.span.start))
        if drawn is None and self.spare is not None:
            self.spare -= 1
        return drawn or (self._lay_out(row) if self.spare is None or self.spare >= 0 else None)

    def _draw_context(self, painter: QPainter, place: QRectF, row: Occurrence, drawn: _Drawing) -> None:
        """The words in the middle of the place.

        Their glyphs are put down as they were shaped: to draw the layout, with another colour for the words, takes Qt
        six times as long.
        """
        shift = QPointF(place.center().x() - drawn.middle, place.center().y() - drawn.height / 2)
        painter.save()
        painter.setClipRect(place)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # smoothing the edges of fills takes most time
        quiet = row.standing == TAKEN and not self.tints
        tint = self.tints.get(row.other, self._tint)
        ground = QColor(tint)
        ground.setAlpha(0 if quiet else _TINT_ALPHA)
        for each in drawn.pieces:
            patch = QRectF(shift.x() + each.left - 2, place.top() + 4, each.width + 4, place.height() - 8)
            painter.fillRect(patch, ground)
            painter.fillRect(QRectF(patch.left(), patch.bottom() - 2, patch.width(), 2), tint)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour(self._theme.faint))
        for run in drawn.context:
            painter.drawGlyphRun(shift, run)
        painter.setPen(colour(self._theme.faint if quiet else self._theme.ink))
        for run in drawn.words:
            painter.drawGlyphRun(shift, run)
        painter.restore()

    def _lay_out(self, row: Occurrence) -> _Drawing:
        """The row's text on one endless line; kept, since a row is painted again with each step in the list."""
        before, exact, after = (_plain(part) for part in (row.before, row.exact, row.after))
        text = before + exact + after
        layout, offsets = _laid_out(text, self._font, row.rtl), Offsets(text)
        start, end = offsets.to_qt(len(before)), offsets.to_qt(len(before) + len(exact))
        pieces = glyph_stretches(layout.lineAt(0), start, end, 0, True, True) if start < end else []
        context = layout.glyphRuns(0, start) if start else []
        context += layout.glyphRuns(end, -1) if after else []
        if len(self._drawings) > _KEPT:
            self._drawings.clear()
        made = self._drawings[row.article, row.span.start] = _Drawing(
            layout.glyphRuns(start, end - start),
            context,
            layout.lineAt(0).height(),
            pieces,
            self._column(pieces),
        )
        return made

    def _column(self, pieces: list[Stretch]) -> float:
        """What of the words stands in the column that all rows share."""
        if not pieces:
            return 0.0
        left, right = min(each.left for each in pieces), max(each.right for each in pieces)
        return right if self.aligned else (left + right) / 2

    def _fade(self, painter: QPainter, place: QRectF, ground: QColor) -> None:
        """Let the context fade out at both ends, so that no letter looks cut."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        clear = QColor(ground)
        clear.setAlpha(0)
        for left, first, second in ((place.left(), ground, clear), (place.right() - _FADE, clear, ground)):
            shade = QLinearGradient(left, 0, left + _FADE, 0)
            shade.setColorAt(0, first)
            shade.setColorAt(1, second)
            painter.fillRect(QRectF(left - 1, place.top() + 3, _FADE + 2, place.height() - 6), shade)


def _plain(text: str) -> str:
    """Words on one line: white space as spaces, and nothing in them that could turn the rest of the row."""
    return re.sub(r"\s", " ", text.translate(_TURNING))


def _laid_out(text: str, font: QFont, rtl: bool) -> QTextLayout:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    layout.createLine().setLineWidth(_ENDLESS)
    layout.endLayout()
    return layout
