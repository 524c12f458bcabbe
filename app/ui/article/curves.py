"""The focused mark's links: a light curve from a frame's start to what fills its slot, with the slot's key at the far
end. Where that end is out of view, a short stub and, at the edge of the page, its first word tell where it is.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from app.domain.annotation import REJECTED, SUGGESTED, Annotation, Link
from app.domain.values import frozen
from app.ui.article.page import Page
from app.ui.article.painting import MarkPainter, Sheet
from app.workbench.bench import Workbench

_MOST = 16  # curves at once; a name that fifty frames point to would be a knot
_ABOVE, _BELOW = -1, 1
_WORD = 18  # code points of a word at the edge of the page
_CROWDED = 13  # units between two frames' starts from which on their badges do not meet
_FULL, _THIN = 1.3, 0.9  # widths of curves from the focused frame, and of those that come to a focused mention


@frozen
class Tie:
    """One curve: from ``frame`` to ``end``, with the ``key`` of its slot; ``back`` where the end has the focus."""

    frame: Annotation
    end: Annotation
    key: str
    back: bool

    @property
    def far(self) -> Annotation:
        return self.frame if self.back else self.end

    @property
    def near(self) -> Annotation:
        return self.end if self.back else self.frame


@frozen
class _Spot:
    """Where a mark is: the box of its first piece and the edge it begins at, or on which ``side`` it is out of view."""

    box: QRectF
    edge: float
    side: int = 0


class LinkCurves:
    """Finds and paints the links of one bench's focused mark on its page."""

    def __init__(self, bench: Workbench, page: Page) -> None:
        self._bench, self._page = bench, page

    def tied(self, focused: Annotation | None) -> bool:
        """Whether there is anything to draw for the mark."""
        marks = self._bench.marks
        return focused is not None and bool(marks.links_from(focused.id) or marks.links_to(focused.id))

    def ties(self, focused: Annotation) -> list[Tie]:
        """The curves of a mark, those to the nearest ends first."""
        marks = self._bench.marks
        found = [self._tie(each, focused, marks.get(each.target.value), False) for each in marks.links_from(focused.id)]
        found += [self._tie(each, marks.get(each.source), focused, True) for each in marks.links_to(focused.id)]
        ties = [each for each in found if each is not None and each.far.state != REJECTED]
        return sorted(ties, key=lambda tie: abs(tie.far.start - focused.start))[:_MOST]

    def paint(self, painter: QPainter, brushes: MarkPainter, focused: Annotation, shift: QPointF, room: QRectF) -> None:
        """Draw them in ``room``, the viewport; the page stands at ``shift``."""
        ties = self.ties(focused)
        if not ties:
            return
        blocks = self._blocks_in(shift, room.height())
        here = self._spot(brushes, focused, shift, room, blocks)
        signs: dict[int, list[Tie]] = {_ABOVE: [], _BELOW: []}
        edges: list[float] = []
        rank = {_ABOVE: 0, _BELOW: 0, 0: 0}
        for tie in ties:
            there = self._spot(brushes, tie.far, shift, room, blocks)
            ink = brushes.ink(tie.frame)
            if here.side and there.side:
                continue
            if here.side or there.side:
                signs[there.side or here.side].append(tie)
                if there.side:
                    _stub(painter, brushes, here, tie, there.side, rank[there.side], ink)
                    rank[there.side] += 1
                continue
            start, end = (there, here) if tie.back else (here, there)
            same = sum(abs(there.edge - x) < _CROWDED * brushes.scale.unit for x in edges) if tie.back else rank[0]
            edges.append(there.edge)
            _curve(painter, brushes, start, end, tie, same, ink)
            rank[0] += 1
        for side, waiting in signs.items():
            self._signs(painter, brushes, waiting, here, side, room)

    def _tie(self, link: Link, frame: Annotation | None, end: Annotation | None, back: bool) -> Tie | None:
        if frame is None or end is None:
            return None
        slot = self._bench.codebook.shown_kind(frame.kind).slot(link.role)
        return Tie(frame, end, (slot.key if slot else None) or "", back)

    def _blocks_in(self, shift: QPointF, height: float) -> tuple[int, int]:
        """Numbers of the first and the last paragraph in view. The others may not be laid out yet."""
        layout, document = self._page.document.documentLayout(), self._page.document
        first, last = (
            document.findBlock(layout.hitTest(QPointF(0, row - shift.y()), Qt.HitTestAccuracy.FuzzyHit)).blockNumber()
            for row in (0.0, height)
        )
        return first, last

    def _spot(
        self, brushes: MarkPainter, mark: Annotation, shift: QPointF, room: QRectF, blocks: tuple[int, int]
    ) -> _Spot:
        page, span = self._page, mark.fragments[0]
        unit = page.offsets.to_qt(span.start)
        block = page.document.findBlock(unit)
        if not blocks[0] <= block.blockNumber() <= blocks[1]:
            return _Spot(QRectF(), 0.0, _ABOVE if block.blockNumber() < blocks[0] else _BELOW)
        corner = page.document.documentLayout().blockBoundingRect(block).topLeft() + shift
        line = block.layout().lineForTextPosition(unit - block.position())
        pieces = page.pieces(block, span, range(line.lineNumber(), line.lineNumber() + 1)) if line.isValid() else []
        if not pieces:
            return _Spot(QRectF(), 0.0, _ABOVE)
        box = brushes.box(Sheet(block, corner, range(0), []), pieces[0])
        side = _ABOVE if box.top() < 0 else _BELOW if box.bottom() > room.height() else 0
        return _Spot(box, box.left() if pieces[0].forward else box.right(), side)

    def _signs(
        self, painter: QPainter, brushes: MarkPainter, ties: list[Tie], here: _Spot, side: int, room: QRectF
    ) -> None:
        """The first words of what is out of view on one side, in a row at that edge of the page."""
        unit = brushes.scale.unit
        font = brushes.scale.chip_font()
        font.setPixelSize(max(10, round(11.5 * unit)))
        metrics = QFontMetricsF(font)
        rtl, gap, high = self._page.rtl, 5 * unit, 17 * unit
        at = here.edge if not here.side else room.center().x()
        painter.setFont(font)
        for tie in ties:
            far = tie.far if not here.side else tie.near
            arrow = "↑" if side == _ABOVE else "↓"
            text = "  ".join(filter(None, (arrow, _first_word(far.exact), f"\u2066{tie.key}\u2069" if tie.key else "")))
            wide = metrics.horizontalAdvance(text) + 12 * unit
            left = min(max(at - wide if rtl else at, 4.0), room.width() - wide - 4)
            top = 3 * unit if side == _ABOVE else room.height() - high - 3 * unit
            box = QRectF(left, top, wide, high)
            ink = brushes.ink(tie.frame)
            painter.setPen(QPen(ink, 1.1 * unit * brushes.scale.weight))
            painter.setBrush(QColor(brushes.theme.page))
            painter.drawRoundedRect(box, high / 2, high / 2)
            painter.setPen(QColor(brushes.theme.ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            at = left - gap if rtl else left + wide + gap


def _first_word(exact: str) -> str:
    words = exact.strip("«»\"“”„'‹›() \n").split()
    return f"\u2068{words[0][:_WORD]}\u2069" if words else ""


def _pen(brushes: MarkPainter, tie: Tie, ink: QColor) -> QPen:
    """Dotted while nobody has accepted the frame or what fills it."""
    pen = QPen(ink, (_THIN if tie.back else _FULL) * brushes.scale.unit * brushes.scale.weight)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if SUGGESTED in (tie.frame.state, tie.end.state):
        pen.setDashPattern([0.1, 2.6])
    return pen


def _leave(brushes: MarkPainter, spot: _Spot, rank: int, apart: float = 5) -> QPointF:
    """Where a curve leaves a frame: at the corner where it begins, the next ones a little further in."""
    inward = 1 if spot.edge < spot.box.center().x() else -1
    step = min(rank * apart * brushes.scale.unit, spot.box.width() * 0.8)
    return QPointF(spot.edge + inward * step, spot.box.top())


def _curve(painter: QPainter, brushes: MarkPainter, frame: _Spot, end: _Spot, tie: Tie, rank: int, ink: QColor) -> None:
    """From the frame's start to the middle of the end's upper edge, above the line that they share, else over what
    lies between, steep enough to cross few letters."""
    unit = brushes.scale.unit
    a = _leave(brushes, frame, rank, _CROWDED if tie.back else 5)
    b = QPointF(end.box.center().x(), end.box.top() - (0 if tie.back else 5 * unit))
    across, down = b.x() - a.x(), b.y() - a.y()
    if abs(frame.box.top() - end.box.top()) < unit:
        rise = min(6 * unit + abs(across) * 0.03 + 3 * unit * rank, 17 * unit)
        lean = min(abs(across) * 0.3, 46 * unit) * (1 if across > 0 else -1)
        first, second = (
            QPointF(a.x() + lean * 0.35, a.y() - rise * 1.3),
            QPointF(b.x() - lean * 0.35, a.y() - rise * 1.3),
        )
    else:
        reach = max(18 * unit, abs(down) * 0.42)
        first = QPointF(a.x(), a.y() - (reach if down < 0 else 15 * unit) - 2 * unit * rank)
        second = QPointF(b.x(), b.y() - (15 * unit if down < 0 else reach))
    path = QPainterPath(a)
    path.cubicTo(first, second, b)
    painter.setPen(_pen(brushes, tie, ink))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    _badge(painter, brushes, a if tie.back else QPointF(b.x(), b.y() + 4.5 * unit), tie.key, ink)
    if tie.back:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(b, 1.8 * unit, 1.8 * unit)


def _badge(painter: QPainter, brushes: MarkPainter, centre: QPointF, key: str, ink: QColor) -> None:
    """The key of the slot on a small round ground; a dot where the slot has none."""
    unit = brushes.scale.unit
    painter.setPen(QPen(QColor(brushes.theme.page), 1.2 * unit))
    painter.setBrush(ink)
    if not key:
        return painter.drawEllipse(centre, 3 * unit, 3 * unit)
    font = brushes.scale.chip_font()
    box = QRectF(0, 0, 12.5 * unit, 11.5 * unit)
    box.moveCenter(centre)
    painter.drawRoundedRect(box, 5 * unit, 5 * unit)
    painter.setFont(font)
    painter.setPen(QColor(brushes.theme.chip_text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)


def _stub(painter: QPainter, brushes: MarkPainter, spot: _Spot, tie: Tie, side: int, rank: int, ink: QColor) -> None:
    """The beginning of a curve, with an arrow at its tip, towards what is out of view."""
    unit = brushes.scale.unit
    a = QPointF(spot.box.center().x(), spot.box.top()) if tie.back else _leave(brushes, spot, rank)
    if side == _BELOW:
        a.setY(spot.box.bottom())
    tip = QPointF(a.x(), a.y() + side * 13 * unit)
    painter.setPen(_pen(brushes, tie, ink))
    painter.drawLine(a, tip)
    head = QPainterPath(QPointF(tip.x(), tip.y() + side * 4.5 * unit))
    head.lineTo(tip.x() - 3.2 * unit, tip.y() - side * unit)
    head.lineTo(tip.x() + 3.2 * unit, tip.y() - side * unit)
    head.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPath(head)
