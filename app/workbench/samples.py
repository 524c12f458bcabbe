"""The sample project: made from the articles that come with the program, in the user's own folder."""

from __future__ import annotations

import os
from pathlib import Path

from app import resources
from app.store import Store


def sample_project(author: str) -> Path:
    """The user's copy of the sample project, made when it is not there yet."""
    home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    path = home / "tawsim" / "sample.tawsim"
    if not path.exists():
        from app.store.creation import gather, side_files  # noqa: PLC0415 - as below
        from app.workbench.intake import import_files  # noqa: PLC0415 - once in a life, and slow to import

        path.parent.mkdir(parents=True, exist_ok=True)
        begun = path.with_name(f"sample-{os.getpid()}.tawsim")  # whole or not at all: it takes its name when it is done
        try:
            with Store.create(begun, resources.codebook()) as store:
                import_files(store, resources.samples(), author=author)
            gather(begun)
            begun.replace(path)
        finally:
            for each in (begun, *side_files(begun)):
                each.unlink(missing_ok=True)
    return path
