"""``tawsim``, and ``python -m app``. A window does not wait for the parts that only the commands need."""

from __future__ import annotations

import sys
from pathlib import Path

from app.domain.errors import TawsimError
from app.ui.opening import can_show, open_project


def main() -> None:
    """Open the window if nothing else is asked for; all other words are the command line's."""
    words = sys.argv[1:]
    if len(words) < 2 and all(Path(word).suffix == ".tawsim" for word in words) and can_show():
        sys.exit(_window(*words))
    from app.cli import main as command_line  # noqa: PLC0415 - see above

    command_line(prog_name="tawsim")


def _window(project: str | None = None) -> int:
    try:
        return open_project(Path(project) if project else None)
    except (TawsimError, OSError) as error:
        sys.stderr.write(f"tawsim: {error}\n")
        return 3


if __name__ == "__main__":
    main()
