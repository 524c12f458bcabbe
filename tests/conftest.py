"""Every test runs in a house of its own: no real home folder, no screen, one language, one time zone."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import settings

# Before anything imports Qt. A test that needs a real screen starts a process of its own with another value.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("here", deadline=None)  # a busy machine is no failure
settings.register_profile("ci", deadline=None, derandomize=True)  # ... and a run there can be repeated exactly
settings.load_profile("ci" if os.environ.get("CI") else "here")

_PER_TEST = {
    "HOME": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
}


def pytest_configure(config: pytest.Config) -> None:
    """Turn the process away from the user's own folders and habits, for its whole life."""
    home = Path(tempfile.mkdtemp(prefix="tawsim-tests-"))
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))
    # One cache for the whole run: fontconfig and compiled translations are costly to make and the same for all.
    for name, place in {**_PER_TEST, "XDG_CACHE_HOME": ".cache", "XDG_RUNTIME_DIR": ".run"}.items():
        folder = home / place
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.environ[name] = str(folder)
    os.environ.update(LANG="C.UTF-8", LC_ALL="C.UTF-8", TZ="UTC")
    os.environ.pop("LANGUAGE", None)
    time.tzset()


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of this test's own, so that settings written by one test are not read by the next."""
    folder = tmp_path_factory.mktemp("home")
    for name, place in _PER_TEST.items():
        monkeypatch.setenv(name, str(folder / place))
    return folder
