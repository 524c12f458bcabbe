"""A panel inside the main window, over its middle. No window of its own, so that no key is lost while a window manager
passes the keyboard from one window to another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QMenuBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.ui.speaking import announce

_CORNER = 12  # pixels of a round corner
_HEARD = (QResizeEvent, QMouseEvent, QFocusEvent)


class Overlay(QFrame):
    """Takes the keyboard when it opens; Esc or a click elsewhere closes it and gives the keyboard back.

    One that ``stays`` is only hidden then, for the next time: making its widgets takes longer than a key may. Nothing
    is seen through it, its corners are cut off: else Qt would paint the article and the queue behind it again for each
    label that says something else and each letter that is typed in the panel.
    """

    stays = False

    def __init__(self, parent: QWidget, width: int, height: int) -> None:
        super().__init__(parent)
        self.setObjectName("overlay")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._back: QWidget | None = None
        self._parent = parent
        self._size = QSize(width, height)
        self._settle()

    def from_top(self, spacing: int = 8) -> QVBoxLayout:
        """The panel's layout, in which its parts stand one below the other, ``spacing`` pixels apart."""
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(spacing)
        return column

    def _settle(self) -> None:
        """Take its place over the parent, which may have another size now."""
        room = self._parent.rect()
        size = self._size.boundedTo(room.size() - QSize(40, 40))
        self.setGeometry(QRect(QPoint(), size))
        self.move((room.width() - size.width()) // 2, max((room.height() - size.height()) // 3, 20))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setMask(_rounded(self.rect()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and border in the colours of the theme."""
        painter, palette = QPainter(self), self.palette()
        painter.fillRect(event.rect(), palette.color(QPalette.ColorRole.Window))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(palette.color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _CORNER, _CORNER)
        painter.end()

    def open(self, first: QWidget) -> None:
        """Show it, the keyboard in ``first``."""
        focused = QApplication.focusWidget()
        self._back = focused if focused is None or not self.isAncestorOf(focused) else self._back
        self._settle()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        for listing in self.findChildren(QAbstractItemView):
            if listing.focusPolicy() == Qt.FocusPolicy.NoFocus and listing is not first:
                self._tell(listing)

    def _tell(self, listing: QAbstractItemView) -> None:
        """A list that the keyboard never enters is worked from a field: what is chosen in it must be said."""
        listing.selectionModel().currentChanged.connect(
            lambda now, _before: announce(
                listing, now.data(Qt.ItemDataRole.AccessibleTextRole) or now.data(Qt.ItemDataRole.DisplayRole) or ""
            )
        )

    def dismiss(self) -> None:
        """Close it; the keyboard goes back to where it was."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        self.hide()
        if self._back is not None:
            here = isValid(self._back) and self._back.isVisible()  # the inspector's page may have gone meanwhile
            (self._back if here else self._parent.window()).setFocus(Qt.FocusReason.PopupFocusReason)
        if not self.stays:
            self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press of the mouse outside of the panel closes it, and so does a key that leads the keyboard out of it; a
        parent of another size moves it."""
        if not isinstance(event, _HEARD):  # every event of the application comes by, and Qt takes long to name its kind
            return False
        kind = event.type()
        if kind == QEvent.Type.Resize:
            if watched is self._parent:
                self._settle()
        elif isinstance(watched, QWidget) and kind == QEvent.Type.FocusIn:
            if self._is_elsewhere(watched):
                QTimer.singleShot(0, self, self._follow_keyboard)  # it may only pass through
        elif kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget) and self.isVisible():
            here = watched.window() is self.window()  # and not the list of a combo box or a file dialog
            if here and watched is not self and not self.isAncestorOf(watched):
                self.dismiss()
        return False

    def _is_elsewhere(self, widget: QWidget) -> bool:
        """Whether it is a part of this window behind the panel: no other panel, and no menu bar, which gives the
        keyboard back."""
        if widget.window() is not self.window() or isinstance(widget, QMenuBar):
            return False
        above: QWidget | None = widget
        while above is not None and not isinstance(above, Overlay):
            above = above.parentWidget()
        return above is None

    def _follow_keyboard(self) -> None:
        """Close where the keyboard went elsewhere, and leave it there: Esc would not reach the panel any more."""
        focused = QApplication.focusWidget()
        if self.isVisible() and focused is not None and self._is_elsewhere(focused):
            self._back = None
            self.dismiss()

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab goes round in the panel. (``nextInFocusChain`` would have the panel own all widgets of the window.)"""
        inside = self.findChildren(QWidget)
        stops = [each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()]
        focused = QApplication.focusWidget()
        if focused in stops:
            reason = Qt.FocusReason.TabFocusReason if following else Qt.FocusReason.BacktabFocusReason
            stops[(stops.index(focused) + (1 if following else -1)) % len(stops)].setFocus(reason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            return self.dismiss()
        super().keyPressEvent(event)


def _rounded(whole: QRect) -> QRegion:
    """All of it but its corners; every pixel that the border touches belongs to it."""
    region = QRegion(whole)
    for row in range(_CORNER):
        cut = int(_CORNER - (_CORNER**2 - (_CORNER - row - 0.5) ** 2) ** 0.5)
        for line in (row, whole.height() - 1 - row):
            region -= QRegion(0, line, cut, 1) + QRegion(whole.width() - cut, line, cut, 1)
    return region


def close_panels(window: QWidget) -> None:
    """Close every open panel of the window, the last opened first."""
    for panel in reversed(window.findChildren(Overlay)):
        if not panel.isHidden():
            panel.dismiss()
