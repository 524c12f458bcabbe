"""A layout that runs its widgets in lines, like words, in the direction of the interface."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Lines of widgets of one height, at most ``most_lines`` of them; what finds no room is not shown."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6, margin: int = 8, most_lines: int = 3) -> None:
        super().__init__(*filter(None, (parent,)))
        self._most_lines = most_lines
        self._items: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(margin, margin, margin, margin)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _arrange(self, rect: QRect, place: bool) -> int:
        margins = self.contentsMargins()
        inside = rect.marginsRemoved(margins)
        parent = self.parentWidget()
        rtl = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        used, top, height, lines = 0, inside.top(), 0, 1
        for number, item in enumerate(self._items):
            size = item.sizeHint()
            if used and used + size.width() > inside.width():
                if lines == self._most_lines:
                    self._put_away(number, place)
                    break
                used, top, height, lines = 0, top + height + self.spacing(), 0, lines + 1
            if place:
                left = inside.right() + 1 - used - size.width() if rtl else inside.left() + used
                item.setGeometry(QRect(QPoint(left, top), size))
            used += size.width() + self.spacing()
            height = max(height, size.height())
        return top + height - rect.top() + margins.bottom()

    def _put_away(self, first: int, place: bool) -> None:
        for item in self._items[first:] if place else ():
            item.setGeometry(QRect())
