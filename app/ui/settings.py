"""What the window remembers between two runs, in one small file of the user's own."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QWidget


def folder() -> Path:
    """The user's folder for what the program remembers; asked anew, for Qt looks only once in a process."""
    home = os.environ.get("XDG_CONFIG_HOME") or _usual_home()
    return Path(home) / "tawsim"


def _usual_home() -> str | Path:
    if sys.platform == "linux":
        return Path.home() / ".config"
    from PySide6.QtCore import QStandardPaths  # noqa: PLC0415 - a window is sooner there without its many names

    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)


def _file() -> QSettings:
    return QSettings(str(folder() / "tawsim.ini"), QSettings.Format.IniFormat)


def _keep(file: QSettings) -> None:
    """Write it down, for its owner only: it names projects. What cannot be kept is forgotten, and nothing else."""
    with suppress(OSError):
        folder().mkdir(parents=True, exist_ok=True, mode=0o700)
        folder().chmod(0o700)
    file.sync()
    with suppress(OSError):
        Path(file.fileName()).chmod(0o600)


def read(key: str, usual: str = "") -> str:
    """A remembered word, else ``usual``."""
    value = _file().value(key, usual)
    return value if isinstance(value, str) else usual


def write(key: str, value: str) -> None:
    file = _file()
    if file.value(key) != value:
        file.setValue(key, value)
        _keep(file)


def keep_geometry(window: QWidget) -> None:
    file = _file()
    file.setValue("geometry", window.saveGeometry())
    _keep(file)


def restore_geometry(window: QWidget) -> None:
    kept = _file().value("geometry")
    if isinstance(kept, QByteArray):
        window.restoreGeometry(kept)
