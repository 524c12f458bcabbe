"""A process that works until it is killed: at a moment, at a statement, inside one, or at a touch of a file."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from app.store import Store, backups, restoring
from app.workbench.bench import Workbench
from tests.storms.acts import Analyst

MOMENT, STATEMENT, INSIDE, FILE = "at a moment", "at a statement", "inside a statement", "at a touch of a file"
PAGE = "between pages of a copy"
WAYS = (MOMENT, STATEMENT, INSIDE, FILE, PAGE)
_MOST = {STATEMENT: 4000, INSIDE: 9000, FILE: 250, PAGE: 200}
_AT_FILES = ("leave", "release", "bring_in", "back_up", "restore", None)
_AT_PAGES = ("back_up", "restore", "restore", "keep_up", None, None)
_TOUCHES = {"open", "os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "os.truncate", "os.chmod"}


copying: list[Callable[[], object]] = []
"""What is called between the pages of a copy that is made."""


class Countdown:
    """Kills this process by SIGKILL when it has been called so often."""

    def __init__(self, left: int) -> None:
        self.left = left

    def __call__(self, *_: object) -> None:
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def arm(way: str, chance: random.Random, most: int | None = None) -> None:
    """Have this process die in that way, sooner more likely than later."""
    if way == MOMENT:
        return
    countdown = Countdown(int(2 ** chance.uniform(0, (most or _MOST[way]).bit_length())))
    if way == PAGE:
        backups._PAGES = restoring._PAGES = 4
        copying.append(countdown)
    elif way == FILE:
        sys.addaudithook(lambda event, arguments: countdown() if event in _TOUCHES else None)
    else:
        _at_statements(way, countdown)


def _at_statements(way: str, countdown: Countdown) -> None:
    plain = sqlite3.connect

    def connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
        made = plain(*arguments, **options)
        if way == STATEMENT:
            made.set_trace_callback(countdown)
        else:
            made.set_progress_handler(countdown, 60)
        return made

    sqlite3.connect = connect  # type: ignore[assignment]


def fork(live: Callable[[Callable[..., None]], None], told: Path) -> int:
    """A process that runs ``live``, with a function that writes down what is acknowledged; its number.

    What it writes has left the process when the function returns, so that it outlives the kill.
    """
    process = os.fork()
    if process:
        return process
    file = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def tell(**words: object) -> None:
        os.write(file, (json.dumps(words) + "\n").encode())

    try:
        live(tell)
    except BaseException:
        tell(crash=traceback.format_exc())
        os._exit(3)
    os._exit(0)


def bench_until_killed(path: Path, out: Path, seed: int, way: str, tell: Callable[..., None]) -> None:
    """The workbench alone, which is quick."""
    chance = random.Random(seed)
    early = chance.random() < 0.15
    if early:
        arm(way, chance)
    bench = Workbench(Store.open(path), author="sana")
    bench.resume()
    if not early:
        arm(way, chance)
    analyst, of = Analyst(bench, out, chance, tell), {FILE: _AT_FILES, PAGE: _AT_PAGES}
    analyst.page = lambda done, total: [each() for each in copying] and None
    for number in range(10**9):
        analyst.step(chance.choice(of[way]) if way in of else None)
        if number % 10 == 0:
            analyst.compare()


def window_until_killed(path: Path, out: Path, seed: int, way: str, tell: Callable[..., None]) -> None:
    """The whole window off screen, worked by keys."""
    from PySide6.QtWidgets import QApplication

    from app.ui.application import Session, make_application
    from app.ui.hand import wait_until_shown
    from tests.storms.keys import RandomKeys

    chance = random.Random(seed)
    sys.excepthook = lambda kind, error, trace: tell(crash="".join(traceback.format_exception(kind, error, trace)))
    make_application()
    session = Session(path, author="sana")
    wait_until_shown(session.window)
    arm(way, chance)
    keys = RandomKeys(session, chance)
    analyst = Analyst(session.bench, out, chance, tell)
    for number in range(10**9):
        keys.press_one()
        analyst.step("open_another" if number % 40 == 39 else "nothing")
        QApplication.processEvents()
        if number % 10 == 0 and not keys.waiting:
            analyst.compare()


def reap(process: int, seconds: float) -> bool:
    """Kill the process after so many seconds unless it has died by then; whether it was killed at all."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        died, status = os.waitpid(process, os.WNOHANG)
        if died:
            return os.WIFSIGNALED(status)
        time.sleep(0.002)
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(process, 0)[1])
