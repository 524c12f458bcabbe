"""What ``tawsim`` and ``tawsim PROJECT`` do: open the window on a project, the last one, or the sample."""

from __future__ import annotations

import gc
import os
import signal
import sys
from pathlib import Path

from app.ui.qt import import_qt


def can_show() -> bool:
    """Whether there is a display, or somebody chose to do without (QT_QPA_PLATFORM)."""
    return sys.platform != "linux" or any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))


def open_project(project: Path | None = None, layer: str | None = None) -> int:
    """Show the window until it is closed; the exit status. ``TawsimError`` when the project cannot be opened."""
    gc.disable()  # what a start makes stays, so nothing is looked for in it: the session enables it behind the painting
    try:
        import_qt()
        from app.ui.application import open_window  # noqa: PLC0415 - whoever only asks for help needs no window
        from app.ui.settings import read  # noqa: PLC0415

        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the window; nothing is unsaved
        last = Path(read("project")) if read("project") else None
        return open_window(project or (last if last and last.exists() else _sample()), layer)
    finally:
        gc.enable()


def _sample() -> Path:
    from app.workbench.annotator import annotator  # noqa: PLC0415 - only where there is no project yet
    from app.workbench.samples import sample_project  # noqa: PLC0415

    return sample_project(annotator())
