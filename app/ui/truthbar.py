"""The characters around the caret one by one (with F2): in logical order, each by itself, with code point and name."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.domain.errors import N_
from app.domain.text.graphemes import ceil_edge, floor_edge
from app.domain.text.quotation import SWAPPED, UNBALANCED
from app.domain.text.unseen import HIDDEN, ODD_SPACE, SPACE, category_of, name_of, unseen
from app.ui.article.truth import Truth
from app.ui.article.view import FAMILY, ArticleView
from app.ui.theme import colour
from app.ui.words import direction, tr
from app.workbench.bench import Workbench

_BESIDE = 4  # characters shown on both sides of the one at the caret, where there is room
_CELL = QSize(42, 50)
_WORDS = 200  # pixels that the words have at least
_DOUBTS = {
    UNBALANCED: N_("This quotation mark has no partner"),
    SWAPPED: N_("This quotation mark is swapped with its partner"),
}
_MOST_MEMBERS = 4  # of a letter with many marks


class TruthBar(QFrame):
    """Shown while the truth is. Follows the caret."""

    def __init__(self, bench: Workbench, view: ArticleView) -> None:
        super().__init__()
        self._bench, self._view = bench, view
        self.truth = Truth(bench)
        view.decorate(self.truth)
        self.setObjectName("pane")
        self.setAccessibleName(tr("The characters at the caret"))
        self.cells = Cells(bench, view)
        self.name = self._label(tr("The character at the caret"))
        self.place = self._label(tr("Where the character is"))
        self.more = self._label(tr("What stands with it"))
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self.name, self.place, self.more):
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(14)
        row.addWidget(self.cells)
        row.addLayout(words, 1)
        bench.moved.listen(self._show_place)
        self.hide()

    def _label(self, name: str) -> QLabel:
        label = QLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAccessibleName(name)
        label.setObjectName("truth")
        label.setMinimumWidth(_WORDS)
        side = (
            Qt.AlignmentFlag.AlignRight if direction() == Qt.LayoutDirection.RightToLeft else Qt.AlignmentFlag.AlignLeft
        )
        label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # a long name widens nothing
        return label

    def detach(self) -> None:
        self._bench.moved.forget(self._show_place)

    def toggle(self) -> None:
        """Show the truth, or the text as it is read."""
        self.truth.shown = not self.truth.shown
        self.setVisible(self.truth.shown)
        self._view.repaint_spans(None)
        self._show_place(None)

    def _show_place(self, _place: object) -> None:
        if not self.truth.shown:
            return
        for label, words in zip((self.name, self.place, self.more), self._words(), strict=True):
            if words != label.accessibleDescription():
                label.setToolTip(words)
                label.setAccessibleDescription(words)
            label.setText(label.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, label.width()))
        self.cells.show_caret()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, lambda: self._show_place(None))  # once the labels have their width

    def _words(self) -> tuple[str, str, str]:
        """The name of the character at the caret; what sort it is and where; what is doubtful about it, or what stands
        with it."""
        article, caret = self._bench.article, self._bench.place.caret
        if article is None or caret >= len(article.text):
            return tr("The end of the article"), "", ""
        letter = article.text[caret]
        name = f"\u2066{_code(letter)}  {name_of(letter)}\u2069"
        unit = self._view.page.offsets.to_qt(caret)
        where = tr("Code point {point} · UTF-16 unit {unit}").format(point=caret, unit=unit)
        place = f"{tr(category_of(letter))}  ·  {where}"
        doubt = self._doubt(caret)
        return name, place, tr(_DOUBTS[doubt]) if doubt is not None else self._members(article.text, caret)

    def _members(self, text: str, caret: int) -> str:
        """What makes one letter together with the character at the caret, if anything does."""
        start, end = floor_edge(text, caret), ceil_edge(text, caret + 1)
        if end - start < 2:
            return ""
        shown = [f"{_code(each)} {name_of(each)}" for each in text[start : min(end, start + _MOST_MEMBERS)]]
        more = " …" if end - start > _MOST_MEMBERS else ""
        return tr("One letter of {parts}").format(parts=f"\u2066{' + '.join(shown)}{more}\u2069")

    def _doubt(self, caret: int) -> str | None:
        page = self._view.page
        block = page.document.findBlock(page.offsets.to_qt(caret))
        return self.truth.doubts(page, block).get(caret) if block.isValid() else None


class Cells(QWidget):
    """One cell a character, in logical order along the article's direction; the one at the caret is framed."""

    def __init__(self, bench: Workbench, view: ArticleView) -> None:
        super().__init__()
        self._bench, self._view = bench, view
        self.setFixedHeight(_CELL.height())
        self.setMinimumWidth(3 * _CELL.width())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("The characters around the caret"))

    def sizeHint(self) -> QSize:
        return QSize((2 * _BESIDE + 1) * _CELL.width(), _CELL.height())

    def show_caret(self) -> None:
        text, caret = self._around()
        self.setAccessibleDescription(" ".join(_code(text[at]) for at in _numbers(text, caret, _BESIDE)))
        self.update()

    def _around(self) -> tuple[str, int]:
        article = self._bench.article
        return (article.text, self._bench.place.caret) if article is not None else ("", 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        text, caret = self._around()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a bracket alone is shown as it is stored
        beside = min((self.width() // _CELL.width() - 1) // 2, _BESIDE)
        wide, high = _CELL.width(), _CELL.height()
        left = self.width() - (2 * beside + 1) * wide if direction() == Qt.LayoutDirection.RightToLeft else 0
        for at in _numbers(text, caret, beside):
            slot = caret - at + beside if self._view.page.rtl else at - caret + beside
            self._cell(painter, QRectF(left + slot * wide, 0, wide, high), text[at], at == caret)
        painter.end()

    def _cell(self, painter: QPainter, box: QRectF, letter: str, at_caret: bool) -> None:
        theme = self._view.theme
        frame = box.adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(colour(theme.accent if at_caret else theme.border), 2 if at_caret else 1))
        painter.setBrush(colour(theme.page))
        painter.drawRoundedRect(frame, 5, 5)
        shown, hidden = _shown(letter)
        font = QFont(self.font() if hidden else QFont(FAMILY))
        font.setPixelSize(11 if hidden else 21)
        painter.setFont(font)
        painter.setPen(colour(theme.accent if hidden else theme.ink))
        painter.drawText(frame.adjusted(0, 0, 0, -14), Qt.AlignmentFlag.AlignCenter, shown)
        font = QFont(self.font())
        font.setPixelSize(10)
        painter.setFont(font)
        painter.setPen(colour(theme.text if at_caret else theme.faint))
        foot = QRectF(frame.left(), frame.bottom() - 15, frame.width(), 14)
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, _code(letter).removeprefix("U+"))


def _numbers(text: str, caret: int, beside: int) -> range:
    return range(max(caret - beside, 0), min(caret + beside + 1, len(text)))


def _shown(letter: str) -> tuple[str, bool]:
    """What stands in a character's cell, and whether that is a name for what cannot be seen."""
    if letter == "\n":
        return "LF", True
    what = unseen(letter)
    if what is not None and what.kind in (HIDDEN, SPACE, ODD_SPACE):
        return what.short or "SP", True
    if what is not None and what.short == "PUA":
        return what.short, True
    return (f"◌{letter}" if category_of(letter) == "mark on a letter" else letter), False


def _code(letter: str) -> str:
    return f"U+{ord(letter):04X}"
