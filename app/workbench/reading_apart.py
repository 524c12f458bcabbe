"""Files read in a process of their own, while this one writes what was read before.

Reading is half of an import's work, and Python does one thing at a time: here the two go on beside each other, the
window is not held up by a library that takes a second for a page, and one that dies takes nothing with it.
``reader_process`` is the other side.
"""

from __future__ import annotations

import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import app
from app.domain.errors import N_
from app.exchange.crossing import taken, taken_trouble
from app.exchange.errors import ExchangeError
from app.exchange.format import Arrival
from app.workbench.filereading import FileReader, Here, MadeWith, Request, Wishes
from app.workbench.messages import FAULT, SOME, Broken, packed_request, packed_wishes, receive, send

_WORTH_IT = 8 << 20  # bytes of files: fewer are read here in the time that a second process takes to begin
_CODE = "import sys; sys.path.insert(0, sys.argv[1]); from app.workbench.reader_process import serve; serve()"

_STOPPED = N_(
    "{path}: the program that reads the files ended in the midst of this one. What it had found before is in; "
    "the file may be damaged, or too large for this computer's memory."
)


class ReadingStopped(ExchangeError):
    """The process that read a file is gone."""


def reader_for(size: int, wishes: Wishes) -> FileReader:
    """What reads files of so many bytes: few are read here, and so are many where no process can be started."""
    apart = size >= _WORTH_IT and not wishes.codebook.stands_in
    if apart and sys.executable and not getattr(sys, "frozen", False):
        with suppress(OSError):
            return Apart(wishes)
    return Here(wishes)


class Apart:
    """Reads ahead in a process of its own. One that dies costs the file it was at; for the next there is a new one."""

    ahead = 4  # their requests must fit into a pipe that nobody empties

    def __init__(self, wishes: Wishes) -> None:
        self._wishes = wishes
        self._asked: deque[Request] = deque()
        self._process: subprocess.Popen[bytes] | None = None
        self._start()

    def ask(self, request: Request) -> None:
        self._asked.append(request)
        self._tell(packed_request(request))

    def arrivals(self, made_with: MadeWith) -> Iterator[Arrival]:
        """As ``FileReader`` has it; ``ReadingStopped`` when the process died over the file."""
        request = self._asked.popleft()
        while True:
            kind, told = self._next(request)
            if kind != SOME:
                break
            yield from (taken(each, self._wishes.codebook) for each in told)
        if kind == FAULT:
            raise RuntimeError(f"{request.source.shown}: {told}")
        codebooks, trouble = told
        made_with |= {(name, version) for name, version in codebooks}
        if trouble is not None:
            raise taken_trouble(trouble)

    def close(self) -> None:
        """End the process, whatever it is at. It writes no file, so nothing is left behind."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            with suppress(OSError), process:  # its pipes; what it was still to be told is lost
                pass

    def _next(self, request: Request) -> Any:
        """The next message about the file of ``request``."""
        try:
            if self._process is None:
                self._start()
                for each in (request, *self._asked):
                    self._tell(packed_request(each))
            assert self._process is not None
            return receive(self._process.stdout)
        except (Broken, OSError) as error:
            self.close()
            raise ReadingStopped(_STOPPED, path=request.source.shown) from error

    def _start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", _CODE, str(Path(app.__file__).parent.parent)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._tell(packed_wishes(self._wishes))

    def _tell(self, message: bytes) -> None:
        if self._process is not None:
            with suppress(OSError):  # it has died, which is found out when it should answer
                send(message, self._process.stdin)
