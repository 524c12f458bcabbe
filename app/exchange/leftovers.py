"""What an export that was killed left beside its place: told from one that still runs, and cleared by the next one."""

from __future__ import annotations

import os
import platform
import re
import shutil
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

PART, OLD = ".part", ".old"
_NAME = re.compile(r"\.tawsim-([0-9a-f]{8})-(\d+)\.(.+)(\.part|\.old)")


def mine() -> str:
    """How the names of everything begin that this process writes beside its place: which computer, which process."""
    return f".tawsim-{_computer()}-{os.getpid()}"


def clear(folder: Path) -> None:
    """Throw away what processes of this computer that are gone left unfinished in ``folder``.

    What such a process had set aside gets its name back, unless there is something newer of that name.
    """
    with suppress(OSError):
        for each in list(os.scandir(folder)):
            found = _NAME.fullmatch(each.name)
            if found is None or found[1] != _computer() or _runs(int(found[2])):
                continue
            with suppress(OSError):
                place = folder / each.name
                if found[4] == OLD and not (folder / found[3]).exists():
                    place.rename(folder / found[3])
                elif each.is_dir(follow_symlinks=False):
                    shutil.rmtree(place, ignore_errors=True)
                else:
                    place.unlink()


def _computer() -> str:
    return sha256(platform.node().encode("utf-8", "replace")).hexdigest()[:8]


def _runs(process: int) -> bool:
    """Whether there is such a process; where that cannot be told, yes."""
    if os.name != "posix":
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
