"""On what, of what and when it was measured."""

from __future__ import annotations

import os
import platform
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
_LIBRARIES = ("PySide6-Essentials", "sqlite-utils", "orjson", "regex", "rensa", "pyarrow", "spacy", "dkpro-cassis")


def machine() -> dict[str, Any]:
    """The machine, and how busy it was before anything was measured."""
    load = round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None
    memory = _first_number("/proc/meminfo", "MemTotal")
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory": memory and memory * 1024,
        "system": platform.platform(),
        "load_before": load,
    }


def versions() -> dict[str, str]:
    found = {"python": sys.version.split()[0], "sqlite": sqlite3.sqlite_version}
    for name in _LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def commit() -> str | None:
    """The commit that is measured, with a ``+`` when files differ from it; None outside of a checkout."""
    head = _git("rev-parse", "HEAD")
    return head and head + "+" * bool(_git("status", "--porcelain"))


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _git(*words: str) -> str | None:
    try:
        done = subprocess.run(("git", *words), cwd=ROOT, capture_output=True, text=True)
    except OSError:
        return None
    return done.stdout.strip() or None if done.returncode == 0 else None


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _first_number(path: str, word: str) -> int | None:
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) for line in lines if line.startswith(word)), None)
