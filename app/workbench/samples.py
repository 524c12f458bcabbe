"""The sample project: made from the articles that come with the program, in the user's own folder."""

from __future__ import annotations

import os
from pathlib import Path

from app import resources
from app.store import Store
from app.workbench.intake import import_files


def sample_project(author: str) -> Path:
    """The user's copy of the sample project, made when it is not there yet."""
    home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    path = home / "tawsim" / "sample.tawsim"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with Store.create(path, resources.codebook()) as store:
            import_files(store, resources.samples(), author=author)
    return path
