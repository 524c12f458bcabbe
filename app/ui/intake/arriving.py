"""What can be brought in without a file dialog: what is dropped on the window, and what lies on the clipboard."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QDragEnterEvent

if TYPE_CHECKING:
    from app.exchange.format import Source


def takes(event: QDragEnterEvent) -> bool:
    """Whether what is dragged could be brought in; text of the window itself is not."""
    return event.source() is None and (bool(files_of(event.mimeData())) or event.mimeData().hasText())


def files_of(told: QMimeData | None) -> list[Path]:
    """The files that were dropped or copied; an empty clipboard has nothing at all."""
    return [Path(url.toLocalFile()) for url in (told.urls() if told else ()) if url.isLocalFile()]


class Texts:
    """Texts without a file, kept as files while they are looked at and brought in."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None
        self._count = 0

    def source(self, text: str, name: str) -> Source:
        """A file of the text, shown as ``name``."""
        from app.exchange.format import Source  # noqa: PLC0415 - the page stands before it needs one

        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="tawsim-")
        self._count += 1
        path = Path(self._folder.name) / f"{self._count}.txt"
        path.write_bytes(text.encode("utf-8", "replace"))
        shown = f"{name} {self._count}" if self._count > 1 else name
        return Source(path, Path(f"{shown}.txt"))

    def clear(self) -> None:
        """Throw them away."""
        if self._folder is not None:
            self._folder.cleanup()
        self._folder = None
