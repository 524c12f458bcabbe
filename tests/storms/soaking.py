"""A long time at the keyboard: random keys, and what the process holds meanwhile."""

from __future__ import annotations

import gc
import os
import random
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog

from app.ui.application import Session
from app.ui.overlay import close_panels
from tests.storms.keys import RandomKeys

_HANDLES = Path("/proc/self/fd")
_DIALOGS = ("getOpenFileName", "getOpenFileNames", "getSaveFileName")


@dataclass(frozen=True, slots=True)
class Held:
    """What the process holds at one moment: ``memory`` and ``log`` in bytes; ``nones`` is how often None is held."""

    presses: int
    memory: int
    handles: int
    threads: int
    log: int
    nones: int
    widgets: int

    def __str__(self) -> str:
        return (
            f"{self.presses:9,} presses  {self.memory / 1e6:7.1f} MB  {self.handles:4} handles"
            f"  {self.threads:3} threads  log {self.log / 1e6:6.1f} MB  None {self.nones:8,}  {self.widgets:5} widgets"
        )


def held(session: Session, presses: int) -> Held:
    """Measured at rest: panels closed, what is to be thrown away thrown away."""
    close_panels(session.window)
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        gc.collect()
    path = session.bench.store.path
    log = path.with_name(path.name + "-wal")
    statistics = Path("/proc/self/statm")
    pages = int(statistics.read_text().split()[1]) if statistics.exists() else 0
    handles = len(list(_HANDLES.iterdir())) if _HANDLES.is_dir() else 0
    return Held(
        presses,
        pages * os.sysconf("SC_PAGE_SIZE") if pages else 0,
        handles,
        threading.active_count(),
        log.stat().st_size if log.exists() else 0,
        sys.getrefcount(None),
        len(QApplication.allWidgets()),
    )


def grown(measured: Sequence[Held]) -> list[str]:
    """What has grown from the second measure on, or shrunk (a reference to None that every call loses, as PySide6 6.12
    does, ends in an abort), by more than the work itself accounts for."""
    warm, last = measured[min(1, len(measured) - 1)], measured[-1]
    thousands = (last.presses - warm.presses) / 1000
    allowed = {
        "memory": 80_000_000 + 2_000_000 * thousands,
        "handles": 6,
        "threads": 3,
        "log": 80_000_000,
        "nones": 60_000 + 50_000 * thousands,  # PySide6 6.11 keeps some of what it is given
        "widgets": 200,
    }
    found = [
        f"{name} grew from {getattr(warm, name):,} to {getattr(last, name):,}"
        for name, most in allowed.items()
        if getattr(last, name) > getattr(warm, name) + most
    ]
    if last.nones < warm.nones - 20_000:
        found.append(f"references to None fell from {warm.nones:,} to {last.nones:,}")
    return found


def soak(session: Session, seed: int, presses: int, every: int) -> Iterator[Held]:
    """Press so many keys; what is held after each ``every`` of them."""
    with pytest.MonkeyPatch.context() as shut:
        for name in _DIALOGS:  # dialogs of the system would wait for somebody
            shut.setattr(QFileDialog, name, staticmethod(lambda *_, **__: ("", "")))
        shut.setattr(QFileDialog, "getExistingDirectory", staticmethod(lambda *_, **__: ""))
        shut.setattr(QInputDialog, "getItem", staticmethod(lambda *_, **__: ("", False)))
        keys = RandomKeys(session, random.Random(seed))
        for number in range(1, presses + 1):
            keys.press_one()
            if number % every == 0:
                yield held(session, number)
