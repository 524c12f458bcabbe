"""Pages whose parts take long to read: the window goes on meanwhile, and a small panel keeps the keyboard for them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from app.ui.overlay import Overlay
from app.ui.pages_ahead import import_giving_way
from app.ui.qt_classes import make_classes
from app.ui.words import tr

_POLL = 15  # milliseconds between two looks whether all is read


def open_when_read(window: QWidget, modules: tuple[str, ...], open_page: Callable[[], object]) -> None:
    """``open_page`` at once where its modules are there, else when they have been read; Esc means not at all."""
    if any(each.isVisible() for each in window.findChildren(_Opening)):
        return  # a key that is held opens one page
    if all(name in sys.modules for name in modules):
        open_page()
    else:
        _Opening(window, modules, open_page)


class _Opening(Overlay):
    """Keys that come meanwhile wait, and are the page's as soon as it is there."""

    def __init__(self, window: QWidget, modules: tuple[str, ...], open_page: Callable[[], object]) -> None:
        super().__init__(window, 260, 64)
        self._open_page = open_page
        self._typed: list[QKeyEvent] = []
        self.setAccessibleName(tr("Opening …"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        told = QLabel(self.accessibleName(), alignment=Qt.AlignmentFlag.AlignCenter)
        told.setObjectName("faint")
        QVBoxLayout(self).addWidget(told)
        for _made in make_classes():
            pass
        self._thread = Thread(target=_read, args=(modules,), name="tawsim-page", daemon=True)
        self._thread.start()
        self._look = QTimer(self, interval=_POLL)
        self._look.timeout.connect(self._go_on)
        self._look.start()
        self.open(self)

    def _go_on(self) -> None:
        if self._thread.is_alive():
            return
        typed, self._typed = self._typed, []
        self.dismiss()
        self._open_page()
        for event in typed:
            if (focused := QApplication.focusWidget()) is not None and focused is not self:
                QApplication.sendEvent(focused, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            return self.dismiss()
        self._typed.append(event.clone())

    def dismiss(self) -> None:
        self._look.stop()
        super().dismiss()


def _read(modules: tuple[str, ...]) -> None:
    with suppress(Exception):  # whatever is wrong, opening the page says so
        import_giving_way(*modules)
