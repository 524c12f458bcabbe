"""The process that reads the files of an import. It ends when its input does, so none outlives who started it."""

from __future__ import annotations

import os
import queue
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import BinaryIO

from app.domain.article import Article
from app.exchange.crossing import given, given_trouble, packed
from app.exchange.errors import ExchangeError
from app.exchange.format import Arrival
from app.exchange.page import Page
from app.workbench.bulk import seldom_collecting
from app.workbench.filereading import MadeWith, Request, Wishes, read
from app.workbench.messages import FAULT, SOME, THROUGH, Broken, receive, send, taken_request, taken_wishes
from app.workbench.zoning import Learned, zoned

_AT_ONCE = 20  # arrivals of one message,
_BYTES = 1 << 20  # or fewer, of so many bytes of the file,
_SECONDS = 0.1  # or those of so long a time, so that slow files show progress
_AHEAD = 2  # messages: the reader has time
_LOOK = 5  # seconds between two looks whether the import is still there
_READY = 16  # messages that wait to be taken: what an import writes in one transaction, and more


def serve() -> None:
    """Until the input ends, read what is asked for."""
    told = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no message
    ready: queue.Queue[bytes] = queue.Queue(_READY)
    threading.Thread(target=_send_all, args=(ready, told), daemon=True).start()
    with suppress(Broken), seldom_collecting():
        wishes = taken_wishes(receive(sys.stdin.buffer))
        while True:
            request = taken_request(receive(sys.stdin.buffer))
            for message in _messages(request, wishes, lambda: ready.qsize() > _AHEAD):
                ready.put(message)


def _send_all(ready: queue.Queue[bytes], pipe: BinaryIO) -> None:
    """Send what is ready, in a thread of its own: a pipe holds little, and the import takes it by the hundred."""
    parent = os.getppid()
    with suppress(OSError):
        while os.getppid() == parent:  # a library may never come back from a file, when nobody waits for it any more
            with suppress(queue.Empty):
                send(ready.get(timeout=_LOOK), pipe)
    os._exit(0)  # nobody is left who would take it


def _messages(request: Request, wishes: Wishes, has_time: Callable[[], bool]) -> Iterator[bytes]:
    """What is to be told of a file."""
    made_with: MadeWith = set()
    try:
        for some in _together(read(request, wishes, made_with)):
            learned = wishes.learned if has_time() else None
            found = some if learned is None else [_with_zones(each, learned) for each in some]
            yield packed((SOME, [given(each) for each in found]))
    except ExchangeError as error:
        yield packed((THROUGH, (list(made_with), given_trouble(error))))
    except Exception as error:
        yield packed((FAULT, "".join(traceback.format_exception(error))))
    else:
        yield packed((THROUGH, (list(made_with), None)))


def _with_zones(arrival: Arrival, learned: Learned) -> Arrival:
    """With its article as it will come in. Finding the zones is most of the work on an article without marks, and done
    by whichever side has time."""
    match arrival.found:
        case Article() as article:
            return replace(arrival, zoned=zoned(article, learned))
        case Page(unzoned=True, article=article):
            return replace(arrival, zoned=zoned(article, learned))
    return arrival


def _together(arrivals: Iterable[Arrival]) -> Iterator[list[Arrival]]:
    """As many at a time as one message holds."""
    batch: list[Arrival] = []
    size, begun = 0, time.monotonic()
    try:
        for each in arrivals:
            batch.append(each)
            size += each.size
            if len(batch) == _AT_ONCE or size >= _BYTES or time.monotonic() - begun > _SECONDS:
                yield batch
                batch, size, begun = [], 0, time.monotonic()
    except ExchangeError:  # what was found before it comes in
        yield batch
        raise
    yield batch
