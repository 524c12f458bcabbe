"""What can be written into a chip of the inspector: a line to type in and, below it, what meets the letters."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.ui.overlay import Overlay
from app.ui.usual_keys import CLEARING, ENTERS, TABS
from app.ui.words import isolated, said, tr
from app.workbench.completing import Offer

_WIDTH, _ROWS, _MARGIN = 300, 8, 6
_NOBODY = "none"  # what a frame says of a speaker before anybody has looked for one
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class Completion(Overlay):
    """Over the chip that it belongs to. Up and Down choose, Enter takes, with Shift beside what is there; Delete in an
    empty line empties the chip, Esc leaves it as it was. The keyboard goes back to the chip."""

    def __init__(
        self,
        chip: QWidget,
        offers: Callable[[str], list[Offer]],
        take: Callable[[Offer, bool], None],
        empty: Callable[[], None],
        typed: str = "",
    ) -> None:
        self._chip: QWidget | None = None  # Overlay takes its place before there is a chip to stand at
        super().__init__(chip.window(), _WIDTH, 120)
        self._chip, self._offers, self._take, self._empty = chip, offers, take, empty
        self._offered: list[Offer] = []
        self.setAccessibleName(tr("What can stand here"))
        self.field = QLineEdit(typed)
        self.field.setAccessibleName(tr("First letters of what stands here"))
        self.field.setPlaceholderText(tr("First letters …"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("What can stand here"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._fill)
        self.list.itemClicked.connect(lambda _item: self._choose(False))
        self._fill(typed)
        self.open(self.field)
        self.field.end(False)

    def _settle(self) -> None:
        """At the chip, as near below as the window allows."""
        if self._chip is None:
            return super()._settle()
        room = self._parent.rect()
        size = self._size.boundedTo(room.size() - QSize(20, 20))
        at = QRect(self._chip.mapTo(self._parent, QPoint()), self._chip.size())
        rtl = self._chip.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = at.right() + 1 + _MARGIN - size.width() if rtl else at.left() - _MARGIN
        corner = QPoint(
            min(max(left, 6), room.width() - size.width() - 6),
            min(max(at.top() - _MARGIN, 6), room.height() - size.height() - 6),
        )
        self.setGeometry(QRect(corner, size))

    def _fill(self, typed: str) -> None:
        self._offered = self._offers(typed)
        self.list.clear()
        for offer in self._offered:
            self.list.addItem(_row(offer))
        if self._offered:
            held = (number for number, each in enumerate(self._offered) if each.held and each.text != _NOBODY)
            self.list.setCurrentRow(next(held, 0) if not typed else 0)
        else:
            nothing = QListWidgetItem(tr("Nothing that begins so"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        row = max(self.list.sizeHintForRow(0), 24)
        high = row * min(max(len(self._offered), 1), _ROWS) + 2 * self.list.frameWidth() + 4
        self._size = QSize(_WIDTH, self.field.sizeHint().height() + high + 2 * _MARGIN + 4)
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        """Whether the key was the list's."""
        key = Qt.Key(event.key())
        if key in _STEPS and self._offered:
            self.list.setCurrentRow((self.list.currentRow() + _STEPS[key]) % len(self._offered))
        elif key in ENTERS:
            self._choose(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in CLEARING and not self.field.text():
            self.dismiss()
            self._empty()
        elif key in TABS:
            self.dismiss()
            (self._chip or self).focusNextPrevChild(key == Qt.Key.Key_Tab)
        else:
            return False
        return True

    def _choose(self, beside: bool) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._offered):
            chosen = self._offered[row]
            self.dismiss()
            self._take(chosen, beside)


def _row(offer: Offer) -> QListWidgetItem:
    text = said(offer.words) if offer.words else isolated(offer.text)
    note = f"   · {said(offer.note)}" if offer.note else ""
    tick = "  ✓" if offer.held else ""
    return QListWidgetItem(f"{text}{tick}{note}")
