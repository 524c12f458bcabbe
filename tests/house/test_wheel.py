"""The wheel holds all that the program needs, and works from any folder."""

from __future__ import annotations

import importlib.metadata
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FONTS = {"fontpkg-amiri", "fontpkg-ibm-plex-sans-arabic"}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    pytest.importorskip("build")
    pytest.importorskip("hatchling")
    out = tmp_path_factory.mktemp("wheel")
    words = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = out.glob("tawsim-*.whl")
    return made


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory) -> Path:
    """The wheel's content in a folder that comes before the checkout on the path of a child process."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(installed: Path, elsewhere: Path, *words: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, *words], cwd=elsewhere, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_everything_that_ships_is_inside(wheel):
    inside = set(zipfile.ZipFile(wheel).namelist())
    shipped = {
        "app/_resources/" + str(file.relative_to(ROOT / "resources"))
        for file in (ROOT / "resources").rglob("*")
        if file.is_file() and file.suffix != ".qm"
    }
    assert shipped <= inside
    for folder in ("codebooks", "lexicons", "translations", "schema", "articles", "keymaps", "icons"):
        assert any(name.startswith(f"app/_resources/{folder}/") for name in inside), folder


def test_nothing_else_is_inside(wheel):
    strangers = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()} - {"app"}
    assert all(name.endswith(".dist-info") for name in strangers)


def test_the_fonts_come_as_dependencies(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        text = archive.read(name).decode()
    needs = {line.removeprefix("Requires-Dist: ").split(";")[0].strip() for line in text.splitlines()}
    assert needs >= FONTS
    assert all(importlib.metadata.version(font) for font in FONTS)


FIND = """
import sys
from pathlib import Path
from app import resources
folder = Path(sys.argv[1]).resolve()
assert Path(resources.__file__).resolve().is_relative_to(folder), resources.__file__
assert resources.root().is_relative_to(folder), resources.root()
assert resources.codebook().labels and resources.lexicons() and resources.samples()
assert resources.compiled_translation("ar").stat().st_size
print("found")
"""


def test_an_installed_program_finds_its_own_files_from_another_folder(installed, tmp_path):
    assert run(installed, tmp_path, "-c", FIND, str(installed)).strip() == "found"


def test_an_installed_program_opens_its_window_from_another_folder(installed, tmp_path):
    """The demonstration works in the real window; it needs the fonts, the codebook, the key map and a sample."""
    run(installed, tmp_path, "-m", "app", "demo", "--out", "out")
    made = {file.suffix for file in (tmp_path / "out").iterdir()}
    assert {".jsonl", ".png"} <= made
