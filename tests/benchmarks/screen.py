"""Where the windows of a run are shown: nowhere, or on an X server of its own with a window manager."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

NEEDED = ("Xvfb", "openbox")


def missing() -> list[str]:
    return [name for name in NEEDED if shutil.which(name) is None]


@contextmanager
def offscreen() -> Iterator[dict[str, str]]:
    yield {"QT_QPA_PLATFORM": "offscreen"}


@contextmanager
def x_server() -> Iterator[dict[str, str]]:
    """The environment for programs that shall be shown there."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        display = {"DISPLAY": f":{pipe.readline().strip()}"}
    manager = subprocess.Popen(["openbox"], env={**os.environ, **display}, stderr=subprocess.DEVNULL)
    time.sleep(1)
    try:
        yield {"QT_QPA_PLATFORM": "xcb", **display}
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(20)
