"""Reports of unforeseen errors: places in the program and nothing else, in files that only their owner may read.

A report holds neither what an error says nor any value, for both may be words of an article.
"""

from __future__ import annotations

import os
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion

from app import __version__

_KEPT = 20  # reports; older ones are removed
_DIFFERENT = 50  # errors of one run that are written down
_PROGRAM = Path(__file__).parents[1]
_PREFIX = "report-"


def folder() -> Path:
    """Where reports lie; only their owner may look into it."""
    from PySide6.QtCore import QStandardPaths  # noqa: PLC0415 - needed when something went wrong

    place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    return place


def newest() -> Path | None:
    """The last report that was written, if there is one."""
    return max(folder().glob(f"{_PREFIX}*.txt"), default=None, key=lambda path: path.name)


class Reporter(QObject):
    """Writes a report of each unforeseen error once, however often it comes again, and has it told in the window.

    Errors come from slots, from painting and from other threads; none of them ends the program.
    """

    written = Signal(str)  # the path of the report

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__()
        self._known: set[str] = set()
        self._busy = threading.Lock()
        self.written.connect(say)

    def install(self) -> None:
        """From now on unforeseen errors come here."""
        sys.excepthook = self.report
        threading.excepthook = lambda told: self.report(told.exc_type, told.exc_value, told.exc_traceback)

    def report(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Write it down and tell of it, if it is a new one. Never raises."""
        with suppress(Exception):
            text = told_of(kind, error, trace)
            frames = traceback.extract_tb(trace)[-1:]
            place = f"{kind.__name__} {[(each.filename, each.lineno) for each in frames]}"
            with self._busy:
                known = place in self._known or len(self._known) >= _DIFFERENT
                self._known.add(place)
            if not known:
                with suppress(OSError, ValueError):  # there may be nobody to read it
                    sys.stderr.write(text)
                self.written.emit(str(write(text)))


def told_of(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> str:
    """The report: versions, the kinds of the errors, and the places in the program that they came through."""
    import platform  # noqa: PLC0415 - needed when something went wrong, and slow to import

    head = [f"Tawsim {__version__}", f"Python {platform.python_version()}, Qt {qVersion()}, {platform.system()}"]
    return "\n".join([*head, "", *_places(kind, error, trace)]) + "\n"


def _places(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> Iterator[str]:
    seen: set[int] = set()
    while True:
        yield kind.__name__
        for frame in traceback.extract_tb(trace):
            yield f"  {_place(frame.filename)}:{frame.lineno} {frame.name}"
        cause = (error.__cause__ or error.__context__) if error is not None else None
        if cause is None or id(cause) in seen:
            return
        seen.add(id(cause))
        yield "because of"
        kind, error, trace = type(cause), cause, cause.__traceback__


def _place(file: str) -> str:
    """The file as the program calls it: where it is installed may say who the user is."""
    path = Path(file)
    if path.is_relative_to(_PROGRAM):
        return str(Path("app") / path.relative_to(_PROGRAM))
    return "/".join(path.parts[-2:])


def write(text: str) -> Path:
    """Keep a report in a file that only its owner may read; the oldest ones go. ``OSError`` when it cannot be kept."""
    place = folder()
    reports = sorted(place.glob(f"{_PREFIX}*.txt"))
    for old in reports[: max(len(reports) - _KEPT + 1, 0)]:
        old.unlink(missing_ok=True)
    name = f"{_PREFIX}{datetime.now(UTC):%Y%m%d-%H%M%S}"
    last = reports[-1].stem if reports else ""
    first = int(last.rpartition("-")[2]) + 1 if last.startswith(name) else 0  # the newest has the last name
    for number in range(first, 1000):
        path = place / f"{name}-{number:03}.txt"
        with suppress(FileExistsError):
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
            return path
    raise FileExistsError(str(place))
