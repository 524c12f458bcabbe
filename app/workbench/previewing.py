"""The beginning of an export before it is made: what the first article would look like in the file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import BinaryIO

from app.domain.errors import N_
from app.exchange.errors import UnknownFormat
from app.exchange.format import Format
from app.store import Store
from app.workbench.outgo import EVERYTHING, Options, pages_of

_MOST = 6000


@dataclass(frozen=True, slots=True)
class Preview:
    """``files`` that an export of the first article would make, by name ("" for the one file), with their sizes in
    bytes; ``text`` is the beginning of the first that is text, None when none is. ``cut``: there is more of it."""

    files: dict[str, int]
    text: str | None
    cut: bool = False


def preview_of(store: Store, form: Format, options: Options = EVERYTHING) -> Preview | None:
    """The first article that would leave, written in memory; None when there is none."""
    if form.write is None:
        raise UnknownFormat(N_("The format {name} can be read, but not written."), name=form.name)
    writing = options.writing(store.codebook())
    first = list(islice(pages_of(store, options, writing.codebook), 1))
    if not first:
        return None
    sink = _InMemory()
    form.write(sink, first, writing)
    files = {name: len(content) for name, content in sink.files.items()}
    for content in sorted(sink.files.values(), key=len, reverse=True):
        text = _text(content)
        if text is not None:
            return Preview(files, text[:_MOST], len(text) > _MOST)
    return Preview(files, None)


class _InMemory:
    """A sink that keeps what one article takes."""

    many = False

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    @contextmanager
    def file(self, name: str = "") -> Iterator[BinaryIO]:
        kept = io.BytesIO()
        yield kept
        self.files[name] = kept.getvalue()


def _text(content: bytes) -> str | None:
    try:
        return content.decode() if b"\0" not in content else None
    except UnicodeDecodeError:
        return None
