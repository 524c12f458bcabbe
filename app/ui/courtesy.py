"""The window's answer to jobs that give way: asked through its own queue of events, it answers when that is empty."""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from shiboken6 import isValid

from app.workbench.giving_way import give_way_to

_STEP = 0.004  # seconds that a job runs between two questions
_MOST = 0.05  # seconds that it waits: a window that does not answer may be waiting for the job itself
_ANSWERED = "tawsim_answers_jobs"
_BEHIND_PAINTING = Qt.EventPriority.LowEventPriority.value - 1


class Courtesy(QObject):
    """Asked by any thread. It lives as long as the application."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._kind = QEvent.Type(QEvent.registerEventType())
        self._answered = threading.Event()
        self._answered.set()
        self._due = 0.0
        self._window = threading.get_ident()

    def ask(self) -> None:
        """Come back when the window has done and painted what it had to. A question that it left open is not waited for
        again before it is answered."""
        if time.perf_counter() < self._due or not self._answered.is_set():
            return
        if threading.get_ident() == self._window or not isValid(self):
            return
        self._answered.clear()
        QCoreApplication.postEvent(self, QEvent(self._kind), _BEHIND_PAINTING)
        self._answered.wait(_MOST)
        self._due = time.perf_counter() + _STEP

    def event(self, event: QEvent) -> bool:
        if event.type() == self._kind:
            self._answered.set()
            return True
        return super().event(event)


def answer_jobs(application: QObject) -> None:
    """From now on jobs give way to the windows of the application."""
    if not application.property(_ANSWERED):  # among its children is a QStyle, with hundreds of names
        application.setProperty(_ANSWERED, True)
        give_way_to(Courtesy(application).ask)
