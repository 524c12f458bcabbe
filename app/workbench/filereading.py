"""What an import reads its files with: one after the other, here or in a process of its own."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from app.domain.codebook import Codebook
from app.exchange.format import Arrival, Format, Reading, Source
from app.workbench.zoning import Learned

MadeWith = set[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Wishes:
    """How every file of an import is read. Where ``learned`` is given, zones are looked for as well."""

    codebook: Codebook
    layer: str | None
    names: Mapping[str, str]
    learned: Learned | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """A file to read, and what it was decided to be."""

    source: Source
    form: Format
    fields: Mapping[str, str]


class FileReader(Protocol):
    """What reads files, one after the other.

    ``ahead`` is how many may be asked for before they are needed.
    ``arrivals`` gives what the file brings that was asked for first, and adds its codebooks to ``made_with``. It raises
    the ``ExchangeError`` that kept the rest from being read.
    """

    ahead: int

    def ask(self, request: Request) -> None: ...

    def arrivals(self, made_with: MadeWith) -> Iterator[Arrival]: ...

    def close(self) -> None: ...


class Here:
    """Reads when the arrivals are asked for, in this process."""

    ahead = 1

    def __init__(self, wishes: Wishes) -> None:
        self._wishes = wishes
        self._asked: deque[Request] = deque()

    def ask(self, request: Request) -> None:
        self._asked.append(request)

    def arrivals(self, made_with: MadeWith) -> Iterator[Arrival]:
        return read(self._asked.popleft(), self._wishes, made_with)

    def close(self) -> None:
        self._asked.clear()


def read(request: Request, wishes: Wishes, made_with: MadeWith) -> Iterator[Arrival]:
    reading = Reading(wishes.codebook, wishes.layer, request.fields, wishes.names, made_with)
    return request.form.arrivals(request.source, reading) if request.form.arrivals else iter(())
