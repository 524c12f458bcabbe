"""PySide6's own translation tools, found and run without importing Qt."""

from __future__ import annotations

import atexit
import functools
import importlib.util
import os
import shutil
import subprocess
import tempfile
from pathlib import Path


def tool(name: str) -> Path | None:
    """``lupdate`` or ``lrelease``, beside the PySide6 package; None where it is not."""
    package = importlib.util.find_spec("PySide6")
    for folder in (package.submodule_search_locations or []) if package else []:
        for found in (Path(folder) / name, Path(folder) / f"{name}.exe"):
            if found.is_file():
                return found
    return None


def compile_catalogue(source: Path, target: Path) -> Path | None:
    """Make the message file ``target`` (.qm) from the Linguist file ``source`` (.ts); some 20 ms.

    Where ``target`` cannot be written the file comes into a private folder that is gone when the program ends. None
    when there is no ``lrelease`` or it finds fault with the source.
    """
    lrelease = tool("lrelease")
    if lrelease is None:
        return None
    try:
        return _compile(lrelease, source, target)
    except OSError:
        return _compile(lrelease, source, _passing_folder() / target.name)


def _compile(lrelease: Path, source: Path, target: Path) -> Path | None:
    """Whole or not at all, also when two programs start at once."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, half = tempfile.mkstemp(dir=target.parent, suffix=".part")
    os.close(handle)
    try:
        done = subprocess.run(
            [lrelease, "-silent", source, "-qm", half],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=60,
            check=False,
        )
        if done.returncode != 0 or Path(half).stat().st_size == 0:
            return None
        return Path(half).replace(target)
    except subprocess.TimeoutExpired:
        return None
    finally:
        Path(half).unlink(missing_ok=True)


@functools.cache
def _passing_folder() -> Path:
    folder = tempfile.mkdtemp(prefix="tawsim-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)
