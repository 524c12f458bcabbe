"""A real X server with a window manager, a keyboard layout, and keys pressed by their place on the keyboard."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

NEEDED = ("Xvfb", "openbox", "xdotool", "setxkbmap")
MISSING = [name for name in NEEDED if shutil.which(name) is None]
ROOT = Path(__file__).parents[2]

# Key codes of a PC keyboard under X (evdev): the place of the key, whatever the layout types on it. Escape goes by its
# name, since xdotool would take its code, 9, for the digit.
_ROWS = {24: "QWERTYUIOP[]", 38: "ASDFGHJKL;'", 52: "ZXCVBNM,./", 10: "1234567890-="}
CODES: dict[str, int | str] = {
    **{letter: first + place for first, row in _ROWS.items() for place, letter in enumerate(row)},
    "Space": 65,
    "Tab": 23,
    "Return": 36,
    "Backspace": 22,
    "Esc": "Escape",
    "Del": 119,
    "Home": 110,
    "End": 115,
    "Left": 113,
    "Right": 114,
    "Up": 111,
    "Down": 116,
    "F1": 67,
    "F2": 68,
    "F4": 70,
    "F8": 74,
}
MODIFIERS = {"Shift": 50, "Ctrl": 37, "Alt": 64}


class Screen:
    """One X server of this test's own, and one program in it."""

    def __init__(self, layout: str, home: Path) -> None:
        read, write = os.pipe()
        self.server = subprocess.Popen(
            # Without -noreset the server starts anew, layout and all, when its only client (setxkbmap) leaves it.
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        self.environment = {
            **os.environ,
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "TAWSIM_ANNOTATOR": "sana",
            "PYTHONPATH": str(ROOT),
        }
        self.manager = subprocess.Popen(["openbox"], env=self.environment, stderr=subprocess.DEVNULL)
        self.program: subprocess.Popen[bytes] | None = None
        wait_for(lambda: self._asked("xdotool", "get_num_desktops"), "the window manager")
        self.run("setxkbmap", layout)
        assert layout in self.run("setxkbmap", "-query").split()

    def run(self, *command: str) -> str:
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=60, check=True)
        return done.stdout

    def open(self, project: Path) -> None:
        """Start the application and wait until its window has the keyboard."""
        self.program = subprocess.Popen(
            [sys.executable, "-m", "app", str(project)],
            env=self.environment,
            cwd=project.parent,
            stderr=subprocess.PIPE,
        )
        wait_for(lambda: self._active_name().endswith(project.stem), "the window to come up")

    def _active_name(self) -> str:
        return self._asked("xdotool", "getactivewindow", "getwindowname")

    def _asked(self, *command: str) -> str:
        """What the command prints; nothing as long as it fails."""
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=30, check=False)
        return done.stdout.strip()

    def press(self, *keys: str) -> None:
        """Press keys by their place: ``Ctrl+Shift+[`` is three physical keys under any layout."""
        for key in keys:
            *modifiers, last = key.split("+")
            codes = [str(MODIFIERS[name]) for name in modifiers]
            self.run("xdotool", *(f for code in codes for f in ("keydown", code)), "key", str(CODES[last]),
                     *(f for code in reversed(codes) for f in ("keyup", code)))  # fmt: skip

    def close(self) -> None:
        for process in (self.program, self.manager, self.server):
            if process is not None:
                process.terminate()
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
                if process.stderr is not None:
                    process.stderr.close()


def wait_for(true: Callable[[], object], what: str, seconds: float = 60) -> None:
    """Until it is true; a failure names what was waited for."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds} seconds for {what}")
        time.sleep(0.05)
