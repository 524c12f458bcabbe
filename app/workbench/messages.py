"""What an import and the process that reads its files tell each other through two pipes: MessagePack, its length first.

First the import tells what is the same for every file, then one request for each. Of a file come some arrivals at a
time (``SOME``), and at the end that it is ``THROUGH``, with the codebooks it was made with and what kept the rest of it
from being read; or a ``FAULT``, an error that nobody foresaw, as it is told to whoever mends the program.
"""

from __future__ import annotations

import os
import struct
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.domain.codebook import read_codebook
from app.exchange.crossing import packed, unpacked
from app.exchange.format import Source
from app.exchange.formats import format_named
from app.workbench.filereading import Request, Wishes
from app.workbench.zoning import Learned

SOME, THROUGH, FAULT = range(3)

_LENGTH = struct.Struct("<Q")


class Broken(Exception):
    """The other side is gone, in the midst of a message or before it."""


def send(message: bytes, pipe: Any) -> None:
    """``OSError`` when the other side is gone."""
    pipe.write(_LENGTH.pack(len(message)))
    pipe.write(message)
    pipe.flush()


def receive(pipe: Any) -> Any:
    """The next message, waiting for it. ``Broken`` when there is none to come."""
    head = pipe.read(_LENGTH.size)
    if len(head) == _LENGTH.size:
        (length,) = _LENGTH.unpack(head)
        message = pipe.read(length)
        if len(message) == length:
            return unpacked(message)
    raise Broken


def packed_wishes(wishes: Wishes) -> bytes:
    learned = None if wishes.learned is None else wishes.learned.text
    book = wishes.codebook
    return packed([book.source, book.name, book.version, wishes.layer, dict(wishes.names), learned])


def taken_wishes(told: list[Any]) -> Wishes:
    source, name, version, layer, names, learned = told
    codebook = replace(read_codebook(source), name=name, version=version)  # as the project calls it
    return Wishes(codebook, layer, names, None if learned is None else Learned.read(learned))


def packed_request(request: Request) -> bytes:
    source = request.source
    paths = [None if path is None else os.fsencode(path) for path in (source.path, source.shown, source.root)]
    return packed([paths, source.share, request.form.name, dict(request.fields)])


def taken_request(told: list[Any]) -> Request:
    paths, share, form, fields = told
    path, shown, root = (None if each is None else Path(os.fsdecode(each)) for each in paths)
    assert path is not None and shown is not None
    return Request(Source(path, shown, root, share=share), format_named(form), fields)
