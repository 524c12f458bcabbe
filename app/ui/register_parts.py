"""Opens the parts of the register, whose widgets no window waits for, and reads its names while nobody types."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.domain.errors import TawsimError
from app.workbench.register import Register

if TYPE_CHECKING:
    from app.ui.window import MainWindow

_LEISURE, _PAUSE = 1500, 30  # milliseconds until reading begins, and between two steps of it


def open_entries(window: MainWindow) -> None:
    """Who or what the mark at hand is (E), over the article."""
    from app.ui.register import EntryPanel  # noqa: PLC0415 - see above
    from app.workbench.entries import subject  # noqa: PLC0415 - as above

    about = subject(window.bench)
    if about is not None:
        EntryPanel(window.bench, about, window.theme, window.view, window, window.trouble)


def open_register(window: MainWindow) -> None:
    """The page over the window; the same key closes it again."""
    from app.ui.registerpage import RegisterPage  # noqa: PLC0415 - as above

    for page in window.findChildren(RegisterPage):
        if page.isVisible():
            return page.dismiss()
    RegisterPage(window)


class ReadingAhead(QObject):
    """Reads the register in short steps once a window has been there for a while, so that the first E need not wait."""

    def __init__(self, register: Register, parent: QObject) -> None:
        super().__init__(parent)
        self._register = register
        self._next = QTimer(self, singleShot=True, interval=_LEISURE)
        self._next.timeout.connect(self._read_on)
        self._next.start()

    def detach(self) -> None:
        """Read no more: the project may be closed."""
        self._next.stop()

    def _read_on(self) -> None:
        with suppress(TawsimError):  # whoever asks is told
            if not self._register.read_on():
                self._next.start(_PAUSE)
